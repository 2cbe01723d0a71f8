import type { Rule } from "../rule.ts";
import { controlExcludedInScope } from "./control-excluded-in-scope.ts";
import { deferredExclusion } from "./deferred-exclusion.ts";
import { excludedHighImpactSystem } from "./excluded-high-impact-system.ts";
import { excludedSystemFeedsScope } from "./excluded-system-feeds-scope.ts";
import { liveSystemOutsideInventory } from "./live-system-outside-inventory.ts";
import { missingScope } from "./missing-scope.ts";
import { scopeWiderThanInventory } from "./scope-wider-than-inventory.ts";
import { unapprovedExclusion } from "./unapproved-exclusion.ts";
import { unjustifiedExclusion } from "./unjustified-exclusion.ts";

/** The rules of group *scope*. */
export const scopeRules: readonly Rule[] = [
  controlExcludedInScope,
  deferredExclusion,
  excludedHighImpactSystem,
  excludedSystemFeedsScope,
  liveSystemOutsideInventory,
  missingScope,
  scopeWiderThanInventory,
  unapprovedExclusion,
  unjustifiedExclusion,
];
