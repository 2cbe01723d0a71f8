import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { difference } from "../../../server/src/core/rules/data/shared/population.ts";
import { check } from "../../support/fixture.ts";

describe("population-mismatch", () => {
  it("speaks only where the record itself names both", () => {
    check(
      ["population-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/data.yaml
      datasets:
        - id: DATA-001
          name: A
          population: Accepted applicants only; refused ones have no outcome.
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info population-mismatch: DATA-001 is drawn from …
          deployment_population: All applicants
          known_gaps: [No outcomes for refused applicants]
        - id: DATA-002
          name: B
          population: Patients in the United States
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning population-mismatch (fix): DATA-002 is drawn from "Patients in the United States" and used for "Patients in Germany": the data are from United States, the system is used in Germany.
          deployment_population: Patients in Germany
        - id: DATA-003
          name: C
          population: Patients in the United States
      `,
    );
  });

  it("takes only plain differences for differences", () => {
    const differ: [string, string][] = [
      ["People aged 18 to 65", "People aged 16 to 90"],
      ["Adults in Spain", "Adults and children in Spain"],
      ["US hospitals", "Hospitals in the UK"].map((t) => t.replace("US", "USA")) as [string, string],
      ["Customers who paid, without those in arrears", "All customers"],
      ["Nordics", "Germany and Finland"],
    ];
    for (const [from, to] of differ) assert.ok(difference(from, to), `${from} / ${to}`);
    const same: [string, string][] = [
      ["Applicants", "People who apply"],
      ["Applicants in Helsinki, Finland", "Applicants in Finland"],
      ["Europe", "France and Spain"],
      ["France", "Europe"],
      ["Worldwide", "Kenya"],
      ["People aged 16 to 90", "People aged 18 to 65"],
      ["Only paying customers", "Paying customers only"],
      ["Adults", "Adult customers"],
      ["Data of 18 to 20 years ago", "Data of 5 to 40 years ago"],
      ["Website visitors without a login", "All staff"],
    ];
    for (const [from, to] of same) assert.equal(difference(from, to), undefined, `${from} / ${to}`);
  });
});
