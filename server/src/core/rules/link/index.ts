import type { Rule } from "../rule.ts";

/** The rules of group *link*. */
export const linkRules: readonly Rule[] = [];
