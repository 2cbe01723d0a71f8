import type { RecordFacts } from "../records/model.ts";
import { type Chunk, judgedInTurn, judgedOf } from "./judged.ts";
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
  if (lacks) for (const field of lacks) if (holds(record, field)) return false;
  if (is) for (const field in is) if (!allowed(record, field, is[field] as readonly string[])) return false;
  if (source.met && !met(record, ...source.met)) return false;
  if (!has || holdsAll(record, has)) return true;
  return heading !== undefined && record.sections.some((s) => s.content === "filled" && pattern(heading).test(s.title));
}

function holdsAll(record: RecordFacts, fields: readonly string[]): boolean {
  for (const field of fields) if (!holds(record, field)) return false;
  return true;
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

/** What gives the answers to a source's conditions, and keeps them by chunk; sources with the same conditions share it. */
interface Answers {
  readonly meets: (record: RecordFacts) => boolean;
  readonly meeting: (chunk: Chunk) => Chunk;
}

const answers = new Map<string, Answers>();

function answersOf(source: Source): Answers {
  const name = sourceName(source);
  let known = answers.get(name);
  if (known === undefined) {
    const meets = (record: RecordFacts): boolean => meetsSource(record, source);
    known = { meets, meeting: once((chunk: Chunk) => meetingIn(chunk, meets)) };
    answers.set(name, known);
  }
  return known;
}

/** Those of a chunk that meet a condition: the chunk itself where all do, so that what was made of it holds for them. */
function meetingIn(chunk: Chunk, meets: (record: RecordFacts) => boolean): Chunk {
  let met = 0;
  for (const { record } of chunk) if (meets(record)) met++;
  return met === chunk.length ? chunk : met === 0 ? NONE : chunk.filter(({ record }) => meets(record));
}

const NONE: Chunk = [];

/** Whether a record meets a source's conditions. */
export const conditionOf = (source: Source): ((record: RecordFacts) => boolean) => answersOf(source).meets;

const isBare = (source: Source): boolean => Object.keys(source).every((key) => key === "kind" || key === "each");

/** Records of a source, whatever their standing. */
export function sourced(world: World, source: Source): readonly Chunk[] {
  const all = judgedOf(world, source.kind);
  return isBare(source) ? all : all.map(answersOf(source).meeting).filter((chunk) => chunk.length > 0);
}

/** The same one after another, for who may have enough with the first few. */
export function* sourcedInTurn(world: World, source: Source): Generator<Chunk> {
  if (isBare(source)) return yield* judgedInTurn(world, source.kind);
  const { meets, meeting } = answersOf(source);
  for (const chunk of judgedInTurn(world, source.kind, meets)) yield meeting(chunk);
}
