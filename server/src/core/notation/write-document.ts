import type { KindId } from "../generated/kinds.ts";
import type { Field, Plain } from "../records/model.ts";
import type { Document } from "../syntax/document.ts";
import { readFrontMatter } from "../syntax/front-matter.ts";
import { scanMarkdown } from "../syntax/markdown-blocks.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { plainOf } from "./record-builder.ts";
import { ifOnlyFields } from "./write-check.ts";
import { absolute, lineEnd, lineStart, nextLineStart, type Target, targetOf } from "./write-context.ts";
import { isInHeader } from "./write-labelled.ts";
import { yamlLines } from "./write-yaml.ts";

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

/** Turns a control header into YAML front matter. Labels that are no fields stay where they are, words of the body. Undefined where there is no such header. */
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
  const edits = [{ span: { start: at, end: at }, newText }, ...lines.map((span) => ({ span, newText: "" }))];
  const unknown = [...target.data.fields.values()].filter((field) => !field.known);
  const left = Object.fromEntries(unknown.map((field) => [field.name, undefined]));
  return ifOnlyFields(doc, doc.ownRecord as number, left, edits);
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
