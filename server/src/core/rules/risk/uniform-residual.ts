import type { RecordData } from "../../records/model.ts";
import { rule } from "../rule.ts";
import { gravity, isClosed, numberOf } from "./shared/standing.ts";

/** Fewer risks than these can well end alike. */
const MANY = 8;
/** Scores from as many values show that a fall by one amount is none of chance. */
const SEVERAL = 3;
const WORDS = ["very low", "low", "medium", "high", "critical"];

/** How grave an open risk was and is, by its bands and by its scores, as far as both of a pair are said. */
interface Judged {
  readonly bands?: { readonly before: number; readonly after: number };
  readonly scores?: { readonly before: number; readonly after: number };
}

function judgedBy(data: RecordData): Judged | undefined {
  const { residual, residual_score } = data.plain;
  if (residual === undefined && residual_score === undefined) return undefined;
  if (data.kind !== "risk" || data.template || isClosed(data)) return undefined;
  const pair = (before: number | undefined, after: number | undefined) =>
    before === undefined || after === undefined ? undefined : { before, after };
  const bands = pair(gravity(data, "rating"), gravity(data, "residual"));
  const scores = pair(numberOf(data, "score"), numberOf(data, "residual_score"));
  return bands || scores ? { ...(bands ? { bands } : undefined), ...(scores ? { scores } : undefined) } : undefined;
}

const distinct = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);

/** That all bands end alike; undefined where they do not, or were all low before. */
function allEndAlike(judged: readonly Judged[]): string | undefined {
  const bands = judged.flatMap((one) => one.bands ?? []);
  const [end = WORDS.length, other] = distinct(bands.map(({ after }) => after));
  const began = distinct(bands.map(({ before }) => before));
  if (bands.length < MANY || other !== undefined || end > 1 || (began.at(-1) as number) < 3) return undefined;
  return `All ${bands.length} risks here end as ${WORDS[end]}, though they began as ${began.map((b) => WORDS[b]).join(", ")}.`;
}

/** That all scores fall by the same amount, from several; undefined where they do not. */
function allFallAlike(judged: readonly Judged[]): string | undefined {
  const scores = judged.flatMap((one) => one.scores ?? []);
  const [fall = 0, other] = distinct(scores.map(({ before, after }) => Number((before - after).toFixed(4))));
  const began = distinct(scores.map(({ before }) => before));
  if (scores.length < MANY || other !== undefined || fall <= 0 || began.length < SEVERAL) return undefined;
  return `The scores of all ${scores.length} risks here fall by exactly ${fall}, from ${began[0]} as from ${began.at(-1)}.`;
}

/** A register in which every risk ends in the same band, or falls by the same amount, wherever it began. */
export const uniformResidual = rule({
  id: "uniform-residual",
  group: "risk",
  severity: "info",
  summary:
    "Finds registers of eight or more risks that all end in one low band, or whose scores all fall by the same amount.",
  documentsWith: ["risk"],
  *document({ document, eachRecord }, { index }) {
    const all = eachRecord(judgedBy);
    const judged = all.filter((one) => one !== undefined);
    const alike = allEndAlike(judged);
    const message = alike ?? allFallAlike(judged);
    const first = judged.find((one) => (alike === undefined ? one.scores : one.bands));
    const record = first && index.file(document.path)?.records[all.indexOf(first)];
    if (!record || message === undefined) return;
    yield {
      at: { record, field: alike === undefined ? "residual_score" : "residual" },
      message,
      help: "A scale on which everything ends or falls alike ranks nothing. Show for each risk what lowered it and how far.",
    };
  },
});
