import type { Rule } from "../rule.ts";

/** The rules of group *citation*. */
export const citationRules: readonly Rule[] = [];
