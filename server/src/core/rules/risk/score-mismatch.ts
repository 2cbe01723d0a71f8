import { once } from "../../text/once.ts";
import type { PlacedRecord, RecordData } from "../../records/model.ts";
import type { AimsConfig } from "../../workspace/api.ts";
import { type RawFinding, rule } from "../rule.ts";
import { within } from "../shared/place.ts";
import {
  AFTER,
  BEFORE,
  digitsIn,
  equationIn,
  hasOtherFactor,
  type JudgementFields,
  levelIn,
  madeOnce,
  numberIn,
  times,
  written,
} from "../../coverage/judgement.ts";

/** A score that can be held against its factors. */
interface Scored {
  readonly placed: PlacedRecord;
  readonly fields: JudgementFields;
  readonly likelihood: number;
  readonly impact: number;
  readonly score: number;
}

const isRight = (s: Scored): boolean => Math.abs(times(s.likelihood, s.impact) - s.score) < 0.005;
const isSum = (s: Scored): boolean => Math.abs(s.likelihood + s.impact - s.score) < 0.005;

const numbers = madeOnce((data, fields, config) => {
  const [likelihood, impact, score] = [
    levelIn(data, fields.likelihood, "likelihood", config),
    levelIn(data, fields.impact, "impact", config),
    numberIn(data, fields.score),
  ];
  if (likelihood === undefined || impact === undefined || score === undefined || hasOtherFactor(data)) return undefined;
  const [label, factor] = [data.fields.get(fields.score)?.label, data.fields.get(fields.likelihood)?.label];
  if (equationIn(written(data, fields.score)?.text ?? "")) return undefined;
  if (/current|net|target/i.test(label ?? "") && !/current|net|target/i.test(factor ?? "")) return undefined;
  return { likelihood, impact, score };
});

function scored(placed: PlacedRecord, fields: JudgementFields, config: AimsConfig): Scored | undefined {
  const found = numbers(placed.data, fields, config);
  return found && { placed, fields, ...found };
}

/** Products written out that are wrong. */
const wrongEquations = once((data: RecordData) =>
  [BEFORE.score, BEFORE.rating, AFTER.score, AFTER.rating].flatMap((name) => {
    const found = written(data, name);
    const equation = found && equationIn(found.text);
    if (!found || !equation || Math.abs(times(equation.left, equation.right) - equation.product) < 0.005) return [];
    return [{ field: found.field, equation }];
  }),
);

/** Whether the label itself says that the score is a product. */
const saysProduct = ({ placed, fields }: Scored): boolean =>
  isProduct(placed.data.fields.get(fields.score)?.label ?? "");
const isProduct = (label: string): boolean =>
  label.length < 80 && /[x×*]|times/i.test(label.replace(/risk|index/gi, ""));

/** Whether the register multiplies: where most rows follow another rule, or all of them add, that is its way and no mistake. */
function multiplies(all: readonly Scored[]): boolean {
  if (all.some(saysProduct)) return true;
  const wrong = all.filter((s) => !isRight(s));
  if (all.length > 2 && wrong.length * 2 > all.length) return false;
  const tables = all.some(({ placed }) => placed.data.notation === "table-row" || placed.data.notation === "csv-row");
  return !tables || !all.every(isSum);
}

function* mismatch(s: Scored): Generator<RawFinding> {
  const { placed, fields, likelihood, impact, score } = s;
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

function* equations({ base, data }: PlacedRecord): Generator<RawFinding> {
  for (const { field, equation } of wrongEquations(data)) {
    const { left, right, product } = equation;
    const span = within(field.value, equation.start, equation.end);
    const at = { start: base + span.start, end: base + span.end };
    const exact = span.end - span.start === equation.end - equation.start;
    yield {
      at,
      message: `${left} × ${right} is ${times(left, right)}, not ${product}.`,
      help: "Whoever ranks by the score works down the wrong list. Correct the score, or the factor that is wrong.",
      ...(exact
        ? {
            fixes: [
              {
                title: `Set the score to ${times(left, right)}`,
                changes: [{ op: "replace", span: at, newText: String(times(left, right)) }],
              },
            ],
          }
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
  *document({ document }, { config }) {
    const risks = document.records.filter(({ data }) => data.kind === "risk" && !data.template);
    if (risks.length === 0) return;
    for (const fields of [BEFORE, AFTER]) {
      const all = risks.flatMap((placed) => scored(placed, fields, config()) ?? []);
      if (multiplies(all)) for (const s of all) if (!isRight(s)) yield* mismatch(s);
    }
    for (const placed of risks) yield* equations(placed);
  },
});
