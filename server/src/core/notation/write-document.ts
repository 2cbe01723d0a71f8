import type { KindId } from "../generated/kinds.ts";
import { kindInfo } from "../records/kinds.ts";
import type { Field, Plain } from "../records/model.ts";
import type { Document } from "../syntax/document.ts";
import { readFrontMatter } from "../syntax/front-matter.ts";
import { chunkYaml, hasContent } from "../syntax/yaml-chunks.ts";
import { scanMarkdown } from "../syntax/markdown-blocks.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { plainOf } from "./record-builder.ts";
import {
  absolute,
  infoOf,
  labelOf,
  lineEnd,
  lineStart,
  newlineOf,
  nextLineStart,
  type Target,
  targetOf,
} from "./write-context.ts";
import { isInHeader } from "./write-labelled.ts";
import { newTable } from "./write-table.ts";
import { yamlItem, yamlLines } from "./write-yaml.ts";

/** The text of a new document of a kind: a YAML file, or a Markdown file with front matter and its title as heading. Blank values give keys to be filled in. */
export function newDocument(
  kind: KindId,
  fields: Readonly<Record<string, Plain>>,
  notation: "yaml" | "front-matter",
): string {
  const lines = [`aims: ${kind}`, ...yamlLines(fields, 0, "\n")];
  if (notation === "yaml") return `${lines.join("\n")}\n`;
  const title = fields.title ?? fields.name;
  const heading = typeof title === "string" && title !== "" ? `# ${title}\n` : "";
  return `---\n${lines.join("\n")}\n---\n\n${heading}`;
}

/** Turns a control header into YAML front matter. Labels that are no fields stay where they are; undefined where there is no such header. */
export function headerToFrontMatter(doc: Document): TextEdit[] | undefined {
  const target = doc.ownRecord === undefined ? undefined : targetOf(doc, doc.ownRecord);
  if (target?.data.notation !== "control-header" || !target.data.kind) return undefined;
  const { text, newline } = target;
  const known = [...target.data.fields.values()].filter((field) => field.known && isInHeader(target, field));
  const lines = linesOf(target, known);
  const moved = known.filter((field) => lines.some((line) => holds(line, absolute(target, field.keySpan).start)));
  if (moved.length === 0) return undefined;
  const fields = Object.fromEntries(moved.map((field) => [field.name, frontMatterValue(target, field)]));
  const yaml = [`aims: ${target.data.kind}`, ...yamlLines(fields, 0, newline)].join(newline);
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const front = readFrontMatter(text, start);
  const at = front?.problems.length === 0 ? front.yaml.end : start;
  const newText = at === start ? `---${newline}${yaml}${newline}---${newline}${newline}` : `${yaml}${newline}`;
  return [{ span: { start: at, end: at }, newText }, ...lines.map((span) => ({ span, newText: "" }))];
}

const holds = (span: Span, at: number) => at >= span.start && at < span.end;

/** The lines (or rows) that hold nothing but fields of the record, the empty frame of a table that loses all its rows included. */
function linesOf(target: Target, known: readonly Field[]): Span[] {
  const { text, data } = target;
  const others = [...data.fields.values(), ...data.duplicates].filter((field) => !known.includes(field));
  const spans = new Map<number, Span>();
  for (const field of known) {
    const start = lineStart(text, absolute(target, field.keySpan).start);
    const span = { start, end: nextLineStart(text, start) };
    if (!others.some((other) => holds(span, absolute(target, other.keySpan).start))) spans.set(start, span);
  }
  return withoutFrames(text, [...spans.values()]);
}

/** Whole tables and paragraphs instead of their lines, where all their lines go. */
function withoutFrames(text: string, lines: readonly Span[]): Span[] {
  const out: Span[] = [];
  const left = new Set(lines);
  for (const block of scanMarkdown(text)) {
    if (block.type !== "table" && block.type !== "paragraph") continue;
    const inside = lines.filter((line) => line.end > block.start && line.start <= block.end && left.has(line));
    const needed = block.type === "table" ? block.rows : block.lines;
    const goes = inside.length > 0 && needed.every((part) => inside.some((line) => holds(line, part.start)));
    if (!goes) continue;
    for (const line of inside) left.delete(line);
    let end = nextLineStart(text, block.end);
    if (text.slice(end, lineEnd(text, end)).trim() === "") end = nextLineStart(text, end);
    out.push({ start: lineStart(text, block.start), end });
  }
  return [...out, ...left];
}

/** What a header's value is in front matter: its meaning, or the text that holds its place. */
function frontMatterValue(target: Target, field: Field): Plain {
  const plain = plainOf(field.value);
  if (plain !== undefined) return plain;
  const { start, end } = absolute(target, field.value.span);
  return target.text.slice(start, end).trim();
}

/** Adds records of a kind to a document that has none of them yet. */
export function addFirstRecords(
  doc: Document,
  kind: KindId,
  records: readonly Readonly<Record<string, Plain>>[],
): TextEdit[] | undefined {
  if (doc.language === "yaml") return addToYamlFile(doc, kind, records);
  return doc.language === "markdown" ? addNewTable(doc, kind, records) : undefined;
}

function addToYamlFile(doc: Document, kind: KindId, records: readonly Readonly<Record<string, Plain>>[]): TextEdit[] {
  const { text } = doc;
  const newline = newlineOf(text);
  const key = kindInfo(kind).registerKey;
  const items = records.map((record) => yamlItem(record, 2, 4, newline)).join(newline);
  const empty = emptyRegister(text, key);
  if (empty) return [{ span: empty, newText: newline + items }];
  const span = chunkYaml(text).at(-1)?.span ?? { start: 0, end: text.length };
  const end = span.start + text.slice(span.start, span.end).trimEnd().length;
  const lead = hasContent(text, span) ? newline : "";
  return [
    { span: { start: end, end }, newText: `${lead}${key}:${newline}${items}${end === text.length ? newline : ""}` },
  ];
}

/** What stands after a register's key that has no items: `risks:` or `risks: []`. */
function emptyRegister(text: string, key: string): Span | undefined {
  for (const { chunks } of chunkYaml(text)) {
    for (const chunk of chunks) {
      const source = text.slice(chunk.start, chunk.end);
      const match = new RegExp(`^(${key}[ \\t]*:)[ \\t]*(?:\\[[ \\t]*\\]|~|null)?[ \\t]*(?=\\r?\\n|$)`, "m").exec(
        source,
      );
      if (
        !match ||
        chunk.type !== "entry" ||
        source
          .slice(match.index + match[0].length)
          .replace(/#.*/g, "")
          .trim() !== ""
      )
        continue;
      const start = chunk.start + match.index + (match[1] as string).length;
      return { start, end: chunk.start + match.index + match[0].length };
    }
  }
  return undefined;
}

function addNewTable(doc: Document, kind: KindId, records: readonly Readonly<Record<string, Plain>>[]): TextEdit[] {
  const { text } = doc;
  const newline = newlineOf(text);
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const columns = names.map((name) => ({ name, label: labelOf(kind, name), info: infoOf(kind, name) }));
  const end = text.trimEnd().length;
  const lead = end > 0 ? newline + newline : "";
  const table = newTable(kind, columns, records, newline);
  return [{ span: { start: end, end }, newText: lead + table + (end === text.length ? newline : "") }];
}
