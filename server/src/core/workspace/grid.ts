import { canonicalLevel } from "../records/values.ts";
import { normalizePhrase } from "../records/words.ts";
import { bandWord } from "./bands.ts";

/** One step of a scale as a grid's header writes it: `4 – Likely`, `Likely`, `4`. */
export interface Step {
  readonly number?: number;
  /** As phrases are compared. */
  readonly word?: string;
}

/** What a grid gives where a likelihood and an impact meet. */
export interface GridCell {
  readonly band?: string;
  readonly score?: number;
}

/** A risk matrix as a grid. */
export interface Grid {
  readonly likelihood: readonly Step[];
  readonly impact: readonly Step[];
  /** By likelihood, then by impact. */
  readonly cells: readonly (readonly GridCell[])[];
}

type Axis = "likelihood" | "impact";

const LIKELIHOOD = /\b(?:likelihood|probability|frequency|wahrscheinlichkeit|vraisemblance|probabilité)(?![\p{L}])/iu;
const IMPACT = /\b(?:impact|severity|consequences?|auswirkung|schwere|gravité)(?![\p{L}])/iu;
const LIKELY_WORD = /\b(?:rare|remote|unlikely|improbable|possible|probable|likely|almost certain|certain|frequent)\b/i;
const GRAVE_WORD = /\b(?:negligible|insignificant|minimal|minor|major|severe|catastrophic|serious)\b/i;
/** Words of a step that are no part of its name. */
const AXIS_WORDS =
  /\b(?:likelihood|probability|frequency|impact|severity|consequence|wahrscheinlichkeit|auswirkung|vraisemblance|gravité|level|score|[li])(?![\p{L}])/giu;

const LARGEST = 10;
const LONGEST_STEP = 60;

function readStep(text: string): Step | undefined {
  if (text.length > LONGEST_STEP) return undefined;
  const number = /(?<![\d.])\d{1,2}(?:\.\d)?(?![\d.]|\s*%)/.exec(text)?.[0];
  const word = normalizePhrase(
    text
      .replace(AXIS_WORDS, " ")
      .replace(/[^\p{L}\s-]/gu, " ")
      .trim()
      .replace(/\s+/g, " "),
  );
  if (number === undefined && word === "") return undefined;
  return {
    ...(number === undefined ? undefined : { number: Number(number) }),
    ...(word === "" ? undefined : { word }),
  };
}

/** Bands by the letters that heat maps use. */
const LETTERS: Readonly<Record<string, string>> = {
  vl: "Very low",
  l: "Low",
  m: "Medium",
  h: "High",
  vh: "Very high",
  c: "Critical",
  e: "Extreme",
};

function readCell(text: string): GridCell | undefined {
  const plain = text.slice(0, LONGEST_STEP).replace(/[*_`]/g, "").trim();
  const score = /(?<![\d.])\d{1,3}(?:\.\d{1,2})?(?![\d.]|\s*%)/.exec(plain)?.[0];
  const word = plain.replace(/\d+(?:\.\d+)?/g, " ");
  const band = bandWord(word) ?? LETTERS[word.replace(/[^\p{L}]/gu, "").toLowerCase()];
  if (band === undefined && (score === undefined || /\p{L}/u.test(plain))) return undefined;
  return {
    ...(band === undefined ? undefined : { band }),
    ...(score === undefined ? undefined : { score: Number(score) }),
  };
}

/** Which scale runs down the side, by what the corner says: `Likelihood \ Impact`, `Impact → / Likelihood ↓`, `Likelihood`. */
function sideByCorner(corner: string): Axis | undefined {
  const down = /(\p{L}{4,20})\s{0,3}(?:↓|⬇|\(rows?\))/u.exec(corner)?.[1];
  const across = /(\p{L}{4,20})\s{0,3}(?:→|➡|\(col\w*\))/u.exec(corner)?.[1];
  for (const [word, side] of [
    [down, true],
    [across, false],
  ] as const) {
    const axis =
      word === undefined ? undefined : LIKELIHOOD.test(word) ? "likelihood" : IMPACT.test(word) ? "impact" : undefined;
    if (axis !== undefined) return (axis === "likelihood") === side ? "likelihood" : "impact";
  }
  const [l, i] = [LIKELIHOOD.exec(corner)?.index ?? -1, IMPACT.exec(corner)?.index ?? -1];
  if (l < 0 && i < 0) return undefined;
  return i < 0 || (l >= 0 && l < i) ? "likelihood" : "impact";
}

/** Which scale a row or column of step names belongs to, by their words. */
function axisOf(steps: readonly string[]): Axis | undefined {
  const text = steps.join(" ");
  const [l, i] = [LIKELIHOOD.test(text) || LIKELY_WORD.test(text), IMPACT.test(text) || GRAVE_WORD.test(text)];
  return l === i ? undefined : l ? "likelihood" : "impact";
}

function sideOf(corner: string, side: readonly string[], top: readonly string[]): Axis | undefined {
  const [ofSide, ofTop] = [axisOf(side), axisOf(top)];
  if (ofSide !== undefined && ofSide !== ofTop) return ofSide;
  if (ofTop !== undefined && ofSide === undefined) return ofTop === "impact" ? "likelihood" : "impact";
  return sideByCorner(corner);
}

const turned = <T>(rows: readonly (readonly T[])[]): T[][] =>
  (rows[0] ?? []).map((_, i) => rows.map((row) => row[i] as T));

/** Steps that can be told apart. */
const distinct = (steps: readonly Step[]): boolean =>
  new Set(steps.map(({ number, word }) => number ?? word)).size === steps.length;

/** The grid of a table whose first row and first column are the two scales; undefined for any other table. */
export function gridInTable(rows: readonly (readonly string[])[], heading: string): Grid | undefined {
  const [header = [], ...body] = rows;
  if (header.length < 3 || header.length > LARGEST + 1 || body.length < 2 || body.length > LARGEST) return undefined;
  const [corner = "", ...top] = header;
  if (body.some((row) => row.length !== header.length)) return undefined;
  const cells = body.map((row) => row.slice(1).map(readCell));
  if (!cells.every((row) => row.every((cell) => cell !== undefined))) return undefined;
  const [across, down] = [top, body.map(([first = ""]) => first)].map((names) => names.map(readStep));
  if (!across?.every((s) => s !== undefined) || !down?.every((s) => s !== undefined)) return undefined;
  if (!distinct(across) || !distinct(down)) return undefined;
  const side =
    sideOf(
      corner,
      body.map(([first = ""]) => first),
      top,
    ) ?? sideByCorner(heading);
  if (side === undefined) return undefined;
  return side === "likelihood"
    ? { likelihood: down, impact: across, cells: cells as GridCell[][] }
    : { likelihood: across, impact: down, cells: turned(cells as GridCell[][]) };
}

/** The place of a level on a scale, given by number or by word. */
function placeOn(steps: readonly Step[], level: number | string): number {
  if (typeof level === "number") return steps.findIndex(({ number }) => number === level);
  const phrase = normalizePhrase(level);
  const exact = steps.findIndex(({ word }) => word === phrase);
  return exact >= 0
    ? exact
    : steps.findIndex(({ word }) => word !== undefined && canonicalLevel(word) === canonicalLevel(phrase));
}

/** What a grid gives for a likelihood and an impact; undefined where one of them is not on its scale. */
export function cellAt(grid: Grid, likelihood: number | string, impact: number | string): GridCell | undefined {
  return grid.cells[placeOn(grid.likelihood, likelihood)]?.[placeOn(grid.impact, impact)];
}
