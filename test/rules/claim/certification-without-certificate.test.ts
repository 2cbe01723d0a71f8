import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("certification-without-certificate", () => {
  it("names the certificate that no longer holds", () => {
    check(
      ["certification-without-certificate"],
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
      expires_on: 2026-10-31
      status: valid
      //- /aims/README.md
      Alder Bank is certified to ISO/IEC 42001.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error certification-without-certificate (fix): This says that the management system is certified, and the certificate CERT-001 ran out on 2026-10-31.
      `,
    );
  });

  it("takes a suspended certificate, or one of no body, for none", () => {
    check(
      ["certification-without-certificate"],
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
      status: suspended
      //- /aims/README.md
      Alder Bank is certified to ISO/IEC 42001.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error certification-without-certificate (fix): This says that the management system is certified, and the certificate CERT-001 is suspended.
      `,
    );
  });

  it("leaves plans, others and lesser statements alone", () => {
    check(
      ["certification-without-certificate"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      standards: [iso-42001]
      public: [site/**, README.md]
      //- /aims/README.md
      We aim to be certified to ISO/IEC 42001 by 2027. Our cloud provider is certified to ISO/IEC 42001.
      Our AI management system follows ISO/IEC 42001. It has not been certified. Our auditors hold ISO/IEC 42001 certificates.
      `,
    );
  });

  it("offers the sentence the certificate supports where a claim goes further", () => {
    checkFix(
      "claim-exceeds-scope",
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
        - id: AI-002
          name: Fraud filter
          in_scope: false
      //- /aims/README.md
      We are certified to ISO/IEC 42001 for all our AI systems.
      `,
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
        - id: AI-002
          name: Fraud filter
          in_scope: false
      //- /aims/README.md
      Our AI management system is certified to ISO/IEC 42001:2023 by Example Cert Ltd (certificate XC-4711, valid until 2028-10-31); scope: Credit scoring in Finland.
      `,
    );
  });
});
