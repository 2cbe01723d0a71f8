import type { Rule } from "../rule.ts";

/** The rules of group *cycle*. */
export const cycleRules: readonly Rule[] = [];
