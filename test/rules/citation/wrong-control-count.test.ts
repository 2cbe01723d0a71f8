import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("wrong-control-count", () => {
  it("finds wrong totals however they are said", () => {
    check(
      ["wrong-control-count"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # Data policy

      **Document ID:** AIMS-POL-004
      **Owner:** Jane Doe
      **Standard:** ISO/IEC 42001:2023

      - We have looked at all 39 Annex A controls.
                              ^^ error wrong-control-count (fix): Annex A of ISO/IEC 42001:2023 has 38 controls, not 39.
      - ISO/IEC 42001 Annex A (37 controls) is covered.
                               ^^ error wrong-control-count (fix): Annex A of ISO/IEC 42001:2023 has 38 controls, not 37.
      - Of these, 35 of 39 controls of ISO/IEC 42001 apply.
                        ^^ error wrong-control-count (fix): Annex A of ISO/IEC 42001:2023 has 38 controls, not 39.
      - We list the 40 controls in ISO/IEC 42001:2023 Annex A.
                    ^^ error wrong-control-count (fix): Annex A of ISO/IEC 42001:2023 has 38 controls, not 40.
      - Annex A contains 42 controls.
                         ^^ error wrong-control-count (fix): Annex A of ISO/IEC 42001:2023 has 38 controls, not 42.
      `,
    );
  });

  it("leaves counts of one's own and other standards alone", () => {
    check(
      ["wrong-control-count"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # Data policy

      **Document ID:** AIMS-POL-004
      **Owner:** Jane Doe
      **Standard:** ISO/IEC 42001:2023

      - We have implemented 36 controls of Annex A, and 35 controls remain.
      - All 38 controls of Annex A are listed, 37 of 38 controls apply.
      - The 36 Annex A controls that apply are listed.
      - All 37 applicable controls are implemented.
      - ISO/IEC 27001 Annex A has 93 controls; all 37 controls of ISO/IEC 27001 A.5 are organisational.
      - All 12 Annex A controls of the first group were audited.
      - We operate all 40 controls of our quality manual.
      `,
    );
  });

  it("writes the standard's total", () => {
    checkFix(
      "wrong-control-count",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # Data policy

      **Document ID:** AIMS-POL-004
      **Owner:** Jane Doe
      **Standard:** ISO/IEC 42001:2023

      All 39 Annex A controls.
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

      All 38 Annex A controls.
      `,
    );
  });
});
