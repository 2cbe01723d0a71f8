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
const spoken = (text: string, phrases: readonly string[]): string | undefined =>
  blanked(phrases)
    .find((phrase) => text.includes(phrase))
    ?.slice(1);

/**
 * The first use of Annex III that the words of a system's purpose bring to mind. A guess: it may ask, never assert. Denials and uses
 * ruled out are not read, since they stand in other fields.
 */
export function suggestedUse(system: AiSystem): Suggested | undefined {
  for (const field of FIELDS) {
    const record = recordWith(system, field);
    const said = record && realText(record, field);
    if (!record || said === undefined) continue;
    const text = ` ${said
      .toLowerCase()
      .slice(0, LONGEST)
      .replace(/[^\p{L}\p{N}-]+/gu, " ")} `;
    for (const suggestion of aiAct().suggestions) {
      const { all, unless } = suggestion;
      if (all.some((phrases) => spoken(text, phrases) === undefined) || spoken(text, unless) !== undefined) continue;
      return { suggestion, record, field, phrase: spoken(text, all[0] ?? []) ?? "" };
    }
  }
  return undefined;
}
