import type { RecordFacts } from "../records/model.ts";
import { type Chunk, judgedOf } from "./judged.ts";
import type { Source } from "./nature.ts";
import { once } from "../text/once.ts";
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

/** A name that sources have in common just when their conditions are the same. */
export const sourceName: (source: Source) => string = once((source: Source) => JSON.stringify(source));

/** What keeps the answers to a source's conditions, by record and by chunk; sources with the same conditions share it. */
interface Answers {
  readonly meets: (record: RecordFacts) => boolean;
  readonly meeting: (chunk: Chunk) => Chunk;
}

const answers = new Map<string, Answers>();

function answersOf(source: Source): Answers {
  const name = sourceName(source);
  let known = answers.get(name);
  if (known === undefined) {
    const meets = once((record: RecordFacts) => meetsSource(record, source));
    known = { meets, meeting: once((chunk: Chunk) => chunk.filter(({ record }) => meets(record))) };
    answers.set(name, known);
  }
  return known;
}

/** Whether a record meets a source's conditions; worked out once for each record. */
export const conditionOf = (source: Source): ((record: RecordFacts) => boolean) => answersOf(source).meets;

const isBare = (source: Source): boolean => Object.keys(source).every((key) => key === "kind" || key === "each");

/** Records of a source, whatever their standing. */
export function sourced(world: World, source: Source): readonly Chunk[] {
  const all = judgedOf(world, source.kind);
  return isBare(source) ? all : all.map(answersOf(source).meeting).filter((chunk) => chunk.length > 0);
}
