import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("missing-scope", () => {
  it("is shown at the organisation of an AIMS without a scope", () => {
    check(
      ["missing-scope"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
                    ^^^^^^^^^^ warning missing-scope (fix): No document here says what this management system covers and what it leaves out.
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          in_scope: yes
      `,
    );
  });

  it("is silent where a scope is a register entry", () => {
    check(
      ["missing-scope"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/scopes.yaml
      scopes:
        - id: AIMS-SCOPE-001
          title: Scope
      `,
    );
  });

  it("is silent where the scope is a Markdown document", () => {
    check(
      ["missing-scope"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/scope.md
      # AIMS scope statement

      **Document ID:** AIMS-SCOPE-001
      **Owner:** Ana Silva
      **Approved by:** Ana Silva (CEO)
      **Standard:** ISO/IEC 42001:2023
      `,
    );
  });

  it("is silent where the scope is still a template", () => {
    check(
      ["missing-scope"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/_TEMPLATE-scope.md
      # AIMS scope statement

      **Document ID:** AIMS-SCOPE-001
      **Owner:** Ana Silva
      **Approved by:** Ana Silva (CEO)
      **Standard:** ISO/IEC 42001:2023
      `,
    );
  });

  it("is silent where a document under another title answers the clause", () => {
    check(
      ["missing-scope"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/manual.md
      # AI management manual

      **Document ID:** AIMS-PROC-001
      **Status:** Approved
      **Approved by:** Ana Silva
      **Approved on:** 2026-03-01
      **Next review:** 2027-03-01
      **Satisfies:** 4.3, 4.4

      What the AIMS covers and how it works.
      `,
    );
  });

  it("expects nothing where there is no aims.yaml", () => {
    check(
      ["missing-scope"],
      `
      //- /aims/ai-policy.md
      # AI policy

      **Document ID:** AIMS-POL-001
      **Owner:** Ana Silva
      **Standard:** ISO/IEC 42001:2023
      `,
    );
  });
});
