import { rule } from "../rule.ts";
import { ofCertificates } from "./shared/of-certificates.ts";

/** Statements that a model, product or system is certified to a management-system standard. What a sentence denies, quotes, plans, asks or says of others is left alone. */
export const certifiedProduct = rule({
  id: "certified-product",
  group: "claim",
  severity: "error",
  summary: "Finds statements that a model, product or system is certified to a management-system standard.",
  documentsWith: "claims",
  document: ofCertificates("certified-product", {
    message: "A certificate to ISO/IEC 42001 speaks of a management system, never of a model or product.",
    help: "Claim the management system with its scope, and show by measurements what holds of the product.",
  }),
});
