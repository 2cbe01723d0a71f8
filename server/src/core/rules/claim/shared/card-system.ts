import { type AiSystem, systemNamed, systemsOf } from "../../../coverage/systems.ts";
import { listOf } from "../../../coverage/values.ts";
import type { RecordFacts } from "../../../records/model.ts";
import type { RuleContext } from "../../rule.ts";

/** The system a card is of: what it names, else the one whose record names the card's file or id. */
export function systemOfCard(own: RecordFacts, { index }: RuleContext): AiSystem | undefined {
  for (const text of [...listOf(own, "system"), ...listOf(own, "systems")]) {
    const found = systemNamed(index, text);
    if (found) return found;
  }
  const file = own.path.slice(own.path.lastIndexOf("/") + 1);
  return systemsOf(index).find((system) =>
    system.records.some((r) => listOf(r, "model_card").some((t) => t === own.id || t.split(/[\\/]/).at(-1) === file)),
  );
}
