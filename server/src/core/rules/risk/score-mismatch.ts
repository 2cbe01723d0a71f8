import type { PlacedRecord, RecordData } from "../../records/model.ts";
import type { AimsConfig } from "../../workspace/api.ts";
import { type PerUnit, type RawFinding, rule } from "../rule.ts";
import { within } from "../shared/place.ts";
import {
  AFTER,
  BEFORE,
  digitsIn,
  equationIn,
  hasOtherFactor,
  type JudgementFields,
  levelIn,
  numberIn,
  times,
  written,
} from "../../coverage/judgement.ts";

/** A score that can be held against its factors, and what it says of how the register is reckoned. */
interface Scored {
  readonly likelihood: number;
  readonly impact: number;
  readonly score: number;
  readonly isRight: boolean;
  readonly isSum: boolean;
  /** The label itself says that the score is a product. */
  readonly saysProduct: boolean;
  readonly inTable: boolean;
}

const isProduct = (label: string): boolean =>
  label.length < 80 && /[x×*]|times/i.test(label.replace(/risk|index/gi, ""));

function scoredBy(fields: JudgementFields, data: RecordData, config: AimsConfig): Scored | undefined {
  if (data.kind !== "risk" || data.template) return undefined;
  const [likelihood, impact, score] = [
    levelIn(data, fields.likelihood, "likelihood", config),
    levelIn(data, fields.impact, "impact", config),
    numberIn(data, fields.score),
  ];
  if (likelihood === undefined || impact === undefined || score === undefined || hasOtherFactor(data)) return undefined;
  const [label = "", factor = ""] = [data.fields.get(fields.score)?.label, data.fields.get(fields.likelihood)?.label];
  if (equationIn(written(data, fields.score)?.text ?? "")) return undefined;
  if (/current|net|target/i.test(label) && !/current|net|target/i.test(factor)) return undefined;
  return {
    likelihood,
    impact,
    score,
    isRight: Math.abs(times(likelihood, impact) - score) < 0.005,
    isSum: Math.abs(likelihood + impact - score) < 0.005,
    saysProduct: isProduct(label),
    inTable: data.notation === "table-row" || data.notation === "csv-row",
  };
}

const SCORES: readonly (readonly [JudgementFields, PerUnit<RecordData, Scored>])[] = [BEFORE, AFTER].map((fields) => [
  fields,
  (data, config) => scoredBy(fields, data, config),
]);

/** Whether the register multiplies: where most rows follow another rule, or all of them add, that is its way and no mistake. */
function multiplies(scores: readonly (Scored | undefined)[]): boolean {
  let [count, wrong, sums, inTables] = [0, 0, 0, false];
  for (const score of scores) {
    if (!score) continue;
    if (score.saysProduct) return true;
    count++;
    if (!score.isRight) wrong++;
    if (score.isSum) sums++;
    if (score.inTable) inTables = true;
  }
  if (count > 2 && wrong * 2 > count) return false;
  return !inTables || sums < count;
}

function* mismatch(placed: PlacedRecord, fields: JudgementFields, scored: Scored): Generator<RawFinding> {
  const { likelihood, impact, score } = scored;
  const value = placed.data.fields.get(fields.score)?.value;
  if (value?.type !== "scalar") return;
  const product = times(likelihood, impact);
  const digits = digitsIn(value.text);
  const span = digits ? within(value, digits.start, digits.end) : value.span;
  const at = { start: placed.base + span.start, end: placed.base + span.end };
  yield {
    at,
    message: `The ${fields === AFTER ? "residual " : ""}score is ${score}, and likelihood ${likelihood} × impact ${impact} is ${product}.`,
    help: "Whoever ranks by the score works down the wrong list. Correct the score, or the factor that is wrong.",
    ...(digits && at.end - at.start === digits.end - digits.start
      ? {
          fixes: [
            { title: `Set the score to ${product}`, changes: [{ op: "replace", span: at, newText: String(product) }] },
          ],
        }
      : undefined),
  };
}

/** Products written out that are wrong. */
function* equations(data: RecordData): Generator<RawFinding> {
  for (const name of [BEFORE.score, BEFORE.rating, AFTER.score, AFTER.rating]) {
    const found = written(data, name);
    const equation = found && equationIn(found.text);
    if (!found || !equation) continue;
    const { left, right, product } = equation;
    if (Math.abs(times(left, right) - product) < 0.005) continue;
    const at = within(found.field.value, equation.start, equation.end);
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
  *record({ facts, data }) {
    if (facts.kind === "risk") yield* equations(data);
  },
  *document({ document, eachRecord }) {
    for (const [fields, read] of SCORES) {
      const scores = eachRecord(read);
      if (!multiplies(scores)) continue;
      for (const [i, scored] of scores.entries()) {
        const placed = document.records[i];
        if (placed && scored && !scored.isRight) yield* mismatch(placed, fields, scored);
      }
    }
  },
});
