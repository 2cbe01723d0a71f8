import type { Rule } from "../rule.ts";

/** The rules of group *form*. */
export const formRules: readonly Rule[] = [];
