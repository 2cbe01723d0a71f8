import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("audit-missing", () => {
  it("asks for an internal audit beside a certificate", () => {
    check(
      ["audit-missing"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/cert.yaml
      aims: certificate
      id: CERT-001
          ^^^^^^^^ warning audit-missing: A certificate is recorded here, and no internal audit is.
      certification_body: Nordic Assurance
      //- /aims/audit.yaml
      aims: audit
      id: AUD-2026-09
      type: certification
      finished_on: 2026-02-01
      `,
    );
  });

  it("is silent when day or status is unknown", () => {
    check(
      ["audit-missing"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/a.yaml
      aims: audit
      id: AUD-2026-01
      planned_on: 2026-04-15
      //- /aims/b.yaml
      aims: audit
      id: AUD-2026-02
      status: planned
      //- /aims/c.yaml
      aims: audit
      id: AUD-2026-03
      planned_on: 2026-11-15
      status: planned
      //- /aims/cert.yaml
      aims: certificate
      id: CERT-001
      `,
    );
  });
});
