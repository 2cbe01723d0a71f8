import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("ambiguous-standard", () => {
  it("finds numbers both standards have where neither or both are named", () => {
    check(
      ["ambiguous-standard"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      standards: [iso-42001, iso-27001]

      //- /aims/policy.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      notes: Control A.5.2 and control A.6.2.4 apply, control A.5.31 too.
                     ^^^^^ info ambiguous-standard (fix): "A.5.2" is a number of ISO/IEC 42001 and ISO/IEC 27001, and this document does not say which is meant.
      `,
    );
  });

  it("takes the only standard a document speaks of", () => {
    check(
      ["ambiguous-standard"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      standards: [iso-42001, iso-27001]

      //- /aims/policy.md
      # Data policy

      **Document ID:** AIMS-POL-004
      **Owner:** Jane Doe
      **Standard:** ISO/IEC 42001:2023

      Control A.5.2 applies.
      `,
    );
  });

  it("is silent where one standard is in use", () => {
    check(
      ["ambiguous-standard"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      notes: Control A.5.2 applies.
      `,
    );
  });

  it("writes the second standard's number", () => {
    checkFix(
      "ambiguous-standard",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      standards: [iso-42001, iso-27001]

      //- /aims/policy.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      notes: Control A.5.2 applies.
      `,
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      standards: [iso-42001, iso-27001]

      //- /aims/policy.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      notes: Control 27001:A.5.2 applies.
      `,
      'Write "27001:A.5.2"',
    );
  });
});
