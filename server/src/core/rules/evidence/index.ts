import type { Rule } from "../rule.ts";
import { changedSinceApproval } from "./changed-since-approval.ts";
import { evidenceOlderThanSystem } from "./evidence-older-than-system.ts";
import { expiredEvidence } from "./expired-evidence.ts";
import { goalpostMoved } from "./goalpost-moved.ts";
import { measurementDisagreesWithSource } from "./measurement-disagrees-with-source.ts";
import { metricWithoutGroups } from "./metric-without-groups.ts";
import { metricWithoutThreshold } from "./metric-without-threshold.ts";
import { missingEvidenceFile } from "./missing-evidence-file.ts";
import { suspectLink } from "./suspect-link.ts";
import { testDataAfterDeployment } from "./test-data-after-deployment.ts";
import { thresholdBreached } from "./threshold-breached.ts";

/** The rules of group *evidence*. */
export const evidenceRules: readonly Rule[] = [
  changedSinceApproval,
  evidenceOlderThanSystem,
  expiredEvidence,
  goalpostMoved,
  measurementDisagreesWithSource,
  metricWithoutGroups,
  metricWithoutThreshold,
  missingEvidenceFile,
  suspectLink,
  testDataAfterDeployment,
  thresholdBreached,
];
