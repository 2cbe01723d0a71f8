import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("claim-exceeds-scope", () => {
  it("reads a system that is out of scope by name, and leaves bounded claims alone", () => {
    check(
      ["claim-exceeds-scope"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      standards: [iso-42001]
      public: [site/**, README.md]
      //- /aims/certificate.yaml
      aims: certificate
      id: CERT-001
      certificate_number: XC-4711
      standard: ISO/IEC 42001:2023
      certified_organization: Alder Bank
      scope_statement: Credit scoring in Finland
      certification_body: Example Cert Ltd
      granted_on: 2026-01-20
      expires_on: 2028-10-31
      status: valid
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
        - id: AI-002
          name: Fraud filter
          in_scope: false
      //- /aims/README.md
      Our Fraud filter runs under a management system that is certified to ISO/IEC 42001.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error claim-exceeds-scope (fix)

      We are certified to ISO/IEC 42001 for all AI systems in scope. We are certified to ISO/IEC 42001 for the credit scorer.

      We are certified to ISO/IEC 42001, except for the Fraud filter. Our ISO/IEC 42001 certification covers the Credit scorer but not the Fraud filter.
      `,
    );
  });

  it("says nothing without a certificate in force", () => {
    check(
      ["claim-exceeds-scope"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      standards: [iso-42001]
      public: [site/**, README.md]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
        - id: AI-002
          name: Fraud filter
          in_scope: false
      //- /aims/README.md
      We are certified to ISO/IEC 42001 for all our AI systems.
      `,
    );
  });

  it("says of a system that went live after the last audit that nobody has looked", () => {
    check(
      ["claim-exceeds-scope"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      public: [README.md]
      //- /aims/certificate.yaml
      aims: certificate
      id: CERT-001
      standard: ISO/IEC 42001:2023
      certification_body: Example Cert Ltd
      granted_on: 2026-01-20
      surveillance:
        - held_on: 2026-06-01
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          deployed_on: 2026-03-01
        - id: AI-003
          name: Chat assistant
          deployed_on: 2026-09-01
      //- /aims/README.md
      We are certified to ISO/IEC 42001 for our credit scorer and our chat assistant.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info claim-exceeds-scope: AI-003 "Chat assistant" is in use since 2026-09-01, and the last certification audit on record was on 2026-06-01.
      `,
    );
  });
});
