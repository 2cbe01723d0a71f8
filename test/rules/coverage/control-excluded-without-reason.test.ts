import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("control-excluded-without-reason", () => {
  it("knows statements with a column for each sort of reason", () => {
    check(
      ["control-excluded-without-reason"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/soa.md
      # Statement of applicability

      **Document ID:** AIMS-SOA-001
      **Standard:** ISO/IEC 42001:2023

      | Control | Title | Applicable | Justification for inclusion | Justification for exclusion | Evidence |
      |---|---|---|---|---|---|
      | A.2.2 | AI policy | yes | Frame |  | EV-1 |
      | A.10.4 | Customers | no |  | We offer AI to nobody outside |  |
      | A.10.3 | Suppliers | no |  |  |  |
                                     ^ error control-excluded-without-reason: A.10.3 (Suppliers) is left out, and no reason is given.
      | A.7.3 | Acquisition of data | no |  | N/A |  |
                                              ^^^ error control-excluded-without-reason: A.7.3 (Acquisition of data) is left out, and no reason is given.
      `,
    );
  });

  it("finds empty, stock and short reasons", () => {
    check(
      ["control-excluded-without-reason"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/soa.md
      # Statement of applicability

      **Document ID:** AIMS-SOA-001
      **Standard:** ISO/IEC 42001:2023

      | Control | Title | Applicable | Justification | Status | Evidence |
      |---|---|---|---|---|---|
      | A.10.4 | Customers | no |  |  |  |
                                  ^ error control-excluded-without-reason: A.10.4 (Customers) is left out, and no reason is given.
      | A.7.3 | Acquisition of data | N | N/A |  |  |
                                          ^^^ error control-excluded-without-reason: A.7.3 (Acquisition of data) is left out, and no reason is given.
      | A.7.5 | Data provenance | Excluded | Not relevant to our organisation |  |  |
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning control-excluded-without-reason: A.7.5 (Data provenance) is left out, and "Not relevant to our organisation" says only that it is, not why.
      | A.8.3 | External reporting | ❌ | No reports |  |  |
                                         ^^^^^^^^^^ info control-excluded-without-reason: A.8.3 (External reporting) is left out, and "No reports" is short for a reason.
      | A.9.4 | Intended use of the AI system | no | No AI system is in use here; we only build |  |  |
      `,
    );
  });

  it("finds an entry whose status alone says that it is out", () => {
    check(
      ["control-excluded-without-reason"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/soa.yaml
      controls:
        - control: A.10.4
          status: not-applicable
                  ^^^^^^^^^^^^^^ error control-excluded-without-reason (fix): A.10.4 (Customers) is left out, and no reason is given.
        - control: A.10.3
          applicable: no
          status: not-applicable
          justification: Everything is built and run in house
      `,
    );
  });

  it("only advises where another field explains it", () => {
    check(
      ["control-excluded-without-reason"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/soa.yaml
      controls:
        - control: A.10.4
          applicable: no
                      ^^ info control-excluded-without-reason (fix): A.10.4 (Customers) is left out, and no reason is given.
          notes: We offer AI to nobody; all systems are for our own staff.
      `,
    );
  });

  it("works without an aims.yaml", () => {
    check(
      ["control-excluded-without-reason"],
      `
      //- /aims/a-10-4.yaml
      aims: control
      control: A.10.4
      applicable: no
                  ^^ error control-excluded-without-reason (fix): A.10.4 (Customers) is left out, and no reason is given.
      `,
    );
  });

  it("makes room for the reason", () => {
    checkFix(
      "control-excluded-without-reason",
      `
      //- /aims/a-10-4.yaml
      aims: control
      control: A.10.4
      applicable: no
      `,
      `
      //- /aims/a-10-4.yaml
      aims: control
      control: A.10.4
      applicable: no
      justification:
      `,
    );
  });
});
