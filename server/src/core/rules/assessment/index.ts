import type { Rule } from "../rule.ts";
import { affectedNotConsulted } from "./affected-not-consulted.ts";
import { assessmentAfterDeployment } from "./assessment-after-deployment.ts";
import { assessmentWithoutMeasurement } from "./assessment-without-measurement.ts";
import { harmsUnlisted } from "./harms-unlisted.ts";
import { incompleteAssessment } from "./incomplete-assessment.ts";
import { missingOversight } from "./missing-oversight.ts";
import { onlyUsersAffected } from "./only-users-affected.ts";
import { prohibitedPractice } from "./prohibited-practice.ts";
import { staleAssessment } from "./stale-assessment.ts";
import { unassessedSystem } from "./unassessed-system.ts";
import { understatedTier } from "./understated-tier.ts";

/** The rules of group *assessment*. */
export const assessmentRules: readonly Rule[] = [
  affectedNotConsulted,
  assessmentAfterDeployment,
  assessmentWithoutMeasurement,
  harmsUnlisted,
  incompleteAssessment,
  missingOversight,
  onlyUsersAffected,
  prohibitedPractice,
  staleAssessment,
  unassessedSystem,
  understatedTier,
];
