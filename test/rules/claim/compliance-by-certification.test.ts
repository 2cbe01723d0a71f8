import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("compliance-by-certification", () => {
  it("reads both orders and leaves denials alone", () => {
    check(
      ["compliance-by-certification"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      standards: [iso-42001]
      public: [site/**, README.md]
      //- /aims/README.md
      We are compliant with the EU AI Act thanks to our ISO/IEC 42001 certificate.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error compliance-by-certification (fix)

      ISO/IEC 42001 gives us no presumption of conformity. ISO/IEC 42001 ensures neither fairness nor conformity with the AI Act.
      `,
    );
  });
});
