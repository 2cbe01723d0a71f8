import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("control-excluded-in-scope", () => {
  it("finds controls among the exclusions", () => {
    check(
      ["control-excluded-in-scope"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/scope.yaml
      aims: scope
      title: Scope
      exclusions:
        - what: Control A.10.4
                        ^^^^^^ warning control-excluded-in-scope: The scope leaves out A.10.4 (Customers), but a scope bounds units, activities and systems, not controls.
          reason: We have no customers for AI
        - what: Payroll
          reason: Covered by A.10.3 and run by our parent company
      `,
    );
  });

  it("finds groups, in tables and prose", () => {
    check(
      ["control-excluded-in-scope"],
      `
      //- /aims/scope.md
      # AIMS scope statement

      **Document ID:** AIMS-SCOPE-001
      **Owner:** Ana Silva
      **Approved by:** Ana Silva (CEO)
      **Standard:** ISO/IEC 42001:2023

      The AIMS covers lending. A.7.3 and A.7.5 are excluded from it.
                               ^^^^^ warning control-excluded-in-scope: The scope leaves out A.7.3 (Acquisition of data), but a scope bounds units, activities and systems, not controls.
                                         ^^^^^ warning control-excluded-in-scope: The scope leaves out A.7.5 (Data provenance), but a scope bounds units, activities and systems, not controls.
      This scope excludes A.10.4 for the time being.
                          ^^^^^^ warning control-excluded-in-scope: The scope leaves out A.10.4 (Customers), but a scope bounds units, activities and systems, not controls.
      That A.6.2.8 is not applicable is explained in the Statement of Applicability.
      Controls in A.9 apply to all systems.

      ## Not covered

      | Item         | Reason     |
      |--------------|------------|
      | A.10         | no parties |
        ^^^^ warning control-excluded-in-scope: The scope leaves out A.10 (Third-party and customer relationships), but a scope bounds units, activities and systems, not controls.
      | Mail sorter  | see A.9.4  |
      `,
    );
  });

  it("looks at scope statements only", () => {
    check(
      ["control-excluded-in-scope"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/soa.md
      # Statement of applicability

      | Control | Applicable | Justification       |
      |---------|------------|---------------------|
      | A.10.4  | no         | We have no customers |

      ## Exclusions

      Control A.10.4 is excluded.
      `,
    );
  });
});
