import type { FieldInfo } from "../../records/kinds.ts";
import { normalizeId } from "../../records/ids.ts";
import type { Plain, RecordFacts } from "../../records/model.ts";
import { type Change, rule } from "../rule.ts";
import { typedScalars } from "../shared/values.ts";
import { quoted } from "../shared/words.ts";

const isReference = (field: FieldInfo): boolean => field.type === "ref" || field.type === "refs";

/** The change that takes the record's own id out of a field. */
function without(record: RecordFacts, field: string, own: string): Change {
  const value = record.plain[field];
  const rest = Array.isArray(value) ? value.filter((id: Plain) => normalizeId(String(id)) !== own) : [];
  return rest.length > 0 ? { op: "set-field", record, field, value: rest } : { op: "remove-field", record, field };
}

/** Records that name themselves where another is meant. A system that lists itself under `systems` only says what it is about. */
export const selfReference = rule({
  id: "self-reference",
  group: "link",
  severity: "warning",
  summary: "Finds records that refer to themselves.",
  *record({ facts, data }) {
    if (facts.id === undefined) return;
    const own = normalizeId(facts.id);
    for (const { path, field, scalar } of typedScalars(facts, data)) {
      if (!isReference(field) || normalizeId(scalar.text) !== own) continue;
      const name = String(path[0]);
      if (name === "systems") continue;
      yield {
        at: scalar.span,
        message: `${quoted(facts.id)} names itself under "${name}".`,
        help: "A record cannot be its own source, part or predecessor. Name the other one, or take this out.",
        fixes: [{ title: `Remove ${quoted(scalar.text)} from "${name}"`, changes: [without(facts, name, own)] }],
      };
    }
  },
});
