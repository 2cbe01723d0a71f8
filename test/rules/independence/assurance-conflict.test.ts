import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("assurance-conflict", () => {
  it("sees internal audits by the same body", () => {
    check(
      ["assurance-conflict"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/cert.yaml
      aims: certificate
      id: CERT-001
      certification_body: Nordic Assurance Ltd
                          ^^^^^^^^^^^^^^^^^^^^ warning assurance-conflict: Nordic Assurance Ltd certifies this management system and made the internal audit AUD-2026-01.
      //- /aims/audit.yaml
      aims: audit
      id: AUD-2026-01
      type: internal
      lead_auditor: Petra Novak (Nordic Assurance)
      `,
    );
  });

  it("is silent when the body is unknown or supplies something else", () => {
    check(
      ["assurance-conflict"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/cert.yaml
      aims: certificate
      id: CERT-001
      certification_body: Nordic Assurance
      //- /aims/c2.yaml
      aims: certificate
      id: CERT-002
      standard: ISO/IEC 42001:2023
      //- /aims/suppliers.yaml
      suppliers:
        - id: SUP-001
          name: Nordic Assurance
          supplies: Certification audits
        - id: SUP-002
          name: Nordic Cloud
          supplies: Advice on hosting
      `,
    );
  });
});
