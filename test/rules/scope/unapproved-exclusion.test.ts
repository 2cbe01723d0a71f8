import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("unapproved-exclusion", () => {
  it("finds systems nobody decided on", () => {
    check(
      ["unapproved-exclusion"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Fraud model
          in_scope: no
                    ^^ warning unapproved-exclusion (fix): AI-001 "Fraud model" is left out of scope, and nobody is named who decided it.
          exclusion_reason: Run by the supplier.
        - id: AI-002
          name: CV ranker
          in_scope: no
          exclusion_reason: Run by the parent company.
          exclusion_approved_by: Ana Silva
        - id: AI-003
          name: Mail sorter
          in_scope: no
                    ^^ warning unapproved-exclusion (fix): AI-003 "Mail sorter" is left out of scope, and nobody is named who decided it.
          exclusion_reason: Sorts our own mail.
          exclusion_approved_by: TBD
      `,
    );
  });

  it("takes the approval of the scope statement that lists them", () => {
    check(
      ["unapproved-exclusion"],
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

      ## Exclusions

      | System | Reason               |
      |--------|----------------------|
      | AI-001 | Run by the supplier  |
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Fraud model
          in_scope: no
      `,
    );
  });

  it("finds entries of a scope statement nobody approved", () => {
    check(
      ["unapproved-exclusion"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/scope.md
      # AIMS scope statement

      **Document ID:** AIMS-SCOPE-001
      **Status:** Draft
      **Owner:** Ana Silva

      ## Exclusions

      | System      | Reason               | Approved by |
      |-------------|----------------------|-------------|
      | Fraud model | Run by the supplier  |             |
        ^^^^^^^^^^^ warning unapproved-exclusion: AI-001 "Fraud model" is left out of scope, and nobody is named who decided it.
      | AI-002      | Sorts our own mail   | Ana Silva   |
      | Marketing   | Runs no AI           |             |
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Fraud model
        - id: AI-002
          name: Mail sorter
      `,
    );
  });

  it("makes room for approver and date", () => {
    checkFix(
      "unapproved-exclusion",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Fraud model
          in_scope: no
          exclusion_reason: Run by the supplier.
      `,
      `
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Fraud model
          in_scope: no
          exclusion_reason: Run by the supplier.
          exclusion_approved_by:
          exclusion_approved_on:
      `,
    );
  });
});
