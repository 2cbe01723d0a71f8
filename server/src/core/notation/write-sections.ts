import type { Document } from "../syntax/document.ts";
import { scanMarkdown } from "../syntax/markdown-blocks.ts";
import type { TextEdit } from "../text/edit.ts";
import { ifOnlySections } from "./write-check.ts";
import { newlineOf } from "./write-context.ts";

/** A section to be added to a Markdown document. */
export interface NewSection {
  readonly title: string;
  /** What stands under the title: one paragraph on one line. */
  readonly text: string;
}

/**
 * The edits that add sections at the end of a Markdown document, at the level of its own; a fence or comment that was never closed, and
 * would swallow them, is closed first. Undefined where they would be no sections all the same, or something else would change.
 */
export function addSections(doc: Document, sections: readonly NewSection[]): TextEdit[] | undefined {
  if (doc.language !== "markdown") return undefined;
  const { text, headings } = doc;
  const newline = newlineOf(text);
  const level = "#".repeat(headings.find((heading) => heading.level > 1)?.level ?? 2);
  const written = sections.map((one) => [`${level} ${one.title}`, "", one.text, ""].join(newline)).join(newline);
  const lineEnd = text === "" || text.endsWith(newline) ? "" : newline;
  const gap = text.endsWith(newline + newline) ? "" : newline;
  const insert = (before: string): TextEdit[] | undefined => {
    const newText = lineEnd + before + gap + written;
    return ifOnlySections(doc, sections.length, [{ span: { start: text.length, end: text.length }, newText }]);
  };
  const close = closingLine(text);
  return insert("") ?? (close === undefined ? undefined : insert(close + newline));
}

/** What closes the block at the end of a text, if that is one that has to be closed. */
function closingLine(text: string): string | undefined {
  const last = scanMarkdown(text).at(-1);
  const source = last ? text.slice(last.start, last.end) : "";
  if (last?.type === "code" && last.fenced) return /^ *(`+|~+)/.exec(source)?.[1];
  return last?.type === "html" && source.startsWith("<!--") ? "-->" : undefined;
}
