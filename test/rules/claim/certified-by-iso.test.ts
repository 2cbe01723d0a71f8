import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("certified-by-iso", () => {
  it("reads public files, governed documents, headings that state, lists and tables", () => {
    check(
      ["certified-by-iso"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      standards: [iso-42001]
      public: [site/**, README.md]
      //- /aims/README.md
      # We are ISO certified
               ^^^^^^^^^^^^^ error certified-by-iso (fix)

      - ISO-certified since 2024
        ^^^^^^^^^^^^^ error certified-by-iso (fix)

      | Year | What |
      | --- | --- |
      | 2024 | ISO certified |
               ^^^^^^^^^^^^^ error certified-by-iso (fix)
      //- /aims/policy.md
      ---
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      ---

      # AI policy

      The company is ISO certified.
                     ^^^^^^^^^^^^^ error certified-by-iso (fix)
      `,
    );
  });

  it("leaves topics, quotations, lead-ins, code and files that are not public alone", () => {
    check(
      ["certified-by-iso"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      standards: [iso-42001]
      public: [site/**, README.md]
      //- /aims/README.md
      # ISO certification

      Do not say any of these:

      - We are ISO certified.

      "We are ISO certified" is what a competitor writes. See \`ISO certified\`.

      Is Alder Bank ISO certified? Once we are ISO certified, we will say so here.

      <!-- We are ISO certified. -->
      //- /aims/notes/README.md
      We are ISO certified.
      `,
    );
  });

  it("leaves records of what went wrong alone", () => {
    check(
      ["certified-by-iso"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      standards: [iso-42001]
      public: [site/**, README.md]
      //- /aims/findings.yaml
      findings:
        - id: FND-001
          description: Our website is ISO certified in its footer.
      `,
    );
  });

  it("reads what a claim record says may be said, and not what is withdrawn", () => {
    check(
      ["certified-by-iso"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      standards: [iso-42001]
      //- /aims/claims.yaml
      claims:
        - id: CLM-001
          text: We are ISO certified.
                       ^^^^^^^^^^^^^ error certified-by-iso (fix)
          status: published
        - id: CLM-002
          text: Our company is ISO certified.
          status: withdrawn
      `,
    );
  });
});
