import { type CardPart, cardParts, headsPart, speaksOfPart } from "../../catalog/card-parts.ts";
import { holds } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import { question } from "../../scaffold/new-file.ts";
import type { Document } from "../../syntax/document.ts";
import { labelsOf } from "../assessment/shared/labels.ts";
import { type Fix, type RuleContext, rule } from "../rule.ts";
import { impactFacts } from "../shared/impact.ts";
import { isRetired } from "../shared/records.ts";
import { oneOf } from "../shared/words.ts";
import { systemOfCard } from "./shared/card-system.ts";

/** Documents about cards that are none themselves. */
const ABOUT = /\b(?:template|procedure|process|policy|guide(?:lines?)?|register|inventory|list|checklist|schema)\b/i;

const lowerCase = (part: CardPart): string => part.title.charAt(0).toLowerCase() + part.title.slice(1);

/** Parts a card has to have for the system it is of. */
function partsFor(card: RecordFacts, ctx: RuleContext): readonly CardPart[] {
  const system = systemOfCard(card, ctx);
  const weighs = system !== undefined && impactFacts(ctx.index, system, ctx.today()).length > 0;
  return cardParts().filter((part) => weighs || part.people !== true);
}

/** Sections for what is absent, each with its question; in YAML the fields. */
function addParts(document: Document, card: RecordFacts, parts: readonly CardPart[]): Fix[] {
  if (parts.length === 0) return [];
  const title = parts.length === 1 ? `Add "${parts[0]?.title}"` : `Add the ${parts.length} missing parts`;
  if (document.language !== "markdown") {
    const fields = Object.fromEntries(parts.flatMap((p) => (p.fields[0] === undefined ? [] : [[p.fields[0], ""]])));
    return [{ title, changes: [{ op: "add-fields", record: card, fields }] }];
  }
  const { text } = document;
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const level = "#".repeat(document.headings.find((h) => h.level > 1)?.level ?? 2);
  const sections = parts.map((p) => [`${level} ${p.title}`, "", question(p.question), ""].join(eol)).join(eol);
  const gap = text.endsWith(`${eol}${eol}`) ? "" : text.endsWith(eol) ? eol : eol + eol;
  return [
    { title, changes: [{ op: "replace", span: { start: text.length, end: text.length }, newText: gap + sections }] },
  ];
}

/** A model or system card that is silent on what its readers look for. */
export const incompleteCard = rule({
  id: "incomplete-card",
  group: "claim",
  severity: "info",
  summary:
    "Finds model and system cards that say nothing on a part their readers look for, such as uses ruled out or limits.",
  *document({ document, own: card }, ctx) {
    if (card?.kind !== "model-card" || card.template || isRetired(card) || ctx.config().record === undefined) return;
    const title = document.headings[0]?.title ?? "";
    if (ABOUT.test(title) || ABOUT.test(document.path.slice(document.path.lastIndexOf("/") + 1))) return;
    const labels = labelsOf(document);
    const body = document.language === "markdown" ? document.text.toLowerCase() : "";
    const isPresent = (part: CardPart): boolean =>
      part.fields.some((field) => holds(card, field)) ||
      labels.some(({ text, content }) => content !== "empty" && headsPart(part, text)) ||
      speaksOfPart(part, body);
    const absent = partsFor(card, ctx).filter((part) => !isPresent(part));
    const [first] = absent;
    if (!first) return;
    const unheaded = absent.filter((part) => !labels.some(({ text }) => headsPart(part, text)));
    yield {
      at: { path: document.path },
      message: `This card says nothing on ${oneOf(absent.map(lowerCase), "and")}.`,
      help: `Who relies on a model knows it by its card alone. ${first.question}`,
      fixes: addParts(document, card, unheaded),
    };
  },
});
