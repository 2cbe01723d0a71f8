import { rule } from "../rule.ts";
import { passOn } from "../shared/problems.ts";

/** The reader counts the cells; this rule shows the rows whose count is not the header's. */
export const raggedTableRow = rule({
  id: "ragged-table-row",
  group: "form",
  severity: "warning",
  summary: "Finds rows of a register with more or fewer cells than its header.",
  blocksWith: "problems",
  block: ({ data }) => passOn(data.problems, "ragged-table-row"),
  documentsWith: "problems",
  document: ({ document }) => passOn(document.problems, "ragged-table-row"),
});
