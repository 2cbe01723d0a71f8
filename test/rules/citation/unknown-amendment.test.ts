import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("unknown-amendment", () => {
  it("finds amendments that do not exist, and leaves those that do", () => {
    check(
      ["unknown-amendment"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # Data policy

      **Document ID:** AIMS-POL-004
      **Owner:** Jane Doe
      **Standard:** ISO/IEC 42001:2023

      ISO/IEC 42001:2023/Amd 1:2024 and ISO/IEC 42001:2023 Amendment 1 are none. ISO/IEC 27001:2022/Amd 1:2024 is one,
                         ^^^^^^^^^^ error unknown-amendment (fix): ISO/IEC 42001 has no amendment 1 of 2024.
                                                           ^^^^^^^^^^^ error unknown-amendment (fix): ISO/IEC 42001 has no amendment 1.
      ISO/IEC 27001:2022/Amd 2:2025 is none, and of ISO 9001:2015/Amd 1:2024 nothing is said.
                         ^^^^^^^^^^ error unknown-amendment (fix): ISO/IEC 27001 has no amendment 2 of 2025.
      `,
    );
  });

  it("takes it out", () => {
    checkFix(
      "unknown-amendment",
      `
      //- /aims/a.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy by ISO/IEC 42001:2023/Amd 1:2024
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
