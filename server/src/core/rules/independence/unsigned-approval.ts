import { dateOf, realText } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import { isUnsigned, SIGNATURE_COLUMN } from "../../records/signatures.ts";
import type { Document } from "../../syntax/document.ts";
import { cellsOf, isDelimiterRow } from "../../syntax/markdown-table.ts";
import type { Span } from "../../text/span.ts";
import { NONE, rule } from "../rule.ts";
import { absolute } from "../shared/in-document.ts";
import { placeOf } from "../shared/place.ts";
import type { Today } from "../../workspace/today.ts";

/** Since when a document is said to hold; undefined where it does not say so. */
function inForce({ plain }: RecordFacts, today: Today): string | undefined {
  const effective = dateOf({ plain }, "effective");
  if (plain.status === "draft" || plain.status === "in-review" || plain.status === "retired") return undefined;
  if (plain.status === "approved") return "approved";
  return plain.status === undefined && effective !== undefined && today.reached(effective)
    ? `in force since ${effective}`
    : undefined;
}

/** The rows of a signature table, when there is one and none of its rows is signed. */
function unsignedTable({ text }: Document): Span | undefined {
  if (!/signature/i.test(text)) return undefined;
  let offset = 0;
  let column = -1;
  let first: Span | undefined;
  for (const line of text.split("\n")) {
    const row = { start: offset, end: offset + line.trimEnd().length };
    offset += line.length + 1;
    if (!line.startsWith("|")) {
      if (column >= 0 && first) return first;
      column = -1;
      continue;
    }
    const cells = cellsOf(text, row);
    const cell = (i: number): string =>
      cells[i] ? text.slice(cells[i].start, cells[i].end).replace(/[*\\]/g, "") : "";
    if (column < 0) column = cells.findIndex((_, i) => SIGNATURE_COLUMN.test(cell(i).trimStart()));
    else if (!isDelimiterRow(text, row)) {
      if (!isUnsigned(cell(column))) return undefined;
      if (cells.some((_, i) => i !== column && !isUnsigned(cell(i)))) first ??= cells[column] ?? row;
    }
  }
  return column >= 0 ? first : undefined;
}

/** A document in force that nobody signed: a blank approver, or a signature table without one signature. */
export const unsignedApproval = rule({
  id: "unsigned-approval",
  group: "independence",
  severity: "warning",
  summary: "Finds documents said to be approved or in force whose approver or whole signature table is blank.",
  document({ document, own: facts }, { today }) {
    const placed = document.ownRecord === undefined ? undefined : document.records[document.ownRecord];
    const state = facts && inForce(facts, today());
    if (!placed || !facts || state === undefined) return NONE;
    const help =
      "Until somebody with the authority has approved it, it binds nobody. Let it be approved and name who did and when, or call it a draft.";
    const approver = placed.data.fields.get("approved_by");
    if (approver && realText(facts, "approved_by") === undefined) {
      const at = absolute(placeOf(placed.data, "approved_by"), placed.base);
      return [{ at, message: `This document is ${state}, and its approver is blank.`, help }];
    }
    const blank = document.language === "markdown" ? unsignedTable(document) : undefined;
    if (!blank) return NONE;
    const named = approver !== undefined && dateOf(facts, "approved_on") !== undefined;
    return [
      {
        at: blank.end > blank.start ? blank : { start: blank.start, end: blank.start },
        message: `This document is ${state}, and nobody has signed its signature table.`,
        help: named
          ? "The header names who approved it; sign here too, or take the table out, so that the two agree."
          : help,
        ...(named ? { severity: "info" } : undefined),
      },
    ];
  },
});
