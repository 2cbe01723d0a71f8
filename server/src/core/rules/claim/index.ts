import type { Rule } from "../rule.ts";
import { absoluteClaim } from "./absolute-claim.ts";
import { accreditedOrganization } from "./accredited-organization.ts";
import { cardOmitsKnownHarm } from "./card-omits-known-harm.ts";
import { certificateExpired } from "./certificate-expired.ts";
import { certificateIncomplete } from "./certificate-incomplete.ts";
import { certificationWithoutCertificate } from "./certification-without-certificate.ts";
import { certifiedByIso } from "./certified-by-iso.ts";
import { certifiedProduct } from "./certified-product.ts";
import { certifiedSoaSuperseded } from "./certified-soa-superseded.ts";
import { certifiedToGuidance } from "./certified-to-guidance.ts";
import { claimExceedsScope } from "./claim-exceeds-scope.ts";
import { claimPageMismatch } from "./claim-page-mismatch.ts";
import { commitmentWithoutMeasure } from "./commitment-without-measure.ts";
import { complianceByCertification } from "./compliance-by-certification.ts";
import { incompleteCard } from "./incomplete-card.ts";
import { presumptionWithoutCitation } from "./presumption-without-citation.ts";
import { publicButUnpublished } from "./public-but-unpublished.ts";
import { unsupportedTrustWord } from "./unsupported-trust-word.ts";

/** The rules of group *claim*. */
export const claimRules: readonly Rule[] = [
  absoluteClaim,
  accreditedOrganization,
  cardOmitsKnownHarm,
  certificateExpired,
  certificateIncomplete,
  certificationWithoutCertificate,
  certifiedByIso,
  certifiedProduct,
  certifiedSoaSuperseded,
  certifiedToGuidance,
  claimExceedsScope,
  claimPageMismatch,
  commitmentWithoutMeasure,
  complianceByCertification,
  incompleteCard,
  presumptionWithoutCitation,
  publicButUnpublished,
  unsupportedTrustWord,
];
