import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("title-mismatch", () => {
  it("finds another's title beside a number, in tables, YAML and prose", () => {
    check(
      ["title-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/soa.md
      # Statement of Applicability

      | Control | Title                                    | Applicable | Justification              | Status      |
      |---------|------------------------------------------|------------|----------------------------|-------------|
      | A.6.2.4 | AI system deployment                     | Yes        | We develop our own systems | implemented |
                  ^^^^^^^^^^^^^^^^^^^^ error title-mismatch (fix): "AI system deployment" is the title of A.6.2.5; A.6.2.4 is "AI system verification and validation".
      | A.6.2.5 | AI system deployment                     | Yes        | We develop our own systems | implemented |
      | A.8.3   | External reporting of adverse effects    | Yes        | We are asked to            | implemented |
      | A.8.4   | Reporting to the outside                 | Yes        | We are asked to            | implemented |
      //- /aims/soa.yaml
      controls:
        - control: A.7.3
          title: Provenance of the data
                 ^^^^^^^^^^^^^^^^^^^^^^ error title-mismatch (fix): "Provenance of the data" is the title of A.7.5; A.7.3 is "Acquisition of data".
          applicable: yes
      //- /aims/policy.md
      # Data policy

      **Document ID:** AIMS-POL-004
      **Owner:** Jane Doe
      **Standard:** ISO/IEC 42001:2023

      Data follow A.7.4 Data provenance, A.7.5 (Data provenance) and A.7.2.
                        ^^^^^^^^^^^^^^^ error title-mismatch (fix): "Data provenance" is the title of A.7.5; A.7.4 is "Quality of data for AI systems".
      `,
    );
  });

  it("leaves parts, parents, near titles and mappings alone", () => {
    check(
      ["title-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # Data policy

      **Document ID:** AIMS-POL-004
      **Owner:** Jane Doe
      **Standard:** ISO/IEC 42001:2023

      Control A.3.2 Roles, responsibilities and authorities is met by A.4.6 Competence.

      ## 6.1 AI risk assessment

      Clause 9.2.2 Internal audit has a programme.

      | Clause | Document           |
      |--------|--------------------|
      | 5.1    | AI policy          |
      | 6.1.2  | AI risk assessment |
      | 4.4    | AI policy          |
      `,
    );
  });

  it("replaces the title", () => {
    checkFix(
      "title-mismatch",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # Data policy

      **Document ID:** AIMS-POL-004
      **Owner:** Jane Doe
      **Standard:** ISO/IEC 42001:2023

      Data follow A.7.4 Data provenance.
      `,
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # Data policy

      **Document ID:** AIMS-POL-004
      **Owner:** Jane Doe
      **Standard:** ISO/IEC 42001:2023

      Data follow A.7.4 Quality of data for AI systems.
      `,
    );
  });

  it("replaces the number", () => {
    checkFix(
      "title-mismatch",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/soa.yaml
      controls:
        - control: A.7.3
          title: Data provenance
      `,
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/soa.yaml
      controls:
        - control: A.7.5
          title: Data provenance
      `,
      'Replace the number with "A.7.5"',
    );
  });

  it("takes no title for another's that several provisions have", () => {
    check(
      ["title-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: X
      //- /aims/soa.md
      # Statement of applicability

      | Control | Title | Applicable | Justification | Status |
      |---|---|---|---|---|
      | A.5.1 | Objective | Yes | Named in the plan | Planned |
      | A.2.2 | AI policy | Yes | Named in the plan | Planned |
      `,
    );
  });
});
