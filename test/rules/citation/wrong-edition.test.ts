import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("wrong-edition", () => {
  it("finds years without an edition, in prose, headers and YAML", () => {
    check(
      ["wrong-edition"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # Data policy

      **Document ID:** AIMS-POL-004
      **Owner:** Jane Doe
      **Standard:** ISO/IEC 42001:2024
                                  ^^^^ error wrong-edition (fix): There is no edition 2024 of ISO/IEC 42001; the standard is ISO/IEC 42001:2023.

      We follow ISO 42001:2022 and ISO/IEC 27001:2021.
                          ^^^^ error wrong-edition (fix): There is no edition 2022 of ISO/IEC 42001; the standard is ISO/IEC 42001:2023.
                                                 ^^^^ error wrong-edition (fix): There is no edition 2021 of ISO/IEC 27001; the standard is ISO/IEC 27001:2022.
      //- /aims/policy.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy by ISO/IEC 42001:2025
                                        ^^^^ error wrong-edition (fix): There is no edition 2025 of ISO/IEC 42001; the standard is ISO/IEC 42001:2023.
      `,
    );
  });

  it("knows adoptions and former editions, and leaves code and unknown standards alone", () => {
    check(
      ["wrong-edition"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # Data policy

      **Document ID:** AIMS-POL-004
      **Owner:** Jane Doe
      **Standard:** ISO/IEC 42001:2023

      EN ISO/IEC 42001:2026 is the same text, ISO/IEC 27001:2013 was replaced, ISO/IEC 99999:1999 is somebody else's.
      Revised in 2022 by ISO/IEC 42001 auditors, certified to ISO/IEC 42001 (2025). ABNT NBR ISO/IEC 42001:2024 and
      UNE-ISO/IEC 42001:2025 are national editions.
      `,
    );
  });

  it("writes the edition there is", () => {
    checkFix(
      "wrong-edition",
      `
      //- /aims/a.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy by ISO/IEC 42001:2022
      `,
      `
      //- /aims/a.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy by ISO/IEC 42001:2023
      `,
    );
  });
});
