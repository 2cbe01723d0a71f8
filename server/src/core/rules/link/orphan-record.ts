import { kindInfo } from "../../records/kinds.ts";
import { referencesOf } from "../../workspace/references.ts";
import { rule } from "../rule.ts";
import { kindNoun } from "../shared/words.ts";

/** Records that mean something only to another one, and that nothing names and that name nothing: kept, and without effect. */
export const orphanRecord = rule({
  id: "orphan-record",
  group: "link",
  severity: "hint",
  preview: true,
  summary: "Finds data sets, suppliers, measurements and evidence that no other record refers to.",
  kinds: ["dataset", "evidence", "measurement", "supplier"],
  *record({ facts, data }, ctx) {
    const { kind, id } = facts;
    if (kind === undefined || id === undefined) return;
    if (facts.addresses.length > 0 || referencesOf(facts).some((r) => ctx.index.byId(r.id).length > 0)) return;
    if (ctx.index.referencesTo(id).some(({ from }) => from !== facts)) return;
    yield {
      at: data.head,
      message: `Nothing refers to this ${kindNoun(kindInfo(kind).title)}, and it refers to nothing.`,
      help: "It supports no system, risk or control as it stands. Name it where it is used, or name what it is about.",
    };
  },
});
