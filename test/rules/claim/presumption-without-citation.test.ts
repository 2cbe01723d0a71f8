import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("presumption-without-citation", () => {
  it("leaves what is to come alone", () => {
    check(
      ["presumption-without-citation"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      standards: [iso-42001]
      public: [site/**, README.md]
      //- /aims/README.md
      Conformity is presumed, since we apply prEN 18228.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error presumption-without-citation

      Once it is cited, EN 18286 will give a presumption of conformity.
      `,
    );
  });
});
