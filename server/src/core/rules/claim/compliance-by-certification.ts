import { rule } from "../rule.ts";
import { ofCertificates } from "./shared/of-certificates.ts";

/** Conformity with the eu ai act inferred from iso/iec 42001. What a sentence denies, quotes, plans, asks or says of others is left alone. */
export const complianceByCertification = rule({
  id: "compliance-by-certification",
  group: "claim",
  severity: "error",
  summary: "Finds conformity with the EU AI Act inferred from ISO/IEC 42001.",
  documentsWith: "claims",
  document: ofCertificates("compliance-by-certification", {
    message:
      "Conformity with the EU AI Act does not follow from ISO/IEC 42001, which is no harmonised standard cited in the Official Journal.",
    help: "The Act looks at each system. Say which articles the evidence supports for which system, and what is missing.",
  }),
});
