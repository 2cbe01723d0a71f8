import { type Fielded, listOf } from "./values.ts";
import type { RecordData, ScalarValue } from "../records/model.ts";
import { normalizePhrase } from "../records/words.ts";
import { once } from "../text/once.ts";
import type { AimsConfig } from "../workspace/api.ts";

/** The fields in which a risk is judged, before treatment or after it. */
export interface JudgementFields {
  readonly likelihood: string;
  readonly impact: string;
  readonly score: string;
  readonly rating: string;
}

export const BEFORE: JudgementFields = {
  likelihood: "likelihood",
  impact: "impact",
  score: "score",
  rating: "rating",
};
export const AFTER: JudgementFields = {
  likelihood: "residual_likelihood",
  impact: "residual_impact",
  score: "residual_score",
  rating: "residual",
};

/** A field's text as written, and what it means. */
export function written(data: RecordData, name: string): ScalarValue | undefined {
  const value = data.fields.get(name)?.value;
  return value?.type === "scalar" ? value : undefined;
}

/** Whether anything may be read of a risk's score or band. */
export const isJudged = ({ plain, placeholders }: RecordData, { score, rating }: JudgementFields): boolean =>
  plain[score] !== undefined || plain[rating] !== undefined || placeholders.length > 0;

/** A number that is written; percentages are none, since they do not multiply. */
export const numberWritten = (found: ScalarValue | undefined): number | undefined =>
  typeof found?.plain === "number" && !found.text.includes("%") ? found.plain : undefined;

/** A place on a scale as a number: the number written, else the word's place among the words `aims.yaml` gives for the scale. */
export function levelIn(
  data: RecordData,
  name: string,
  scale: "likelihood" | "impact",
  config: AimsConfig,
): number | undefined {
  const found = written(data, name);
  const number = numberWritten(found);
  if (number !== undefined || typeof found?.plain !== "string") return number;
  const words = scaleWords(config, scale);
  const at = words.indexOf(normalizePhrase(found.plain));
  return at < 0 ? undefined : at + 1;
}

/** A place on a scale as written: its number or its word. */
function levelWritten(data: RecordData, name: string): number | string | undefined {
  const plain = written(data, name)?.plain;
  return typeof plain === "number" || typeof plain === "string" ? plain : undefined;
}

function scaleWords({ plain: { scales } }: AimsConfig, scale: "likelihood" | "impact"): readonly string[] {
  return scales && typeof scales === "object" && !Array.isArray(scales)
    ? wordsOf(scales as Fielded["plain"])[scale]
    : [];
}

/** The words of the scales; each risk of a register asks for them. */
const wordsOf = once((plain: Fielded["plain"]) => {
  const words = (scale: string): readonly string[] => listOf({ plain }, scale).map(normalizePhrase);
  return { likelihood: words("likelihood"), impact: words("impact") };
});

const EQUATION =
  /(?<![\d.,])(\d{1,3}(?:\.\d{1,2})?)\s{0,3}[x×*✕·]\s{0,3}(\d{1,3}(?:\.\d{1,2})?)\s{0,3}=\s{0,3}(\d{1,5}(?:\.\d{1,2})?)(?![\d,]*\d)/i;

/** `3 × 4 = 12` within a text: the factors, the product as written and where it stands in the text. */
export function equationIn(text: string):
  | {
      readonly left: number;
      readonly right: number;
      readonly product: number;
      readonly start: number;
      readonly end: number;
    }
  | undefined {
  const m = text.includes("=") ? EQUATION.exec(text.slice(0, 200)) : null;
  if (!m) return undefined;
  const end = m.index + m[0].length;
  const written = m[3] as string;
  return { left: Number(m[1]), right: Number(m[2]), product: Number(written), start: end - written.length, end };
}

/** Where the digits of a number stand in a text that holds one number and words; undefined where it holds several. */
export function digitsIn(text: string): { readonly start: number; readonly end: number } | undefined {
  const all = [...text.slice(0, 200).matchAll(/\d+(?:\.\d+)?/g)];
  const [only] = all;
  return only && all.length === 1 ? { start: only.index, end: only.index + only[0].length } : undefined;
}

/** A product without the noise of binary fractions. */
export const times = (a: number, b: number): number => Number((a * b).toFixed(4));

/** The score a risk has: a product written out, the score written, a number beside the band, else likelihood times impact. */
export function scoreIn(data: RecordData, fields: JudgementFields, config: AimsConfig): number | undefined {
  for (const name of [fields.score, fields.rating]) {
    const found = written(data, name);
    if (!found) continue;
    const equation = equationIn(found.text);
    if (equation) return equation.product;
    const number = name === fields.score ? numberWritten(found) : numberBeside(found.text);
    if (number !== undefined) return number;
  }
  const [l, i] = [
    levelIn(data, fields.likelihood, "likelihood", config),
    levelIn(data, fields.impact, "impact", config),
  ];
  return l === undefined || i === undefined || hasOtherFactor(data) ? undefined : times(l, i);
}

/** The number of `12 (High)`, `High (12)`, `High - 12`. */
export function numberBeside(text: string): number | undefined {
  const m =
    /^\W{0,4}(\d{1,3}(?:\.\d{1,2})?)\s{0,3}[-–—:(/]?\s{0,3}\p{L}[\p{L} ]{1,20}\)?\W{0,3}$|^\W{0,4}\p{L}[\p{L} ]{1,20}[-–—:(/ ]{1,4}(\d{1,3}(?:\.\d{1,2})?)\)?\W{0,3}$/u.exec(
      text.slice(0, 80).trim(),
    );
  const digits = m?.[1] ?? m?.[2];
  return digits === undefined ? undefined : Number(digits);
}

const OTHER_FACTOR =
  /\b(?:detect\w*|exposure|velocity|vulnerab\w*|weight\w*|multiplier|proximity|confidence|factor|reversib\w*|scale|speed|control effectiveness|asset value)\b/i;

/** Whether the record judges by a third number besides likelihood and impact, so that the two alone do not make the score. */
export const hasOtherFactor = (data: RecordData): boolean =>
  [...data.fields.values()].some(
    ({ label, known, value }) =>
      !known && OTHER_FACTOR.test(label) && value.type === "scalar" && /^\W{0,3}\d/.test(value.text),
  );

/** A risk's score, and likelihood and impact as written, as far as it has them. */
export interface Judgement {
  readonly score: number | undefined;
  readonly likelihood: number | string | undefined;
  readonly impact: number | string | undefined;
}

/** What a record says of the risk before or after treatment. */
export const judgementOf = (data: RecordData, fields: JudgementFields, config: AimsConfig): Judgement => ({
  score: scoreIn(data, fields, config),
  likelihood: levelWritten(data, fields.likelihood),
  impact: levelWritten(data, fields.impact),
});
