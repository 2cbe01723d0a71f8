import { normalizeId } from "../../records/ids.ts";
import type { Plain, RecordFacts } from "../../records/model.ts";
import { type Change, NONE, type RawFinding, rule } from "../rule.ts";
import { type TypedScalar, typedScalars } from "../shared/values.ts";
import { quoted } from "../shared/words.ts";

/** The change that takes the record's own id out of a field. */
function without(record: RecordFacts, field: string, own: string): Change {
  const value = record.plain[field];
  const rest = Array.isArray(value) ? value.filter((id: Plain) => normalizeId(String(id)) !== own) : [];
  return rest.length > 0 ? { op: "set-field", record, field, value: rest } : { op: "remove-field", record, field };
}

function* named(facts: RecordFacts, id: string, references: readonly TypedScalar[]): Generator<RawFinding> {
  const own = normalizeId(id);
  for (const { path, scalar } of references) {
    const name = String(path[0]);
    if (name === "systems") continue;
    yield {
      at: scalar.span,
      message: `${quoted(id)} names itself under "${name}".`,
      help: "A record cannot be its own source, part or predecessor. Name the other one, or take this out.",
      fixes: [{ title: `Remove ${quoted(scalar.text)} from "${name}"`, changes: [without(facts, name, own)] }],
    };
  }
}

/** Records that name themselves where another is meant. A system that lists itself under `systems` only says what it is about. */
export const selfReference = rule({
  id: "self-reference",
  group: "link",
  severity: "warning",
  summary: "Finds records that refer to themselves.",
  recordsWith: ["references"],
  record({ facts, data }) {
    const { references } = typedScalars(data);
    const { id } = facts;
    if (id === undefined) return NONE;
    const own = normalizeId(id);
    const selves = references.filter(({ scalar }) => normalizeId(scalar.text) === own);
    return selves.length === 0 ? NONE : named(facts, id, selves);
  },
});
