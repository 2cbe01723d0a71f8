import { rule } from "../rule.ts";
import { ofCertificates } from "./shared/of-certificates.ts";

/** Statements that iso itself certified somebody. What a sentence denies, quotes, plans, asks or says of others is left alone. */
export const certifiedByIso = rule({
  id: "certified-by-iso",
  group: "claim",
  severity: "error",
  summary: "Finds statements that ISO itself certified somebody.",
  documentsWith: "claims",
  document: ofCertificates("certified-by-iso", {
    message: "ISO writes standards and certifies nobody, so a reader cannot tell who stands behind this.",
    help: "Name the standard with its edition, the certification body and the scope; ISO's own rules keep its name out of such claims.",
  }),
});
