import text from "../generated/card-parts.ts";
import { labelKey } from "./assessment-parts.ts";

/** A part of a model or system card; see `server/data/card-parts.yaml`. */
export interface CardPart {
  readonly id: string;
  /** Provisions it is drawn from, as `standard:id`. */
  readonly cites: readonly string[];
  readonly title: string;
  /** What a writer has to answer. */
  readonly question: string;
  /** Asked only of a system that weighs on people. */
  readonly people?: boolean;
  /** Fields of a `model-card`; any one with a value makes the part present. */
  readonly fields: readonly string[];
  readonly headings: readonly string[];
  readonly said: readonly string[];
}

let loaded: readonly CardPart[] | undefined;

/** All parts, in the order in which a reader meets them. */
export function cardParts(): readonly CardPart[] {
  loaded ??= JSON.parse(text) as readonly CardPart[];
  return loaded;
}

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
