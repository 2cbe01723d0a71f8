import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";

/**
 * Puts `newText` in the place of `old`, a value in a table's cell, and gives the cell the width it had as far as the new
 * value allows, so that the columns stay aligned. `text` is the document.
 */
export function setCell(text: string, old: Span, newText: string): TextEdit {
  const pipe = cellEnd(text, old.end);
  let content = pipe;
  while (content > old.end && isBlank(text.charCodeAt(content - 1))) content--;
  const marks = text.slice(old.end, content);
  const before = old.start === old.end && !isBlank(text.charCodeAt(old.start - 1)) ? " " : "";
  const width = pipe - old.start - before.length;
  const least = text[pipe] === "|" ? 1 : 0;
  const written = newText + marks;
  const pad = Math.max(least, width - written.length);
  return { span: { start: old.start, end: pipe }, newText: before + written + (least ? " ".repeat(pad) : "") };
}

/** Where the cell that holds `at` ends: at its pipe or the line's end. */
function cellEnd(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || c === 13) return i;
    if (c === 124 && text.charCodeAt(i - 1) !== 92) return i;
  }
  return text.length;
}

const isBlank = (code: number) => code === 32 || code === 9;
