import { NONE, rule } from "../rule.ts";
import { statementsFor } from "./shared/statements.ts";

/** A document called public with no address, in a document that `aims.yaml` does not name as public either. */
export const publicButUnpublished = rule({
  id: "public-but-unpublished",
  group: "claim",
  severity: "info",
  summary: "Finds documents called publicly available with no address at which outsiders find them.",
  documentsWith: "claims",
  document(unit) {
    const { document } = unit;
    if (document.published) return NONE;
    const statements = statementsFor(unit, "public-but-unpublished");
    if (statements.length === 0 || document.blocks.some(({ data }) => /https?:\/\/|www\./i.test(data.text)))
      return NONE;
    return statements.map(({ at }) => ({
      at,
      message: "This says that outsiders can read it, and no address says where.",
      help: "Openness that cannot be found is none. Give the address, or name the file under `public` in aims.yaml.",
    }));
  },
});
