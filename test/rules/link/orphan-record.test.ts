import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("orphan-record", () => {
  it("finds what stands alone and nothing else", () => {
    check(
      ["orphan-record"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/suppliers.yaml
      suppliers:
        - id: SUP-001
              ^^^^^^^ hint orphan-record: Nothing refers to this supplier, and it refers to nothing.
          name: Example Models
        - id: SUP-002
          name: Other Models
          systems: [AI-001]
        - id: SUP-003
          name: Third Models
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: CV screener
          suppliers: [SUP-003]
      `,
      { severities: { "orphan-record": "hint" } },
    );
  });
});
