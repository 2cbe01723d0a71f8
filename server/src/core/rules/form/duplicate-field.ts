import type { Field, RecordData } from "../../records/model.ts";
import { NONE, type RawFinding, rule } from "../rule.ts";
import { passOn } from "../shared/problems.ts";
import { quoted } from "../shared/words.ts";

/** Notations with one header for all records: two columns of one meaning are the register's way of writing. */
const COLUMNS = new Set<RecordData["notation"]>(["table-row", "csv-row"]);

const sameLabel = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

function repeated(field: Field): RawFinding {
  const label = quoted(field.label);
  return {
    at: field.keySpan,
    message: `${label} stands here a second time; only the first counts.`,
    help: `A reader cannot tell which one holds. Keep one ${label} and merge what the two say.`,
  };
}

/** The same key or label twice in one record. Two labels that happen to mean the same field are left alone. */
export const duplicateField = rule({
  id: "duplicate-field",
  group: "form",
  severity: "error",
  summary: "Finds a field that is written twice in one record.",
  blocksWith: "problems",
  block: ({ data }) => passOn(data.problems, "duplicate-field"),
  record({ data }) {
    if (data.duplicates.length === 0 || COLUMNS.has(data.notation)) return NONE;
    return data.duplicates.flatMap((field) => {
      const first = data.fields.get(field.name);
      return first && sameLabel(first.label, field.label) ? [repeated(field)] : [];
    });
  },
  document: ({ document }) => passOn(document.problems, "duplicate-field"),
});
