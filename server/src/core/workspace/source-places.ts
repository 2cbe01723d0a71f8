import { type CsvTable, readCsv } from "../syntax/csv.ts";
import { type JsonFound, jsonAt, jsonMembers, pointerStep, pointerSteps } from "../syntax/json-pointer.ts";

/** A value in a results file and the fragment that names it, as it is written after the `#`. */
export interface SourcePlace {
  readonly fragment: string;
  readonly value: string;
}

const MOST_PLACES = 200;
/** How many members of objects and arrays are looked at. */
const MOST_LOOKED_AT = 2_000;
const LONGEST_FRAGMENT = 250;

/**
 * The values of a results file that a fragment begun with `typed` can come to name: in JSON all below the object that it leads to, in
 * CSV the cells of the rows that begin like it. At most 200.
 */
export function sourcePlaces(path: string, text: string, typed: string): SourcePlace[] {
  const places = /\.json$/i.test(path) ? jsonPlaces(text, typed) : /\.csv$/i.test(path) ? csvPlaces(text, typed) : [];
  return places.filter(({ fragment, value }) => fragment.length <= LONGEST_FRAGMENT && value !== "");
}

const escaped = (text: string): string => text.replaceAll("%", "%25");

function jsonPlaces(text: string, typed: string): SourcePlace[] {
  const steps = pointerSteps(typed.slice(0, Math.max(0, typed.lastIndexOf("/"))).replaceAll("%25", "%"));
  const top = steps && jsonAt(text, steps);
  if (!steps || !top || "problem" in top) return [];
  const out: SourcePlace[] = [];
  const left: { readonly found: JsonFound; readonly fragment: string }[] = [
    { found: top, fragment: steps.map((step) => `/${pointerStep(step)}`).join("") },
  ];
  let looked = 0;
  for (let holder = left.shift(); holder && out.length < MOST_PLACES; holder = left.shift()) {
    for (const member of jsonMembers(text, holder.found)) {
      if (member === undefined || ++looked > MOST_LOOKED_AT || out.length >= MOST_PLACES) break;
      const fragment = `${holder.fragment}/${pointerStep(member.key)}`;
      if (member.value.type === "scalar") out.push({ fragment: escaped(fragment), value: member.value.text });
      else left.push({ found: member.value, fragment });
    }
  }
  return out;
}

/** Names of rows or columns, each where it stands once and can be written, else its number, counted from 1. */
function namesOf(texts: readonly string[], first: number): string[] {
  const keys = texts.map((text) => text.trim().toLowerCase());
  const count = new Map<string, number>();
  for (const key of keys) count.set(key, (count.get(key) ?? 0) + 1);
  return texts.map((text, i) =>
    keys[i] !== "" && count.get(keys[i] ?? "") === 1 && !/[&\n\r]/.test(text) ? text.trim() : String(i + first),
  );
}

function csvPlaces(text: string, typed: string): SourcePlace[] {
  const { rows }: CsvTable = readCsv(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const [header, ...body] = rows.map(({ cells }) => cells.map((cell) => cell.text));
  const columns = namesOf(header ?? [], 1);
  const names = namesOf(
    body.map(([key]) => key ?? ""),
    2,
  );
  const begun = /^row=([^&]*)/.exec(typed)?.[1]?.replaceAll("%25", "%").toLowerCase() ?? "";
  const out: SourcePlace[] = [];
  for (const [i, cells] of body.entries()) {
    const row = names[i] ?? "";
    if (!row.toLowerCase().startsWith(begun)) continue;
    for (const [j, value] of cells.entries()) {
      if (j > 0 && j < columns.length && value.trim() !== "")
        out.push({ fragment: escaped(`row=${row}&column=${columns[j]}`), value });
    }
    if (out.length >= MOST_PLACES) break;
  }
  return out.slice(0, MOST_PLACES);
}
