import { once } from "../../text/once.ts";
import type { RecordFacts } from "../../records/model.ts";
import { rule } from "../rule.ts";
import { gravity, isClosed } from "./shared/standing.ts";

/** Fewer risks than these can well end alike. */
const MANY = 8;
const ratings = once((record: RecordFacts) => [gravity(record, "rating"), gravity(record, "residual")] as const);
const WORDS = ["very low", "low", "medium", "high", "critical"];

/** A register in which every risk ends in the same band, whatever band it began in. */
export const uniformResidual = rule({
  id: "uniform-residual",
  group: "risk",
  severity: "info",
  summary: "Finds registers of eight or more risks that all end in one low band although they began in several.",
  *document({ document }, { index }) {
    if (!document.records.some(({ data }) => data.kind === "risk" && !data.template)) return;
    const records = index.file(document.path)?.records ?? [];
    const judged = records.flatMap((record) => {
      if (record.kind !== "risk" || record.template || isClosed(record)) return [];
      const [before, after] = ratings(record);
      return before === undefined || after === undefined ? [] : [{ record, before, after }];
    });
    const [first] = judged;
    const began = [...new Set(judged.map(({ before }) => before))].sort();
    if (!first || judged.length < MANY || first.after > 1 || began.length < 2) return;
    if (judged.some(({ after }) => after !== first.after) || (began.at(-1) as number) < 3) return;
    yield {
      at: { record: first.record, field: "residual" },
      message: `All ${judged.length} risks here end as ${WORDS[first.after]}, though they began as ${began.map((b) => WORDS[b]).join(", ")}.`,
      help: "A scale on which everything ends alike ranks nothing. Show for each risk what lowered it and how far.",
    };
  },
});
