import type { KindId } from "../generated/kinds.ts";
import { VOCABULARY_JSON } from "../generated/vocabulary.ts";
import { normalizePhrase } from "./words.ts";

/** One way in which a table is a register: every member of `columns` must be met by one of the fields it lists. */
export interface TableShape {
  readonly columns: readonly (readonly string[])[];
  /** Words of which one must stand in the title of the section or document. */
  readonly title?: readonly string[];
}

interface KindWords {
  readonly words: readonly string[];
  readonly registers?: readonly string[];
  readonly titles: readonly string[];
  readonly tables: readonly TableShape[];
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** Labels of mappings that hold fields of a record, by the group's name. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
}

/** `server/data/vocabulary.yaml`. */
export interface Vocabulary {
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Keys by which a mapping says what it is, by the type of the field that asks for a word. */
  readonly said_by: Readonly<Record<string, readonly string[]>>;
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly document_words: readonly string[];
  readonly quoting_titles: readonly string[];
  readonly kinds: Readonly<Record<KindId, KindWords>>;
}

let loaded: Vocabulary | undefined;

/** The vocabulary; read on first use. */
export function vocabulary(): Vocabulary {
  loaded ??= JSON.parse(VOCABULARY_JSON) as Vocabulary;
  return loaded;
}

let phrases: ReadonlyMap<string, readonly string[]> | undefined;

function readPhrases(): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const [value, texts] of Object.entries(vocabulary().values)) {
    for (const text of texts) {
      const phrase = normalizePhrase(text);
      map.set(phrase, [...(map.get(phrase) ?? []), value]);
    }
  }
  return map;
}

/** The values a phrase (normalised) may mean, in the vocabulary's order; which of them a field allows decides. */
export function valuesOfPhrase(phrase: string): readonly string[] {
  phrases ??= readPhrases();
  return phrases.get(phrase) ?? [];
}

let truth: ReadonlyMap<string, boolean> | undefined;

/** What a word of yes or no (normalised) means. */
export function truthOfPhrase(phrase: string): boolean | undefined {
  truth ??= new Map([
    ...vocabulary().yes.map((w) => [normalizePhrase(w), true] as const),
    ...vocabulary().no.map((w) => [normalizePhrase(w), false] as const),
  ]);
  return truth.get(phrase);
}
