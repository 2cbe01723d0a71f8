import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("audit-programme-gap", () => {
  it("counts planned audits and clauses in words, and is silent when clauses are unknown", () => {
    check(
      ["audit-programme-gap"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/a.yaml
      aims: audit
      id: AUD-2026-01
      finished_on: 2026-04-17
      scope: Clauses 4, 5 and 6
      //- /aims/b.yaml
      aims: audit
      id: AUD-2027-01
      planned_on: 2027-04-17
      status: planned
      provisions: [7.1, 8.1, 9.1, 10.1]
      `,
    );
  });

  it("is silent when nothing is named or all is covered", () => {
    check(
      ["audit-programme-gap"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/a.yaml
      aims: audit
      id: AUD-2026-01
      finished_on: 2026-04-17
      scope: Whole AIMS
      provisions: [4.1]
      `,
    );
  });
});
