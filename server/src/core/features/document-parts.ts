import { assessmentParts, partsForLabel } from "../catalog/assessment-parts.ts";
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
  const parts = documentParts(view).filter((part) => part.heads(heading.title));
  return parts.length > 0 ? { span: heading.span, parts } : undefined;
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
