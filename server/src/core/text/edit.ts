import type { Span } from "./span.ts";

/** Puts `newText` in the place of `span`. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** What a change does to one file: edit it, or create it (never over an existing one). */
export type FileEdit =
  | { readonly path: string; readonly edits: readonly TextEdit[] }
  | { readonly path: string; readonly create: string };

/**
 * `text` with all `edits` applied. Edits speak of offsets of `text` as it was and may come in any order;
 * of two that overlap the later-starting one is left out.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits
    .map((edit, i) => ({ edit, i }))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.i - b.i);
  let out = "";
  let at = 0;
  for (const { edit } of sorted) {
    if (edit.span.start < at) continue;
    out += text.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return out + text.slice(at);
}
