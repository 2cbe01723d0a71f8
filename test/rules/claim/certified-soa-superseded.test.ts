import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

const certificate = (more: string): string => `//- /aims/aims.yaml
aims: management-system
organisation: Alder Bank
standards: [iso-42001]
//- /aims/certificate.yaml
aims: certificate
id: CERT-001
standard: ISO/IEC 42001:2023
certification_body: Example Cert Ltd
granted_on: 2025-01-20
expires_on: 2028-01-19
${more}
`;
const soa = (header: string): string => `//- /aims/soa.md
# Statement of Applicability

**Document ID:** AIMS-SOA-001
**Owner:** Jane Doe
${header}

| Control | Title | Applicable | Justification |
| --- | --- | --- | --- |
| A.2.2 | AI policy | Yes | Asked for by our board. |
`;

describe("certified-soa-superseded", () => {
  const found = (severity: string): string =>
    `soa_version: "1.2"\n             ^^^^^ ${severity} certified-soa-superseded: The certificate names version 1.2 of the statement of applicability, and version 1.3 is in force since 2026-03-01.`;
  const NEWER = "**Version:** 1.3\n**Status:** Approved\n**Approved on:** 2026-03-01";

  it("is information once the certification body has audited since", () => {
    check(
      ["certified-soa-superseded"],
      certificate(`${found("warning")}\nsurveillance:\n  - held_on: 2026-01-10`) + soa(NEWER),
    );
    check(
      ["certified-soa-superseded"],
      certificate(`${found("info")}\nsurveillance:\n  - held_on: 2026-05-10`) + soa(NEWER),
    );
  });

  it("leaves drafts, equal and unknown versions, and certificates that do not hold alone", () => {
    for (const header of [
      "**Version:** 2.0\n**Status:** Draft",
      "**Version:** 1.2",
      "**Version:** 1.1",
      "**Status:** Approved",
    ])
      check(["certified-soa-superseded"], certificate('soa_version: "1.2"') + soa(header));
    check(["certified-soa-superseded"], certificate('soa_version: "1.2"\nstatus: withdrawn') + soa(NEWER));
    check(["certified-soa-superseded"], certificate("soa_date: 2025-01-01") + soa(NEWER));
  });
});
