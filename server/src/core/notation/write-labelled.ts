import type { Field, Plain } from "../records/model.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { readFrontMatter } from "../syntax/front-matter.ts";
import { scanMarkdown } from "../syntax/markdown-blocks.ts";
import { readTop } from "./control-header.ts";
import { setCell } from "./write-cell.ts";
import {
  absolute,
  fieldEnd,
  infoOf,
  labelOf,
  lineEnd,
  lineStart,
  nextLineStart,
  type Target,
} from "./write-context.ts";
import { cellText, escapeCell, oneLine } from "./write-values.ts";
import { greatest, least } from "../text/many.ts";

const BOLD_BEFORE = /(\*\*|__)$/;

/** Whether a field stands in the document's control header (a heading record's is what is under its heading): not in its title, nor in a form in the body. */
export function isInHeader(target: Target, field: Field): boolean {
  if (shapeOf(target, field) === "heading") return false;
  if (target.data.notation === "heading") return true;
  const at = absolute(target, field.keySpan).start;
  return headerBlocks(target.text).some((block) => block.start <= at && at < block.end);
}

function headerBlocks(text: string): readonly Span[] {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const front = readFrontMatter(text, start);
  return readTop(text, scanMarkdown(text, front?.problems.length === 0 ? front.body : start)).header?.blocks ?? [];
}

/** How a labelled value is written down: as a line (`**Owner:** x`), a table's row, or a heading. */
export function shapeOf(target: Target, field: Field): "line" | "row" | "heading" {
  const { text } = target;
  const key = absolute(target, field.keySpan);
  const start = lineStart(text, key.start);
  const before = text.slice(start, key.start);
  if (
    /^[ >]*#{1,6}\s/.test(text.slice(start, lineEnd(text, start))) ||
    /^\s*(?:=+|-+)\s*$/.test(lineAfter(text, key.end))
  )
    return "heading";
  return BOLD_BEFORE.test(before) && !/^\s*(?:>\s*)?\|/.test(before) ? "line" : before.includes("|") ? "row" : "line";
}

const lineAfter = (text: string, at: number) =>
  text.slice(nextLineStart(text, at), lineEnd(text, nextLineStart(text, at)));

/** Sets a labelled value. */
export function setLabelled(target: Target, field: Field, value: Plain): TextEdit[] {
  const old = absolute(target, field.value.span);
  const info = infoOf(target.data.kind, field.name);
  const like = target.text.slice(old.start, old.end);
  if (shapeOf(target, field) === "row") return [setCell(target.text, old, escapeCell(cellText(info, value, like)))];
  const said = oneLine(cellText(info, value, like));
  const space = old.start === old.end && said !== "" && !/\s/.test(target.text[old.start - 1] ?? " ") ? " " : "";
  return [{ span: old, newText: space + said }];
}

/** Removes a labelled value, with its line or row when nothing else stands there; undefined for a title. */
export function removeLabelled(target: Target, field: Field): TextEdit[] | undefined {
  const { text } = target;
  const shape = shapeOf(target, field);
  if (shape === "heading") return undefined;
  const key = absolute(target, field.keySpan);
  const start = lineStart(text, key.start);
  const line = { start, end: nextLineStart(text, target.base + fieldEnd(field)) };
  const others = [...target.data.fields.values()].filter((other) => other !== field && startsIn(target, other, line));
  if (others.length > 0) return shape === "row" ? undefined : [removeSegment(target, field, others)];
  return [{ span: line, newText: "" }];
}

const startsIn = (target: Target, field: Field, span: Span) => {
  const { start } = absolute(target, field.keySpan);
  return start >= span.start && start < span.end;
};

/** Cuts one of several labelled values out of a line, with the separator that goes with it. */
function removeSegment(target: Target, field: Field, others: readonly Field[]): TextEdit {
  const { text } = target;
  const mark = 2;
  const start = absolute(target, field.keySpan).start - mark;
  const later = others.map((other) => absolute(target, other.keySpan).start - mark).filter((at) => at > start);
  if (later.length > 0) return { span: { start, end: least(later) }, newText: "" };
  const before = greatest(others.map((other) => target.base + fieldEnd(other)));
  return {
    span: { start: before, end: Math.max(target.base + fieldEnd(field), start) },
    newText: text.slice(before, before),
  };
}

/** Adds labelled values after the last one, in its manner; below its title for a document that has none yet. */
export function addLabelled(target: Target, fields: Readonly<Record<string, Plain>>): TextEdit[] | undefined {
  const standing = [...target.data.fields.values()].filter((field) => isInHeader(target, field));
  const last = standing.sort((a, b) => a.keySpan.start - b.keySpan.start).at(-1);
  if (!last) return firstLabelled(target, fields);
  const shape = shapeOf(target, last);
  const at = lineEnd(target.text, target.base + fieldEnd(last));
  const entries = Object.entries(fields);
  const lines = entries.map(([name, value]) => (shape === "row" ? newRow : newLine)(target, last, name, value));
  const lead = shape === "row" ? "" : hardBreak(target, standing, at);
  const newText = lines.map((line) => lead + target.newline + line).join("");
  return [{ span: { start: at, end: at }, newText }];
}

/** Labelled lines below a document's title; undefined where it has none. */
function firstLabelled(target: Target, fields: Readonly<Record<string, Plain>>): TextEdit[] | undefined {
  const { text, data, newline } = target;
  const title = data.fields.get("title") ?? data.fields.get("name");
  if (!title || shapeOf(target, title) !== "heading") return undefined;
  const end = target.base + fieldEnd(title);
  const underlined = /^\s*(?:=+|-+)\s*$/.test(lineAfter(text, end));
  const at = lineEnd(text, underlined ? nextLineStart(text, end) : end);
  const lines = Object.entries(fields).map(([name, value]) =>
    `**${labelOf(data.kind, name)}:** ${oneLine(cellText(infoOf(data.kind, name), value, ""))}`.trimEnd(),
  );
  return [{ span: { start: at, end: at }, newText: newline + newline + lines.join(`  ${newline}`) }];
}

/** The two spaces that keep lines of a paragraph apart, where the lines above have them and the last has not. */
function hardBreak(target: Target, standing: readonly Field[], at: number): string {
  const { text } = target;
  const breaks = (end: number) => text.startsWith("  ", end - 2);
  if (breaks(at)) return "";
  return standing.some((field) => breaks(lineEnd(text, absolute(target, field.keySpan).start))) ? "  " : "";
}

function newLine(target: Target, last: Field, name: string, value: Plain): string {
  const { text, data } = target;
  const key = absolute(target, last.keySpan);
  const start = lineStart(text, key.start);
  const prefix = /^[ \t>]*(?:[-*+] |\d+[.)] )?/.exec(text.slice(start, key.start))?.[0] ?? "";
  const mark = BOLD_BEFORE.exec(text.slice(start, key.start))?.[1] ?? "";
  const inside = /^[ \u00a0]*:/.test(text.slice(key.end, key.end + 3));
  const label = labelOf(data.kind, name);
  const said = oneLine(cellText(infoOf(data.kind, name), value, ""));
  const head = inside ? `${mark}${label}:${mark}` : `${mark}${label}${mark}:`;
  return said === "" ? `${prefix}${head} ` : `${prefix}${head} ${said}`;
}

function newRow(target: Target, last: Field, name: string, value: Plain): string {
  const { text, data } = target;
  const key = absolute(target, last.keySpan);
  const start = lineStart(text, key.start);
  const row = text.slice(start, lineEnd(text, start));
  const prefix = /^[ \t>]*/.exec(row)?.[0] ?? "";
  const cells = row
    .slice(prefix.length)
    .replace(/^\||\|\s*$/g, "")
    .split(/(?<!\\)\|/);
  const label = BOLD_BEFORE.test(text.slice(start, key.start))
    ? `**${labelOf(data.kind, name)}**`
    : labelOf(data.kind, name);
  const said = escapeCell(cellText(infoOf(data.kind, name), value, ""));
  const written = cells.map((cell, i) =>
    ` ${i === 0 ? label : i === 1 ? said : ""}`.padEnd(cell.length - 1).concat(" "),
  );
  return `${prefix}|${written.join("|")}|`;
}
