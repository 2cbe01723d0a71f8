import { rule } from "../rule.ts";
import { ofCertificates } from "./shared/of-certificates.ts";

/** Claims of certification to a standard that certifies nothing. What a sentence denies, quotes, plans, asks or says of others is left alone. */
export const certifiedToGuidance = rule({
  id: "certified-to-guidance",
  group: "claim",
  severity: "error",
  summary: "Finds claims of certification to a standard that certifies nothing.",
  documentsWith: "claims",
  document: ofCertificates("certified-to-guidance", {
    message: "This standard is guidance, vocabulary, a draft or a voluntary framework: no certificate to it exists.",
    help: "Say that you work along it, and list what was done and what was not.",
  }),
});
