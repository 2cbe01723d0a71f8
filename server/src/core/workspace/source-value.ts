import { type CsvRow, type CsvTable, readCsv } from "../syntax/csv.ts";
import { type JsonFound, jsonAt, jsonMembers, pointerStep, pointerSteps } from "../syntax/json-pointer.ts";

/** One value in a results file, as written there. */
export interface SourceEntry {
  /** Its key or number within what the pointer leads to; undefined where that is the value itself. */
  readonly group: string | undefined;
  readonly text: string;
}

/** What a source names in its file: one value, several (by group), or why there is none, in a sentence's words. */
export type SourceReading =
  | { readonly entries: readonly SourceEntry[]; readonly date: string | undefined }
  | { readonly problem: string };

/** How many entries of an object or array are read. */
const MOST_ENTRIES = 200;

/**
 * The value that `fragment` (what stands after `#`, percent signs decoded) names in a results file.
 *
 * JSON: a pointer, `/groups/women/rate`. CSV: `row=…&column=…` or `cell=ROW,COLUMN`, both counted from 1 with the header as row 1
 * (RFC 7111); `row=women` and `row=group:women` find the row by a cell of its first or of the named column, `column=rate` finds the
 * column by its header. Without a fragment the file names no value.
 */
export function readSource(path: string, text: string, fragment: string): SourceReading {
  if (/\.json$/i.test(path)) return readJson(text, fragment);
  if (/\.csv$/i.test(path)) return readCell(text, fragment);
  return { entries: [], date: undefined };
}

/** Whether values can be read out of files of this name. */
export const isReadable = (path: string): boolean => /\.(?:json|csv)$/i.test(path);

function readJson(text: string, pointer: string): SourceReading {
  const steps = pointerSteps(pointer);
  if (!steps) return { problem: `"${pointer.slice(0, 60)}" is no JSON pointer; one begins with a slash` };
  const found = jsonAt(text, steps);
  if ("problem" in found) return { problem: saidOf(text, steps, found.problem, found.after) };
  if (!isWhole(text)) return { problem: "it is not valid JSON" };
  const date = dateIn(text, steps);
  if (found.type === "scalar") return { entries: [{ group: undefined, text: found.text }], date };
  return { entries: steps.length === 0 ? [] : entriesOf(text, found), date };
}

function saidOf(text: string, steps: readonly string[], problem: string, after: number): string {
  if (problem === "syntax") return "it is not valid JSON";
  const step = (steps[after] ?? "").slice(0, 60);
  if (problem === "duplicate") return `"${step}" stands twice in it, so its value cannot be told`;
  const around = keysAt(text, steps.slice(0, after));
  const there = around.length === 0 ? "" : `; there ${around.length === 1 ? "is" : "are"} ${listed(around)}`;
  return isWhole(text) ? `it has no "${step}"${there}` : "it is not valid JSON";
}

const listed = (names: readonly string[]): string =>
  names.length > 6 ? `${names.slice(0, 6).join(", ")} and ${names.length - 6} more` : names.join(", ");

/** The keys under a pointer's steps, as written in a pointer. */
export function keysAt(text: string, steps: readonly string[]): string[] {
  const found = jsonAt(text, steps);
  if ("problem" in found) return [];
  const out: string[] = [];
  for (const member of jsonMembers(text, found)) {
    if (member === undefined || out.length >= MOST_ENTRIES) break;
    out.push(pointerStep(member.key).slice(0, 80));
  }
  return out;
}

function entriesOf(text: string, found: JsonFound): SourceEntry[] {
  const out: SourceEntry[] = [];
  for (const member of jsonMembers(text, found)) {
    if (member === undefined || out.length >= MOST_ENTRIES) break;
    if (member.value.type === "scalar") out.push({ group: member.key, text: member.value.text });
  }
  return out;
}

const validity = { text: "", whole: true };

/** Whether all of a text is JSON but for `NaN` and `Infinity`. The answer for the last text is kept. */
function isWhole(text: string): boolean {
  if (validity.text === text) return validity.whole;
  validity.text = text;
  validity.whole = isJson(text) || (/\b(?:NaN|Infinity)\b/.test(text) && isJson(withoutNotNumbers(text)));
  return validity.whole;
}

const withoutNotNumbers = (text: string): string => text.replace(/([:[,]\s{0,100})(?:NaN|-?Infinity)\b/g, "$1null");

function isJson(text: string): boolean {
  try {
    JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
    return true;
  } catch {
    return false;
  }
}

const DATE_KEYS = ["measured_on", "date", "timestamp", "created_at", "run_date", "evaluated_on", "generated_at"];
const ISO = /^\d{4}-\d{2}-\d{2}/;

/** The day nearest to the value: in the object that holds it, or one around that. */
function dateIn(text: string, steps: readonly string[]): string | undefined {
  for (let depth = Math.min(steps.length, 8); depth >= 0; depth--) {
    for (const key of DATE_KEYS) {
      const found = jsonAt(text, [...steps.slice(0, depth), key]);
      const day = "type" in found && found.type === "scalar" ? ISO.exec(found.text)?.[0] : undefined;
      if (day !== undefined) return day;
    }
  }
  return undefined;
}

function readCell(text: string, fragment: string): SourceReading {
  if (fragment === "") return { entries: [], date: undefined };
  const wanted = cellWanted(fragment);
  if (!wanted) return { problem: `"${fragment.slice(0, 60)}" names no cell; write row=…&column=… or cell=ROW,COLUMN` };
  const table = readCsv(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const row = rowOf(table, wanted.row);
  if (typeof row === "string") return { problem: row };
  const column = columnOf(table, wanted.column);
  if (typeof column === "string") return { problem: column };
  const cell = row.cells[column];
  if (!cell || cell.text === "") return { problem: "the cell it names is empty" };
  return { entries: [{ group: undefined, text: cell.text }], date: dateOfRow(table, row) };
}

interface Wanted {
  readonly row: string;
  readonly column: string;
}

function cellWanted(fragment: string): Wanted | undefined {
  const cell = /^cell=(\d{1,7}),(\d{1,5})$/.exec(fragment);
  if (cell) return { row: cell[1] as string, column: cell[2] as string };
  const parts = new Map(
    fragment.split("&").map((part) => {
      const at = part.indexOf("=");
      return [part.slice(0, Math.max(0, at)), part.slice(at + 1)] as const;
    }),
  );
  const [row, column] = [parts.get("row"), parts.get("column") ?? parts.get("col")];
  return row && column && parts.size === 2 ? { row, column } : undefined;
}

const named = (cell: { readonly text: string } | undefined): string => (cell?.text ?? "").trim().toLowerCase();

function columnOf({ rows }: CsvTable, wanted: string): number | string {
  const header = rows[0]?.cells ?? [];
  const found = header.flatMap((cell, i) => (named(cell) === wanted.trim().toLowerCase() ? [i] : []));
  if (found.length > 1) return `two columns of it are called "${wanted.slice(0, 60)}"`;
  if (found[0] !== undefined) return found[0];
  const number = /^\d{1,5}$/.test(wanted) ? Number(wanted) : 0;
  if (number >= 1 && number <= header.length) return number - 1;
  return `it has no column "${wanted.slice(0, 60)}"; there are ${listed(header.map((cell) => cell.text.slice(0, 60)))}`;
}

function rowOf(table: CsvTable, wanted: string): CsvRow | string {
  const { rows } = table;
  const colon = wanted.indexOf(":");
  const byName = colon > 0 ? columnOf(table, wanted.slice(0, colon)) : "";
  const [column, key] = typeof byName === "number" ? [byName, wanted.slice(colon + 1)] : [0, wanted];
  const found = rows.slice(1).filter((row) => named(row.cells[column]) === key.trim().toLowerCase());
  if (found.length > 1) return `${found.length} rows of it have "${key.slice(0, 60)}" there, so its row cannot be told`;
  if (found[0]) return found[0];
  const number = /^\d{1,7}$/.test(wanted) ? Number(wanted) : 0;
  return rows[number - 1] ?? `it has no row "${wanted.slice(0, 60)}"`;
}

function dateOfRow({ rows }: CsvTable, row: CsvRow): string | undefined {
  const column = (rows[0]?.cells ?? []).findIndex((cell) => DATE_KEYS.includes(named(cell).replaceAll(" ", "_")));
  return column < 0 ? undefined : ISO.exec(row.cells[column]?.text ?? "")?.[0];
}
