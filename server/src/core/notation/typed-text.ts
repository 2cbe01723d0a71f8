import type { FieldInfo } from "../records/kinds.ts";
import type { ScalarValue, Value } from "../records/model.ts";
import { looksLikeId } from "../records/ids.ts";
import { coerce, splitList } from "../records/values.ts";
import type { Span } from "../text/span.ts";
import type { CsvCell } from "../syntax/csv.ts";
import { shiftValue } from "../syntax/values.ts";
import { isAside } from "./instruction.ts";
import type { ReadSetting } from "./setting.ts";
import { isNothing, typeYaml } from "./typed.ts";
import { visibleText } from "./visible-text.ts";

const BOX = /\[[ xX\u2713\u2714]?\]|[\u2610\u2611\u2612]/g;
/** Longest item for which a comma in a free-text list is taken to separate items. */
const LONGEST_ITEM = 60;

/** A value written as inline Markdown (a cell, the rest of a header line) as its field means it. Spans relative to `raw`. */
export function typeText(info: FieldInfo | undefined, raw: string, setting: ReadSetting): Value {
  const chosen = tickedChoice(raw);
  if (!chosen) return { type: "empty", span: trimmedSpan(raw) };
  if (chosen.start === 0 && chosen.end === raw.length) return typeVisible(info, raw, setting);
  return shiftValue(typeVisible(info, raw.slice(chosen.start, chosen.end), setting), chosen.start);
}

function typeVisible(info: FieldInfo | undefined, raw: string, setting: ReadSetting): Value {
  const { text, span, target } = visibleText(raw);
  if (text === "") return { type: "empty", span: trimmedSpan(raw) };
  if (isAside(text)) return { type: "empty", span };
  if (!info) return { type: "scalar", span, text, plain: text };
  if (isNothing(info, text) || isChoice(info, text)) return { type: "empty", span };
  if (info.type === "path" && target) return pathAt(raw, target);
  const items = listItems(info, raw);
  if (items) return { type: "list", span, items: items.flatMap((item) => typeItem(info, raw, item, setting)) };
  return typeYaml(info, { type: "scalar", span, text, plain: text }, raw, setting);
}

function typeItem(info: FieldInfo, raw: string, item: Span, setting: ReadSetting): readonly Value[] {
  const source = raw.slice(item.start, item.end);
  const { text, span, target } = visibleText(source);
  if (text === "") return [];
  if (target && (info.type === "paths" || (info.type === "refs" && !looksLikeId(text)))) {
    return [shiftValue(pathAt(source, target), item.start)];
  }
  const scalar: ScalarValue = { type: "scalar", span, text, plain: text };
  const typed = typeYaml(info, { type: "list", span, items: [scalar] }, source, setting);
  return (typed.type === "list" ? typed.items : [typed]).map((value) => shiftValue(value, item.start));
}

function pathAt(source: string, target: Span): ScalarValue {
  const text = source.slice(target.start, target.end);
  return { type: "scalar", span: target, text, plain: text };
}

/** The items of a list field's text; undefined where the text is one value. */
function listItems(info: FieldInfo, raw: string): readonly Span[] | undefined {
  if (info.type === "maps") return [{ start: 0, end: raw.length }];
  const { element } = info;
  if (!element) return undefined;
  const items = splitList(raw);
  const prose = element.type === "text" && !/;|<br/i.test(raw) && items.some((item) => item.text.length > LONGEST_ITEM);
  return prose || items.length === 0 ? [{ start: 0, end: raw.length }] : items;
}

/** `Open / In Progress / Closed` in a field that takes one of them: a choice nobody has made. */
function isChoice(info: FieldInfo, text: string): boolean {
  const values = info.values;
  if (!values || text.length > 200) return false;
  const parts = text.split(/[/|]/).map((part) => part.trim());
  if (parts.length < 2 || parts.length > 12 || isValue(info, text)) return false;
  return parts.every((part) => isValue(info, part));
}

function isValue(info: FieldInfo, text: string): boolean {
  const plain = coerce({ ...info, type: "enum" }, text);
  return info.values?.some(({ value }) => value === plain) ?? false;
}

/** Of a row of boxes to tick, what follows the first ticked one; undefined where none is ticked; the whole text where there are no boxes. */
export function tickedChoice(raw: string): Span | undefined {
  if (!/\[[ xX\u2713\u2714]?\]|[\u2610-\u2612]/.test(raw)) return { start: 0, end: raw.length };
  const boxes = [...raw.matchAll(BOX)].filter((box) => raw[box.index + box[0].length] !== "(");
  if (boxes.length === 0) return { start: 0, end: raw.length };
  const ticked = boxes.findIndex((box) => /[xX\u2713\u2714\u2611\u2612]/.test(box[0]));
  const box = boxes[ticked];
  if (!box) return undefined;
  return { start: box.index + box[0].length, end: boxes[ticked + 1]?.index ?? raw.length };
}

function trimmedSpan(raw: string): Span {
  const start = raw.length - raw.trimStart().length;
  return { start, end: Math.max(start, raw.trimEnd().length) };
}

/** A CSV cell's value as its field means it. Spans relative to the cell's start; those inside a cell with doubled quotes are the whole cell's. */
export function typeCsv(info: FieldInfo | undefined, cell: CsvCell, setting: ReadSetting): Value {
  const { text, quoted } = cell;
  const source = quoted ? `"${text}"` : text;
  const exact = source.length === cell.span.end - cell.span.start;
  const whole = { start: 0, end: cell.span.end - cell.span.start };
  const span = quoted && exact ? { start: 1, end: text.length + 1 } : whole;
  if (text.trim() === "") return { type: "empty", span };
  const value = typeYaml(info, { type: "scalar", span, text, plain: text }, source, setting);
  return exact ? value : everywhere(value, whole);
}

/** `value` with `span` for the span of everything in it. */
function everywhere(value: Value, span: Span): Value {
  if (value.type === "list") return { ...value, span, items: value.items.map((item) => everywhere(item, span)) };
  if (value.type !== "map") return { ...value, span };
  return {
    ...value,
    span,
    entries: value.entries.map((entry) => ({ ...entry, keySpan: span, value: everywhere(entry.value, span) })),
  };
}
