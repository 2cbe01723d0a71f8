import { parseProvisionField } from "../catalog/provision-field.ts";
import { findIds } from "../records/ids.ts";
import type { FieldInfo, FieldType } from "../records/kinds.ts";
import type { Entry, ListValue, MapValue, ScalarValue, Value } from "../records/model.ts";
import { coerce, splitList } from "../records/values.ts";
import { exact } from "../text/exact.ts";
import { pointAsText, saidBy } from "./said-by.ts";
import type { ReadSetting } from "./setting.ts";
import { addAll } from "../text/many.ts";

const NOTHING = /^(?:[-–—.…]{1,3}|\/)$/;
/** Words that say that nothing is meant, where an id, a date or a file is asked for. */
const NONE_WORD = /^(?:none|n\/?a|nil|not applicable|never|not yet)\.?$/i;
const NONE_TYPES: ReadonlySet<FieldType> = new Set(["ref", "refs", "date", "path", "paths", "provision", "provisions"]);

/** A value of YAML as its field means it: text turned into the schema's values, a list written as one text into its items. */
export function typeYaml(info: FieldInfo | undefined, value: Value, source: string, setting: ReadSetting): Value {
  if (!info) return value;
  const { element } = info;
  switch (value.type) {
    case "empty":
      return value;
    case "scalar":
      return typeScalar(info, element, value, source, setting);
    case "list": {
      if (info.points) return pointsOf(value, source);
      const items: Value[] = [];
      for (let i = 0; i < value.items.length; i++)
        typeItem(info, element, value.items[i] as Value, source, setting, items);
      return { type: "list", span: value.span, items: exact(items) };
    }
    case "map":
      return info.type === "satisfies" ? typeSatisfies(value, source) : typeMap(info, value, source, setting);
  }
}

function typeItem(
  info: FieldInfo,
  element: FieldInfo | undefined,
  item: Value,
  source: string,
  setting: ReadSetting,
  into: Value[],
): void {
  if (item.type === "map" && info.type === "maps") into.push(typeMap(info, item, source, setting));
  else if (item.type === "map" && element && !info.holds) addAll(into, wordOf(element, item, source, setting));
  else if (element?.type !== "ref" || item.type !== "scalar") into.push(typeYaml(element, item, source, setting));
  else if (isWord(item)) into.push(withPlain(item, item.text));
  else addAll(into, refsIn(item, source));
}

/** A mapping that stands for a word, as that word. */
function wordOf(element: FieldInfo, map: MapValue, source: string, setting: ReadSetting): readonly Value[] {
  const word = saidBy(element.type, map) ?? (element.type === "text" ? withColon(map, source) : undefined);
  if (!word) return [typeYaml(element, map, source, setting)];
  const read = element.type === "ref" ? refsIn(word, source) : [typeYaml(element, word, source, setting)];
  const isWhole = word.span.start === map.span.start && word.span.end === map.span.end;
  return read.map((value, i) => (value.type === "scalar" && i === 0 && !isWhole ? { ...value, of: map } : value));
}

/** A text with a colon in it (`- Staff: all of them`), which YAML takes for a mapping. */
function withColon(map: MapValue, source: string): ScalarValue | undefined {
  if (map.entries.length !== 1 || map.entries[0]?.value.type !== "scalar") return undefined;
  const text = source.slice(map.span.start, map.span.end);
  return text.startsWith("{") || text.includes("\n")
    ? undefined
    : { type: "scalar", span: map.span, text, plain: text };
}

/** A list of points as the text that they are together. */
function pointsOf(list: ListValue, source: string): Value {
  const points = list.items.map((item) => pointAsText(item, source)).filter((text) => text !== "");
  if (points.length === 0) return list.items.length === 0 ? list : { type: "empty", span: list.span };
  const text = points.join("; ");
  return { type: "scalar", span: list.span, text, plain: text };
}

function typeMap(info: FieldInfo, map: MapValue, source: string, setting: ReadSetting): MapValue {
  if (!info.nested) return map;
  const typed = (entry: Entry): Entry => {
    const nested = info.nested?.find((field) => field.name === entry.key);
    return entryWith(entry, typeYaml(nested, entry.value, source, setting));
  };
  return { type: "map", span: map.span, entries: map.entries.map(typed) };
}

/** `satisfies: { iso-42001: [5.2] }`: numbers are names of provisions, not quantities. */
function typeSatisfies(map: MapValue, source: string): MapValue {
  const number = (value: Value): Value => (value.type === "scalar" ? withPlain(value, value.text) : value);
  const numbers = (value: Value): Value => {
    if (value.type === "scalar") return listOf(value, source, number);
    return value.type === "list" ? { type: "list", span: value.span, items: value.items.map(number) } : value;
  };
  return { type: "map", span: map.span, entries: map.entries.map((entry) => entryWith(entry, numbers(entry.value))) };
}

const entryWith = ({ key, keySpan }: Entry, value: Value): Entry => ({ key, keySpan, value });

function typeScalar(
  info: FieldInfo,
  element: FieldInfo | undefined,
  value: ScalarValue,
  source: string,
  setting: ReadSetting,
): Value {
  const { text } = value;
  if (isNothing(info, text)) return { type: "empty", span: value.span };
  if (info.type === "text") return value.plain === text ? value : withPlain(value, text);
  if (info.type === "satisfies") return satisfiesFrom(value, source, setting);
  if (info.type === "ref") return refsIn(value, source)[0] ?? value;
  if (!element) {
    const plain = coerce(info, text);
    return value.plain === plain ? value : withPlain(value, typeof plain === "object" ? text : plain);
  }
  if (element.type === "text") return { type: "list", span: value.span, items: [withPlain(value, text)] };
  if (element.type === "ref")
    return {
      type: "list",
      span: value.span,
      items: splitScalar(value, source).flatMap((item) => refsIn(item, source)),
    };
  return listOf(value, source, (item) => typeYaml(element, item, source, setting));
}

const WORD = /^[\w-]+$/;

const withPlain = (value: ScalarValue, plain: ScalarValue["plain"]): ScalarValue =>
  value.plain === plain ? value : { type: "scalar", span: value.span, text: value.text, plain };

const SMALL_N = 110;
const DIGIT_0 = 48;

/** Whether the text says that there is no value. */
export function isNothing(info: FieldInfo, text: string): boolean {
  if (text.length >= 20) return false;
  const first = text.charCodeAt(0);
  if ((first | 32) === SMALL_N) return NONE_TYPES.has(info.type) && NONE_WORD.test(text);
  return text.length < 4 && (first < DIGIT_0 || first > 127) && NOTHING.test(text);
}

function listOf(value: ScalarValue, source: string, each: (item: ScalarValue) => Value): ListValue {
  return { type: "list", span: value.span, items: splitScalar(value, source).map(each) };
}

/** The items of a list written as one scalar; where the text is not what stands in the source, all of them stand where it does. */
function splitScalar(value: ScalarValue, source: string): ScalarValue[] {
  const at = offsetOfText(value, source);
  return splitList(value.text).map(({ text, start, end }) => {
    const span = at === undefined ? value.span : { start: at + start, end: at + end };
    return { type: "scalar", span, text, plain: text };
  });
}

/** Where a scalar's text begins in the source, if it stands there letter by letter. */
export function offsetOfText(value: ScalarValue, source: string): number | undefined {
  const { start } = value.span;
  if (source.startsWith(value.text, start)) return start;
  return source.startsWith(value.text, start + 1) ? start + 1 : undefined;
}

/** A single word as it stands, which is an id or none, and its text in either case. */
const isWord = ({ text, span }: ScalarValue): boolean => WORD.test(text) && span.end - span.start === text.length;

/** The ids in a reference; a reference without any keeps its text. */
function refsIn(value: ScalarValue, source: string): ScalarValue[] {
  if (isWord(value)) return [withPlain(value, value.text)];
  const found = findIds(value.text);
  const at = offsetOfText(value, source);
  if (found.length === 0 || at === undefined) return [withPlain(value, value.text)];
  return found.map(({ id, start, end }) => ({
    type: "scalar",
    span: { start: at + start, end: at + end },
    text: id,
    plain: id,
  }));
}

/** `satisfies` written as a text: its citations, by the standard each means. */
function satisfiesFrom(value: ScalarValue, source: string, setting: ReadSetting): Value {
  const at = offsetOfText(value, source);
  const byStandard = new Map<string, Value[]>();
  for (const citation of parseProvisionField(value.text, { standards: setting.standards, place: "field" })) {
    const meant = citation.meant ?? setting.standards[0];
    if (meant === undefined) continue;
    const { start, end } = citation.numberSpan;
    const span = at === undefined ? value.span : { start: at + start, end: at + end };
    const item: ScalarValue = { type: "scalar", span, text: citation.number, plain: citation.number };
    byStandard.set(meant, [...(byStandard.get(meant) ?? []), item]);
  }
  if (byStandard.size === 0) return value;
  const entries = [...byStandard].map(([key, items]) => ({
    key,
    keySpan: value.span,
    value: { type: "list" as const, span: value.span, items },
  }));
  return { type: "map", span: value.span, entries };
}
