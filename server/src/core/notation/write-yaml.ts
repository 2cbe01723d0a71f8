import { withoutLastBreaks } from "../syntax/values.ts";
import { kindInfo } from "../records/kinds.ts";
import type { Field, FieldGroup, Plain, RecordData } from "../records/model.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { absolute, allFields, fieldEnd, lineEnd, lineStart, nextLineStart, type Target } from "./write-context.ts";
import { saysMore } from "./said-by.ts";
import { anyFlow, flowText, isBlankValue, yamlAfterKey, yamlBlock, yamlScalar } from "./write-values.ts";
import { greatest, least } from "../text/many.ts";

/** Whether the mapping, or the group in it, is written in braces. */
const isFlow = ({ text, base, data }: Target, group?: FieldGroup) =>
  text[base + (group ?? data).span.start] === "{" && (group !== undefined || isInner(data));

/** Whether a record is a mapping below others, whose first key may follow a dash. */
const isInner = ({ notation }: RecordData) => notation === "yaml-item" || notation === "yaml-block";

/** Sets a field that stands in YAML; undefined where it holds more than the words that are known of it. */
export function setYaml(target: Target, field: Field, value: Plain): TextEdit[] | undefined {
  const { text, newline } = target;
  if (saysMore(field.value)) return undefined;
  const key = absolute(target, field.keySpan);
  const old = absolute(target, field.value.span);
  if (isFlow(target) || isFlow(target, field.group))
    return [replaceAfterColon(text, key, old, isBlankValue(value) ? "" : ` ${anyFlow(value)}`)];
  const indent = key.start - lineStart(text, key.start);
  if (field.value.type === "list" && Array.isArray(value) && value.length > 0) return [setList(target, old, value)];
  if (field.value.type === "scalar" && typeof value === "string" && value !== "" && !isPoints(text, old)) {
    const quoted = sameQuotes(text, old, value);
    if (quoted !== undefined) return [{ span: old, newText: quoted }];
    const block = text[old.start] === "|" || text[old.start] === ">";
    return [
      {
        span: old,
        newText: block && value.includes("\n") ? literal(value, indent, newline) : yamlScalar(value, indent, newline),
      },
    ];
  }
  return [replaceAfterColon(text, key, old, yamlAfterKey(value, indent, newline))];
}

/** Whether what stands there as one text is a list of points. */
const isPoints = (text: string, { start }: Span): boolean =>
  text[start] === "[" || (text[start] === "-" && /\s/.test(text[start + 1] ?? ""));

/** The value in the quotes the old one has, where that needs no escapes. */
function sameQuotes(text: string, old: Span, value: string): string | undefined {
  const quote = text[old.start];
  if (/[\n\r\t\\]/.test(value)) return undefined;
  if (quote === '"' && !value.includes('"')) return `"${value}"`;
  return quote === "'" ? `'${value.replaceAll("'", "''")}'` : undefined;
}

function literal(value: string, indent: number, newline: string): string {
  const pad = " ".repeat(indent + 2);
  const lines = withoutLastBreaks(value).split("\n");
  return ["|", ...lines.map((line) => (line === "" ? "" : pad + line))].join(newline);
}

function setList(target: Target, old: Span, value: readonly Plain[]): TextEdit {
  const { text, newline } = target;
  if (text[old.start] === "[") return { span: old, newText: flowText(value) ?? anyFlow(value) };
  if (text[old.start] !== "-") return { span: old, newText: flowText(value) ?? anyFlow(value) };
  return { span: old, newText: yamlBlock(value, old.start - lineStart(text, old.start), newline) };
}

/** Replaces what follows the colon. A comment between key and a value on later lines goes with the value. */
function replaceAfterColon(text: string, key: Span, old: Span, newText: string): TextEdit {
  const colon = text.indexOf(":", key.end);
  const from = colon < 0 || colon > old.end ? key.end : colon + 1;
  const missing = colon < 0 || colon > Math.max(old.end, lineEnd(text, key.end)) ? ":" : "";
  return { span: { start: from, end: Math.max(from, old.end) }, newText: missing + newText };
}

/** Removes a field that stands in YAML, with the mapping it is alone in; undefined where it is the record's only one. */
export function removeYaml(target: Target, field: Field): TextEdit[] | undefined {
  const { text, data } = target;
  const beside = allFields(data).filter(({ group }) => isSame(group, field.group));
  const alone = field.group !== undefined && beside.length === 1;
  const group = alone ? undefined : field.group;
  const place = alone ? standing(field) : { start: field.keySpan.start, end: fieldEnd(field) };
  const [start, end] = [target.base + place.start, target.base + place.end];
  const starts = group ? beside.map(({ keySpan }) => keySpan.start) : keyStarts(data);
  const next = following(target, starts, place.start);
  if (isFlow(target) || isFlow(target, group)) return removeFlow(text, start, end, next);
  const line = lineStart(text, start);
  if (text.slice(line, start).trim() === "")
    return [{ span: { start: line, end: nextLineStart(text, end) }, newText: "" }];
  if (next === undefined || !isInner(data)) return undefined;
  return [{ span: { start, end: next }, newText: "" }];
}

function removeFlow(text: string, start: number, end: number, next: number | undefined): TextEdit[] {
  if (next !== undefined) return [{ span: { start, end: next }, newText: "" }];
  let from = start;
  while (from > 0 && /[\s,]/.test(text[from - 1] as string)) from--;
  return [{ span: { start: from, end }, newText: "" }];
}

/** Where the key after the one at `from` starts. */
function following(target: Target, starts: readonly number[], from: number): number | undefined {
  const later = starts.filter((start) => start > from);
  return later.length > 0 ? target.base + least(later) : undefined;
}

const keyStarts = (data: RecordData): number[] => allFields(data).map((field) => standing(field).start);

/** Where in its record a field stands: in a group, where that does. */
const standing = (field: Field): Span =>
  field.group
    ? { start: field.group.keySpan.start, end: field.group.span.end }
    : { start: field.keySpan.start, end: fieldEnd(field) };

const isSame = (a: FieldGroup | undefined, b: FieldGroup | undefined): boolean => a?.keySpan.start === b?.keySpan.start;

/**
 * Adds fields after the last one of the mapping; those that belong into a group that stands there, after the last one of that.
 * `within` bounds the YAML, for front matter.
 */
export function addYaml(
  target: Target,
  fields: Readonly<Record<string, Plain>>,
  within?: Span,
): TextEdit[] | undefined {
  const own: Record<string, Plain> = {};
  const inside = new Map<FieldGroup, Record<string, Plain>>();
  for (const [name, value] of Object.entries(fields)) {
    const part = partOf(target.data, name);
    if (!part) own[name] = value;
    else inside.set(part.group, { ...inside.get(part.group), [part.name]: value });
  }
  const edits = [...inside].map(([group, parts]) => addToGroup(target, group, parts));
  if (Object.keys(own).length === 0) return edits;
  const rest = addToRecord(target, own, within);
  return rest && [...edits, ...rest];
}

/** The group in a record that a field it does not have belongs into, and its name there. */
function partOf({ kind, fields }: RecordData, name: string): { group: FieldGroup; name: string } | undefined {
  const groups = kind === undefined ? [] : kindInfo(kind).groups;
  for (const { name: of, means } of groups) {
    const part = [...means].find(([, field]) => field.name === name)?.[0];
    const group = part !== undefined && fields.values().find((field) => field.group?.name === of)?.group;
    if (group) return { group, name: part };
  }
  return undefined;
}

function addToGroup(target: Target, group: FieldGroup, parts: Readonly<Record<string, Plain>>): TextEdit {
  const { text, newline, base, data } = target;
  const beside = allFields(data).filter((field) => isSame(field.group, group));
  const end = base + greatest(beside.map(fieldEnd));
  if (isFlow(target, group)) return addFlow(end, parts);
  const first = base + least(beside.map(({ keySpan }) => keySpan.start));
  return addLines(lineEnd(text, end), parts, first - lineStart(text, first), newline);
}

function addToRecord(
  target: Target,
  fields: Readonly<Record<string, Plain>>,
  within: Span | undefined,
): TextEdit[] | undefined {
  const { text, newline, base, data } = target;
  const inside = (at: number) => !within || (at >= within.start && at < within.end);
  const places = allFields(data)
    .map(standing)
    .filter(({ start }) => inside(base + start));
  const keys = [
    ...places.map(({ start }) => base + start),
    ...(data.kindSpan ? [markerKey(text, base + data.kindSpan.start)] : []),
  ];
  const ends = [...places.map(({ end }) => base + end), ...(data.kindSpan ? [base + data.kindSpan.end] : [])];
  if (isFlow(target)) return [addFlow(greatest([...ends, base + data.span.start + 1]), fields)];
  if (keys.length === 0) return data.notation === "yaml-item" ? undefined : [addFirst(target, fields, within)];
  const first = least(keys);
  const end = lineEnd(text, greatest(ends));
  const at = within ? Math.min(end, within.end) : end;
  return [addLines(at, fields, first - lineStart(text, first), newline)];
}

/** Fields on lines of their own below the line that ends at `at`. */
function addLines(at: number, fields: Readonly<Record<string, Plain>>, indent: number, newline: string): TextEdit {
  const lines = yamlLines(fields, indent, newline);
  return { span: { start: at, end: at }, newText: lines.map((line) => newline + line).join("") };
}

/** Fields of a mapping that has none yet: at the end of the front matter, or of a file that is empty or holds nothing but comments. */
function addFirst({ text, newline }: Target, fields: Readonly<Record<string, Plain>>, within?: Span): TextEdit {
  const at = within?.end ?? text.length;
  const lead = within || at === 0 || /[\n\ufeff]$/.test(text) ? "" : newline;
  const lines = yamlLines(fields, 0, newline).map((line) => line + newline);
  return { span: { start: at, end: at }, newText: lead + lines.join("") };
}

/** Where the key before a value on the same line starts. */
function markerKey(text: string, value: number): number {
  const start = lineStart(text, value);
  const lead = /^[ \t]*(?:- +)?/.exec(text.slice(start, value))?.[0].length ?? 0;
  return start + lead;
}

/** `key: value` lines at a column; a value of several lines is one of them. */
export function yamlLines(fields: Readonly<Record<string, Plain>>, indent: number, newline: string): string[] {
  return Object.entries(fields).map(
    ([name, value]) => `${" ".repeat(indent)}${yamlKey(name)}:${yamlAfterKey(value, indent, newline)}`,
  );
}

const yamlKey = (name: string) => yamlScalar(name, 0, " ");

function addFlow(at: number, fields: Readonly<Record<string, Plain>>): TextEdit {
  const text = Object.entries(fields).map(
    ([name, value]) => `, ${yamlKey(name)}: ${isBlankValue(value) ? "null" : anyFlow(value)}`,
  );
  return { span: { start: at, end: at }, newText: text.join("") };
}

/** Adds items to a register, after `last`, its last item. */
export function addYamlItems(last: Target, records: readonly Readonly<Record<string, Plain>>[]): TextEdit[] {
  return [itemsAfter(last, absolute(last, last.data.span), records)];
}

/** Adds entries to a list of mappings that stands in YAML; undefined where there is no list with an entry. */
export function addYamlEntries(
  target: Target,
  field: Field,
  entries: readonly Readonly<Record<string, Plain>>[],
): TextEdit[] | undefined {
  const last = field.value.type === "list" ? field.value.items.at(-1) : undefined;
  return last && [itemsAfter(target, absolute(target, last.span), entries)];
}

/** Items after the one at `last`, in its manner. */
function itemsAfter(
  { text, newline }: Target,
  { start, end }: Span,
  records: readonly Readonly<Record<string, Plain>>[],
): TextEdit {
  const before = text.slice(0, start).trimEnd().at(-1);
  if (before === "[" || before === ",") {
    return { span: { start: end, end }, newText: records.map((record) => `, ${anyFlow(record)}`).join("") };
  }
  const dash = text.lastIndexOf("-", start);
  const indent = dash < 0 ? 0 : dash - lineStart(text, dash);
  const sameLine = lineStart(text, dash) === lineStart(text, start);
  const inner = sameLine ? start - lineStart(text, start) : indent + 2;
  const at = lineEnd(text, end);
  const gap = hasBlankBefore(text, start) ? newline : "";
  const newText = records.map((record) => newline + gap + yamlItem(record, indent, inner, newline)).join("");
  return { span: { start: at, end: at }, newText };
}

/** Whether a blank line stands before the item that starts at `at`. */
function hasBlankBefore(text: string, at: number): boolean {
  const start = lineStart(text, at);
  return start > 0 && /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 200), start));
}

/** An item: a dash in column `indent`, keys in column `inner`. */
export function yamlItem(
  record: Readonly<Record<string, Plain>>,
  indent: number,
  inner: number,
  newline: string,
): string {
  const lines = yamlLines(record, inner, newline);
  const [first = ""] = lines;
  const dash = `${" ".repeat(indent)}-`.padEnd(inner);
  return [dash + first.trimStart(), ...lines.slice(1)].join(newline);
}
