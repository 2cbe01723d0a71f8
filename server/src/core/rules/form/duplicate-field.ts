import type { Field, RecordData } from "../../records/model.ts";
import { NONE, type RawFinding, rule } from "../rule.ts";
import { tellFew } from "../alike.ts";
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

/** Said in place of the fields that are not told one by one. */
const others = ({ keySpan }: Field, count: number): RawFinding => ({
  at: keySpan,
  message: `${count === 1 ? "One more field of this record stands" : `${count} more fields of this record stand`} here a second time; only the first of each counts.`,
  help: "A reader cannot tell which one holds. Where these are several records, begin each with a line of its own.",
});

/** The same key or label twice in one record. Two labels that happen to mean the same field are left alone. */
export const duplicateField = rule({
  id: "duplicate-field",
  group: "form",
  severity: "error",
  summary: "Finds a field that is written twice in one record.",
  blocksWith: "problems",
  block: ({ data }) => passOn(data.problems, "duplicate-field"),
  recordsWith: ["duplicates"],
  record({ data }) {
    if (COLUMNS.has(data.notation)) return NONE;
    const again = data.duplicates.filter((field) => {
      const first = data.fields.get(field.name);
      return first && sameLabel(first.label, field.label);
    });
    return tellFew(again, repeated, others);
  },
  documentsWith: "problems",
  document: ({ document }) => passOn(document.problems, "duplicate-field"),
});
