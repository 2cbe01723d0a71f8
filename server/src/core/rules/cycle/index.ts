import type { Rule } from "../rule.ts";
import { actionOverdue } from "./action-overdue.ts";
import { auditMissing } from "./audit-missing.ts";
import { auditProgrammeGap } from "./audit-programme-gap.ts";
import { closedBeforeAction } from "./closed-before-action.ts";
import { closedBelowTarget } from "./closed-below-target.ts";
import { competenceUnrecorded } from "./competence-unrecorded.ts";
import { effectivenessUnchecked } from "./effectiveness-unchecked.ts";
import { findingWithoutAction } from "./finding-without-action.ts";
import { kpiContradictsRecords } from "./kpi-contradicts-records.ts";
import { managementReviewIncomplete } from "./management-review-incomplete.ts";
import { nonconformityUnregistered } from "./nonconformity-unregistered.ts";
import { objectiveNotMeasurable } from "./objective-not-measurable.ts";
import { objectiveWithoutMeasurement } from "./objective-without-measurement.ts";
import { reviewOverdue } from "./review-overdue.ts";
import { rootCauseMissing } from "./root-cause-missing.ts";
import { statusContradiction } from "./status-contradiction.ts";
import { supplierUnassessed } from "./supplier-unassessed.ts";

/** The rules of group *cycle*. */
export const cycleRules: readonly Rule[] = [
  actionOverdue,
  auditMissing,
  auditProgrammeGap,
  closedBeforeAction,
  closedBelowTarget,
  competenceUnrecorded,
  effectivenessUnchecked,
  findingWithoutAction,
  kpiContradictsRecords,
  managementReviewIncomplete,
  nonconformityUnregistered,
  objectiveNotMeasurable,
  objectiveWithoutMeasurement,
  reviewOverdue,
  rootCauseMissing,
  statusContradiction,
  supplierUnassessed,
];
