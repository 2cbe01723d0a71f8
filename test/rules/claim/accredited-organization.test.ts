import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("accredited-organization", () => {
  it("leaves certification bodies alone", () => {
    check(
      ["accredited-organization"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      standards: [iso-42001]
      public: [site/**, README.md]
      //- /aims/README.md
      An ISO 42001-accredited company.
         ^^^^^^^^^^^^^^^^^^^^ error accredited-organization (fix)

      The audit was made by an ISO/IEC 42001-accredited certification body.
      `,
    );
  });
});
