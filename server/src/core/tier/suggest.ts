import { type AiSystem, recordWith } from "../coverage/systems.ts";
import { realText } from "../coverage/values.ts";
import type { RecordFacts } from "../records/model.ts";
import { once } from "../text/once.ts";
import { aiAct, type Suggestion } from "./data.ts";

/** A listed use that what is said of a system brings to mind, and where it is said. */
export interface Suggested {
  readonly suggestion: Suggestion;
  readonly record: RecordFacts;
  readonly field: string;
  /** The first phrase found. */
  readonly phrase: string;
}

/** Fields in which people say what a system is for, plainest first. */
const FIELDS = ["purpose", "intended_use", "description", "name"] as const;
const LONGEST = 1000;

/** Phrases with a blank before them: so they stand at the beginning of a word. */
const blanked = once((phrases: readonly string[]) => phrases.map((phrase) => ` ${phrase}`));

/** The first of the phrases that stands in the text (lower case, a blank before each word). */
function spoken(text: string, phrases: readonly string[]): string | undefined {
  for (const phrase of blanked(phrases)) if (text.includes(phrase)) return phrase.slice(1);
  return undefined;
}

/** Finds the first word of any phrase without which no use is suggested; most texts have none. */
const hintOf = once((suggestions: readonly Suggestion[]): RegExp => {
  const words = suggestions.flatMap(({ all: [phrases = []] }) =>
    phrases.map((phrase) => phrase.split(" ", 1)[0] ?? ""),
  );
  return new RegExp([...new Set(words)].join("|"), "u");
});

function isBroughtToMind(text: string, { all, unless }: Suggestion): boolean {
  for (const phrases of all) if (spoken(text, phrases) === undefined) return false;
  return spoken(text, unless) === undefined;
}

/**
 * The first use of Annex III that the words of a system's purpose bring to mind. A guess: it may ask, never assert. Denials and uses
 * ruled out are not read, since they stand in other fields.
 */
export function suggestedUse(system: AiSystem): Suggested | undefined {
  const { suggestions } = aiAct();
  for (const field of FIELDS) {
    const record = recordWith(system, field);
    const said = record && realText(record, field);
    if (!record || said === undefined) continue;
    const lower = said.toLowerCase().slice(0, LONGEST);
    if (!hintOf(suggestions).test(lower)) continue;
    const text = ` ${lower.replace(/[^\p{L}\p{N}-]+/gu, " ")} `;
    const suggestion = suggestions.find((one) => isBroughtToMind(text, one));
    if (suggestion) return { suggestion, record, field, phrase: spoken(text, suggestion.all[0] ?? []) ?? "" };
  }
  return undefined;
}
