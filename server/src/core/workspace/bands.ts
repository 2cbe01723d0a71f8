import { canonicalLevel } from "../records/values.ts";
import { remembering } from "../text/remember.ts";

/** Scores from `from` to `to`, both included, are called `name`. */
export interface Band {
  readonly name: string;
  /** The name as names are compared. */
  readonly level: string;
  readonly from: number;
  /** Absent where no score is too high. */
  readonly to?: number;
}

/** Scores from `from` to `to`; without `to`, all above. */
type Range = Pick<Band, "from" | "to">;

const LEVEL_WORD =
  /^(?:very[ -]?low|low|minor|medium|moderate|high|very[ -]?high|critical|extreme|severe|significant|negligible|minimal|acceptable|tolerable|unacceptable|catastrophic|major|niedrig|gering|mittel|hoch|sehr hoch|kritisch|faible|moyen|modéré|élevé|critique)$/i;
const NUM = "\\d{1,3}(?:\\.\\d{1,2})?";
const RANGE = new RegExp(
  `^\\(?(?:score\\s*)?(?:(${NUM})\\s*(?:-|–|—|‑|to|\\.\\.|…)\\s*(${NUM})|(?:>=|≥|from|at least)\\s*(${NUM})|(>)\\s*(${NUM})|(?:<=|≤|up to|at most)\\s*(${NUM})|(<|below|under)\\s*(${NUM})|(${NUM})\\s*(?:\\+|and (?:above|over|more|higher)|or (?:above|more|higher))|(${NUM}))\\)?$`,
  "i",
);

/** A stretch of scores as people write it: `1–4`, `≥ 15`, `15+`, `< 5`, `20`; undefined where it is anything else. */
export function readRange(text: string): Range | undefined {
  const m = RANGE.exec(text.slice(0, 60).replace(/[*_`]/g, "").trim());
  if (!m) return undefined;
  const n = (i: number): number => Number(m[i]);
  if (m[1] !== undefined) return n(1) <= n(2) ? { from: n(1), to: n(2) } : undefined;
  if (m[3] !== undefined) return { from: n(3) };
  if (m[5] !== undefined) return { from: n(5) + 0.001 };
  if (m[6] !== undefined) return { from: 0, to: n(6) };
  if (m[8] !== undefined) return { from: 0, to: n(8) - 0.001 };
  if (m[9] !== undefined) return { from: n(9) };
  return m[10] === undefined ? undefined : { from: n(10), to: n(10) };
}

/** The word of a band without marks, signs and the word "risk": `🟡 **Medium Risk**` → `Medium`. */
export const bandWord: (text: string) => string | undefined = remembering((text) => {
  const short = text.slice(0, 60);
  const outside = short.replace(/\([^()]*\)/g, " ");
  const word = (/\p{L}/u.test(outside) ? outside : short)
    .replace(/[^\p{L}\s-]/gu, " ")
    .replace(/\brisks?\b/gi, " ")
    .split(/\s+/)
    .filter((part) => /\p{L}/u.test(part))
    .join(" ");
  return LEVEL_WORD.test(word) ? word : undefined;
});

/** The word of a band, numbers beside it aside: `12 (High)` → `High`. */
export const levelWord: (text: string) => string | undefined = remembering(
  (text) => bandWord(text) ?? bandWord(text.replace(/\d+(?:\.\d+)?/g, " ").replace(/[x×*=/]/gi, " ")),
);

const endOf = ({ to }: Range): number => to ?? Number.POSITIVE_INFINITY;

/** Whether a score lies in a band. */
export const inBand = (score: number, band: Range): boolean => band.from <= score && score <= endOf(band);

/** Bands that are surely a risk matrix: two or more, one of them a real stretch, none overlapping, reaching beyond a scale of single steps. */
function sound(bands: readonly Band[]): readonly Band[] | undefined {
  if (bands.length < 2 || new Set(bands.map((b) => b.level)).size !== bands.length) return undefined;
  const sorted = [...bands].sort((a, b) => a.from - b.from);
  if (sorted.some((b, i) => i > 0 && b.from <= endOf(sorted[i - 1] as Band))) return undefined;
  const stretches = sorted.filter((b) => endOf(b) > b.from).length;
  return stretches * 2 >= sorted.length && (sorted.at(-1) as Band).from >= 4 ? sorted : undefined;
}

const band = (name: string, range: Range): Band => ({
  name,
  level: canonicalLevel(name),
  ...range,
});

/** More rows than these are no list of bands. */
const MOST_BANDS = 8;

const SCORE_HEADER = /\b(?:scores?|range|rating|points?|value|product|from|l ?[x×*] ?i)\b/i;

/** The bands of a table of which one column names bands and another their scores, or one row names them and another gives the scores. */
export function bandsInTable(rows: readonly (readonly string[])[]): readonly Band[] | undefined {
  const [header, ...body] = rows;
  if (!header || body.length > MOST_BANDS) return undefined;
  if (body.length < 2) return bandsAcross(rows);
  const columns = header.map((_, i) => body.map((row) => row[i] ?? ""));
  const ranges = columns.findIndex(
    (cells, i) => SCORE_HEADER.test(header[i] as string) && cells.every((cell) => readRange(cell)),
  );
  const names = columns.findIndex((cells, i) => i !== ranges && cells.every((cell) => bandWord(cell) !== undefined));
  if (ranges < 0) return fromRemarks(body);
  if (names < 0) return undefined;
  return sound(
    body.map((row) => band(bandWord(row[names] as string) as string, readRange(row[ranges] as string) as Band)),
  );
}

/** `| Low | Medium | High |` above `| 1–4 | 5–9 | 10–25 |`. */
function bandsAcross([header = [], scores = []]: readonly (readonly string[])[]): readonly Band[] | undefined {
  const bands = header.flatMap((cell, i) => {
    const [word, range] = [bandWord(cell), readRange(scores[i] ?? "")];
    return word !== undefined && range ? [band(word, range)] : [];
  });
  return bands.length >= header.length - 1 ? sound(bands) : undefined;
}

/** Bands named with their scores in one cell: `High (15–25)`. */
function fromRemarks(body: readonly (readonly string[])[]): readonly Band[] | undefined {
  const bands = body.map((row) => {
    const [, remark] = /\(([^()]{1,20})\)\W{0,4}$/.exec(row[0] ?? "") ?? [];
    const [word, range] = [bandWord(row[0] ?? ""), remark === undefined ? undefined : readRange(remark)];
    return word !== undefined && range ? band(word, range) : undefined;
  });
  return bands.every((b) => b !== undefined) ? sound(bands as Band[]) : undefined;
}

const WORDS =
  "(?:very[ -]?low|low|medium|moderate|high|very[ -]?high|critical|extreme|severe|niedrig|mittel|hoch|kritisch|faible|moyen|élevé|critique)";
const SPAN = `${NUM}\\s?(?:-|–|—|‑|to)\\s?${NUM}|(?:>=|≥|>|<=|≤|<)\\s?${NUM}|${NUM}\\+`;
const WORD_FIRST = new RegExp(
  `(?<![\\p{L}-])(${WORDS})\\*{0,2}(?: risks?)?\\*{0,2}\\s?[:=(]?\\*{0,2}\\s?[(=:]?\\s?(${SPAN})(?![\\d.,]*[%\\d])`,
  "giu",
);
const RANGE_FIRST = new RegExp(
  `(?<![\\d.,/-])\\*{0,2}(${SPAN})\\)?\\*{0,2}\\s?(?:[:=→(–—-]|is|are)?\\s?\\*{0,2}(${WORDS})(?![\\p{L}-])`,
  "giu",
);

/** The bands that a stretch of prose or a list gives: `Low (1–4), Medium (5–9), High (10–25)`. */
export function bandsInProse(text: string): readonly Band[] | undefined {
  for (const [form, word, span] of [
    [WORD_FIRST, 1, 2],
    [RANGE_FIRST, 2, 1],
  ] as const) {
    const bands = [...text.slice(0, 1200).matchAll(form)].flatMap((m) => {
      const range = readRange(m[span] as string);
      return range ? [band(m[word] as string, range)] : [];
    });
    const found = sound(bands);
    if (found) return found;
  }
  return undefined;
}

/** `6–12`, `13 and above`. */
export function rangeText({ from, to }: Band): string {
  if (to === undefined)
    return `${Number.isInteger(from) ? from : `more than ${Math.floor(from)}`}${Number.isInteger(from) ? " and above" : ""}`;
  if (!Number.isInteger(to * 100)) return `below ${Math.ceil(to)}`;
  return from === to ? String(from) : `${from}–${to}`;
}
