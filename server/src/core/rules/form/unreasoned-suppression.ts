import type { Suppression } from "../../syntax/document.ts";
import { type RawFinding, rule } from "../rule.ts";
import { oneOf } from "../shared/words.ts";

function* unreasoned(suppressions: readonly Suppression[]): Generator<RawFinding> {
  for (const { span, rules, reason } of suppressions) {
    if (reason.trim() !== "") continue;
    const what = oneOf(
      rules.map(({ id }) => `"${id}"`),
      "and",
    );
    yield {
      at: span,
      message: `This suppresses ${what} without saying why.`,
      help: "Whoever reads it next cannot tell a decision from an oversight. Add the reason after a colon.",
    };
  }
}

/** A finding that is silenced without a word why. */
export const unreasonedSuppression = rule({
  id: "unreasoned-suppression",
  group: "form",
  severity: "warning",
  summary: "Finds findings that are suppressed without a reason.",
  documentsWith: "suppressions",
  document: ({ document: { suppressions } }) => unreasoned(suppressions),
});
