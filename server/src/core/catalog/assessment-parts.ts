import text from "../generated/assessment-parts.ts";
import { remembering } from "../text/remember.ts";

/** A part of a written impact assessment (ISO/IEC 42005 clause 6); see `server/data/assessment-parts.yaml`. */
export interface AssessmentPart {
  readonly id: string;
  readonly standard: string;
  /** Provisions the part answers; the first is the one to cite. */
  readonly provisions: readonly string[];
  readonly title: string;
  /** What a writer has to answer. */
  readonly question: string;
  /** Whether ISO/IEC 42001 itself asks for it. */
  readonly core: boolean;
  /** Fields of an `impact-assessment`; any one with a value makes the part present. */
  readonly fields: readonly string[];
  /** Words of a heading or label that make the part present. */
  readonly headings: readonly string[];
}

interface Data {
  readonly parts: readonly AssessmentPart[];
  readonly apparatus: readonly string[];
}

let loaded: Data | undefined;
let spellings: readonly { readonly part: string; readonly words: string }[] | undefined;
let byField: Map<string, readonly string[]> | undefined;
let apparatus: readonly string[] | undefined;

function data(): Data {
  loaded ??= JSON.parse(text) as Data;
  return loaded;
}

/** All parts, in the standard's order. */
export function assessmentParts(): readonly AssessmentPart[] {
  return data().parts;
}

/** Ids of the parts that a value in a field makes present; undefined where it makes none so. */
export function partsOfField(field: string): readonly string[] | undefined {
  if (!byField) {
    byField = new Map();
    for (const { id, fields } of data().parts) {
      for (const name of fields) byField.set(name, [...(byField.get(name) ?? []), id]);
    }
  }
  return byField.get(field);
}

/** A heading or label with numbering, letter case, punctuation and plural endings taken off, a blank at either end. */
export function labelKey(label: string): string {
  const words = label
    .toLowerCase()
    .slice(0, 200)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .split(" ")
    .filter((w) => w !== "" && !/^\d/.test(w))
    .map((w) => (w.length > 3 && w.endsWith("s") && !w.endsWith("ss") ? w.slice(0, -1) : w));
  return ` ${words.join(" ")} `;
}

/** Ids of the parts a heading or label stands for; a heading can stand for several, and one of a document's apparatus stands for none. */
export const partsForLabel: (label: string) => readonly string[] = remembering((label) => {
  spellings ??= data().parts.flatMap((part) =>
    [part.title, ...part.headings].map((words) => ({ part: part.id, words: labelKey(words) })),
  );
  apparatus ??= data().apparatus.map(labelKey);
  const key = labelKey(label);
  if (apparatus.some((words) => key.includes(words))) return [];
  return [...new Set(spellings.filter(({ words }) => key.includes(words)).map(({ part }) => part))];
});
