import type { Finding, Unreadable } from "../analysis-api.ts";
import type { ProvisionRef, RecordFacts, Section } from "../records/model.ts";
import type { RuleFinding } from "../rules/run.ts";
import type { Range } from "../text/span.ts";
import type { FileFacts, Severity } from "../workspace/api.ts";
import type { Location } from "../workspace/locate.ts";
import type { TextMark } from "./texts.ts";

/**
 * What a host knows, in parts that survive JSON, in this order: the head and what was shown of the files, which is enough to show it
 * again; the files; the AIMSs. Keys that computations read are numbered in the order in which they first appear; a part brings the new ones.
 */
export type StoredPart = StoredHead | StoredShown | StoredFile | StoredAims;

export interface StoredHead {
  readonly part: "head";
  readonly roots: readonly string[];
  readonly today: string;
  readonly severities: Readonly<Record<string, Severity | "off">>;
  /** Files that are only known to exist. */
  readonly names: readonly string[];
  readonly unreadable: readonly Unreadable[];
  readonly sources: readonly (readonly [path: string, hash: number | null])[];
  readonly histories: readonly (readonly [path: string, commits: string | null])[];
}

/** A file that was read, with what was shown of it. */
export interface StoredShown {
  readonly part: "shown";
  readonly path: string;
  readonly mark: TextMark;
  readonly findings?: readonly StoredFinding[];
}

/** What else is known of a file. */
export interface StoredFile {
  readonly part: "file";
  /** The folder of its AIMS. */
  readonly root: string;
  readonly path: string;
  /** Whether rules look at it at all. */
  readonly checked: boolean;
  readonly facts: StoredFacts;
  /** Where the document's own record stands: lines and characters of the whole and of what is selected. */
  readonly place?: readonly number[];
  /** Keys that come here for the first time. */
  readonly keys?: readonly string[];
  /** Numbers of the keys that the file's findings hang on; absent where rules did not run over it. */
  readonly reads?: readonly number[];
}

type StoredSection = readonly [title: string, slug: string, level: number, content: Section["content"]];

interface StoredRecord
  extends Omit<RecordFacts, "path" | "sections" | "addresses" | "template" | "hasPlaceholders">,
    Partial<Pick<RecordFacts, "template" | "hasPlaceholders">> {
  readonly sections?: readonly StoredSection[];
  readonly addresses?: readonly string[];
}

/** A file's facts. Its sections are its own record's; anchors are only there where they are not those of the sections. */
export interface StoredFacts extends Omit<FileFacts, "path" | "records" | "own" | "anchors" | "sections" | "cites"> {
  readonly records: readonly StoredRecord[];
  /** The own record's number. */
  readonly own?: number;
  readonly anchors?: readonly string[];
  readonly cites?: readonly string[];
}

export type StoredFinding = Omit<Finding, "path" | "fixes"> & {
  readonly fixes: readonly { readonly title: string; readonly safe: boolean; readonly preferred: boolean }[];
};

export interface StoredAims {
  readonly part: "aims";
  readonly root: string;
  readonly marked: boolean;
  readonly keys?: readonly string[];
  readonly derived: readonly (readonly [name: string, reads: readonly number[]])[];
  readonly parts: readonly string[];
  /** What rules on the whole AIMS found; records in it are `StoredReference`s. */
  readonly rules: readonly {
    readonly rule: string;
    readonly reads: readonly number[];
    readonly found: readonly RuleFinding[];
  }[];
}

/** Stands for a record. */
interface StoredReference {
  readonly $record: readonly [path: string, ordinal: number];
}

/** Numbers keys as they come. */
export class KeyNumbers {
  readonly #numbers = new Map<string, number>();
  #fresh: string[] = [];

  of(keys: readonly string[]): number[] {
    return keys.map((key) => {
      let number = this.#numbers.get(key);
      if (number === undefined) {
        number = this.#numbers.size;
        this.#numbers.set(key, number);
        this.#fresh.push(key);
      }
      return number;
    });
  }

  /** Keys that were numbered since this was last asked. */
  takeFresh(): string[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }
}

const NONE: readonly never[] = [];

export function storeFacts({ path, records, own, sections, anchors, cites, ...rest }: FileFacts): StoredFacts {
  const ordinal = own ? records.indexOf(own) : -1;
  return {
    ...rest,
    records: records.map(storeRecord),
    ...(ordinal >= 0 ? { own: ordinal } : {}),
    ...(sameItems([...anchors], slugsOf(own)) ? {} : { anchors: [...anchors] }),
    ...(cites.length > 0 ? { cites: cites.map(nameOfRef) } : {}),
  };
}

function storeRecord({ path, sections, addresses, template, hasPlaceholders, ...rest }: RecordFacts): StoredRecord {
  return {
    ...rest,
    ...(sections.length > 0 ? { sections: sections.map((s) => [s.title, s.slug, s.level, s.content] as const) } : {}),
    ...(addresses.length > 0 ? { addresses: addresses.map(nameOfRef) } : {}),
    ...(template ? { template } : {}),
    ...(hasPlaceholders ? { hasPlaceholders } : {}),
  };
}

const slugsOf = (own: RecordFacts | undefined): string[] => [...new Set(own?.sections.map(({ slug }) => slug))];
const sameItems = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);
const nameOfRef = ({ standard, provision }: ProvisionRef): string => `${standard}:${provision}`;

/** Makes facts of what was stored; what many files share is one object. */
export class FactsReader {
  readonly #refs = new Map<string, ProvisionRef>();

  read(path: string, { records, own, anchors, cites, ...rest }: StoredFacts): FileFacts {
    const restored = records.map((record) => this.#record(path, record));
    const ownRecord = own === undefined ? undefined : restored[own];
    return {
      path,
      ...rest,
      records: restored,
      own: ownRecord,
      sections: ownRecord?.sections ?? NONE,
      anchors: new Set(anchors ?? slugsOf(ownRecord)),
      cites: cites?.map(this.#ref) ?? NONE,
    };
  }

  /** All properties, in the order in which reading makes them, so that records of both origins are alike to the engine. */
  #record(path: string, stored: StoredRecord): RecordFacts {
    return {
      path,
      kind: stored.kind,
      id: stored.id,
      notation: stored.notation,
      plain: stored.plain,
      template: stored.template ?? false,
      sections: stored.sections?.map(([title, slug, level, content]) => ({ title, slug, level, content })) ?? NONE,
      addresses: stored.addresses?.map(this.#ref) ?? NONE,
      hasPlaceholders: stored.hasPlaceholders ?? false,
    };
  }

  readonly #ref = (name: string): ProvisionRef => {
    let ref = this.#refs.get(name);
    if (!ref) {
      const colon = name.indexOf(":");
      ref = { standard: name.slice(0, colon), provision: name.slice(colon + 1) };
      this.#refs.set(name, ref);
    }
    return ref;
  };
}

export const storePlace = ({ range, selection }: Location): number[] =>
  [range, selection].flatMap(({ start, end }) => [start.line, start.character, end.line, end.character]);

export function restorePlace(path: string, numbers: readonly number[]): Location {
  const range = (at: number): Range => ({
    start: { line: numbers[at] ?? 0, character: numbers[at + 1] ?? 0 },
    end: { line: numbers[at + 2] ?? 0, character: numbers[at + 3] ?? 0 },
  });
  return { path, range: range(0), selection: range(4) };
}

export const storeFinding = ({ path, fixes, ...rest }: Finding): StoredFinding => ({
  ...rest,
  fixes: fixes.map(({ title, safe, preferred }) => ({ title, safe, preferred })),
});

const isRecord = (value: object): value is RecordFacts => "notation" in value && "hasPlaceholders" in value;
const isReference = (value: object): value is StoredReference => "$record" in value;

/** `found` with every record in it named by its file and number there. */
export const storeFound = (found: readonly RuleFinding[], ordinal: (record: RecordFacts) => number): RuleFinding[] =>
  mapObjects(found, (value) =>
    isRecord(value) ? ({ $record: [value.path, ordinal(value)] } satisfies StoredReference) : undefined,
  );

/** What `storeFound` was given. */
export const restoreFound = (
  found: readonly RuleFinding[],
  record: (path: string, ordinal: number) => RecordFacts,
): RuleFinding[] => mapObjects(found, (value) => (isReference(value) ? record(...value.$record) : undefined));

/** A copy in which every object for which `change` gives another has been exchanged. */
function mapObjects(found: readonly RuleFinding[], change: (value: object) => object | undefined): RuleFinding[] {
  const map = (one: unknown): unknown => {
    if (typeof one !== "object" || one === null) return one;
    if (Array.isArray(one)) return one.map(map);
    return change(one) ?? Object.fromEntries(Object.entries(one).map(([key, item]) => [key, map(item)]));
  };
  return map(found) as RuleFinding[];
}
