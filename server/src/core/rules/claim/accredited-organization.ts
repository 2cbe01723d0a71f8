import { rule } from "../rule.ts";
import { ofCertificates } from "./shared/of-certificates.ts";

/** Organisations that call themselves accredited to iso/iec 42001. What a sentence denies, quotes, plans, asks or says of others is left alone. */
export const accreditedOrganization = rule({
  id: "accredited-organization",
  group: "claim",
  severity: "error",
  summary: "Finds organisations that call themselves accredited to ISO/IEC 42001.",
  documentsWith: "claims",
  document: ofCertificates("accredited-organization", {
    message: "Organisations are certified; only the bodies that certify them are accredited.",
    help: "Say 'certified by' with the body, and which accreditation body accredited it.",
  }),
});
