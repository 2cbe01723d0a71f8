import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("duplicate-id", () => {
  it("finds an id twice in a list, a CSV file and a table", () => {
    check(
      ["duplicate-id"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Drift
        - id: risk-001
              ^^^^^^^^ error duplicate-id: "risk-001" stands twice, here and above.
          title: Drift
      //- /aims/suppliers.csv
      id,name,owner,service
      SUP-001,Example Models,Jane Doe,Models
      SUP-001,Other Models,Ann Lee,Models
      ^^^^^^^ error duplicate-id: "SUP-001" stands twice, here and above.
      //- /aims/systems.md
      # AI system inventory

      | System ID | System name | Owner    | Purpose            | Status |
      |-----------|-------------|----------|--------------------|--------|
      | AI-001    | CV screener | Jane Doe | Sorts applications | live   |
      | AI-001    | Chatbot     | Ann Lee  | Answers questions  | live   |
        ^^^^^^ error duplicate-id: The id "AI-001" already belongs to the AI system "CV screener".
      `,
    );
  });

  it("says of a record that another file repeats that it is a copy", () => {
    check(
      ["duplicate-id"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/docs/risks.md
      # Risk register

      ## RISK-001: Drift

      **Likelihood:** 2
      **Impact:** 3
      **Owner:** Jane Doe

      ## RISK-002: Leak

      **Likelihood:** 2
      **Impact:** 3
      **Owner:** Jane Doe
      //- /aims/site/risks.md
      # Risk register

      ## RISK-001: Drift
         ^^^^^^^^ warning duplicate-id: "RISK-001" stands in another file as well, and says the same there.

      **Likelihood:** 2
      **Impact:** 3
      **Owner:** Jane Doe

      ## RISK-002: Leak
         ^^^^^^^^ error duplicate-id: "RISK-002" stands twice, here and in another file.

      **Likelihood:** 1
      **Impact:** 3
      **Owner:** Jane Doe
      `,
    );
  });

  it("finds two documents and two things under one id", () => {
    check(
      ["duplicate-id"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/a.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      //- /aims/b.md
      ---
      aims: policy
      id: AIMS-POL-001
          ^^^^^^^^^^^^ error duplicate-id: "AIMS-POL-001" stands twice, here and in another file.
      title: AI policy
      ---

      # AI policy
      //- /aims/b2.md
      # Incident procedure

      **Document ID:** AIMS-POL-001
                       ^^^^^^^^^^^^ error duplicate-id: The id "AIMS-POL-001" already belongs to the policy "AI policy".
      **Owner:** Jane Doe
      //- /aims/c.yaml
      aims: system
      id: AI-001
      name: CV screener
      //- /aims/d.md
      # AI system inventory

      | System ID | System name      | Owner    | Purpose           | Status |
      |-----------|------------------|----------|-------------------|--------|
      | AI-001    | Customer chatbot | Jane Doe | Answers questions | live   |
        ^^^^^^ error duplicate-id: The id "AI-001" already belongs to the AI system "CV screener".
      `,
    );
  });

  it("leaves a register beside documents alone, a second table, versions and other kinds", () => {
    check(
      ["duplicate-id"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/systems.md
      # AI system inventory

      | System ID | System name | Owner    | Purpose            | Status |
      |-----------|-------------|----------|--------------------|--------|
      | AI-001    | CV screener | Jane Doe | Sorts applications | live   |
      //- /aims/systems/ai-001.yaml
      aims: system
      id: AI-001
      name: CV screener for recruiters
      //- /aims/risks.md
      # AI risk register

      | Risk ID  | Description                    | Likelihood | Impact | Owner    | Status |
      |----------|--------------------------------|------------|--------|----------|--------|
      | RISK-001 | The score follows the postcode | 3          | 4      | Jane Doe | open   |

      ## Treatment

      | Risk ID  | Description                    | Treatment | Treatment plan  | Owner    | Due        |
      |----------|--------------------------------|-----------|-----------------|----------|------------|
      | RISK-001 | The score follows the postcode | mitigate  | Drop the column | Jane Doe | 2027-01-31 |
      //- /aims/metrics.md
      # KPI measurements

      | Metric ID | Metric   | Threshold | Value | Date       | Measured by |
      |-----------|----------|-----------|-------|------------|-------------|
      | MET-001   | Accuracy | > 0.9     | 0.93  | 2026-01-31 | Jane Doe    |
      | MET-001   | Accuracy | > 0.9     | 0.94  | 2026-02-28 | Jane Doe    |
      //- /aims/old.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      status: retired
      //- /aims/new.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      version: 2.0
      `,
    );
  });

  it("without aims.yaml looks within one file only", () => {
    check(
      ["duplicate-id"],
      `
      //- /aims/a/policy.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      //- /aims/b/policy.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      `,
    );
  });
});
