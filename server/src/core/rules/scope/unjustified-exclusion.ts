import { systemLabel } from "../../coverage/systems.ts";
import { type RawFinding, rule } from "../rule.ts";
import { isStockReason } from "../shared/stock.ts";
import { quoted } from "../shared/words.ts";
import { type Exclusion, ownExclusion, scopeExclusions } from "./shared/exclusions.ts";
import { saysNothing } from "../../coverage/values.ts";

const HELP =
  "What is left out is what a reader asks about first. Say why it needs no management system, in words a sceptical reader would accept.";

function* judge(exclusion: Exclusion): Generator<RawFinding> {
  const { what, system, reason, reasonAt, reasonFix } = exclusion;
  const name = system ? systemLabel(system) : quoted(what);
  if (reason === undefined || (saysNothing(reason) && !isStockReason(reason))) {
    yield {
      at: reasonAt,
      message: `${name} is left out of scope and no reason is given.`,
      help: HELP,
      ...(reasonFix ? { fixes: [reasonFix] } : undefined),
    };
  } else if (isStockReason(reason)) {
    yield {
      at: reasonAt,
      message: `${name} is left out of scope, and ${quoted(reason)} says only that it is, not why.`,
      help: HELP,
    };
  }
}

/** Something left out of scope without a reason, or with one that only says so again. */
export const unjustifiedExclusion = rule({
  id: "unjustified-exclusion",
  group: "scope",
  severity: "warning",
  summary: "Finds systems and activities left out of scope without a reason.",
  kinds: ["system"],
  fields: ["in_scope", "exclusion_reason"],
  *record(unit, { index }) {
    const exclusion = ownExclusion(unit, index);
    if (exclusion) yield* judge(exclusion);
  },
  documentsWith: ["scope"],
  *document(unit, { index }) {
    for (const exclusion of scopeExclusions(unit, index)) yield* judge(exclusion);
  },
});
