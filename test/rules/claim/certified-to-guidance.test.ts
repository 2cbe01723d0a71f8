import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("certified-to-guidance", () => {
  it("knows guidance from requirements", () => {
    check(
      ["certified-to-guidance"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      standards: [iso-42001]
      public: [site/**, README.md]
      //- /aims/README.md
      Our process is certified to ISO 31000.
                     ^^^^^^^^^^^^^^^^^^^^^^ error certified-to-guidance (fix)

      We are certified to ISO/IEC 27001 and work along ISO/IEC 23894. We hold no certificate to ISO/IEC 42005.
      `,
    );
  });
});
