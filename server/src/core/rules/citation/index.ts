import type { Rule } from "../rule.ts";
import { ambiguousStandard } from "./ambiguous-standard.ts";
import { headingCitedAsControl } from "./heading-cited-as-control.ts";
import { outdatedLegalDate } from "./outdated-legal-date.ts";
import { titleMismatch } from "./title-mismatch.ts";
import { unknownAmendment } from "./unknown-amendment.ts";
import { unknownProvision } from "./unknown-provision.ts";
import { wrongControlCount } from "./wrong-control-count.ts";
import { wrongEdition } from "./wrong-edition.ts";

/** The rules of group *citation*. */
export const citationRules: readonly Rule[] = [
  ambiguousStandard,
  headingCitedAsControl,
  outdatedLegalDate,
  titleMismatch,
  unknownAmendment,
  unknownProvision,
  wrongControlCount,
  wrongEdition,
];
