import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("ragged-table-row", () => {
  it("counts the cells of Markdown and CSV registers", () => {
    check(
      ["ragged-table-row"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/risks.md
      # AI risk register

      | Risk ID  | Description                    | Likelihood | Impact | Owner    | Status |
      |----------|--------------------------------|------------|--------|----------|--------|
      | RISK-001 | The score follows the postcode | 3          | 4      | Jane Doe | open   | extra |
                                                                                              ^^^^^ warning ragged-table-row: This row has 7 cells and the table 6 columns, so what stands last is not shown.
      | RISK-002 | A pipe \\| in a value           | 2          | 4      | Ann Lee  | open   |
      //- /aims/risks.csv
      id,description,likelihood,impact,owner,status
      RISK-003,"Commas, in quotes",2,4,Ann Lee,open
      RISK-004,Commas, without,2,4,Ann Lee,open
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning ragged-table-row: This row has 7 cells and the header 6, so values may stand under the wrong column.
      `,
    );
  });

  it("leaves other tables alone", () => {
    check(
      ["ragged-table-row"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # AI policy

      **Document ID:** AIMS-POL-001
      **Owner:** Jane Doe

      | Word | Meaning |
      |------|---------|
      | AIMS |
      `,
    );
  });

  it("adds the empty cells at the end", () => {
    checkFix(
      "ragged-table-row",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/risks.md
      # AI risk register

      | Risk ID  | Description | Likelihood | Impact | Owner    | Status |
      |----------|-------------|------------|--------|----------|--------|
      | RISK-001 | Drift       | 3          | 4      | Jane Doe |
      | RISK-002 | Bias        | 3          | 4 | Ann | open |
      `,
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/risks.md
      # AI risk register

      | Risk ID  | Description | Likelihood | Impact | Owner    | Status |
      |----------|-------------|------------|--------|----------|--------|
      | RISK-001 | Drift       | 3          | 4      | Jane Doe | |
      | RISK-002 | Bias        | 3          | 4 | Ann | open |
      `,
    );
  });

  it("also where the row ends without a pipe", () => {
    checkFix(
      "ragged-table-row",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/risks.md
      # AI risk register

      | Risk ID  | Description | Likelihood | Impact | Owner    | Status |
      |----------|-------------|------------|--------|----------|--------|
      | RISK-001 | Drift       | 3          | 4      | Jane Doe | open |
      | RISK-002 | Bias        | 3          | 4
      `,
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/risks.md
      # AI risk register

      | Risk ID  | Description | Likelihood | Impact | Owner    | Status |
      |----------|-------------|------------|--------|----------|--------|
      | RISK-001 | Drift       | 3          | 4      | Jane Doe | open |
      | RISK-002 | Bias        | 3          | 4 | | |
      `,
    );
  });
});
