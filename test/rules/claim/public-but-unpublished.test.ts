import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("public-but-unpublished", () => {
  it("leaves public files and texts with an address alone", () => {
    check(
      ["public-but-unpublished"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      standards: [iso-42001]
      public: [site/**, README.md]
      //- /aims/README.md
      This policy is publicly available.
      //- /aims/policy.md
      ---
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      ---

      The policy has been published.
          ^^^^^^^^^^^^^^^^^^^^^^^^^ info public-but-unpublished

      The report will be published.
      `,
    );
  });
});
