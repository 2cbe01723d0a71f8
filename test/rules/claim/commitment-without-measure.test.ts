import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("commitment-without-measure", () => {
  it("speaks once, in public texts only", () => {
    check(
      ["commitment-without-measure"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      standards: [iso-42001]
      public: [site/**, README.md]
      //- /aims/README.md
      We take privacy seriously. We are committed to fairness.
      ^^^^^^^^^^^^^^^^^^^^^^^^^ info commitment-without-measure (fix)
      //- /aims/site/a.md
      We are committed to answering complaints; the last figures are of 2026-06-30.
      //- /aims/policy.md
      ---
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      ---

      We are committed to fairness.
      `,
    );
  });
});
