import { assessmentRules } from "./assessment/index.ts";
import { citationRules } from "./citation/index.ts";
import { claimRules } from "./claim/index.ts";
import { coverageRules } from "./coverage/index.ts";
import { cycleRules } from "./cycle/index.ts";
import { evidenceRules } from "./evidence/index.ts";
import { dataRules } from "./data/index.ts";
import { formRules } from "./form/index.ts";
import { independenceRules } from "./independence/index.ts";
import { linkRules } from "./link/index.ts";
import { riskRules } from "./risk/index.ts";
import type { Rule } from "./rule.ts";
import { scopeRules } from "./scope/index.ts";

/** Every rule, in the order of the groups. */
export const RULES: readonly Rule[] = [
  ...formRules,
  ...citationRules,
  ...linkRules,
  ...scopeRules,
  ...coverageRules,
  ...assessmentRules,
  ...riskRules,
  ...evidenceRules,
  ...claimRules,
  ...independenceRules,
  ...cycleRules,
  ...dataRules,
];

/** The rule with this id. */
export const ruleById = (id: string): Rule | undefined => byId.get(id);

const byId = new Map(RULES.map((rule) => [rule.id, rule]));
