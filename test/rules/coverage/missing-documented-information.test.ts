import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("missing-documented-information", () => {
  it("finds templates and drafts that are all there is", () => {
    check(
      ["missing-documented-information"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/_TEMPLATE-ai-policy.md
      # AI policy

      **Document ID:** AIMS-POL-001
                       ^^^^^^^^^^^^ warning missing-documented-information: This is all there is on 5.2 (AI policy) and A.2.2 (AI policy), and it is still a template.
      **Owner:** [Name]
      **Standard:** ISO/IEC 42001:2023, clause 5.2
      //- /aims/scope.md
      # AIMS scope statement

      **Document ID:** AIMS-SCOPE-001
                       ^^^^^^^^^^^^^^ info missing-documented-information: This is all there is on 4.3 (Determining the scope of the AI management system), and its status is "draft".
      **Status:** Draft
      **Owner:** Ana Silva
      `,
    );
  });

  it("is silent where another document holds", () => {
    check(
      ["missing-documented-information"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/_TEMPLATE-ai-policy.md
      # AI policy

      **Document ID:** AIMS-POL-009
      **Standard:** ISO/IEC 42001:2023, clause 5.2
      //- /aims/ai-policy.md
      # AI policy

      **Document ID:** AIMS-POL-001
      **Status:** Approved
      **Approved by:** Ana Silva
      **Approved on:** 2026-03-01
      **Next review:** 2027-03-01
      **Standard:** ISO/IEC 42001:2023, clause 5.2

      We use AI where it helps.
      `,
    );
  });

  it("is silent on registers, whose rows nobody approves one by one", () => {
    check(
      ["missing-documented-information"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Proxy bias
      `,
    );
  });
});
