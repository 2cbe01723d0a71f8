import { provision as findProvision } from "../catalog/catalog.ts";
import { type FieldInfo, kindInfo } from "../records/kinds.ts";
import type { MapValue, Notation, RecordData, ScalarValue, Value } from "../records/model.ts";
import type { BlockData, Document } from "../syntax/document.ts";
import { type Span, shift, touches } from "../text/span.ts";
import { addAll } from "../text/many.ts";

/** A place at which something is named that is named elsewhere too. */
export interface Occurrence {
  /** What is named: see `keyOfId`, `keyOfProvision`, `keyOfPerson`. */
  readonly key: string;
  readonly span: Span;
  /** Whether the record with this id is declared here. */
  readonly declares: boolean;
}

export const keyOfId = (id: string): string => `id:${id.toLowerCase()}`;
export const keyOfProvision = (standard: string, provision: string): string => `provision:${standard}:${provision}`;
export const keyOfPerson = (name: string): string => `person:${name.trim()}`;

interface Remembered {
  readonly standards: readonly string[];
  readonly list: readonly Occurrence[];
}
/** By record and by block, spans relative to it: text that stays the same is looked through once. */
const known = new WeakMap<RecordData | BlockData, Remembered>();

/** Where in a document to look: what is known not to hold what is wanted need not be looked through. */
export interface Among {
  record(data: RecordData, base: number, ordinal: number): boolean;
  block(data: BlockData, base: number): boolean;
}
const EVERYWHERE: Among = { record: () => true, block: () => true };

/** Entries of registers, all of whose fields stand in one piece. */
const IN_ONE_PIECE: ReadonlySet<Notation> = new Set<Notation>(["table-row", "csv-row", "yaml-item"]);

/** What may stand at an offset. */
export const around = (offset: number): Among => ({
  record: ({ notation, span }, base) => !IN_ONE_PIECE.has(notation) || touches(span, offset - base),
  block: ({ text }, base) => base <= offset && offset <= base + text.length,
});

/** What may name a record: entries that do so in a field made for it, and text with ids. */
export const naming = (records: ReadonlySet<number>): Among => ({
  record: ({ duplicates }, _base, ordinal) => records.has(ordinal) || duplicates.length > 0,
  block: ({ mentions, links }) => mentions.length > 0 || links.length > 0,
});

/** What is named in a document and is wanted, in document order, each place once. */
export function occurrencesIn(
  document: Document,
  standards: readonly string[],
  wanted: (occurrence: Occurrence, base: number) => boolean,
  among: Among = EVERYWHERE,
): Occurrence[] {
  if (!document.governed) return [];
  const found: Occurrence[] = [];
  const add = (list: readonly Occurrence[], base: number): void => {
    for (const one of list) if (wanted(one, base)) found.push({ ...one, span: shift(one.span, base) });
  };
  document.records.forEach(({ base, data }, i) => {
    if (among.record(data, base, i)) add(remembered(data, standards, inRecord), base);
  });
  for (const { base, data } of document.blocks)
    if (among.block(data, base)) add(remembered(data, standards, inBlock), base);
  found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  // A value in quotes and the citation read inside them are one place.
  const ends = new Map<string, number>();
  return found.filter(({ span, key }) => {
    const within = (ends.get(key) ?? -1) >= span.end;
    if (!within) ends.set(key, span.end);
    return !within;
  });
}

function remembered<T extends RecordData | BlockData>(
  data: T,
  standards: readonly string[],
  look: (data: T, standards: readonly string[]) => readonly Occurrence[],
): readonly Occurrence[] {
  const before = known.get(data);
  if (before?.standards === standards) return before.list;
  const list = look(data, standards);
  known.set(data, { standards, list });
  return list;
}

function inBlock({ citations, mentions, links }: BlockData): Occurrence[] {
  const cited = citations.flatMap(({ provision, span }): Occurrence[] =>
    provision ? [{ key: keyOfProvision(provision.standard, provision.id), span, declares: false }] : [],
  );
  const named = [...mentions, ...links.map(({ target, span }) => ({ id: target, span }))];
  return [...cited, ...named.map(({ id, span }) => ({ key: keyOfId(id), span, declares: false }))];
}

function inRecord(data: RecordData, standards: readonly string[]): Occurrence[] {
  const out: Occurrence[] = [];
  if (data.id !== undefined && data.idSpan) out.push({ key: keyOfId(data.id), span: data.idSpan, declares: true });
  const kind = data.kind === undefined ? undefined : kindInfo(data.kind);
  for (const field of [...data.fields.values(), ...data.duplicates]) {
    const info = field.known ? kind?.field(field.name) : undefined;
    if (info) addAll(out, inValue(field.value, info, standards));
  }
  return out;
}

function inValue(value: Value, info: FieldInfo, standards: readonly string[]): Occurrence[] {
  switch (value.type) {
    case "empty":
      return [];
    case "list":
      return value.items.flatMap((item) => inValue(item, info, standards));
    case "map":
      if (info.type === "person" || info.type === "people") return inPerson(value);
      return value.entries.flatMap(({ key, value: inner }) => {
        if (info.type === "satisfies") return inValue(inner, info, [key]);
        const nested = info.nested?.find((field) => field.name === key);
        return nested ? inValue(inner, nested, standards) : [];
      });
    case "scalar": {
      const key = keyOf(info.type, value, standards);
      return key === undefined ? [] : [{ key, span: value.span, declares: false }];
    }
  }
}

/** A person written as a mapping, under the key of the same person written in one line. */
function inPerson({ entries }: MapValue): Occurrence[] {
  const textOf = (name: string): ScalarValue | undefined => {
    const value = entries.find(({ key }) => key === name)?.value;
    return value?.type === "scalar" ? value : undefined;
  };
  const [name, role] = [textOf("name"), textOf("role")];
  if (!name) return [];
  const key = keyOfPerson(role ? `${name.text} (${role.text})` : name.text);
  return [{ key, span: name.span, declares: false }];
}

function keyOf(
  type: FieldInfo["type"],
  { text, plain }: ScalarValue,
  standards: readonly string[],
): string | undefined {
  switch (type) {
    case "ref":
    case "refs":
      return keyOfId(typeof plain === "string" ? plain : text);
    case "person":
    case "people":
      return keyOfPerson(text);
    case "provision":
    case "provisions":
    case "satisfies": {
      const found = standards.map((standard) => findProvision(standard, text)).find((one) => one !== undefined);
      return found && keyOfProvision(found.standard, found.id);
    }
    default:
      return undefined;
  }
}
