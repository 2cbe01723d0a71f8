import type { KindId } from "../generated/kinds.ts";
import { kindForId, kindForRegisterKey, kindForWord, type KindInfo, kindInfo } from "../records/kinds.ts";
import type { Entry, MapValue, PlacedRecord, RecordData, Value } from "../records/model.ts";
import type { Block, BlockData, Problem } from "../syntax/document.ts";
import { shiftEntry, shiftValue } from "../syntax/values.ts";
import { parseYaml } from "../syntax/yaml.ts";
import {
  readableItems,
  readingYaml,
  type YamlDocument,
  type YamlEntry,
  type YamlItem,
  type YamlPart,
  wholeEntry,
} from "../syntax/yaml-document.ts";
import { type KindMarker, markerOf } from "./kind-marker.ts";
import { withGroups } from "./field-groups.ts";
import { takeMeasurements } from "./measurement-blocks.ts";
import type { Memo } from "./memo.ts";
import { buildRecord, fieldsSpan, mayHaveGaps, type ReadField, type RecordParts } from "./record-builder.ts";
import type { ReadSetting } from "./setting.ts";
import type { Span } from "../text/span.ts";
import type { Steps } from "../text/to-end.ts";
import { inOrder, inTextOrder } from "../text/in-order.ts";
import { readEntry, shiftReadField } from "./yaml-entry.ts";
import { fieldsBlock, readItem, type RecordAndBlock } from "./yaml-record.ts";

/** What a YAML text holds. */
export interface YamlContents {
  readonly governed: boolean;
  readonly records: readonly PlacedRecord[];
  readonly blocks: readonly Block[];
  /** Places in `records` of records that are no items of a register. */
  readonly own: readonly number[];
  readonly template: boolean;
}

/** Where the YAML stands, and what tells its kind besides its keys. */
export interface YamlHint {
  /** The kind a document has without saying so, as `aims.yaml` has. */
  readonly kind?: KindId;
  /** The file's name without its ending: `risks`, `risk-register`. */
  readonly name: string;
  /** For front matter: makes the document's own record, of which the front matter is only a part. */
  readonly own?: (parts: RecordParts) => RecordData;
  /** For front matter: the kind of the document's own record, whatever it says itself. */
  readonly as?: KindId | undefined;
  /** Base of the document's own record; where its YAML starts if not given. */
  readonly base?: number;
}

/** Keys under which a document that names its kind may list its records, besides the kind's own register key. */
const ITEM_KEYS: ReadonlySet<string> = new Set(["items", "records", "entries", "register"]);

/** Reads the records of the YAML in `span` of a text. */
export function* readYamlRecords(
  text: string,
  span: Span,
  hint: YamlHint,
  setting: ReadSetting,
  memo: Memo,
): Steps<YamlContents> {
  return yield* yamlRecords(yield* parsedYaml(text, span, memo), text, hint, setting, memo);
}

/** The same of documents that have been parsed. */
export function* yamlRecords(
  documents: readonly YamlDocument[],
  text: string,
  hint: YamlHint,
  setting: ReadSetting,
  memo: Memo,
): Steps<YamlContents> {
  const reader = new YamlReader(hint, setting, memo);
  for (const [i, document] of documents.entries()) {
    yield* reader.read(document, text);
    if (i % AT_A_TIME === AT_A_TIME - 1) yield;
  }
  return reader.contents();
}

/** So many documents or items are read at a step. */
const AT_A_TIME = 64;

/** The YAML documents in `span`, their parts remembered. */
export function parsedYaml(text: string, span: Span, memo: Memo): Steps<YamlDocument[]> {
  const trees = memo.common("yaml");
  return readingYaml(text, (part) => trees.get(part, parseYaml), span.start, span.end);
}

class YamlReader {
  readonly #hint: YamlHint;
  readonly #setting: ReadSetting;
  /** An item of a register is marked by its own words only. */
  readonly #itemSetting: ReadSetting;
  readonly #memo: Memo;
  readonly #records: PlacedRecord[] = [];
  readonly #blocks: Block[] = [];
  readonly #own = new Set<PlacedRecord>();
  #governed = false;
  #template = false;
  /** Whether any of the blocks looked at, which are so many, cannot be read. */
  #broken = false;
  #looked = 0;

  constructor(hint: YamlHint, setting: ReadSetting, memo: Memo) {
    this.#hint = hint;
    this.#setting = setting;
    this.#itemSetting = { inAims: false, standards: setting.standards };
    this.#memo = memo;
  }

  contents(): YamlContents {
    if (!this.#governed) return { governed: false, records: [], blocks: [], own: [], template: false };
    const blocks = inTextOrder(this.#blocks);
    const records = inOrder(this.#records, (a, b) => a.base + a.data.span.start - (b.base + b.data.span.start));
    const own: number[] = [];
    for (const [i, record] of this.#own.size > 0 ? records.entries() : []) if (this.#own.has(record)) own.push(i);
    return { governed: true, records, blocks, own, template: this.#template };
  }

  *read(document: YamlDocument, text: string): Steps<void> {
    const markerEntry = document.entries.find(({ entry }) => entry.key === "aims" && markerOf(entry, this.#setting));
    const from = markerEntry ?? (isManifest(document) ? undefined : this.#typed(document));
    const marker = from && markerOf(from.entry, this.#setting);
    const kind = this.#hint.as ?? (marker ? marker.kind : this.#hint.kind);
    if (marker || kind) this.#governed = true;
    const registers: Register[] = [];
    const rest: YamlEntry[] = [];
    for (let i = 0; i < document.entries.length; i++) {
      const entry = document.entries[i] as YamlEntry;
      const register = this.#register(entry, kind);
      if (register) registers.push(register);
      else if (entry !== from) rest.push(entry);
    }
    const done = new Set<YamlPart>();
    for (const register of registers) yield* this.#items(register.entry, register.kind, register.items, done);
    if (document.items.length > 0) yield* this.#list(document, done);
    const hasRegister = registers.length > 0;
    const own = marker || kind ? this.#ownRecord(document, text, from, marker, kind, rest, hasRegister) : undefined;
    this.#problems(document, done, own);
    if (this.#setting.inAims && (this.#isBrokenRegister(document) || isUnread(document))) this.#governed = true;
  }

  /** As much of an entry as is read; says so where that is not all. */
  #readable(entry: YamlEntry, text: string): YamlEntry {
    const { entry: readable, unread } = readableItems(entry, text);
    if (unread) this.#blocks.push({ base: unread.base, data: problemBlock(unread.text, unread.tree.problems) });
    return readable;
  }

  #typed({ entries }: YamlDocument): YamlEntry | undefined {
    return entries.find(({ entry }) => entry.key === "type" && markerOf(entry, this.#setting));
  }

  /** Whether a register is meant whose items cannot be read: silence on it would look like a clean bill. */
  #isBrokenRegister({ entries }: YamlDocument): boolean {
    for (; this.#looked < this.#blocks.length; this.#looked++) {
      const problems = this.#blocks[this.#looked]?.data.problems ?? NONE;
      if (problems.length > 0) this.#broken ||= problems.some(({ code }) => code === "invalid-syntax");
    }
    return this.#broken && entries.some(mayBeRegister);
  }

  /** The items of an entry that lists records of a kind; undefined for any other entry. */
  #register(entry: YamlEntry, kind: KindId | undefined): Register | undefined {
    const { key, value } = entry.entry;
    if (!entry.items && value.type !== "list") return undefined;
    const items = itemsOf(entry);
    if (!items.some(({ value }) => value.type === "map")) return undefined;
    const byKey = kindForRegisterKey(key);
    const itemKind = kind && (ITEM_KEYS.has(key) || byKey === kind) ? kind : byKey;
    if (!itemKind) return undefined;
    if (kind && !ITEM_KEYS.has(key) && kindInfo(kind)?.field(key)) return undefined;
    if (!this.#governed && !(this.#setting.inAims && looksLikeRegister(itemKind, items))) return undefined;
    this.#governed = true;
    return { entry, kind: itemKind, items };
  }

  *#items(entry: YamlEntry | undefined, kind: KindId, items: readonly YamlItem[], done: Set<YamlPart>): Steps<void> {
    for (const [i, item] of items.entries()) {
      this.#item(item, kind, entry?.part ?? item.part, done);
      if (i % AT_A_TIME === AT_A_TIME - 1) yield;
    }
  }

  #item(item: YamlItem, kind: KindId, holder: YamlPart | undefined, done: Set<YamlPart>): void {
    const { value, part, base } = item;
    if (value.type !== "map") return;
    const marker = markerIn(value.entries, this.#itemSetting);
    const own = marker ? marker.kind : kind;
    if (part && part.tree.value?.type === "list" && part.tree.value.items.length === 1 && part.type === "item") {
      done.add(part);
      const items = this.#memo.space(`item ${own}`);
      const read = items.get(part.text, (kept) => readItem(own, value, kept, part.tree.problems, this.#setting));
      this.#place(base, read);
      return;
    }
    const source = (holder ?? part)?.text.slice(value.span.start) ?? "";
    const moved = shiftValue(value, -value.span.start);
    const at = base + value.span.start;
    if (moved.type === "map") this.#place(at, readItem(own, moved, source.slice(0, moved.span.end), [], this.#setting));
  }

  #place(base: number, { data, block, measurements }: RecordAndBlock): void {
    this.#records.push({ base, data });
    for (const record of measurements ?? []) this.#records.push({ base, data: record });
    this.#blocks.push({ base, data: block });
  }

  /** A document that is a list: a register, if its items or the file's name say of what. */
  *#list(document: YamlDocument, done: Set<YamlPart>): Steps<void> {
    const kind = this.#listKind(document.items);
    if (!kind) return;
    this.#governed = true;
    yield* this.#items(undefined, kind, document.items, done);
  }

  #listKind(items: readonly YamlItem[]): KindId | undefined {
    for (const { value } of items) {
      for (const entry of value.type === "map" ? value.entries : []) {
        if (entry.key === "aims" && entry.value.type === "scalar") return kindForWord(entry.value.text);
      }
    }
    if (!this.#setting.inAims) return undefined;
    const first = items[0]?.value;
    const kind = kindForRegisterKey(this.#hint.name) ?? (first ? kindForId(idOf(first) ?? "") : undefined);
    return kind && looksLikeRegister(kind, items) ? kind : undefined;
  }

  #ownRecord(
    document: YamlDocument,
    text: string,
    from: YamlEntry | undefined,
    marker: KindMarker | undefined,
    kind: KindId | undefined,
    entries: readonly YamlEntry[],
    hasRegister: boolean,
  ): PlacedRecord | undefined {
    if (hasRegister && isRegisterHeader(kind, entries)) return undefined;
    const base = this.#hint.base ?? document.span.start;
    const fields = this.#ownFields(kind, entries, text, base);
    const source = text.slice(base, document.span.end);
    const shift = from ? from.base - base : 0;
    const markerSpan = marker && { start: marker.span.start + shift, end: marker.span.end + shift };
    const all = fieldsSpan(fields, markerSpan ?? { start: 0, end: 0 });
    const keySpan = from && { start: from.entry.keySpan.start + shift, end: from.entry.keySpan.end + shift };
    const start = Math.min(all.start, keySpan?.start ?? all.start);
    const parts: RecordParts = {
      kind,
      kindText: marker?.text,
      kindSpan: markerSpan,
      notation: "yaml",
      fields: withGroups(fields),
      source,
      span: { start, end: Math.max(all.end, markerSpan?.end ?? 0) },
      head: markerSpan,
      gaps: this.#hint.own ? undefined : mayHaveGaps(fields, source),
    };
    const data = this.#hint.own?.(parts) ?? buildRecord(parts);
    if (data.plain.template === true) this.#template = true;
    const record = { base, data };
    this.#own.add(record);
    this.#records.push(record);
    return record;
  }

  /** The fields of a document's own record; what was made of equal ones before is taken again. */
  #ownFields(kind: KindId | undefined, entries: readonly YamlEntry[], text: string, base: number): ReadField[] {
    const known = this.#memo.common(`own ${kind}`);
    const info = kind && kindInfo(kind);
    const fields: ReadField[] = [];
    const make = (whole: Entry, kept: string): OwnField => {
      const field = readEntry(info, whole, kept, this.#setting);
      const block = fieldsBlock([field], kept, NONE, undefined, this.#setting, true);
      const { read, measurements } = takeMeasurements(field, kept, this.#setting);
      return { read, measurements, block };
    };
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i] as YamlEntry;
      const { at, source, whole } = ownEntry(entry.items ? this.#readable(entry, text) : entry, text);
      // What an alias says stands elsewhere: equal text need not be an equal value.
      const isAlone = !source.includes("*");
      const { read, block, measurements } = isAlone
        ? known.get(source, (kept) => make(whole, kept))
        : make(whole, source);
      this.#blocks.push({ base: at, data: block });
      for (const data of measurements) this.#records.push({ base: at, data });
      fields.push(shiftReadField(read, at - base));
    }
    return fields;
  }

  /** What is wrong with parts that are no items, but for keys that the own record calls its duplicates. */
  #problems({ parts }: YamlDocument, done: ReadonlySet<YamlPart>, own: PlacedRecord | undefined): void {
    let told: ReadonlySet<number> | undefined;
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i] as YamlPart;
      const { base, text, tree } = part;
      if (tree.problems.length === 0 || done.has(part)) continue;
      told ??= new Set(own?.data.duplicates.map((field) => own.base + field.keySpan.start));
      const problems = tree.problems.filter(
        ({ code, span }) => code !== "duplicate-field" || !told?.has(base + span.start),
      );
      if (problems.length > 0) this.#blocks.push({ base, data: problemBlock(text, problems) });
    }
  }
}

/** Whether this is a chart or another manifest of a program, whose `type` is none of ours. */
const isManifest = ({ entries }: YamlDocument): boolean => entries.some(({ entry }) => entry.key === "apiVersion");

/** Whether nothing of a document was read, or not all of a register in it: it is said, as of a file that is too large. */
function isUnread({ parts }: YamlDocument): boolean {
  if (parts.length === 1) return parts[0]?.unread ?? false;
  let head = "";
  for (let i = 0; i < parts.length; i++) {
    const { type, text, unread } = parts[i] as YamlPart;
    if (type !== "item") head = text;
    if (unread && isRegisterKey(head)) return true;
  }
  return false;
}

const isRegisterKey = (text: string): boolean => kindForRegisterKey(/^[\w-]+(?=:)/.exec(text)?.[0] ?? "") !== undefined;

/** What the first entry that says its kind says. */
function markerIn(entries: readonly Entry[], setting: ReadSetting): KindMarker | undefined {
  for (let i = 0; i < entries.length; i++) {
    const marker = markerOf(entries[i] as Entry, setting);
    if (marker) return marker;
  }
  return undefined;
}

/** An entry that lists records of a kind. */
interface Register {
  readonly entry: YamlEntry;
  readonly kind: KindId;
  readonly items: readonly YamlItem[];
}

/** A field of a document's own record, its spans relative to its entry. */
interface OwnField {
  readonly read: ReadField;
  readonly measurements: readonly RecordData[];
  readonly block: BlockData;
}

const NONE: readonly never[] = [];

/** An entry in one piece with the text it stands in, which starts at `at`; spans relative to that. */
function ownEntry(entry: YamlEntry, text: string): { at: number; source: string; whole: Entry } {
  const { part, items } = entry;
  const whole = items ? wholeEntry(entry) : entry.entry;
  const last = items?.at(-1)?.part;
  const alone = part.tree.value?.type !== "map" || part.tree.value.entries.length === 1;
  if (alone)
    return { at: part.base, source: last ? text.slice(part.base, last.base + last.text.length) : part.text, whole };
  const { start } = whole.keySpan;
  const end = Math.max(whole.keySpan.end, whole.value.span.end);
  return { at: part.base + start, source: part.text.slice(start, end), whole: shiftEntry(whole, -start) };
}

const problemBlock = (text: string, problems: readonly Problem[]) => ({
  text,
  heading: undefined,
  citations: [],
  links: [],
  mentions: [],
  placeholders: [],
  problems,
});

/** The items of a list entry, whether or not they were read one by one. */
function itemsOf(entry: YamlEntry): readonly YamlItem[] {
  if (entry.items && entry.items.length > 0) return entry.items;
  const { value } = entry.entry;
  return value.type === "list" ? value.items.map((item) => ({ base: entry.base, value: item })) : [];
}

function idOf(value: Value): string | undefined {
  if (value.type !== "map") return undefined;
  const id = value.entries.find((entry) => entry.key === "id")?.value;
  return id?.type === "scalar" ? id.text : undefined;
}

/** Whether a list that nothing calls a register is one beyond doubt: its items have ids of the kind, and fields of it. */
function looksLikeRegister(kind: KindId, items: readonly YamlItem[]): boolean {
  const info = kindInfo(kind);
  const half = items.length / 2;
  let [maps, named, known] = [0, 0, 0];
  for (const { value } of items) {
    if (value.type !== "map") continue;
    maps++;
    if (kindForId(idOf(value) ?? "") === kind || isControlItem(kind, value)) named++;
    if (hasFields(value, info, 2)) known++;
    // So many are half of the mappings, too.
    if (named >= half && known >= half) return true;
  }
  return maps > 0 && named * 2 >= maps && known * 2 >= maps;
}

/** Whether an entry is called as a register is, and what can be read in it, if anything, has an item that is one of its kind. */
function mayBeRegister(entry: YamlEntry): boolean {
  const kind = kindForRegisterKey(entry.entry.key);
  if (kind === undefined) return false;
  const maps = itemsOf(entry).flatMap(({ value }) => (value.type === "map" ? value : []));
  const isOne = (map: MapValue): boolean =>
    kindForId(idOf(map) ?? "") === kind || isControlItem(kind, map) || hasFields(map, kindInfo(kind), 2);
  return maps.length === 0 || maps.some(isOne);
}

/** Whether a mapping has so many fields of a kind. */
function hasFields({ entries }: Extract<Value, { type: "map" }>, info: KindInfo, fewest: number): boolean {
  let left = fewest;
  for (const { key } of entries) if (info.byName.has(key) && --left === 0) return true;
  return false;
}

/** Controls have a number for an id. */
function isControlItem(kind: KindId, map: Extract<Value, { type: "map" }>): boolean {
  if (kind !== "control") return false;
  const number = map.entries.find((entry) => entry.key === "control" || entry.key === "id")?.value;
  return number?.type === "scalar" && /^A\.\d{1,2}\.\d/.test(number.text);
}

/** Whether what stands beside a register only describes it: nothing in it makes a record of the kind. */
function isRegisterHeader(kind: KindId | undefined, entries: readonly YamlEntry[]): boolean {
  if (!kind) return true;
  const info = kindInfo(kind);
  if (info?.document) return false;
  return !entries.some(({ entry }) => entry.key === "id" || entry.key === "name");
}
