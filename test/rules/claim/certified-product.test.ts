import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("certified-product", () => {
  it("tells the product from the management system", () => {
    check(
      ["certified-product"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      standards: [iso-42001]
      public: [site/**, README.md]
      //- /aims/README.md
      An ISO/IEC 42001 certified chatbot for banks. Our ISO/IEC 42001 certified AI management system covers it.
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error certified-product (fix)

      Our supplier ships an ISO 42001 certified model.
      `,
    );
  });
});
