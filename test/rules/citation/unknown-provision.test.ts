import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("unknown-provision", () => {
  it("finds numbers in prose, headings, YAML and tables alike", () => {
    check(
      ["unknown-provision"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # Data policy

      **Document ID:** AIMS-POL-004
      **Owner:** Jane Doe
      **Standard:** ISO/IEC 42001:2023

      ## A.7.9 Data
         ^^^^^ warning unknown-provision (fix): ISO/IEC 42001:2023 has no control "A.7.9".

      See Annex A.11.2, control A.4.9 and ISO/IEC 42001 clause 11.1.
                ^^^^^^ error unknown-provision (fix): ISO/IEC 42001:2023 has no control "A.11.2".
                                ^^^^^ error unknown-provision (fix): ISO/IEC 42001:2023 has no control "A.4.9".
      //- /aims/policy.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      satisfies:
        iso-42001: [5.2, A.2.9]
                         ^^^^^ error unknown-provision (fix): ISO/IEC 42001:2023 has no control "A.2.9".
      //- /aims/soa.md
      # Statement of Applicability

      | Control | Title     | Applicable | Justification                 | Status      |
      |---------|-----------|------------|-------------------------------|-------------|
      | A.2.2   | AI policy | Yes        | The policy rules all our work | implemented |
      | A.2.22  | AI policy | Yes        | The policy rules all our work | implemented |
        ^^^^^^ error unknown-provision (fix): ISO/IEC 42001:2023 has no control "A.2.22".
      `,
    );
  });

  it("holds a citation against the standard it names", () => {
    check(
      ["unknown-provision"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # Data policy

      **Document ID:** AIMS-POL-004
      **Owner:** Jane Doe
      **Standard:** ISO/IEC 42001:2023

      ISO/IEC 27001 A.5.37 exists and ISO/IEC 27001 A.5.38 does not. 
                                                    ^^^^^^ error unknown-provision: ISO/IEC 27001:2022 has no control "A.5.38".
      Guidance ISO/IEC 42001 B.6.2.4 exists, B.6.2.44 does not.
                                             ^^^^^^^^ error unknown-provision (fix): ISO/IEC 42001:2023 has no control "B.6.2.44".
      `,
    );
  });

  it("points to the standard that has the number, where none is named", () => {
    check(
      ["unknown-provision"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # Data policy

      **Document ID:** AIMS-POL-004
      **Owner:** Jane Doe
      **Standard:** ISO/IEC 42001:2023

      Access follows control A.8.25 as well.
                             ^^^^^^ warning unknown-provision (fix): ISO/IEC 42001:2023 has no control "A.8.25".
      //- /aims/mapping.md
      # Mapping

      **Document ID:** AIMS-MAP-001
      **Owner:** Jane Doe

      | ISO/IEC 42001:2023 | ISO 27001:2022 |
      |--------------------|----------------|
      | A.3.3              | A.6.8          |
      `,
    );
  });

  it("is milder where another standard numbered alike is named, and knows former editions", () => {
    check(
      ["unknown-provision"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # Data policy

      **Document ID:** AIMS-POL-004
      **Owner:** Jane Doe
      **Standard:** ISO/IEC 42001:2023

      Access follows A.9.4.1 and ISO/IEC 27001:2013 A.12.6.1.
                     ^^^^^^^ warning unknown-provision (fix): ISO/IEC 42001:2023 has no control "A.9.4.1".
      `,
    );
  });

  it("is silent on wildcards, versions, quantities and sections of one's own", () => {
    check(
      ["unknown-provision"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # Data policy

      **Document ID:** AIMS-POL-004
      **Owner:** Jane Doe
      **Standard:** ISO/IEC 42001:2023

      All of A.7.x applies. Version 12.4.1 of the tool reaches 11.2 % and figure 11.3 shows it; see section 12.1 below.
      Model v6.1.9 of 10.0.0.1 ran on 2026-03-14.
      `,
    );
  });

  it("offers the nearest, the one with the title first", () => {
    checkFix(
      "unknown-provision",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # Data policy

      **Document ID:** AIMS-POL-004
      **Owner:** Jane Doe
      **Standard:** ISO/IEC 42001:2023

      Control A.7.55 Data provenance is met.
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

      Control A.7.5 Data provenance is met.
      `,
    );
  });

  it("keeps the letter of guidance", () => {
    checkFix(
      "unknown-provision",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # Data policy

      **Document ID:** AIMS-POL-004
      **Owner:** Jane Doe
      **Standard:** ISO/IEC 42001:2023

      See ISO/IEC 42001 B.6.2.44.
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

      See ISO/IEC 42001 B.6.2.4.
      `,
    );
  });

  it("writes the prefix of the standard that has the number", () => {
    checkFix(
      "unknown-provision",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # Data policy

      **Document ID:** AIMS-POL-004
      **Owner:** Jane Doe
      **Standard:** ISO/IEC 42001:2023

      Access follows control A.8.25.
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

      Access follows control 27001:A.8.25.
      `,
    );
  });
});
