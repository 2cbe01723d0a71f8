import type { Rule } from "../rule.ts";

/** The rules of group *assessment*. */
export const assessmentRules: readonly Rule[] = [];
