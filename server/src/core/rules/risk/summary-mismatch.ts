import type { PlacedRecord } from "../../records/model.ts";
import { canonicalLevel } from "../../records/values.ts";
import { type RawFinding, rule } from "../rule.ts";
import { AFTER, BEFORE, written } from "../../coverage/judgement.ts";
import { bandWord } from "../../workspace/bands.ts";
import { type Count, type Summary, summariesIn } from "./shared/counts.ts";

/** Fewer rows than these need no summary. */
const FEW = 3;

/** How many rows there are of each level by one field; undefined where a row's level cannot be read. */
function tally(risks: readonly PlacedRecord[], field: string): ReadonlyMap<string, number> | undefined {
  const found = new Map<string, number>([["total", risks.length]]);
  for (const { data } of risks) {
    const text = written(data, field)?.text ?? "";
    const word = bandWord(text) ?? bandWord(text.replace(/[\dx×*=/.]+/gi, " "));
    if (word === undefined) return undefined;
    const level = canonicalLevel(word);
    found.set(level, (found.get(level) ?? 0) + 1);
  }
  return found;
}

const wrongIn = ({ counts }: Summary, rows: ReadonlyMap<string, number>): Count[] =>
  counts.filter(({ level, count }) => (rows.get(level) ?? 0) !== count);

/** The readings of what a summary may have counted: rated before or after treatment, all risks or those not closed. */
function tallies(risks: readonly PlacedRecord[], { about }: Summary): ReadonlyMap<string, number>[] {
  const fields = /residual|after/i.test(about)
    ? [AFTER]
    : /inherent|initial|before/i.test(about)
      ? [BEFORE]
      : [BEFORE, AFTER];
  const live = risks.filter(({ data }) => data.plain.status !== "closed");
  const sets = live.length === risks.length ? [risks] : [risks, live];
  return fields.flatMap(({ rating }) => sets.flatMap((set) => tally(set, rating) ?? []));
}

function* check(summary: Summary, risks: readonly PlacedRecord[]): Generator<RawFinding> {
  const readings = tallies(risks, summary).map((rows) => ({ rows, wrong: wrongIn(summary, rows) }));
  const [best] = readings.sort((a, b) => a.wrong.length - b.wrong.length);
  if (!best || best.wrong.length === 0) return;
  const levels = summary.counts.filter(({ level }) => level !== "total");
  const sum = levels.reduce((all, { count }) => all + count, 0);
  const rows = best.rows.get("total") ?? 0;
  if (Math.abs(sum - rows) > Math.max(1, rows * 0.2) || best.wrong.length > Math.max(2, levels.length / 2)) return;
  for (const { level, word, count, at } of best.wrong) {
    const right = best.rows.get(level) ?? 0;
    yield {
      at,
      message:
        level === "total"
          ? `The summary counts ${count} risks, and the register here has ${right}.`
          : `The summary counts ${count} ${word.toLowerCase()} risks, and the register here has ${right}.`,
      help: "Who reads only the summary decides on figures the register does not bear out. Correct the count, or the rows.",
      fixes: [{ title: `Set the count to ${right}`, changes: [{ op: "replace", span: at, newText: String(right) }] }],
    };
  }
}

/** Counts of a summary that the rows of the same document do not bear out. */
export const summaryMismatch = rule({
  id: "summary-mismatch",
  group: "risk",
  severity: "error",
  summary: "Finds counts in a summary table that differ from the rows of the register in the same document.",
  *document({ document }) {
    if (document.language !== "markdown") return;
    const risks = document.records.filter(({ data }) => data.kind === "risk" && !data.template);
    if (risks.length < FEW) return;
    for (const summary of summariesIn(document)) yield* check(summary, risks);
  },
});
