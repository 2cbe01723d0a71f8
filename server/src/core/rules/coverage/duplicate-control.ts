import { listOf, realText } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { entryOf, soaOf, type SoaEntry } from "./shared/soa.ts";

/** Entries that decide, by control; a list of exclusions beside the statement only repeats what was decided. */
const decided = new WeakMap<object, ReadonlyMap<string, readonly SoaEntry[]>>();

function byControl(index: AimsIndex): ReadonlyMap<string, readonly SoaEntry[]> {
  const soa = soaOf(index);
  if (!soa) return new Map();
  let map = decided.get(soa);
  if (!map) {
    const made = new Map<string, SoaEntry[]>();
    for (const entry of soa.entries) {
      if (entry.provision?.kind !== "control" || entry.applicable === undefined) continue;
      const list = made.get(entry.provision.id);
      if (list) list.push(entry);
      else made.set(entry.provision.id, [entry]);
    }
    map = made;
    decided.set(soa, map);
  }
  return map;
}

/** Whether two entries are about the same systems: a statement for each system may decide differently. */
const sameSystems = (a: RecordFacts, b: RecordFacts): boolean =>
  listOf(a, "systems").sort().join() === listOf(b, "systems").sort().join();

/** One control decided on twice. */
export const duplicateControl = rule({
  id: "duplicate-control",
  group: "coverage",
  severity: "error",
  summary: "Finds controls that the statement of applicability lists twice.",
  kinds: ["control"],
  *record({ facts, data }, { index }) {
    const { provision, applicable } = entryOf(index, facts);
    const all = (provision && byControl(index).get(provision.id)) ?? [];
    const earlier = all.find((e) => e.record === facts || sameSystems(e.record, facts));
    if (!provision || applicable === undefined || !earlier || earlier.record === facts) return;
    const conflict = earlier.applicable !== applicable;
    if (!conflict && (earlier.record.path !== facts.path || earlier.record.notation !== facts.notation)) return;
    const status = [realText(earlier.record, "status"), realText(facts, "status")];
    const differs = status[0] !== undefined && status[1] !== undefined && status[0] !== status[1];
    yield {
      at: placeOf(data, "control", "id"),
      message: conflict
        ? `${provision.id} (${provision.title}) is ${applicable ? "taken in" : "left out"} here and ${applicable ? "left out" : "taken in"} by another entry.`
        : differs
          ? `${provision.id} (${provision.title}) has two entries, one "${status[0]}" and one "${status[1]}".`
          : `${provision.id} (${provision.title}) has two entries.`,
      help: "A reader cannot tell which entry holds. Keep one; if the number is wrong in one of them, correct it.",
      ...(conflict || differs ? undefined : { severity: "warning" }),
      related: [{ at: { record: earlier.record, field: "control" }, message: "The other entry." }],
    };
  },
});
