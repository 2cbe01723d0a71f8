import type { Finding, FindingFix, Unreadable } from "../analysis-api.ts";
import type { Plain, ProvisionRef, RecordFacts, Section } from "../records/model.ts";
import type { RuleFinding } from "../rules/run.ts";
import { Shared } from "../text/shared.ts";
import type { FileFacts, Severity } from "../workspace/api.ts";
import type { TextMark } from "./texts.ts";

/**
 * What a host knows, in parts that survive JSON, in this order: the head and what was shown of the files, which is enough to show it
 * again; the files; what their findings hung on; the AIMSs. Keys that computations read are numbered in the order in which they first
 * appear; a part brings the new ones. Where several hosts worked out a share of the files each, each has numbers of its own (`StoredNumbers`).
 */
export type StoredPart = StoredHead | StoredShown | StoredFile | StoredNumbers | StoredReads | StoredAims;

export interface StoredHead {
  readonly part: "head";
  readonly roots: readonly string[];
  readonly today: string;
  readonly severities: Readonly<Record<string, Severity | "off">>;
  /** Files that are only known to exist. */
  readonly names: readonly string[];
  readonly unreadable: readonly Unreadable[];
  /** Files found to say something else by now than what was read of them. */
  readonly strayed: readonly string[];
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

/** What a file says to others. */
export interface StoredFile {
  readonly part: "file";
  /** The folder of its AIMS. */
  readonly root: string;
  readonly path: string;
  /** Whether rules look at it at all. */
  readonly checked: boolean;
  readonly facts: StoredFacts;
  /** Where the document's own record stands: lines and characters of the whole and of what is selected. */
  readonly place?: readonly number[] | undefined;
}

/** A file that a host has read, for others that work on the same workspace, and the mark of its text. */
export interface SharedFile {
  readonly mark: TextMark;
  readonly file: StoredFile;
}

/** Numbers of keys are, from here on, those of one of the hosts that worked. */
export interface StoredNumbers {
  readonly part: "numbers";
  readonly of: number;
}

/** What a file's findings hang on; absent where rules did not run over it. */
export interface StoredReads {
  readonly part: "reads";
  readonly path: string;
  /** Keys that come here for the first time. */
  readonly keys?: readonly string[];
  /** Numbers of keys. */
  readonly reads: readonly number[];
}

type StoredSection = readonly [title: string, slug: string, level: number, content: Section["content"]];

type Optional<T> = { readonly [Part in keyof T]?: T[Part] | undefined };

interface StoredRecord
  extends Omit<RecordFacts, "path" | "sections" | "addresses" | "template" | "hasPlaceholders">,
    Optional<Pick<RecordFacts, "template" | "hasPlaceholders">> {
  readonly sections?: readonly StoredSection[] | undefined;
  readonly addresses?: readonly string[] | undefined;
}

/** A file's facts. Its sections are its own record's; anchors are only there where they are not those of the sections. */
export interface StoredFacts extends Omit<FileFacts, "path" | "records" | "own" | "anchors" | "sections" | "cites"> {
  readonly records: readonly StoredRecord[];
  /** The own record's number. */
  readonly own?: number | undefined;
  readonly anchors?: readonly string[] | undefined;
  readonly cites?: readonly string[] | undefined;
}

type StoredFix = Omit<FindingFix, "edits">;

export type StoredFinding = Omit<Finding, "path" | "fixes"> & { readonly fixes: readonly StoredFix[] };

/** What is known of an AIMS; there is one of each host that worked. */
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

/** What rules on a whole AIMS found, for a host that knows the same files. */
export interface StoredFound {
  readonly root: string;
  /** Records in it are `StoredReference`s. */
  readonly found: readonly RuleFinding[];
}

/** Stands for a record. */
interface StoredReference {
  readonly $record: readonly [path: string, ordinal: number];
}

const NONE: readonly never[] = [];

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

/** The keys that `KeyNumbers` numbered, by number; of each host that worked by itself. */
export class NumberedKeys {
  readonly #of = new Map<number, string[]>();
  #keys: string[] = this.#turnedTo(0);

  #turnedTo(host: number): string[] {
    const known = this.#of.get(host) ?? [];
    this.#of.set(host, known);
    return known;
  }

  /** What follows is of this host. */
  turnTo(host: number): void {
    this.#keys = this.#turnedTo(host);
  }

  /** Takes in keys that come for the first time. */
  add(keys: readonly string[] = NONE): void {
    for (const key of keys) this.#keys.push(key);
  }

  /** @throws when there is no key of one of these numbers */
  named(numbers: readonly number[]): string[] {
    return numbers.map((number) => {
      const key = this.#keys[number];
      if (key === undefined) throw new Error(`there is no key ${number}`);
      return key;
    });
  }
}

/** The head of what several hosts know together that know the same files; what they were brought may not be the same. */
export function joinHeads(heads: readonly StoredHead[]): StoredHead {
  const [first] = heads;
  if (!first) throw new Error("there is nothing to join");
  const joined = <Mark>(
    of: (head: StoredHead) => readonly (readonly [string, Mark | null])[],
  ): [string, Mark | null][] => {
    const marks = new Map<string, Mark | null>();
    // What changed in between counts as not brought: whoever read it is worked out again.
    for (const [path, mark] of heads.flatMap(of))
      marks.set(path, marks.has(path) && marks.get(path) !== mark ? null : mark);
    return [...marks];
  };
  return {
    ...first,
    strayed: [...new Set(heads.flatMap(({ strayed }) => strayed))],
    sources: joined(({ sources }) => sources),
    histories: joined(({ histories }) => histories),
  };
}

export function storeFacts(facts: FileFacts): StoredFacts {
  const { records, own, anchors, cites } = facts;
  const ordinal = own ? records.indexOf(own) : -1;
  return {
    governed: facts.governed,
    template: facts.template,
    mentions: facts.mentions,
    matrices: facts.matrices,
    hands: facts.hands,
    records: records.map(storeRecord),
    own: ordinal >= 0 ? ordinal : undefined,
    anchors: sameItems(anchors, slugsOf(own)) ? undefined : anchors,
    cites: cites.length > 0 ? cites.map(nameOfRef) : undefined,
  };
}

function storeRecord({
  kind,
  id,
  notation,
  plain,
  sections,
  addresses,
  template,
  hasPlaceholders,
}: RecordFacts): StoredRecord {
  return {
    kind,
    id,
    notation,
    plain,
    sections: sections.length > 0 ? sections.map((s) => [s.title, s.slug, s.level, s.content] as const) : undefined,
    addresses: addresses.length > 0 ? addresses.map(nameOfRef) : undefined,
    template: template || undefined,
    hasPlaceholders: hasPlaceholders || undefined,
  };
}

const slugsOf = (own: RecordFacts | undefined): readonly string[] =>
  own === undefined || own.sections.length === 0 ? NONE : [...new Set(own.sections.map(({ slug }) => slug))];
const sameItems = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);
const nameOfRef = ({ standard, provision }: ProvisionRef): string => `${standard}:${provision}`;

/** Makes facts of what was stored. */
export class FactsReader {
  readonly #shared: Shared | undefined;

  /**
   * @param shared makes what many files have in common one object; without it, which is sooner done, each file has its own, as suits a host that
   *   soon ends
   */
  constructor(shared?: Shared) {
    this.#shared = shared;
  }

  read(path: string, stored: StoredFacts): FileFacts {
    const { governed, template, own, anchors, cites, mentions, matrices, hands } = stored;
    const records = stored.records.length === 0 ? NONE : stored.records.map((record) => this.#record(path, record));
    const ownRecord = own === undefined ? undefined : records[own];
    return {
      path,
      governed,
      template,
      records,
      own: ownRecord,
      sections: ownRecord?.sections ?? NONE,
      anchors: this.#texts(anchors ?? slugsOf(ownRecord)),
      cites: this.#refs(cites),
      mentions: this.#texts(mentions),
      matrices,
      hands: hands && this.#shared ? this.#shared.object(JSON.stringify(hands), () => hands) : hands,
    };
  }

  /** All properties, in the order in which reading makes them, so that records of both origins are alike to the engine. */
  #record(path: string, stored: StoredRecord): RecordFacts {
    return {
      path,
      kind: stored.kind,
      id: stored.id,
      notation: (this.#shared?.text(stored.notation) ?? stored.notation) as RecordFacts["notation"],
      plain: this.#shared ? sharedFields(stored, this.#shared) : stored.plain,
      template: stored.template ?? false,
      sections: stored.sections?.map(this.#section) ?? NONE,
      addresses: this.#refs(stored.addresses),
      hasPlaceholders: stored.hasPlaceholders ?? false,
    };
  }

  #texts(texts: readonly string[]): readonly string[] {
    return this.#shared ? this.#shared.texts(texts) : texts;
  }

  readonly #section = ([title, slug, level, content]: StoredSection): Section => {
    const make = (): Section => ({ title, slug, level, content });
    return this.#shared ? this.#shared.object(JSON.stringify([level, content, slug, title]), make) : make();
  };

  #refs(names: readonly string[] = NONE): readonly ProvisionRef[] {
    if (names.length === 0) return NONE;
    const make = (): readonly ProvisionRef[] => names.map(this.#ref);
    return this.#shared ? this.#shared.object(`refs ${JSON.stringify(names)}`, make) : make();
  }

  readonly #ref = (name: string): ProvisionRef => {
    const make = (): ProvisionRef => {
      const colon = name.indexOf(":");
      return { standard: name.slice(0, colon), provision: name.slice(colon + 1) };
    };
    return this.#shared ? this.#shared.object(`ref ${name}`, make) : make();
  };
}

/** The fields themselves, with what they have in common with others exchanged. */
function sharedFields({ id, plain }: StoredRecord, shared: Shared): RecordFacts["plain"] {
  const fields = plain as { [field: string]: Plain };
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (typeof value === "string") fields[name] = value === id ? id : shared.text(value);
    else if (Array.isArray(value) && value.every(isText)) fields[name] = shared.texts(value);
  }
  return fields;
}

const isText = (value: unknown): value is string => typeof value === "string";

export const storeFinding = (finding: Finding): StoredFinding => {
  const { path: _, fixes, ...told } = finding;
  return { ...told, fixes: fixes.map(({ title, safe, preferred }) => ({ title, safe, preferred })) };
};

/** Of a finding that was shown before, the fixes as they are worked out now. */
type FixesAgain = (finding: Finding) => Finding["fixes"];

/** A fix as it was offered; it is worked out anew when somebody wants it. */
class OfferedFix implements FindingFix {
  readonly title: string;
  readonly safe: boolean;
  readonly preferred: boolean;
  readonly #of: Finding;
  readonly #at: number;
  readonly #again: FixesAgain;

  constructor(title: string, { safe, preferred }: StoredFix, of: Finding, at: number, again: FixesAgain) {
    this.title = title;
    this.safe = safe;
    this.preferred = preferred;
    this.#of = of;
    this.#at = at;
    this.#again = again;
  }

  edits(): ReturnType<FindingFix["edits"]> {
    return this.#again(this.#of)[this.#at]?.edits();
  }
}

/** Makes findings of what was stored; words that many have are kept once. */
export class FindingsReader {
  readonly #again: FixesAgain;
  readonly #shared = new Shared();

  constructor(again: FixesAgain) {
    this.#again = again;
  }

  read(path: string, stored: readonly StoredFinding[] | undefined): readonly Finding[] {
    return stored?.map((finding) => this.#finding(path, finding)) ?? NONE;
  }

  #finding(path: string, stored: StoredFinding): Finding {
    const [rule, message, help] = [stored.rule, stored.message, stored.help].map(this.#once) as [
      string,
      string,
      string,
    ];
    const fixes: FindingFix[] = [];
    const finding = { ...stored, path, rule, message, help, fixes };
    for (const fix of stored.fixes)
      fixes.push(new OfferedFix(this.#once(fix.title), fix, finding, fixes.length, this.#again));
    return finding;
  }

  /** However long: messages and what they advise are said of many files. */
  readonly #once = (text: string): string => this.#shared.object(text, () => text);
}

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
