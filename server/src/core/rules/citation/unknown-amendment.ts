import { standard } from "../../catalog/catalog.ts";
import { rule } from "../rule.ts";
import { standardNames } from "../shared/prose.ts";
import { oneOf } from "../shared/words.ts";

/** `Amd. 1:2024`, `Amendment 1` and `/Amd 1:2024` as `1` and `2024`. */
function partsOf(text: string): { number: string; year: string | undefined } {
  const [, number = "", year] = /(\d{1,2})(?::(\d{4}))?\s*$/.exec(text) ?? [];
  return { number, year };
}

function exists(written: string, amendments: readonly string[]): boolean {
  const own = partsOf(written);
  return amendments
    .map(partsOf)
    .some((a) => a.number === own.number && (own.year === undefined || own.year === a.year));
}

/** Amendments that a standard does not have. Silent on standards whose amendments are not all known. */
export const unknownAmendment = rule({
  id: "unknown-amendment",
  group: "citation",
  severity: "error",
  summary: "Finds amendments of a standard that do not exist.",
  blocksWith: /amd|amendment/i,
  *block({ data }) {
    for (const { standard: id, amendment, span } of standardNames(data)) {
      const s = id === undefined || amendment === undefined ? undefined : standard(id);
      if (!s?.amendments || !amendment || exists(amendment.text, s.amendments)) continue;
      const { end } = amendment.span;
      const start =
        amendment.span.start - (/[\s/]{1,3}$/.exec(data.text.slice(span.start, amendment.span.start))?.[0].length ?? 0);
      const { number, year } = partsOf(amendment.text);
      yield {
        at: amendment.span,
        message: `${s.short} has no amendment ${number}${year ? ` of ${year}` : ""}.`,
        help:
          s.amendments.length > 0
            ? `What there is: ${oneOf(s.amendments, "and")}.`
            : `${s.designation} has not been amended. Some management-system standards were in 2024, and this is easily taken for one of them.`,
        fixes: [
          {
            title: `Remove "${amendment.text.replace(/^\//, "")}"`,
            changes: [{ op: "replace", span: { start, end }, newText: "" }],
            preferred: true,
          },
        ],
      };
    }
  },
});
