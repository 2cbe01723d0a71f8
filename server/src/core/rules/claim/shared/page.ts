/** A sentence of a page, or of a claim: as written, and its words alone. */
export interface PageSentence {
  readonly text: string;
  /** The words in small letters, a blank before, between and behind them. */
  readonly words: string;
  /** Words that carry meaning: of four letters or more. */
  readonly telling: ReadonlySet<string>;
}

const END = /[.!?](?=\s)|\n[ \t]{0,8}\r?\n|\n(?=[ \t>]{0,8}(?:[-*+#|]|\d{1,3}[.)]))/;
const TAG = /<[^<>]{0,400}>|\]\([^()\s]{0,400}\)/g;
const LONGEST = 2_000_000;

/** The sentences of a text, marks of Markdown and HTML taken off. */
export function sentencesIn(text: string): PageSentence[] {
  return text
    .slice(0, LONGEST)
    .replace(TAG, " ")
    .split(END)
    .flatMap((sentence) => {
      const words: readonly string[] =
        sentence
          .normalize("NFKC")
          .toLowerCase()
          .match(/[\p{L}\p{N}%]+/gu) ?? [];
      if (words.length === 0) return [];
      const shown = sentence
        .replace(/[*_`#>|]|\s+/g, " ")
        .replace(/\s+/g, " ")
        .trim();
      return [{ text: shown, words: ` ${words.join(" ")} `, telling: new Set(words.filter((w) => w.length > 3)) }];
    });
}

const MOST = 8;
const pages = new Map<string, { readonly text: string; readonly sentences: readonly PageSentence[] }>();

/** The sentences of a page; those of pages asked for last are kept. */
export function pageOf(path: string, text: string): readonly PageSentence[] {
  const known = pages.get(path);
  if (known?.text === text) return known.sentences;
  if (pages.size >= MOST) pages.clear();
  const sentences = sentencesIn(text);
  pages.set(path, { text, sentences });
  return sentences;
}

/** Words that make a sentence reach further. */
const WIDER =
  /(?<!\p{L})(?:all|every|each|any|always|never|entire|whole|fully|completely|entirely|worldwide|guarantee[sd]?|100%?)(?!\p{L})/gu;

const widening = (words: string): Set<string> => new Set(words.match(WIDER) ?? []);

/** How a page stands to a sentence of a claim: it `has` it, says `more` in the same sentence, says it in `other` words, or not at all. */
export interface PageStand {
  readonly stand: "has" | "more" | "other" | "lacks";
  readonly sentence: PageSentence | undefined;
}

/** Share of telling words in common from which on two sentences say the same in other words. */
const ALIKE = 0.7;
const FEWEST_TELLING = 4;

/** @param others sentences of other claims, which speak for themselves */
export function standOf(
  claim: PageSentence,
  page: readonly PageSentence[],
  others: readonly PageSentence[],
): PageStand {
  const holding = page.filter(({ words }) => words.includes(claim.words));
  const [same] = holding;
  if (same) {
    const known = widening(claim.words);
    const more = holding.find(({ words }) => [...widening(words)].some((word) => !known.has(word)));
    return more && holding.length === 1 ? { stand: "more", sentence: more } : { stand: "has", sentence: same };
  }
  if (claim.telling.size < FEWEST_TELLING) return { stand: "lacks", sentence: undefined };
  const shared = ({ telling }: PageSentence): number => [...claim.telling].filter((w) => telling.has(w)).length;
  const [best] = page
    .filter(({ words }) => !others.some((other) => words.includes(other.words)))
    .map((sentence) => ({ sentence, share: shared(sentence) / claim.telling.size }))
    .sort((a, b) => b.share - a.share);
  return best && best.share >= ALIKE
    ? { stand: "other", sentence: best.sentence }
    : { stand: "lacks", sentence: undefined };
}
