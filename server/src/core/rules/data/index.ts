import type { Rule } from "../rule.ts";
import { dataQualityCharacteristicMissing } from "./data-quality-characteristic-missing.ts";
import { dataQualityUnmeasured } from "./data-quality-unmeasured.ts";
import { populationMismatch } from "./population-mismatch.ts";
import { provenanceMissing } from "./provenance-missing.ts";

/** The rules of group *data*. */
export const dataRules: readonly Rule[] = [
  dataQualityCharacteristicMissing,
  dataQualityUnmeasured,
  populationMismatch,
  provenanceMissing,
];
