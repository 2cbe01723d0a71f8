import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("excluded-system-feeds-scope", () => {
  it("points out sentences that say so", () => {
    check(
      ["excluded-system-feeds-scope"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/inventory.md
      # Inventory

      | System ID | System name    | Owner | Status | In scope |
      |-----------|----------------|-------|--------|----------|
      | AI-001    | Credit scorer  | Bo    | live   | yes      |
      | AI-002    | Fraud model    | Bo    | live   | no       |
      | AI-003    | Mail sorter    | Bo    | live   | no       |
      | AI-004    | Income model   | Bo    | live   | no       |

      AI-002 sends its flag to AI-001: a flagged application goes to a person.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info excluded-system-feeds-scope: By this sentence AI-002 "Fraud model", which is left out of scope, puts out something that AI-001 "Credit scorer" takes, which is in scope.
      The mail sorter does not send anything to the credit scorer. AI-001 feeds AI-003.

      - The credit scorer relies on figures of the income model.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info excluded-system-feeds-scope: By this sentence AI-004 "Income model", which is left out of scope, puts out something that AI-001 "Credit scorer" takes, which is in scope.
      `,
    );
  });

  it("follows feeds", () => {
    check(
      ["excluded-system-feeds-scope"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          in_scope: yes
        - id: AI-002
          name: Fraud model
          in_scope: no
          feeds: [AI-001, AI-009]
                  ^^^^^^ warning excluded-system-feeds-scope: AI-002 "Fraud model" is left out of scope, yet what it puts out reaches AI-001 "Credit scorer", which is in scope (AI-002 → AI-001).
      `,
    );
  });

  it("follows depends_on of others, by name too", () => {
    check(
      ["excluded-system-feeds-scope"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/inventory.md
      # Inventory

      | System ID | System name   | Owner | Status | In scope | Depends on  |
      |-----------|---------------|-------|--------|----------|-------------|
      | AI-001    | Credit scorer | Bo    | live   | yes      | Fraud model |
      | AI-002    | Fraud model   | Bo    | live   | no       |             |
                                                     ^^ warning excluded-system-feeds-scope: AI-002 "Fraud model" is left out of scope, yet what it puts out reaches AI-001 "Credit scorer", which is in scope (AI-002 → AI-001).
      `,
    );
  });

  it("follows a chain and survives a ring", () => {
    check(
      ["excluded-system-feeds-scope"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          in_scope: yes
          depends_on: [AI-003]
        - id: AI-002
          name: Fraud model
          in_scope: no
          depends_on: [AI-003]
          feeds: [AI-003]
                  ^^^^^^ warning excluded-system-feeds-scope: AI-002 "Fraud model" is left out of scope, yet what it puts out reaches AI-001 "Credit scorer", which is in scope (AI-002 → AI-003 → AI-001).
        - id: AI-003
          name: Feature store
          feeds: [AI-002]
      `,
    );
  });

  it("is silent on the other direction and on systems out of scope", () => {
    check(
      ["excluded-system-feeds-scope"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          in_scope: yes
          feeds: [AI-002]
        - id: AI-002
          name: Archive search
          in_scope: no
          feeds: [AI-003]
        - id: AI-003
          name: Mail sorter
          in_scope: no
      `,
    );
  });

  it("speaks where only the scope statement leaves the system out", () => {
    check(
      ["excluded-system-feeds-scope"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/scope.yaml
      aims: scope
      title: Scope
      systems: [AI-001]
      exclusions:
        - system: AI-002
                  ^^^^^^ warning excluded-system-feeds-scope: AI-002 "Fraud model" is left out of scope, yet what it puts out reaches AI-001 "Credit scorer", which is in scope (AI-002 → AI-001).
          reason: Run by the supplier
          approved_by: Ana Silva
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
        - id: AI-002
          name: Fraud model
          feeds: [AI-001]
      `,
    );
  });
});
