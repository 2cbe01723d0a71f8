import type { RecordData } from "../../records/model.ts";
import { canonicalLevel } from "../../records/values.ts";
import { type DocumentUnit, type PerUnit, type RawFinding, rule } from "../rule.ts";
import { levelWord } from "../../workspace/bands.ts";
import { type Count, type Summary, summariesIn } from "./shared/counts.ts";
import { AFTER, BEFORE, type JudgementFields, written } from "../../coverage/judgement.ts";

/** Fewer rows than these need no summary. */
const FEW = 3;

/** A row as a summary may count it. */
interface Row {
  /** How grave it is said to be; undefined where that cannot be read. */
  readonly level: string | undefined;
  readonly closed: boolean;
}

const isRisk = ({ kind, template }: RecordData): true | undefined => (kind === "risk" && !template ? true : undefined);

function rowBy({ rating, score }: JudgementFields, data: RecordData): Row | undefined {
  if (!isRisk(data)) return undefined;
  const [word] = [rating, score].flatMap((field) => levelWord(written(data, field)?.text ?? "") ?? []);
  return { level: word === undefined ? undefined : canonicalLevel(word), closed: data.plain.status === "closed" };
}

const ROWS = new Map<JudgementFields, PerUnit<RecordData, Row>>(
  [BEFORE, AFTER].map((fields) => [fields, (data) => rowBy(fields, data)]),
);

/** How many rows there are of each level; undefined where a row's level cannot be read. */
function tally(rows: readonly Row[]): ReadonlyMap<string, number> | undefined {
  const found = new Map<string, number>([["total", rows.length]]);
  for (const { level } of rows) {
    if (level === undefined) return undefined;
    found.set(level, (found.get(level) ?? 0) + 1);
  }
  return found;
}

const wrongIn = ({ counts }: Summary, rows: ReadonlyMap<string, number>): Count[] =>
  counts.filter(({ level, count }) => (rows.get(level) ?? 0) !== count);

/** The readings of what a summary may have counted: rated before or after treatment, all risks or those not closed. */
function tallies({ eachRecord }: DocumentUnit, { about }: Summary): ReadonlyMap<string, number>[] {
  const asked = /residual|after/i.test(about)
    ? [AFTER]
    : /inherent|initial|before/i.test(about)
      ? [BEFORE]
      : [BEFORE, AFTER];
  return asked.flatMap((fields) => {
    const read = ROWS.get(fields);
    const rows = read ? eachRecord(read).filter((row) => row !== undefined) : [];
    const live = rows.filter(({ closed }) => !closed);
    const sets = live.length === rows.length ? [rows] : [rows, live];
    return sets.flatMap((set) => tally(set) ?? []);
  });
}

function* check(summary: Summary, unit: DocumentUnit): Generator<RawFinding> {
  const readings = tallies(unit, summary).map((rows) => ({ rows, wrong: wrongIn(summary, rows) }));
  const [best] = readings.sort((a, b) => a.wrong.length - b.wrong.length);
  if (!best || best.wrong.length === 0) return;
  const levels = summary.counts.filter(({ level }) => level !== "total");
  const sum = levels.reduce((all, { count }) => all + count, 0);
  const rows = best.rows.get("total") ?? 0;
  if (Math.abs(sum - rows) > Math.max(1, rows * 0.2) || best.wrong.length > Math.max(2, levels.length / 2)) return;
  for (const { level, word, count, at } of best.wrong) {
    const right = best.rows.get(level) ?? 0;
    const kind = level === "total" ? "" : `${word.toLowerCase()} `;
    yield {
      at,
      message: `The summary counts ${count} ${kind}${count === 1 ? "risk" : "risks"}, and the register here has ${right}.`,
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
  summary:
    "Finds counts in a summary (a table or a list) that differ from the rows of the register in the same document.",
  documentsWith: ["risk"],
  *document(unit) {
    const { document, eachRecord } = unit;
    if (document.language !== "markdown") return;
    if (eachRecord(isRisk).reduce((count, risk) => (risk ? count + 1 : count), 0) < FEW) return;
    for (const summary of summariesIn(document)) yield* check(summary, unit);
  },
});
