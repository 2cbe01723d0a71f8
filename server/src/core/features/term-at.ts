import type { Provision } from "../catalog/model.ts";
import { longestTerm, termKey, termsFor } from "../catalog/terms.ts";
import { scanInline } from "../syntax/markdown-inline.ts";
import { type Span, shift } from "../text/span.ts";
import type { FileView } from "../workspace/view.ts";
import { fieldAt } from "./at.ts";

/** A term of a vocabulary in running text. */
export interface TermAt {
  readonly terms: readonly Provision[];
  readonly span: Span;
}

/** How far a phrase is looked for on either side of an offset. */
const REACH = 90;
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;
/** What may stand between the words of a term. */
const JOINED = /^[ \u00a0-]$/;
/** Kinds that explain a word of running text; names of stages and quality characteristics are too common for that. */
const IN_PROSE: ReadonlySet<string> = new Set(["term", "role"]);
/** Types of field that hold running text. */
const TEXT_TYPES: ReadonlySet<string> = new Set(["text", "list", "map", "maps"]);

/**
 * The term an offset lies on, in prose, a table's cell or a field's text. A term of several words is known wherever it stands, one of
 * a single word only where it first stands in its section: said again and again it would be noise.
 */
export function termAt(view: FileView, offset: number): TermAt | undefined {
  const stretch = textAt(view, offset);
  if (stretch === undefined) return undefined;
  const found = phraseAt(stretch.text, offset - stretch.base);
  if (found === undefined) return undefined;
  const span = shift(found.span, stretch.base);
  const words = view.document.text.slice(span.start, span.end);
  if (!/[ \u00a0-]/.test(words) && !isFirst(view, words, span.start)) return undefined;
  return { terms: found.terms, span };
}

/** The running text around an offset, code and links blanked out. */
function textAt(view: FileView, offset: number): { readonly text: string; readonly base: number } | undefined {
  const field = fieldAt(view, offset);
  if (field) {
    if (field.part === "key" || field.scalar === undefined || !TEXT_TYPES.has(field.info?.type ?? "text"))
      return undefined;
    return {
      text: scanInline(view.document.text.slice(field.span.start, field.span.end)).prose,
      base: field.span.start,
    };
  }
  if (view.document.language !== "markdown") return undefined;
  const block = view.document.blocks.find(({ base, data }) => base <= offset && offset <= base + data.text.length);
  return block && { text: scanInline(block.data.text).prose, base: block.base };
}

/** The longest term over an offset. */
function phraseAt(text: string, offset: number): TermAt | undefined {
  const from = Math.max(0, offset - REACH);
  const words = [...text.slice(from, offset + REACH).matchAll(WORD)].map((m) => ({
    start: from + m.index,
    end: from + m.index + m[0].length,
  }));
  const at = words.findIndex((w) => w.start <= offset && offset <= w.end);
  if (at < 0) return undefined;
  for (let length = longestTerm(); length > 0; length--) {
    for (let first = Math.max(0, at - length + 1); first <= at; first++) {
      const run = words.slice(first, first + length);
      if (run.length < length || !isPhrase(text, run)) continue;
      const span = { start: (run[0] as Span).start, end: (run.at(-1) as Span).end };
      if (isPartOfId(text, span)) continue;
      const terms = termsFor(text.slice(span.start, span.end)).filter((p) => IN_PROSE.has(p.kind));
      if (terms.length > 0) return { terms, span };
    }
  }
  return undefined;
}

const isPhrase = (text: string, run: readonly Span[]): boolean =>
  run.every((w, i) => i === 0 || JOINED.test(text.slice((run[i - 1] as Span).end, w.start)));

/** Whether more of an id, a path or a compound stands right beside it (`AI-model-7`, `model.json`). */
const isPartOfId = (text: string, { start, end }: Span): boolean =>
  /[\w/@#.-]/.test(text[start - 1] ?? " ") || /^(?:[/@#_]|[.-]\w|\()/.test(text.slice(end, end + 2));

/** Whether a word stands for the first time in its section, or in its field where there are no sections. */
function isFirst({ document }: FileView, word: string, start: number): boolean {
  const headings = document.headings.filter((h) => h.extent.start <= start && start < h.extent.end);
  const from = Math.max(0, ...headings.map((h) => (h.span.end <= start ? h.span.end : h.extent.start)));
  const key = termKey(word);
  for (const m of document.text.slice(from, start).matchAll(WORD)) if (termKey(m[0]) === key) return false;
  return true;
}
