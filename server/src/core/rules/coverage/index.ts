import type { Rule } from "../rule.ts";

/** The rules of group *coverage*. */
export const coverageRules: readonly Rule[] = [];
