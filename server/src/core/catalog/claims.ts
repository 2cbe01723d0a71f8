import text from "../generated/claims.ts";

/** What a rule on public claims looks for; see `server/data/claims.yaml`. */
interface RawRule {
  readonly id: string;
  /** In every sentence in which a pattern finds something. */
  readonly words: string;
  readonly patterns: readonly string[];
  /** What the sentence has to say besides. */
  readonly needs?: string;
  /** What leaves the sentence alone. */
  readonly skip?: string;
  readonly third_party?: boolean;
  readonly negation?: "before" | "sentence";
  readonly aspiration?: boolean;
}
interface Data {
  readonly guards: Readonly<Record<"before" | "anywhere" | "third_party" | "lead", string>>;
  readonly certificate: { readonly runs: string; readonly surveillance_within: string };
  readonly rules: readonly RawRule[];
}

/** A claim found in a sentence; offsets into it. */
export interface ClaimMatch {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

type Rule = Omit<RawRule, "words" | "needs" | "skip"> & {
  readonly words: RegExp;
  readonly needs: RegExp | undefined;
  readonly skip: RegExp | undefined;
};

interface Claims {
  /** The words of all rules. */
  readonly words: RegExp;
  readonly before: RegExp;
  readonly anywhere: RegExp;
  readonly thirdParty: RegExp;
  readonly lead: RegExp;
  readonly rules: readonly Rule[];
  readonly certificate: Data["certificate"];
  readonly compiled: Map<string, readonly (readonly RegExp[])[]>;
}

let loaded: Claims | undefined;

const i = (source: string): RegExp => new RegExp(source, "iu");

/** Any of some expressions, with what begins with the same letter told apart behind it: most places of a text are passed at one look. */
function anyOf(expressions: readonly string[]): RegExp {
  const byLetter = new Map<string, Set<string>>();
  // A bar within parentheses parts what stands there only.
  for (const one of expressions.flatMap((words) => words.split(/\|(?![^()]{0,200}\))/))) {
    const letter = /^[a-z](?![?*+{])/i.exec(one)?.[0].toLowerCase() ?? "";
    byLetter.set(letter, (byLetter.get(letter) ?? new Set()).add(one.slice(letter.length)));
  }
  return i([...byLetter].map(([letter, rest]) => `${letter}(?:${[...rest].join("|")})`).join("|"));
}

function claims(): Claims {
  if (loaded) return loaded;
  const { guards, rules, certificate } = JSON.parse(text) as Data;
  loaded = {
    words: anyOf(rules.map(({ words }) => words)),
    before: i(guards.before),
    anywhere: i(guards.anywhere),
    thirdParty: i(guards.third_party),
    lead: i(guards.lead),
    rules: rules.map(({ words, needs, skip, ...rule }) => ({
      ...rule,
      words: i(words),
      needs: needs === undefined ? undefined : i(needs),
      skip: skip === undefined ? undefined : i(skip),
    })),
    certificate,
    compiled: new Map(),
  };
  return loaded;
}

/** How long a certificate runs and within what time it is looked at again, as intervals (`3 years`). */
export const certificateCycle = (): Data["certificate"] => claims().certificate;

/** Whether any claim can stand in a text at all. */
export const mayClaim = (prose: string): boolean => claims().words.test(prose);

/** Whether a heading or lead-in makes what stands under it an example, a goal or a thing to avoid. */
export const isGuardedLead = (lead: string): boolean => claims().lead.test(lead);

/** The rules' patterns with the organisation's name in them, each rule's in its place. */
function patternsFor(organisation: string): readonly (readonly RegExp[])[] {
  const { compiled, rules } = claims();
  let made = compiled.get(organisation);
  if (!made) {
    const name = organisation.slice(0, 80).replace(/[.*+?^${}()|[\]\\/]/g, "\\$&") || "organi[sz]ation";
    made = rules.map(({ patterns }) => patterns.map((p) => i(p.replaceAll("{organisation}", name))));
    if (compiled.size > 20) compiled.clear();
    compiled.set(organisation, made);
  }
  return made;
}

/** An item of a checklist that is still to be done. */
const UNTICKED = /^\W{0,8}\[ ?\]/;

const OPEN: Readonly<Record<string, string>> = { "“": "”", "„": "“", "«": "»", "‘": "’", "»": "«" };

/** Whether the place lies inside quotation marks. */
function isQuoted(sentence: string, at: number): boolean {
  const before = sentence.slice(0, at);
  if ((before.split('"').length - 1) % 2 === 1) return true;
  return Object.entries(OPEN).some(([open, close]) => {
    const from = before.lastIndexOf(open);
    return from >= 0 && !before.slice(from + 1).includes(close) && sentence.slice(at).includes(close);
  });
}

/**
 * The claims a sentence makes: what it denies, quotes, reports, asks, plans, supposes or says of others is none.
 * @param sentence a sentence or a table row, at most some hundred characters
 * @param organisation the organisation's own name, as one more way to say "we"
 */
export function claimsIn(sentence: string, organisation: string): ClaimMatch[] {
  const { rules, before, anywhere, thirdParty } = claims();
  if (/\?["”’)\s]*$/.test(sentence) || UNTICKED.test(sentence)) return [];
  const found: ClaimMatch[] = [];
  const patterns = patternsFor(organisation);
  rules.forEach((rule, r) => {
    if (!rule.words.test(sentence)) return;
    for (const pattern of patterns[r] ?? []) {
      const match = pattern.exec(sentence);
      if (!match) continue;
      const ahead = sentence.slice(0, match.index);
      const upTo = sentence.slice(0, match.index + match[0].length);
      const rest = rule.aspiration ? sentence.replace(match[0], " ") : sentence;
      if (anywhere.test(rest) || before.test(rule.negation === "sentence" ? sentence : ahead + inner(match[0])))
        continue;
      if ((rule.needs && !rule.needs.test(sentence)) || rule.skip?.test(sentence)) continue;
      if (rule.third_party && thirdParty.test(beforeBy(upTo))) continue;
      if (isQuoted(sentence, match.index)) continue;
      found.push({ rule: rule.id, start: match.index, end: match.index + match[0].length });
      break;
    }
  });
  return found;
}

/** A match that begins with its subject can hold a negation of its own. */
const inner = (match: string): string =>
  /^(?:we|our|ISO|company|organi[sz]ation|management|AIMS|group)\b/i.test(match) ? match : "";

/** Who certified stands after "by" and is no subject of the sentence. */
const beforeBy = (text: string): string => text.replace(/\b(?:by|from)\b[^.]{0,200}$/i, "");
