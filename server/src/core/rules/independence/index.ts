import type { Rule } from "../rule.ts";

/** The rules of group *independence*. */
export const independenceRules: readonly Rule[] = [];
