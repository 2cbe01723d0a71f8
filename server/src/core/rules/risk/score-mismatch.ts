import { matrixFor } from "../../coverage/risk-matrix.ts";
import type { PlacedRecord, RecordData } from "../../records/model.ts";
import type { AimsConfig } from "../../workspace/api.ts";
import type { Document } from "../../syntax/document.ts";
import { levelWord } from "../../workspace/bands.ts";
import { cellAt, type Grid } from "../../workspace/grid.ts";
import { NONE, type PerUnit, type RawFinding, rule } from "../rule.ts";
import { given } from "../shared/in-document.ts";
import { within } from "../shared/place.ts";
import {
  AFTER,
  BEFORE,
  digitsIn,
  equationIn,
  hasOtherFactor,
  isJudged,
  type JudgementFields,
  levelIn,
  numberBeside,
  numberWritten,
  times,
  written,
} from "../../coverage/judgement.ts";

/** A score that can be held against its factors, and what it says of how the register is reckoned. */
interface Scored {
  /** The field the score stands in. */
  readonly name: string;
  readonly likelihood: number;
  readonly impact: number;
  readonly score: number;
  readonly isRight: boolean;
  readonly isSum: boolean;
  /** The label itself says that the score is a product. */
  readonly saysProduct: boolean;
  readonly inTable: boolean;
  /** It stands beside the band (`High (12)`), where a number can also be the band's own. */
  readonly besideBand: boolean;
}

const isProduct = (label: string): boolean =>
  label.length < 80 && /[x×*]|times/i.test(label.replace(/risk|index/gi, ""));

const scoreBeside = (text: string): number | undefined =>
  levelWord(text) === undefined ? undefined : numberBeside(text);

function scoredBy(fields: JudgementFields, data: RecordData, config: AimsConfig): Scored | undefined {
  if (data.kind !== "risk" || data.template || !isJudged(data, fields)) return undefined;
  const own = written(data, fields.score);
  const besideBand = own === undefined;
  const name = besideBand ? fields.rating : fields.score;
  const found = own ?? written(data, name);
  const score = besideBand ? scoreBeside(found?.text ?? "") : numberWritten(own);
  if (score === undefined) return undefined;
  const likelihood = levelIn(data, fields.likelihood, "likelihood", config);
  const impact = levelIn(data, fields.impact, "impact", config);
  if (likelihood === undefined || impact === undefined || hasOtherFactor(data)) return undefined;
  const [label = "", factor = ""] = [data.fields.get(name)?.label, data.fields.get(fields.likelihood)?.label];
  if (equationIn(found?.text ?? "")) return undefined;
  if (/current|net|target/i.test(label) && !/current|net|target/i.test(factor)) return undefined;
  return {
    name,
    likelihood,
    impact,
    score,
    isRight: Math.abs(times(likelihood, impact) - score) < 0.005,
    isSum: Math.abs(likelihood + impact - score) < 0.005,
    saysProduct: isProduct(label),
    inTable: data.notation === "table-row" || data.notation === "csv-row",
    besideBand,
  };
}

const SCORES: readonly (readonly [JudgementFields, PerUnit<RecordData, Scored>])[] = [BEFORE, AFTER].map((fields) => [
  fields,
  (data, config) => scoredBy(fields, data, config),
]);

/** A score that is not the one that its factors give. */
interface Wrong {
  readonly placed: PlacedRecord;
  readonly scored: Scored;
  readonly right: number;
  /** A grid gives the right one, and not the product. */
  readonly byGrid: boolean;
}

/** As few scores that can be held against their factors tell nothing of the way they are reckoned. */
const FEW = 3;

/**
 * Scores that are wrong by the grid that the register goes by, or else by the product. Where most are, or all of them add, the register
 * reckons in another way and makes no mistake.
 */
function wrongIn(
  document: Document,
  scores: readonly (readonly [at: number, scored: Scored])[],
  grid: Grid | undefined,
): Wrong[] {
  const wrong: Wrong[] = [];
  let [count, sums, saysProduct, inTables, besideBands] = [0, 0, false, false, false];
  for (const [i, scored] of scores) {
    const placed = document.records[i];
    if (!placed) continue;
    count++;
    saysProduct ||= scored.saysProduct;
    inTables ||= scored.inTable;
    besideBands ||= scored.besideBand;
    if (scored.isSum) sums++;
    const cell = grid && cellAt(grid, scored.likelihood, scored.impact)?.score;
    const right = cell ?? times(scored.likelihood, scored.impact);
    if (cell === undefined ? !scored.isRight : cell !== scored.score)
      wrong.push({ placed, scored, right, byGrid: cell !== undefined });
  }
  if (saysProduct) return wrong;
  if ((count >= FEW && wrong.length * 2 > count) || (besideBands && count < FEW)) return [];
  return inTables && sums === count ? [] : wrong;
}

function* mismatch({ placed, scored, right, byGrid }: Wrong, fields: JudgementFields): Generator<RawFinding> {
  const { name, likelihood, impact, score } = scored;
  const value = placed.data.fields.get(name)?.value;
  if (value?.type !== "scalar") return;
  const digits = digitsIn(value.text);
  const span = digits ? within(value, digits.start, digits.end) : value.span;
  const at = { start: placed.base + span.start, end: placed.base + span.end };
  yield {
    at,
    message: `The ${fields === AFTER ? "residual " : ""}score is ${score}, and likelihood ${likelihood} ${byGrid ? "with" : "×"} impact ${impact} is ${right}${byGrid ? " by the risk matrix" : ""}.`,
    help: "Whoever ranks by the score works down the wrong list. Correct the score, or the factor that is wrong.",
    ...(digits && at.end - at.start === digits.end - digits.start
      ? {
          fixes: [
            { title: `Set the score to ${right}`, changes: [{ op: "replace", span: at, newText: String(right) }] },
          ],
        }
      : undefined),
  };
}

const SCORE_FIELDS = [BEFORE.score, BEFORE.rating, AFTER.score, AFTER.rating];

/** Products written out that are wrong. */
function* equations(data: RecordData): Generator<RawFinding> {
  for (const name of SCORE_FIELDS) {
    const found = written(data, name);
    const equation = found && equationIn(found.text);
    if (!found || !equation) continue;
    const { left, right, product } = equation;
    if (Math.abs(times(left, right) - product) < 0.005) continue;
    const at = within(found, equation.start, equation.end);
    const newText = String(times(left, right));
    const exact = at.end - at.start === equation.end - equation.start;
    yield {
      at,
      message: `${left} × ${right} is ${newText}, not ${product}.`,
      help: "Whoever ranks by the score works down the wrong list. Correct the score, or the factor that is wrong.",
      ...(exact
        ? { fixes: [{ title: `Set the score to ${newText}`, changes: [{ op: "replace", span: at, newText }] }] }
        : undefined),
    };
  }
}

/** Scores that are not likelihood times impact, in registers that multiply. */
export const scoreMismatch = rule({
  id: "score-mismatch",
  group: "risk",
  severity: "error",
  summary: "Finds risk scores that are not likelihood times impact as written beside them.",
  kinds: ["risk"],
  fields: SCORE_FIELDS,
  record({ data }) {
    return SCORE_FIELDS.some((name) => equationIn(written(data, name)?.text ?? "")) ? equations(data) : NONE;
  },
  documentsWith: ["risk"],
  readsRecords: SCORES.map(([, read]) => read),
  *document({ document, eachRecord }, { index }) {
    for (const [fields, read] of SCORES) {
      const scores = given(eachRecord(read));
      if (scores.length === 0) continue;
      const grid = matrixFor(document, index)?.grid;
      for (const wrong of wrongIn(document, scores, grid)) yield* mismatch(wrong, fields);
    }
  },
});
