import { provisions, standards } from "./catalog.ts";
import type { Provision } from "./model.ts";
import { greatest } from "../text/many.ts";

/** Kinds of provision that explain a word. */
const TERM_KINDS: ReadonlySet<string> = new Set(["term", "role", "stage", "characteristic"]);

interface Terms {
  readonly byKey: ReadonlyMap<string, readonly Provision[]>;
  readonly all: readonly Provision[];
  /** Most words a term has. */
  readonly longest: number;
}

let terms: Terms | undefined;

/** A word or phrase in the form in which terms are compared: letter case, hyphens and plural endings taken off. */
export function termKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ")
    .map((w) => (w.length > 3 && /[^s]s$/.test(w) && !/(?:us|is)$/.test(w) ? w.slice(0, -1) : w))
    .join(" ");
}

function termsOf(): Terms {
  if (terms !== undefined) return terms;
  const all = standards()
    .filter((s) => s.kind === "vocabulary" || s.kind === "framework")
    .flatMap((s) => provisions(s.id))
    .filter((p) => TERM_KINDS.has(p.kind) && p.asks !== "");
  const byKey = new Map<string, Provision[]>();
  for (const p of all) {
    const plain = p.title.replace(/\([^()]*\)/g, "");
    for (const key of new Set([termKey(p.title), termKey(plain), termKey(p.id)])) {
      byKey.set(key, [...(byKey.get(key) ?? []), p]);
    }
  }
  const longest = greatest([...byKey.keys()].map((key) => key.split(" ").length));
  terms = { byKey, all, longest };
  return terms;
}

/** What the vocabularies say of a term, however it is written (`AI system`, `ai-systems`); empty for a word they do not have. */
export function termsFor(text: string): readonly Provision[] {
  return text.length > 80 ? [] : (termsOf().byKey.get(termKey(text)) ?? []);
}

/** All terms of all vocabularies. */
export const allTerms = (): readonly Provision[] => termsOf().all;

/** How many words the longest term has. */
export const longestTerm = (): number => termsOf().longest;
