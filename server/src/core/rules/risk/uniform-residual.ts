import type { RecordData } from "../../records/model.ts";
import { rule } from "../rule.ts";
import { gravity, isClosed } from "./shared/standing.ts";

/** Fewer risks than these can well end alike. */
const MANY = 8;
const WORDS = ["very low", "low", "medium", "high", "critical"];

/** How grave an open risk was and is; undefined where one of the two is not said. */
function judgementOf(data: RecordData): { readonly before: number; readonly after: number } | undefined {
  if (data.kind !== "risk" || data.template || isClosed(data)) return undefined;
  const [before, after] = [gravity(data, "rating"), gravity(data, "residual")];
  return before === undefined || after === undefined ? undefined : { before, after };
}

/** A register in which every risk ends in the same band, whatever band it began in. */
export const uniformResidual = rule({
  id: "uniform-residual",
  group: "risk",
  severity: "info",
  summary: "Finds registers of eight or more risks that all end in one low band although they began in several.",
  *document({ document, eachRecord }, { index }) {
    const all = eachRecord(judgementOf);
    const judged = all.filter((one) => one !== undefined);
    const [first] = judged;
    if (!first || judged.length < MANY || first.after > 1) return;
    if (judged.some(({ after }) => after !== first.after)) return;
    const began = [...new Set(judged.map(({ before }) => before))].sort();
    const record = index.file(document.path)?.records[all.indexOf(first)];
    if (!record || began.length < 2 || (began.at(-1) as number) < 3) return;
    yield {
      at: { record, field: "residual" },
      message: `All ${judged.length} risks here end as ${WORDS[first.after]}, though they began as ${began.map((b) => WORDS[b]).join(", ")}.`,
      help: "A scale on which everything ends alike ranks nothing. Show for each risk what lowered it and how far.",
    };
  },
});
