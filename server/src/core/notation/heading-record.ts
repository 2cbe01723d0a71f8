import type { KindId } from "../generated/kinds.ts";
import { looksLikeId } from "../records/ids.ts";
import { kindForId, kindInfo } from "../records/kinds.ts";
import type { Heading } from "../syntax/document.ts";
import type { MarkdownBlock } from "../syntax/markdown-blocks.ts";
import { shiftValue } from "../syntax/values.ts";
import { shift, type Span } from "../text/span.ts";
import { type LabelledValue, labelledValues, plainLines } from "./labelled-lines.ts";
import { buildRecord, fieldFor, type ReadField } from "./record-builder.ts";
import type { RecordData } from "../records/model.ts";
import type { ReadSetting } from "./setting.ts";
import { typeText } from "./typed-text.ts";

/** An id, set off from the title behind it, or with nothing but a space between. */
const ID_TITLE = /^\[?([A-Za-z][\w.-]{0,40}?\d[\w.]*)\]?(?:\s*[:–—|]\s*|\s+-\s+|\s+|$)/;

/** All titles that begin so, and few besides. */
const LIKE_ID = /^\[?[A-Za-z][\w.-]{0,40}\d/;

/** A heading that begins with a record's id, with the labelled blocks under it. Offsets are absolute. */
export interface HeadingRecord {
  readonly kind: KindId;
  readonly heading: Heading;
  readonly id: Span;
  /** The title after the id; empty where there is none. */
  readonly title: Span;
  readonly values: readonly LabelledValue[];
  readonly blocks: readonly MarkdownBlock[];
  readonly end: number;
}

/** The heading, block `at` of a text, as the head of a record, with the labelled values in the blocks up to the next heading. */
export function headingRecord(
  text: string,
  heading: Heading,
  blocks: readonly MarkdownBlock[],
  at: number,
): HeadingRecord | undefined {
  if (heading.level < 2 || !LIKE_ID.test(heading.title)) return undefined;
  const raw = text.slice(heading.span.start, heading.span.end);
  const source = /^[*_`]/.test(raw) ? raw.replace(/^[*_`]+/, (marks) => " ".repeat(marks.length)) : raw;
  const lead = source.length - source.trimStart().length;
  const match = ID_TITLE.exec(source.trimStart());
  const id = match?.[1];
  const kind = id && looksLikeId(id) ? kindForId(id) : undefined;
  if (!match || !id || !kind) return undefined;
  const read = readUnder(text, blocksUnder(blocks, at), kind);
  const values = read.flatMap((block) => block.values);
  const known = values.filter(({ label }) => fieldFor(kind, label).info);
  if (known.length < (setOff(match[0]) ? 1 : 2) || known.length * 3 < values.length) return undefined;
  const start = heading.span.start + lead;
  const idAt = start + match[0].indexOf(id);
  const afterId = start + match[0].length;
  return {
    kind,
    heading,
    id: { start: idAt, end: idAt + id.length },
    title: { start: afterId, end: trimMarks(text, afterId, heading.span.end) },
    values,
    blocks: read.map(({ block }) => block),
    end: (read.at(-1) as LabelledBlock).block.end,
  };
}

/** Whether a mark and not only a space stands between id and title. */
const setOff = (lead: string): boolean => !/[^\s:–—|-]\s$/.test(lead);

/** The blocks below a heading up to the next one. */
function blocksUnder(blocks: readonly MarkdownBlock[], at: number): MarkdownBlock[] {
  const under: MarkdownBlock[] = [];
  for (let i = at + 1; i < blocks.length; i++) {
    const block = blocks[i] as MarkdownBlock;
    if (block.type === "heading") break;
    under.push(block);
  }
  return under;
}

interface LabelledBlock {
  readonly block: MarkdownBlock;
  readonly values: readonly LabelledValue[];
}

/** The labelled blocks under a heading; lines without bold where most of their labels are the kind's own. */
function readUnder(text: string, under: readonly MarkdownBlock[], kind: KindId): LabelledBlock[] {
  const plain = under.flatMap((block) => (block.type === "paragraph" ? (plainLines(text, block) ?? []) : []));
  const known = plain.filter(({ label }) => fieldFor(kind, label).info);
  const believed = known.length > 1 && known.length * 2 >= plain.length;
  return under.flatMap((block) => {
    const values =
      labelledValues(text, block) ?? (believed && block.type === "paragraph" ? plainLines(text, block) : undefined);
    return values ? [{ block, values }] : [];
  });
}

function trimMarks(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && "*_`# ".includes(text[at - 1] as string)) at--;
  return at;
}

/** The record; its spans are relative to the heading's start, where `source` begins. */
export function readHeadingRecord(
  source: string,
  found: HeadingRecord,
  setting: ReadSetting,
): { data: RecordData; fields: readonly ReadField[] } {
  const base = found.heading.extent.start;
  const id = rowField(found.kind, "id", shift(found.id, -base), source, setting);
  const titleName = kindInfo(found.kind).field("title") ? "title" : "name";
  const title = shift(found.title, -base);
  const named = title.end > title.start ? [rowField(found.kind, titleName, title, source, setting)] : [];
  const labelled = found.values.map((value) => readLabelled(found.kind, value, base, source, setting));
  const fields = [id, ...named, ...labelled];
  const data = buildRecord({
    kind: found.kind,
    notation: "heading",
    fields,
    source,
    span: { start: 0, end: found.end - base },
  });
  return { data, fields };
}

function rowField(kind: KindId, name: string, span: Span, source: string, setting: ReadSetting): ReadField {
  const info = kindInfo(kind).field(name);
  const value = shiftValue(typeText(info, source.slice(span.start, span.end), setting), span.start);
  return { field: { name, known: info !== undefined, label: name, keySpan: span, value }, info };
}

/** A labelled value as a field; spans relative to `base`, where `source` begins. */
export function readLabelled(
  kind: KindId | undefined,
  labelled: LabelledValue,
  base: number,
  source: string,
  setting: ReadSetting,
): ReadField {
  const { name, info } = fieldFor(kind, labelled.label);
  const span = shift(labelled.value, -base);
  const value = shiftValue(typeText(info, source.slice(span.start, span.end), setting), span.start);
  return {
    field: { name, known: info !== undefined, label: labelled.label, keySpan: shift(labelled.labelSpan, -base), value },
    info,
  };
}
