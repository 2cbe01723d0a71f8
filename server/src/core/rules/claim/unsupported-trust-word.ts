import { NONE, rule } from "../rule.ts";
import { bearsEvidence } from "./shared/support.ts";
import { measurementFixes } from "./shared/fixes.ts";
import { statementsFor } from "./shared/statements.ts";

/** Trustworthy, responsible, ethical AI in a public text that leads to nothing a reader could check. Said once a document. */
export const unsupportedTrustWord = rule({
  id: "unsupported-trust-word",
  group: "claim",
  severity: "info",
  summary: "Finds public texts that call AI trustworthy or responsible and lead to no criteria or evidence.",
  documentsWith: "claims",
  document(unit, ctx) {
    if (!unit.document.published) return NONE;
    const [first] = statementsFor(unit, "unsupported-trust-word");
    if (!first || bearsEvidence(unit.document)) return NONE;
    return [
      {
        at: first.at,
        message: "Nothing in this text shows by what criteria, or how it was found, that this holds.",
        help: "Such words carry weight only with criteria. Link the objectives, the measurements or the assessment.",
        fixes: measurementFixes(first, ctx),
      },
    ];
  },
});
