import type { AiSystem } from "../coverage/systems.ts";
import type { Plain, RecordFacts } from "../records/model.ts";
import { isOnlyPlaceholder } from "../records/placeholders.ts";
import type { FieldTest } from "./data.ts";
import { addAll } from "../text/many.ts";

/** What the records say in a field: its values, lower case, and whether they say anything at all (`none` is an answer). */
export interface Stated {
  readonly values: readonly string[];
  readonly stated: boolean;
  /** The first record that says it. */
  readonly record: RecordFacts | undefined;
}

/** What the records of one system say in a field. */
export type Said = (field: string) => Stated;

const UNSTATED: Stated = { values: [], stated: false, record: undefined };

/** How a test or a condition came out: `open` where a field it asks for is empty. */
export type Outcome = "met" | "open" | "failed";

/** A field that made a test hold. */
export interface Fact {
  readonly field: string;
  readonly value: string;
  readonly record: RecordFacts;
}

/** What came of a condition's tests. */
export interface Tested {
  readonly outcome: Outcome;
  readonly facts: readonly Fact[];
  /** Fields that are empty and would decide. */
  readonly asks: readonly string[];
}

const itemsOf = (value: Plain): readonly Plain[] => (Array.isArray(value) ? (value as readonly Plain[]) : [value]);

function wordOf(item: Plain): string {
  if (typeof item === "boolean") return String(item);
  return typeof item === "string" && !isOnlyPlaceholder(item) ? item.trim().toLowerCase() : "";
}

/** What all records of a system together say in a field. */
export function statedIn(system: AiSystem, field: string): Stated {
  const values: string[] = [];
  let first: RecordFacts | undefined;
  for (const record of system.records) {
    const value = record.plain[field];
    if (value === undefined || value === null) continue;
    const words = itemsOf(value)
      .map(wordOf)
      .filter((word) => word !== "");
    if (words.length > 0) first ??= record;
    addAll(values, words);
  }
  if (!first) return UNSTATED;
  return { values: [...new Set(values)].filter((v) => v !== "none"), stated: values.length > 0, record: first };
}

function matches(test: FieldTest, values: readonly string[]): string | undefined {
  if (test.filled) return values[0];
  if (test.is !== undefined) return values.find((v) => v === String(test.is));
  const wanted = test.any ?? [test.has];
  return values.find((v) => wanted.includes(v));
}

/** Tests a system's declared facts; nothing is read out of prose. */
export function testAll(said: Said, tests: readonly FieldTest[]): Tested {
  const facts: Fact[] = [];
  const asks: string[] = [];
  let failed = false;
  for (const test of tests) {
    const { values, stated, record } = said(test.field);
    const value = matches(test, values);
    if (value !== undefined && record) facts.push({ field: test.field, value, record });
    else if (stated) failed = true;
    else if (!test.optional) asks.push(test.field);
  }
  return { outcome: failed ? "failed" : asks.length > 0 ? "open" : "met", facts, asks };
}
