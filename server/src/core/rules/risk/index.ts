import type { Rule } from "../rule.ts";
import { acceptanceExpired } from "./acceptance-expired.ts";
import { acceptanceWithoutEnd } from "./acceptance-without-end.ts";
import { acceptedWithoutAcceptor } from "./accepted-without-acceptor.ts";
import { bandMismatch } from "./band-mismatch.ts";
import { fairnessRiskAcceptedOverThreshold } from "./fairness-risk-accepted-over-threshold.ts";
import { residualAboveInherent } from "./residual-above-inherent.ts";
import { residualLoweredWithoutMeasure } from "./residual-lowered-without-measure.ts";
import { riskToPeopleMissing } from "./risk-to-people-missing.ts";
import { riskWithoutOwner } from "./risk-without-owner.ts";
import { riskWithoutTreatment } from "./risk-without-treatment.ts";
import { scoreMismatch } from "./score-mismatch.ts";
import { summaryMismatch } from "./summary-mismatch.ts";
import { treatmentOverdue } from "./treatment-overdue.ts";
import { uniformResidual } from "./uniform-residual.ts";

/** The rules of group *risk*. */
export const riskRules: readonly Rule[] = [
  acceptanceExpired,
  acceptanceWithoutEnd,
  acceptedWithoutAcceptor,
  bandMismatch,
  fairnessRiskAcceptedOverThreshold,
  residualAboveInherent,
  residualLoweredWithoutMeasure,
  riskToPeopleMissing,
  riskWithoutOwner,
  riskWithoutTreatment,
  scoreMismatch,
  summaryMismatch,
  treatmentOverdue,
  uniformResidual,
];
