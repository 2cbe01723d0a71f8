import type { Rule } from "../rule.ts";
import { assuranceConflict } from "./assurance-conflict.ts";
import { auditorAuditsOwnWork } from "./auditor-audits-own-work.ts";
import { closedByOwner } from "./closed-by-owner.ts";
import { roleConcentration } from "./role-concentration.ts";
import { selfApproved } from "./self-approved.ts";
import { unclearAccountability } from "./unclear-accountability.ts";
import { unsignedApproval } from "./unsigned-approval.ts";

/** The rules of group *independence*. */
export const independenceRules: readonly Rule[] = [
  assuranceConflict,
  auditorAuditsOwnWork,
  closedByOwner,
  roleConcentration,
  selfApproved,
  unclearAccountability,
  unsignedApproval,
];
