import files from "../generated/crosswalks.ts";
import { canonicalNumber } from "./catalog.ts";
import type { CatalogRef, Confidence } from "./model.ts";

/** How two provisions stand to one another, read from the first to the second; the names are OSCAL's. */
export type Relationship =
  | "equivalent-to"
  | "equal-to"
  | "subset-of"
  | "superset-of"
  | "intersects-with"
  | "no-relationship";

/** How far a document written for one end serves the other: `as-is`, `extend` (add what the text names), `parallel` (same subject, content of its own), `none`. */
export type Reuse = "as-is" | "extend" | "parallel" | "none";

/**
 * One row of a crosswalk seen from one of its ends. It says where the same evidence may help; it claims neither equivalence
 * nor conformity, whatever the relationship is called.
 */
export interface Mapping {
  /** The other end; undefined where the row says that there is no counterpart. */
  readonly other: CatalogRef | undefined;
  readonly relationship: Relationship;
  readonly reuse: Reuse | undefined;
  readonly rationale: string | undefined;
  readonly confidence: Confidence;
  /** Published by a standards body, and not proposed by this project. */
  readonly official: boolean;
}

interface RawRow {
  from: string | null;
  to: string | null;
  relationship: Relationship;
  reuse?: Reuse;
  rationale?: string;
  confidence: Confidence;
}

interface RawCrosswalk extends Record<string, unknown> {
  status: string;
  mappings: RawRow[];
}

const INVERSE: Partial<Record<Relationship, Relationship>> = { "subset-of": "superset-of", "superset-of": "subset-of" };

const read = new Map<(typeof files)[number], RawCrosswalk>();
const byStandard = new Map<string, ReadonlyMap<string, readonly Mapping[]>>();
const NONE: readonly Mapping[] = [];

function rawOf(file: (typeof files)[number]): RawCrosswalk {
  let raw = read.get(file);
  if (raw === undefined) {
    raw = JSON.parse(file.text()) as RawCrosswalk;
    read.set(file, raw);
  }
  return raw;
}

function view(row: RawRow, forward: boolean, other: string, official: boolean): Mapping {
  const end = forward ? row.to : row.from;
  return {
    other: end === null ? undefined : { standard: other, provision: end },
    relationship: forward ? row.relationship : (INVERSE[row.relationship] ?? row.relationship),
    reuse: row.reuse,
    rationale: row.rationale,
    confidence: row.confidence,
    official,
  };
}

/** The rows of all crosswalks with an end at a standard, by the number of that end. */
function tableOf(standard: string): ReadonlyMap<string, readonly Mapping[]> {
  const known = byStandard.get(standard);
  if (known !== undefined) return known;
  const table = new Map<string, Mapping[]>();
  const add = (id: string | null, mapping: Mapping): void => {
    if (id !== null) table.set(id, [...(table.get(id) ?? []), mapping]);
  };
  for (const file of files) {
    if (file.from !== standard && file.to !== standard) continue;
    const { status, mappings } = rawOf(file);
    for (const row of mappings) {
      if (file.from === standard) add(row.from, view(row, true, file.to, status === "official"));
      if (file.to === standard) add(row.to, view(row, false, file.from, status === "official"));
    }
  }
  byStandard.set(standard, table);
  return table;
}

/**
 * What the crosswalks set beside a provision, each counterpart once: a row that says more (`reuse`, a reason) before one that
 * says less, an official one before a proposed one.
 * @param standard catalogue id
 * @param to only counterparts in this standard
 */
export function mappingsOf(standard: string, provision: string, to?: string): readonly Mapping[] {
  const id = canonicalNumber(standard, provision)?.id ?? provision;
  const rows = tableOf(standard).get(provision) ?? tableOf(standard).get(id) ?? NONE;
  const best = new Map<string, Mapping>();
  for (const row of rows) {
    if (to !== undefined && row.other?.standard !== to) continue;
    const key = `${row.other?.standard}:${row.other?.provision}`;
    const before = best.get(key);
    if (before === undefined || weight(row) > weight(before)) {
      best.set(key, { ...row, official: row.official || before?.official === true });
    } else if (row.official && !before.official) best.set(key, { ...before, official: true });
  }
  return [...best.values()];
}

const weight = (m: Mapping): number => (m.reuse ? 4 : 0) + (m.rationale ? 2 : 0) + (m.official ? 1 : 0);

/** Standards that a crosswalk ties to this one, catalogue ids. */
export function crosswalkEnds(standard: string): readonly string[] {
  const ends = files.flatMap(({ from, to }) => (from === standard ? [to] : to === standard ? [from] : []));
  return [...new Set(ends)];
}

/** What ISO/IEC 42001 evidence and the like leaves open for a provision (`gaps` of a crosswalk), with how far a document serves both. */
export function gapOf(
  standard: string,
  provision: string,
): { readonly gap: string; readonly reuse: Reuse } | undefined {
  for (const file of files) {
    if (file.from !== standard) continue;
    const gaps = rawOf(file).gaps as readonly { from: string; gap: string; reuse: Reuse }[] | undefined;
    const found = gaps?.find((g) => g.from === provision);
    if (found !== undefined) return found;
  }
  return undefined;
}
