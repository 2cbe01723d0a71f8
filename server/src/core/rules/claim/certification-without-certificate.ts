import { NONE, type RawFinding, type RuleContext, rule } from "../rule.ts";
import { certificateInForce, certificatesOf, lapseOf } from "./shared/certificates.ts";
import { certificateFixes } from "./shared/fixes.ts";
import { statementsFor } from "./shared/statements.ts";

const SAYS = "This says that the management system is certified";

/** What the records say against a claim of being certified today; undefined where a certificate holds. */
function against({ index, today }: RuleContext): Pick<RawFinding, "message" | "related"> | undefined {
  if (certificateInForce(index, today())) return undefined;
  const [certificate] = certificatesOf(index);
  if (!certificate) return { message: `${SAYS}, and no certificate is recorded.` };
  const lapse = lapseOf(certificate, today());
  const name = certificate.id ?? "on record";
  return {
    message: `${SAYS}, and the certificate ${name} ${lapse ? lapse.text : "does not say who issued it"}.`,
    related: [
      {
        at: lapse ? { record: certificate, field: lapse.field } : { record: certificate },
        message: "The certificate.",
      },
    ],
  };
}

/** Claims of certification to ISO/IEC 42001 with no certificate on record that holds today. Needs an `aims.yaml`. */
export const certificationWithoutCertificate = rule({
  id: "certification-without-certificate",
  group: "claim",
  severity: "error",
  summary: "Finds claims of certification behind which no certificate on record stands today.",
  documentsWith: "claims",
  document(unit, ctx) {
    const statements = statementsFor(unit, "certification-without-certificate");
    if (statements.length === 0 || ctx.config().record === undefined) return NONE;
    const missing = against(ctx);
    if (!missing) return NONE;
    return statements.map((statement) => ({
      at: statement.at,
      ...missing,
      help: "Whoever relies on the claim has to be able to check it. Record the certificate that holds, or take the claim back.",
      fixes: certificateFixes(statement, ctx),
    }));
  },
});
