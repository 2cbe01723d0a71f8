import type { Rule } from "../rule.ts";
import { applicableControlUncovered } from "./applicable-control-uncovered.ts";
import { controlExcludedWithoutReason } from "./control-excluded-without-reason.ts";
import { controlIncludedWithoutReason } from "./control-included-without-reason.ts";
import { copiedJustification } from "./copied-justification.ts";
import { duplicateControl } from "./duplicate-control.ts";
import { implementedWithoutEvidence } from "./implemented-without-evidence.ts";
import { missingDocumentedInformation } from "./missing-documented-information.ts";
import { soaBlanketJustification } from "./soa-blanket-justification.ts";
import { soaIncomplete } from "./soa-incomplete.ts";
import { uncoveredProvision } from "./uncovered-provision.ts";

/** The rules of group *coverage*. */
export const coverageRules: readonly Rule[] = [
  applicableControlUncovered,
  controlExcludedWithoutReason,
  controlIncludedWithoutReason,
  copiedJustification,
  duplicateControl,
  implementedWithoutEvidence,
  missingDocumentedInformation,
  soaBlanketJustification,
  soaIncomplete,
  uncoveredProvision,
];
