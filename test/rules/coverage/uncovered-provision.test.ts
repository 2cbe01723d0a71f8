import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("uncovered-provision", () => {
  it("speaks once a clause, at the standard", () => {
    check(
      ["uncovered-provision"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
                 ^^^^^^^^^^^ warning uncovered-provision (fix): Nothing here addresses 4.1 (Understanding the organization and its context), 4.2 (Understanding the needs and expectations of interested parties) and 4.4 (AI management system) of ISO/IEC 42001:2023.
                 ^^^^^^^^^^^ warning uncovered-provision (fix): Nothing here addresses clause 5 (Leadership) of ISO/IEC 42001:2023: 5.1, 5.2, 5.3.
                 ^^^^^^^^^^^ warning uncovered-provision (fix): Nothing here addresses clause 6 (Planning) of ISO/IEC 42001:2023: 6.1.1, 6.1.2, 6.1.3, 6.1.4, 6.2, 6.3.
                 ^^^^^^^^^^^ warning uncovered-provision (fix): Nothing here addresses clause 7 (Support) of ISO/IEC 42001:2023: 7.1, 7.2, 7.3, 7.4, 7.5.1, 7.5.2, 7.5.3.
                 ^^^^^^^^^^^ warning uncovered-provision (fix): Nothing here addresses clause 8 (Operation) of ISO/IEC 42001:2023: 8.1, 8.2, 8.3, 8.4.
                 ^^^^^^^^^^^ warning uncovered-provision (fix): Nothing here addresses clause 9 (Performance evaluation) of ISO/IEC 42001:2023: 9.1, 9.2.1, 9.2.2, 9.3.1, 9.3.2, 9.3.3.
                 ^^^^^^^^^^^ warning uncovered-provision (fix): Nothing here addresses clause 10 (Improvement) of ISO/IEC 42001:2023: 10.1, 10.2.
                 ^^^^^^^^^^^ warning uncovered-provision (fix): There is no statement of applicability: nothing decides on the 38 controls of ISO/IEC 42001:2023.
      //- /aims/scope.yaml
      aims: scope
      title: Scope
      `,
    );
  });

  it("leaves controls to other rules once there is a statement, and a planned gap alone", () => {
    check(
      ["uncovered-provision"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
                 ^^^^^^^^^^^ warning uncovered-provision (fix): Nothing here addresses 4.1 (Understanding the organization and its context), 4.2 (Understanding the needs and expectations of interested parties) and 4.4 (AI management system) of ISO/IEC 42001:2023.
                 ^^^^^^^^^^^ warning uncovered-provision (fix): Nothing here addresses clause 5 (Leadership) of ISO/IEC 42001:2023: 5.1, 5.2, 5.3.
                 ^^^^^^^^^^^ warning uncovered-provision (fix): Nothing here addresses 6.1.1 (Actions to address risks and opportunities, general), 6.1.2 (AI risk assessment), 6.1.4 (AI system impact assessment) and 6.2 (AI objectives and planning to achieve them) of ISO/IEC 42001:2023.
                 ^^^^^^^^^^^ warning uncovered-provision (fix): Nothing here addresses clause 7 (Support) of ISO/IEC 42001:2023: 7.1, 7.2, 7.3, 7.4, 7.5.1, 7.5.2, 7.5.3.
                 ^^^^^^^^^^^ warning uncovered-provision (fix): Nothing here addresses clause 8 (Operation) of ISO/IEC 42001:2023: 8.1, 8.2, 8.3, 8.4.
                 ^^^^^^^^^^^ warning uncovered-provision (fix): Nothing here addresses clause 9 (Performance evaluation) of ISO/IEC 42001:2023: 9.1, 9.2.1, 9.2.2, 9.3.1, 9.3.2, 9.3.3.
                 ^^^^^^^^^^^ warning uncovered-provision (fix): Nothing here addresses clause 10 (Improvement) of ISO/IEC 42001:2023: 10.1, 10.2.
      //- /aims/soa.md
      # Statement of applicability

      **Document ID:** AIMS-SOA-001
      **Standard:** ISO/IEC 42001:2023

      | Control | Title | Applicable | Justification | Status | Evidence |
      |---|---|---|---|---|---|
      | A.2.2 | AI policy | yes | Frame | planned |  |
      //- /aims/gaps.yaml
      aims: procedure
      id: AIMS-PROC-010
      title: Managing changes
      status: draft
      satisfies:
        iso-42001: ["6.3"]
      gap:
        note: Not written yet
        planned_by: 2027-03-31
      `,
    );
  });

  it("looks at each standard it knows one by one", () => {
    check(
      ["uncovered-provision"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-27001, iso-9001]
      `,
    );
  });

  it("expects nothing where there is no aims.yaml", () => {
    check(
      ["uncovered-provision"],
      `
      //- /aims/ai-policy.yaml
      aims: policy
      title: AI policy
      `,
    );
  });
});
