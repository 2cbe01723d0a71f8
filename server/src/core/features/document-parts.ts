import { assessmentParts, labelKey, partsForLabel } from "../catalog/assessment-parts.ts";
import { cardPartsOf, headsPart } from "../catalog/card-parts.ts";
import { provision, standard } from "../catalog/catalog.ts";
import type { Span } from "../text/span.ts";
import { touches } from "../text/span.ts";
import { cardSubject } from "../workspace/cards.ts";
import type { FileView } from "../workspace/view.ts";
import { escapeMarkdown, paragraphs } from "./markdown.ts";

/** A part that a document of some kind is expected to have. */
export interface DocumentPart {
  readonly title: string;
  /** What a writer has to answer. */
  readonly question: string;
  /** Provisions it is drawn from, as `standard:id`. */
  readonly cites: readonly string[];
  /** Whether a heading stands for it. */
  readonly heads: (label: string) => boolean;
  /** Words of headings that stand for it; with "=" before them, alone. */
  readonly headings: readonly string[];
}

/** The parts of an impact assessment, a card or a data sheet, in the order in which they are read; none for other documents. */
export function documentParts({ aims, document, facts }: FileView): readonly DocumentPart[] {
  if (document.language !== "markdown" || facts.own === undefined) return [];
  if (facts.own.kind === "impact-assessment") {
    return assessmentParts().map((part) => ({
      title: part.title,
      question: part.question,
      cites: part.provisions.map((id) => `${part.standard}:${id}`),
      heads: (label) => partsForLabel(label).includes(part.id),
      headings: part.headings,
    }));
  }
  const subject = cardSubject(document, facts.own);
  const parts = subject === undefined ? [] : cardPartsOf(subject, aims.config().standards);
  return parts.map((part) => ({ ...part, heads: (label) => headsPart(part, label) }));
}

/** The heading an offset lies on, with the parts it stands for; undefined where it stands for none. */
export function headedPartsAt(
  view: FileView,
  offset: number,
): { readonly span: Span; readonly parts: readonly DocumentPart[] } | undefined {
  const heading = view.document.headings.find(({ span, level }) => level > 1 && touches(span, offset));
  if (!heading) return undefined;
  const parts = namedIn(
    heading.title,
    documentParts(view).filter((part) => part.heads(heading.title)),
  );
  return parts.length > 0 ? { span: heading.span, parts } : undefined;
}

const wordsOf = (label: string): string[] => labelKey(label).trim().split(" ");
const JOINING: ReadonlySet<string> = new Set([
  "and",
  "or",
  "of",
  "the",
  "for",
  "a",
  "an",
  "to",
  "in",
  "on",
  "with",
  "about",
]);

/** Where the longest words for a part stand in a heading. */
function placeIn(words: readonly string[], { title, headings }: DocumentPart): readonly number[] {
  let best: readonly number[] = [];
  for (const phrase of [title, ...headings]) {
    const wanted = wordsOf(phrase);
    if (wanted.length <= best.length) continue;
    const at = words.findIndex((_, i) => wanted.every((word, j) => words[i + j] === word));
    if (at >= 0) best = wanted.map((_, j) => at + j);
  }
  return best;
}

/**
 * Those of the parts that a heading is about: what is left over is no more than half of it, and words that belong to the longer name of
 * another part count for that one (`Out-of-scope use cases` are no use cases).
 */
function namedIn(heading: string, parts: readonly DocumentPart[]): DocumentPart[] {
  const words = wordsOf(heading);
  const places = parts.map((part) => ({ part, place: placeIn(words, part) }));
  const own = places.filter(
    ({ place }) =>
      !places.some((other) => other.place.length > place.length && place.some((i) => other.place.includes(i))),
  );
  const told = new Set(own.flatMap(({ place }) => place));
  const telling = words.filter((word, i) => told.has(i) || !JOINING.has(word)).length;
  return told.size * 2 >= telling ? own.map(({ part }) => part) : [];
}

/** The most parts that one heading is explained by. */
const MOST = 3;

/** What readers look for under a heading, and where that comes from. */
export const describeParts = (parts: readonly DocumentPart[]): string =>
  parts
    .slice(0, MOST)
    .map(({ title, question, cites }) =>
      paragraphs(`**${escapeMarkdown(title)}**`, escapeMarkdown(question), sources(cites)),
    )
    .join("\n\n---\n\n");

/** `Drawn from: Model Cards for Model Reporting, Intended Use; …`, with a word on what is not the standard's own. */
function sources(cites: readonly string[]): string {
  const named = cites.flatMap((cite) => {
    const colon = cite.indexOf(":");
    const [s, p] = [standard(cite.slice(0, colon)), provision(cite.slice(0, colon), cite.slice(colon + 1))];
    if (s === undefined || p === undefined) return [];
    const number = /^[a-z][a-z]/.test(p.id) ? "" : ` ${p.id}`;
    const own =
      p.confidence === "own" && s.status !== "own" ? " (this project's working set, not its own structure)" : "";
    return [`${s.short}${number}, ${p.title}${own}`];
  });
  return named.length === 0 ? "" : `*Drawn from: ${escapeMarkdown(named.join("; "), 600)}.*`;
}

/** A heading being written: the parts that no heading stands for yet. */
export function headingSpotAt(
  view: FileView,
  offset: number,
): { readonly span: Span; readonly parts: readonly DocumentPart[] } | undefined {
  const { text } = view.document;
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const before = text.slice(start, Math.min(offset, start + LONGEST_HEADING));
  const mark = /^#{2,6} +/.exec(before)?.[0];
  if (mark === undefined || start + before.length !== offset) return undefined;
  const next = text.indexOf("\n", offset);
  const line = text.slice(offset, next < 0 ? text.length : next).trimEnd();
  const others = view.document.headings.filter(({ span }) => !touches(span, offset));
  const open = documentParts(view).filter((part) => !others.some(({ title }) => part.heads(title)));
  return { span: { start: start + mark.length, end: offset + line.length }, parts: open };
}

const LONGEST_HEADING = 200;
