import { type Standard, standard } from "../../catalog/catalog.ts";
import type { StandardName } from "../../catalog/citations.ts";
import { type RawFinding, rule } from "../rule.ts";
import { standardNames } from "../shared/prose.ts";

function findingOf(s: Standard, { edition, editionSpan, span }: StandardName): RawFinding {
  return {
    at: editionSpan ?? span,
    message: `There is no edition ${edition} of ${s.short}; the standard is ${s.designation}.`,
    help: "A certificate or an audit names one edition, and nobody can obtain this one. Correct the year.",
    fixes: editionSpan
      ? [
          {
            title: `Replace "${edition}" with "${s.edition}"`,
            changes: [{ op: "replace", span: editionSpan, newText: s.edition }],
            preferred: true,
            safe: true,
          },
        ]
      : [],
  };
}

/**
 * Whether the year is written as an edition (`42001:2022`; a year in parentheses may be that of a certificate) of the standard
 * itself: national adoptions (`NBR ISO/IEC`, `UNE-ISO/IEC`) have years of their own.
 */
function isEdition(text: string, { span, editionSpan }: StandardName): boolean {
  if (!editionSpan || text[editionSpan.start - 1] !== ":") return false;
  const before = text.slice(Math.max(0, span.start - 8), span.start);
  return /^(?:ISO|IEC)/i.test(text.slice(span.start)) && !/(?:^|[^A-Za-z])[A-Z]{1,5}[ -]$/.test(before);
}

/** Years after a standard's name in which no edition of it appeared. Silent on standards whose editions are not all known. */
export const wrongEdition = rule({
  id: "wrong-edition",
  group: "citation",
  severity: "error",
  summary: "Finds editions of a standard that were never published.",
  blocksWith: /:\d{4}/,
  *block({ data }) {
    for (const name of standardNames(data)) {
      const s = name.standard === undefined ? undefined : standard(name.standard);
      if (!s?.editions || name.edition === undefined || s.editions.includes(name.edition)) continue;
      if (!isEdition(data.text, name)) continue;
      yield findingOf(s, name);
    }
  },
});
