import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("unclosed-front-matter", () => {
  it("finds a missing opening line", () => {
    check(
      ["unclosed-front-matter"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      aims: policy
      ^^^^^^^^^^^^ error unclosed-front-matter (fix): The front matter has no opening line, so its fields are read as a heading by other tools.
      id: AIMS-POL-001
      title: AI policy
      owner: Jane Doe
      ---

      # AI policy
      `,
    );
  });

  it("leaves a rule at the top of a document alone", () => {
    check(
      ["unclosed-front-matter"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      ---

      # AI policy

      **Document ID:** AIMS-POL-001
      **Owner:** Jane Doe
      `,
    );
  });

  it("closes it after the last field", () => {
    checkFix(
      "unclosed-front-matter",
      `
      //- /aims/policy.md
      ---
      aims: policy
      id: AIMS-POL-001
      title: AI policy

      # AI policy

      Text.
      `,
      `
      //- /aims/policy.md
      ---
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      ---

      # AI policy

      Text.
      `,
    );
  });
});
