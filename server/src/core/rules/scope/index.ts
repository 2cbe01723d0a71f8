import type { Rule } from "../rule.ts";

/** The rules of group *scope*. */
export const scopeRules: readonly Rule[] = [];
