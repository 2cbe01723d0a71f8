import type { RecordFacts } from "../records/model.ts";
import type { AimsIndex } from "../workspace/api.ts";
import { isReadable, readSource, type SourceEntry } from "../workspace/source-value.ts";
import { isThere, readTarget } from "../workspace/targets.ts";
import { agree, keeps, type Quantity, readQuantity } from "./quantity.ts";
import { type Bounds, readThreshold } from "./threshold.ts";
import { listOf, plainKey, realText } from "./values.ts";

/** What the file that a measurement names says. `unread`: it is there and holds no value that could be read, for the reason given. */
export type OutcomeSource =
  | { readonly state: "none" }
  /** Not a file that values are read from, or no value in it is named. */
  | { readonly state: "unbound"; readonly path: string }
  /** Named, and not in the workspace. */
  | { readonly state: "missing"; readonly path: string }
  /** Not read yet. */
  | { readonly state: "pending"; readonly path: string }
  | { readonly state: "unread"; readonly path: string; readonly problem: string }
  | {
      readonly state: "read";
      readonly path: string;
      readonly entries: readonly SourceEntry[];
      /** The day that stands beside the value in the file. */
      readonly date: string | undefined;
    };

/** One value of a measurement held against its threshold. */
export interface OutcomeValue {
  readonly group: string | undefined;
  readonly text: string;
  /** Undefined where it cannot be told. */
  readonly holds: boolean | undefined;
}

/** How a measurement came out, by the file it names where that can be read, else by what it says itself. */
export interface MeasurementOutcome {
  readonly source: OutcomeSource;
  /** The values that count. */
  readonly values: readonly OutcomeValue[];
  /** Whether document and file say the same number; undefined where they cannot be compared. */
  readonly agrees: boolean | undefined;
  /** Whether every value keeps to the threshold; undefined where that cannot be told. */
  readonly holds: boolean | undefined;
}

const PATH_TEXT = /^[^:?!;]{1,300}\.[a-z0-9]{1,8}(?:#\S.{0,300})?$/i;

/** What the file that a measurement names says. Reads the file, so that it is worked out again when the file changes. */
export function sourceOf(index: AimsIndex, record: RecordFacts): OutcomeSource {
  const written = realText(record, "source");
  if (written === undefined || !PATH_TEXT.test(written)) return { state: "none" };
  const target = readTarget(written, record.path, index, true);
  if (target.type !== "file") return { state: "none" };
  const { path, anchor } = target;
  if (!isThere(path, index)) return { state: "missing", path };
  if (!isReadable(path)) return { state: "unbound", path };
  const content = index.source(path);
  if (content === undefined) return { state: "pending", path };
  if ("problem" in content) return { state: "unread", path, problem: content.problem };
  const reading = readSource(path, content.text, anchor ?? "");
  if ("problem" in reading) return { state: "unread", path, problem: reading.problem };
  if (reading.entries.length === 0) return { state: "unbound", path };
  return { state: "read", path, entries: reading.entries, date: reading.date };
}

/** `women: 0.12; men: 0.08` */
const BY_GROUP = /^\s{0,5}([\p{L}][^:=;]{0,60}?)\s{0,3}[:=]\s{0,3}([^:=]{1,40})$/u;

/** The values a text gives: one, or one for each group. */
function valuesIn(text: string): SourceEntry[] {
  const parts = text.split(/;|,\s/).slice(0, 50);
  const groups = parts.map((part) => BY_GROUP.exec(part));
  const found = groups.flatMap((g) => (g ? [{ group: g[1] ?? "", text: (g[2] ?? "").trim() }] : []));
  return found.length === parts.length ? found : [{ group: undefined, text }];
}

/** Entries of the file that are of the groups compared, where it names them; else all. */
function ofGroups(entries: readonly SourceEntry[], record: RecordFacts): readonly SourceEntry[] {
  const groups = new Set(listOf(record, "groups").map(plainKey));
  const named = entries.filter(({ group }) => group !== undefined && groups.has(plainKey(group)));
  return named.length > 0 ? named : entries;
}

const inPercent = (record: RecordFacts): boolean => /^(?:%|per ?cent|percent)/i.test(realText(record, "unit") ?? "");

/** How a measurement came out. */
export function outcomeOf(index: AimsIndex, record: RecordFacts): MeasurementOutcome {
  const source = sourceOf(index, record);
  const text = realText(record, "value");
  const written = text === undefined ? undefined : quantityOf(text, record);
  const bounds = readThreshold(realText(record, "threshold") ?? "");
  const entries = source.state === "read" ? ofGroups(source.entries, record) : valuesIn(text ?? "");
  const values = entries
    .filter((entry) => entry.text !== "")
    .map((entry): OutcomeValue => ({ ...entry, holds: held(entry, source, written, bounds, record) }));
  return { source, values, agrees: agreement(source, written), holds: all(values) };
}

function quantityOf(text: string, record: RecordFacts): Quantity | undefined {
  const read = readQuantity(text);
  return read && (inPercent(record) ? { ...read, percent: true } : read);
}

function held(
  { text }: SourceEntry,
  source: OutcomeSource,
  written: Quantity | undefined,
  bounds: Bounds | undefined,
  record: RecordFacts,
): boolean | undefined {
  const value = source.state === "read" ? readQuantity(text) : quantityOf(text, record);
  if (!bounds || !value) return undefined;
  return keeps(source.state === "read" ? asWritten(value, written) : value, bounds);
}

/** The file's number in the scale in which the document has it, where that shows which is meant. */
function asWritten(value: Quantity, written: Quantity | undefined): Quantity {
  if (!written?.percent || value.percent) return value;
  if (agreeAt(written, value.n * 100)) return { ...value, n: value.n * 100, percent: true };
  return agreeAt(written, value.n) ? { ...value, percent: true } : value;
}

const agreeAt = (written: Quantity, n: number): boolean =>
  agree({ ...written, percent: false }, { n, decimals: 15, percent: false });

function agreement(source: OutcomeSource, written: Quantity | undefined): boolean | undefined {
  const [entry, ...others] = source.state === "read" ? source.entries : [];
  if (!entry || others.length > 0 || entry.group !== undefined || !written) return undefined;
  const file = readQuantity(entry.text);
  return file && agree(written, file);
}

function all(values: readonly OutcomeValue[]): boolean | undefined {
  if (values.some(({ holds }) => holds === false)) return false;
  return values.length > 0 && values.every(({ holds }) => holds === true) ? true : undefined;
}
