import { holds, realText } from "../../coverage/values.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { isShortcoming } from "./shared/state.ts";

/** A major or minor finding that never reached the register of nonconformities, where one is kept. */
export const nonconformityUnregistered = rule({
  id: "nonconformity-unregistered",
  group: "cycle",
  severity: "warning",
  summary: "Finds major and minor audit findings that the register of nonconformities does not know.",
  kinds: ["finding"],
  *record({ facts, data }, { index }) {
    if (facts.id === undefined || !isShortcoming(facts)) return;
    if (facts.plain.status === "rejected" || holds(facts, "nonconformity")) return;
    const id = facts.id;
    const register = index.ofKind("nonconformity").filter((nc) => !nc.template);
    if (register.length === 0 || index.referencesTo(id).some(({ from }) => from.kind === "nonconformity")) return;
    const names = (text: string | undefined): boolean => text?.toLowerCase().includes(id.toLowerCase()) ?? false;
    if (
      register.some((nc) => ["source", "description", "title", "notes", "related"].some((f) => names(realText(nc, f))))
    )
      return;
    const handled = holds(facts, "root_cause") && holds(facts, "action");
    yield {
      at: placeOf(data, "id"),
      message: `This ${facts.plain.grade} finding is not in the register of nonconformities.`,
      help: "What is not registered gets no cause, no action and no check. Register it and name it here, or grade it as an observation if it is none.",
      ...(handled ? { severity: "info" } : undefined),
      related: register.slice(0, 1).map((record) => ({ at: { record }, message: "The register." })),
    };
  },
});
