import type { RecordFacts } from "../records/model.ts";
import type { AimsIndex } from "../workspace/api.ts";
import type { Source } from "./nature.ts";
import { meets } from "./threshold.ts";
import { holds, realText, textOf } from "./values.ts";

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

/** Records of a source, whatever their standing. */
export const recordsOf = (index: AimsIndex, source: Source): readonly RecordFacts[] =>
  index.ofKind(source.kind).filter((record) => meetsSource(record, source));
