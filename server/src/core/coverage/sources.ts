import type { RecordFacts } from "../records/model.ts";
import { type Judged, judgedOf } from "./judged.ts";
import type { Source } from "./nature.ts";
import { meets } from "./threshold.ts";
import { holds, realText, textOf } from "./values.ts";
import type { World } from "./world.ts";

const patterns = new Map<string, RegExp>();

function pattern(source: string): RegExp {
  let re = patterns.get(source);
  if (re === undefined) {
    re = new RegExp(source, "iu");
    patterns.set(source, re);
  }
  return re;
}

/** Whether a record meets a source's conditions. */
function meetsSource(record: RecordFacts, source: Source): boolean {
  const { has, lacks, is, title, heading } = source;
  if (title !== undefined && !pattern(title).test(textOf(record, "title") ?? "")) return false;
  if (lacks?.some((field) => holds(record, field))) return false;
  if (is && Object.entries(is).some(([field, values]) => !allowed(record, field, values))) return false;
  if (source.met && !met(record, ...source.met)) return false;
  if (!has || has.every((field) => holds(record, field))) return true;
  return heading !== undefined && record.sections.some((s) => s.content === "filled" && pattern(heading).test(s.title));
}

function met(record: RecordFacts, field: string, bound: string): boolean {
  const [value, target] = [realText(record, field), realText(record, bound)];
  const read = value === undefined || target === undefined ? undefined : meets(value, target);
  return read ?? record.plain.status === "achieved";
}

function allowed(record: RecordFacts, field: string, values: readonly string[]): boolean {
  const value = textOf(record, field);
  return value === undefined || values.includes(value);
}

/** Answers by the source's conditions, so that sources of several provisions with the same conditions share them. */
const answers = new Map<string, WeakMap<RecordFacts, boolean>>();
const names = new WeakMap<Source, string>();

/** A name that sources have in common just when their conditions are the same. */
export function sourceName(source: Source): string {
  let name = names.get(source);
  if (name === undefined) {
    name = JSON.stringify(source);
    names.set(source, name);
  }
  return name;
}

const isBare = (source: Source): boolean => Object.keys(source).every((key) => key === "kind" || key === "each");

/** Records of a source, whatever their standing. */
export function sourced(world: World, source: Source): readonly Judged[] {
  if (isBare(source)) return judgedOf(world, source.kind);
  return world.share(`source ${sourceName(source)}`, () => meeting(world, source));
}

function meeting(world: World, source: Source): readonly Judged[] {
  const name = sourceName(source);
  const known = answers.get(name) ?? new WeakMap<RecordFacts, boolean>();
  answers.set(name, known);
  return judgedOf(world, source.kind).filter(({ record }) => {
    let answer = known.get(record);
    if (answer === undefined) {
      answer = meetsSource(record, source);
      known.set(record, answer);
    }
    return answer;
  });
}
