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

  it("goes by parts and controls where the programme does", () => {
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
      scope: Clauses 4, 5.1 and 7 to 10
      //- /aims/b.yaml
      aims: audit
      id: AUD-2027-01
      planned_on: 2027-04-17
      status: planned
      provisions: [6.1.2, 6.1.3, 6.2, A.2, A.3, A.4, A.5, A.6, A.7, A.8.2, A.8.3, A.8.4, A.9.2, A.10.2, A.10.3]
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info audit-programme-gap: No audit, made or planned, looks at 6.1.4 (AI system impact assessment), 6.3 (Planning of changes), A.8.5 (Information for interested parties), A.9.3 (Objectives for responsible use of AI system) or A.9.4 (Intended use of the AI system).
      //- /aims/soa.yaml
      controls:
        - { control: A.10.4, applicable: false, justification: No customers }
      `,
    );
  });
});
