import { type CardPart, type CardSubject, cardPartsOf, headsPart, speaksOfPart } from "../../catalog/card-parts.ts";
import { standard } from "../../catalog/catalog.ts";
import { type AiSystem, systemOf } from "../../coverage/systems.ts";
import { holds, listOf } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import type { Document } from "../../syntax/document.ts";
import { withoutComments } from "../../syntax/markdown-html.ts";
import { cardSubject } from "../../workspace/cards.ts";
import { labelsOf } from "../assessment/shared/labels.ts";
import { type Fix, NONE, type RuleContext, rule } from "../rule.ts";
import { addParts } from "../shared/add-parts.ts";
import { impactFacts } from "../shared/impact.ts";
import { isRetired } from "../shared/records.ts";
import { oneOf, quoted } from "../shared/words.ts";
import { systemOfCard } from "./shared/card-system.ts";

const NOUNS: Readonly<Record<CardSubject, string>> = { model: "card", system: "card", data: "data sheet" };
const WHY: Readonly<Record<CardSubject, string>> = {
  model: "Who relies on a model knows it by its card alone.",
  system: "Who relies on a system knows it by its card alone.",
  data: "Who uses data that others gathered knows them by their sheet alone.",
};

const lowerCase = (part: CardPart): string => part.title.charAt(0).toLowerCase() + part.title.slice(1);

/** The systems a card bears on: the one it is of, those that use the data. */
function systemsOfCard(card: RecordFacts, subject: CardSubject, ctx: RuleContext): readonly AiSystem[] {
  if (subject !== "data") {
    const system = systemOfCard(card, ctx);
    return system ? [system] : [];
  }
  const named = listOf(card, "systems").flatMap((id) => ctx.index.byId(id));
  const naming = card.id === undefined ? [] : ctx.index.referencesTo(card.id).map(({ from }) => from);
  return [...named, ...naming].flatMap((record) => systemOf(ctx.index, record) ?? []);
}

/** Parts a card has to have for what it is of, and for the use declared. */
function partsFor(card: RecordFacts, subject: CardSubject, ctx: RuleContext): readonly CardPart[] {
  const weighs = systemsOfCard(card, subject, ctx).some((s) => impactFacts(ctx.index, s, ctx.today()).length > 0);
  const uses = subject === "data" ? listOf(card, "uses") : [];
  return cardPartsOf(subject, ctx.config().standards).filter(
    (part) => (weighs || part.people !== true) && (part.uses?.some((use) => uses.includes(use)) ?? true),
  );
}

/** Says of parts that only some standard brings that it does. */
function broughtBy(absent: readonly CardPart[], ctx: RuleContext): string {
  const parts = absent.filter(({ standards }) => standards !== undefined);
  if (parts.length === 0) return "";
  const worked = ctx.config().standards.filter((id) => parts.some(({ standards }) => standards?.includes(id)));
  const names = worked.map((id) => standard(id)?.short ?? id);
  const asked = parts.map(({ title }) => quoted(title));
  return ` This AIMS works to ${oneOf(names, "and")}, so ${oneOf(asked, "and")} ${asked.length === 1 ? "is" : "are"} asked for: this project's reading, not the text.`;
}

/** Sections for what is absent, each with its question; in YAML the fields. What stands there empty already only a person can fill. */
function partsAdded(document: Document, card: RecordFacts, silent: readonly CardPart[]): Fix[] {
  const has = document.records[document.ownRecord ?? -1]?.data.fields;
  const parts = silent.filter((part) => !part.fields.some((field) => has?.has(field)));
  if (parts.length === 0) return [];
  if (document.language === "markdown") return [addParts(parts, undefined)];
  return parts.some(({ fields }) => fields.length > 0) ? [addParts(parts, card)] : [];
}

/** A model card, system card or data sheet that is silent on what its readers look for. */
export const incompleteCard = rule({
  id: "incomplete-card",
  group: "claim",
  severity: "info",
  summary:
    "Finds model cards, system cards and data sheets that say nothing on a part their readers look for, such as uses ruled out or limits.",
  document({ document, own: card }, ctx) {
    const subject = card && cardSubject(document, card);
    if (!subject || card.template || isRetired(card) || ctx.config().record === undefined) return NONE;
    const labels = labelsOf(document);
    const body = document.language === "markdown" ? withoutComments(document.text).toLowerCase() : "";
    const isPresent = (part: CardPart): boolean =>
      part.fields.some((field) => holds(card, field)) ||
      labels.some(({ text, content }) => content !== "empty" && headsPart(part, text)) ||
      speaksOfPart(part, body);
    const absent = partsFor(card, subject, ctx).filter((part) => !isPresent(part));
    const [first] = absent;
    if (!first) return NONE;
    const unheaded = absent.filter((part) => !labels.some(({ text }) => headsPart(part, text)));
    return [
      {
        at: { path: document.path },
        message: `This ${NOUNS[subject]} says nothing on ${oneOf(absent.map(lowerCase), "and")}.`,
        help: `${WHY[subject]} ${first.question}${broughtBy(absent, ctx)}`,
        fixes: partsAdded(document, card, unheaded),
      },
    ];
  },
});
