import text from "../generated/coverage.ts";
import type { KindId } from "../generated/kinds.ts";

/** Records of one kind that bear on a provision by their nature; see `server/data/coverage.yaml`. */
export interface Source {
  readonly kind: KindId;
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
  readonly heading?: string;
  readonly is?: Readonly<Record<string, readonly string[]>>;
  readonly title?: string;
  readonly met?: readonly [value: string, bound: string];
  readonly each?: "system" | "assessment";
}

/** How a record of a kind says that something was done. */
export interface Happening {
  readonly on: readonly string[];
  readonly until?: string;
  readonly event?: boolean;
  readonly register?: boolean;
  readonly not?: readonly string[];
}

/** What bears on one provision. */
export interface Nature {
  readonly documents: readonly Source[];
  readonly operates: readonly Source[];
  readonly effective: readonly Source[];
  /** Which measurements show whether it works, besides those that name it. */
  readonly measures: "system" | "assessment" | undefined;
}

interface StandardNature {
  readonly wholes: readonly string[];
  readonly soa?: string;
  readonly parts?: boolean;
  readonly provisions: Readonly<Record<string, RawNature>>;
}
interface RawNature {
  readonly documents?: readonly (KindId | Source)[];
  readonly operates?: readonly (KindId | Source)[];
  readonly effective?: readonly (KindId | Source)[];
  readonly measures?: Nature["measures"];
}
/** Something a management review has to look at. */
export interface ReviewInput {
  /** Its field in a management review's `inputs`. */
  readonly field: string;
  readonly title: string;
  /** A pattern of the words under which minutes report it. */
  readonly words: string;
}
interface Data {
  readonly review_inputs: readonly ReviewInput[];
  readonly kinds: Readonly<Record<string, Happening>>;
  readonly intervals: Readonly<Record<string, string>>;
  readonly never_documents: readonly KindId[];
  readonly standards: Readonly<Record<string, StandardNature>>;
}

let loaded: Data | undefined;
const data = (): Data => {
  loaded ??= JSON.parse(text) as Data;
  return loaded;
};

const NEVER: Happening = { on: [] };
const NO_NATURE: Nature = { documents: [], operates: [], effective: [], measures: undefined };
const natures = new Map<string, Nature>();

const sources = (raw: readonly (KindId | Source)[] | undefined): readonly Source[] =>
  (raw ?? []).map((s) => (typeof s === "string" ? { kind: s } : s));

/** What bears on a provision by nature. */
export function natureOf(standard: string, provision: string): Nature {
  const key = `${standard}:${provision}`;
  let nature = natures.get(key);
  if (nature === undefined) {
    const raw = data().standards[standard]?.provisions[provision];
    nature = raw
      ? {
          documents: sources(raw.documents),
          operates: sources(raw.operates),
          effective: sources(raw.effective),
          measures: raw.measures,
        }
      : NO_NATURE;
    natures.set(key, nature);
  }
  return nature;
}

/** How records of a kind say that something was done. */
export const happeningOf = (kind: KindId | undefined): Happening =>
  (kind === undefined ? undefined : data().kinds[kind]) ?? NEVER;

/** How long something done by a record of this kind stays current by default, `12 months`. */
export const defaultInterval = (kind: KindId | undefined): string =>
  data().intervals[kind ?? "default"] ?? data().intervals.default ?? "12 months";

/** Whether records of this kind may document how a provision is met. */
export const mayDocument = (kind: KindId | undefined): boolean =>
  kind === undefined || !data().never_documents.includes(kind);

/** Provisions whose documents are about each of their parts. */
export const isWhole = (standard: string, provision: string): boolean =>
  data().standards[standard]?.wholes.includes(provision) === true;

/** The provision a standard's statement of applicability answers, if it asks for one. */
export const soaProvision = (standard: string): string | undefined => data().standards[standard]?.soa;

/** Whether each provision on the contents of an assessment is met by assessments that hold that part. */
export const byParts = (standard: string): boolean => data().standards[standard]?.parts === true;

/** What a management review has to look at, in the order of the standard. */
export const reviewInputs = (): readonly ReviewInput[] => data().review_inputs;
