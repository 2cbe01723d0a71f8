import text from "../generated/card-parts.ts";
import { labelKey } from "./assessment-parts.ts";

/** What a card is of. */
export type CardSubject = "model" | "system" | "data";

/** A part of a model card, a system card or a data sheet; see `server/data/card-parts.yaml`. */
export interface CardPart {
  readonly id: string;
  /** What cards are asked for it. */
  readonly of: readonly CardSubject[];
  /** Provisions it is drawn from, as `standard:id`. */
  readonly cites: readonly string[];
  readonly title: string;
  /** What a writer has to answer. */
  readonly question: string;
  /** Asked only where what the card is of weighs on people. */
  readonly people?: boolean;
  /** Asked only of data declared for one of these uses. */
  readonly uses?: readonly string[];
  /** Asked only in an AIMS that works to one of these standards. */
  readonly standards?: readonly string[];
  /** Fields of a `model-card` or `dataset`; any one with a value makes the part present. */
  readonly fields: readonly string[];
  readonly headings: readonly string[];
  readonly said: readonly string[];
}

let loaded: readonly CardPart[] | undefined;

/** All parts, in the order in which a reader meets them. */
export function cardParts(): readonly CardPart[] {
  loaded ??= (JSON.parse(text) as readonly CardPart[]).map((part) => ({ ...part, of: part.of ?? ["model", "system"] }));
  return loaded;
}

/** Parts that can be asked of a card in an AIMS that works to these standards; `people` and `uses` are left to be weighed. */
export const cardPartsOf = (subject: CardSubject, standards: readonly string[]): readonly CardPart[] =>
  cardParts().filter(
    (part) => part.of.includes(subject) && (part.standards?.some((s) => standards.includes(s)) ?? true),
  );

/** Whether a heading or label stands for the part. */
export function headsPart(part: CardPart, label: string): boolean {
  const key = labelKey(label);
  return [part.title, ...part.headings].some((words) =>
    words.startsWith("=") ? key === labelKey(words) : key.includes(labelKey(words)),
  );
}

const spoken = new WeakMap<CardPart, RegExp>();

/** Whether a text, in lower case, holds a word or phrase, or the beginning of one, that shows the part is spoken of. */
export function speaksOfPart(part: CardPart, lower: string): boolean {
  let pattern = spoken.get(part);
  if (!pattern) {
    const words = part.said.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    pattern = new RegExp(`(?<!\\p{L})(?:${words.join("|")})`, "u");
    spoken.set(part, pattern);
  }
  return pattern.test(lower);
}
