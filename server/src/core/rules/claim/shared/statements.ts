import { type ClaimMatch, claimsIn, isGuardedLead, mayClaim } from "../../../catalog/claims.ts";
import type { KindId } from "../../../generated/kinds.ts";
import type { PlacedRecord } from "../../../records/model.ts";
import type { BlockData, Document } from "../../../syntax/document.ts";
import { type Span, shift, touches } from "../../../text/span.ts";
import type { AimsConfig } from "../../../workspace/api.ts";
import type { DocumentUnit } from "../../rule.ts";
import { proseOf } from "../../shared/prose.ts";

/** A sentence of a document that makes a claim; spans are the document's. */
export interface Statement {
  readonly rule: string;
  /** The words that make the claim. */
  readonly at: Span;
  /** The sentence around them, or the words alone in a table. */
  readonly sentence: Span;
  readonly text: string;
  /** Whether the sentence can be replaced as a whole. */
  readonly whole: boolean;
}

interface Found extends ClaimMatch {
  readonly sentence: Span;
  readonly text: string;
  readonly whole: boolean;
}

const NOTHING: readonly never[] = [];
const LONGEST = 1200;
/** A document that says the same more often is told so often enough. */
const MOST = 500;
const END = /[.!?](?=\s)|\n[ \t]{0,8}\n|\n(?=[ \t]{0,8}(?:[-*+]|\d{1,3}[.)])\s)/g;

function organisationOf({ plain }: AimsConfig): string {
  return typeof plain.organisation === "string" ? plain.organisation.trim() : "";
}

/** The claims in a block; undefined where there are none. */
function foundIn(data: BlockData, config: AimsConfig): readonly Found[] | undefined {
  const prose = proseOf(data);
  const found = mayClaim(prose) && !isTopic(data) ? scan(prose, data.text, organisationOf(config)) : [];
  return found.length > 0 ? found : undefined;
}

/** A heading that names what is written about and says nothing of it. */
const isTopic = ({ heading, text }: BlockData): boolean =>
  heading === true && !/\b(?:we|our|is|are|has|have|hold)\b/i.test(text);

function scan(prose: string, text: string, organisation: string): Found[] {
  const out: Found[] = [];
  const row = text.includes("|");
  for (const { start, end } of row ? [{ start: 0, end: prose.length }] : sentencesOf(prose)) {
    if (end - start > LONGEST) continue;
    const sentence = prose.slice(start, end);
    for (const match of claimsIn(sentence, organisation)) {
      out.push({
        rule: match.rule,
        start: start + match.start,
        end: start + match.end,
        sentence: { start, end },
        text: sentence,
        whole: !row && !/[`[\]<>*_#]/.test(text.slice(start, end)),
      });
    }
  }
  return out;
}

function* sentencesOf(prose: string): Generator<Span> {
  let from = 0;
  const trimmed = (to: number): Span => {
    const lead = /^[\s>*+-]{0,12}(?:\d{1,3}[.)]\s)?/.exec(prose.slice(from, Math.min(to, from + 20)))?.[0].length ?? 0;
    return { start: Math.min(from + lead, to), end: to };
  };
  for (const match of prose.matchAll(END)) {
    const to = match.index + (/[.!?]/.test(match[0]) ? 1 : 0);
    if (to > from) yield trimmed(to);
    from = to;
  }
  if (prose.length > from) yield trimmed(prose.length);
}

/** Kinds of records that tell of what went or may go wrong, claims among it, and of others than the organisation. */
const ABOUT_WRONGS_OR_OTHERS: ReadonlySet<KindId> = new Set<KindId>([
  "supplier",
  "competence",
  "risk",
  "incident",
  "concern",
  "finding",
  "nonconformity",
  "audit",
  "objective",
]);

/** What was found in the document asked for last: rules ask about one after another. */
let last: { readonly unit: DocumentUnit; readonly list: readonly Statement[] } | undefined;

/** The claims a document makes, in order; worked out once for all rules that ask. */
function statementsOf(unit: DocumentUnit): readonly Statement[] {
  if (last?.unit !== unit) last = { unit, list: statementsIn(unit) };
  return last.list;
}

function statementsIn({ document, own, eachBlock }: DocumentUnit): readonly Statement[] {
  if (own?.kind !== undefined && ABOUT_WRONGS_OR_OTHERS.has(own.kind)) return NOTHING;
  const list: Statement[] = [];
  let spans: readonly Span[] | undefined;
  const claims = eachBlock(foundIn);
  for (let i = 0; i < claims.length && list.length < MOST; i++) {
    const found = claims[i];
    if (!found || isLedAway(document, i)) continue;
    const base = document.blocks[i]?.base ?? 0;
    spans ??= silentSpans(document);
    const unsaid = spans;
    for (const { rule, start, end, sentence, text, whole } of found) {
      if (unsaid.some((span) => touches(span, base + start))) continue;
      list.push({ rule, at: shift({ start, end }, base), sentence: shift(sentence, base), text, whole });
    }
  }
  return list;
}

/** Whether the lead-in or the heading above makes a block an example, a goal or a thing to avoid. */
function isLedAway({ blocks, text }: Document, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 40); i--) {
    const block = blocks[i];
    if (!block) continue;
    const lead = block.data.text.slice(-300);
    if (block.data.heading) return isGuardedLead(lead);
    const list = /^[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]*)?$/.test(lineBefore(text, blocks[at]?.base ?? 0));
    if (list && /:[*_\s]*$/.test(lead)) return isGuardedLead(lead.slice(-120));
  }
  return false;
}

const lineBefore = (text: string, at: number): string =>
  text.slice(Math.max(text.lastIndexOf("\n", at - 1) + 1, at - 20), at);

/** Whether what a record says is not said of the organisation today: it tells of what went wrong, of others, or may not be said (yet, any more). */
const isNoStatement = ({ kind, plain }: PlacedRecord["data"]): boolean =>
  kind !== undefined &&
  (ABOUT_WRONGS_OR_OTHERS.has(kind) ||
    (kind === "claim" && (plain.status === "withdrawn" || plain.status === "proposed")));

/** Where such records stand, neighbours as one span. */
function silentSpans({ records }: Document): Span[] {
  const out: { start: number; end: number }[] = [];
  for (const { base, data } of records) {
    if (!isNoStatement(data)) continue;
    const { start, end } = shift(data.span, base);
    const last = out.at(-1);
    if (last && start >= last.start && start <= last.end + 2) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}

/** The claims of one rule. */
export function statementsFor(unit: DocumentUnit, rule: string): readonly Statement[] {
  const all = statementsOf(unit);
  return all.length === 0 ? all : all.filter((s) => s.rule === rule);
}

/** Whether outsiders read what stands at a place: a public file, a card, or a claim on record. */
export const isPublic = ({ document, own }: DocumentUnit, at: Span): boolean =>
  document.published === true ||
  own?.kind === "model-card" ||
  document.records.some(({ base, data }) => data.kind === "claim" && touches(shift(data.span, base), at.start));
