import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("unsupported-trust-word", () => {
  it("speaks once, in public texts only", () => {
    check(
      ["unsupported-trust-word"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      standards: [iso-42001]
      public: [site/**, README.md]
      //- /aims/README.md
      We build responsible AI. Our AI is ethical.
      ^^^^^^^^^^^^^^^^^^^^^^^ info unsupported-trust-word (fix)
      //- /aims/site/a.md
      We build responsible AI. In 2025 we refused 4 % of projects.
      //- /aims/policy.md
      ---
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      ---

      We build responsible AI.
      `,
    );
  });
});
