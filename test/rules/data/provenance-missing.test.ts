import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

const AIMS = `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]`;

describe("provenance-missing", () => {
  it("takes origin, steps or a supplier, and nothing for nothing", () => {
    check(
      ["provenance-missing"],
      `${AIMS}
      //- /aims/s.yaml
      systems:
        - { id: AI-001, name: Scorer, status: live, datasets: [DATA-004] }
      //- /aims/data.yaml
      datasets:
        - { id: DATA-001, name: A, origin: Own loan system }
        - { id: DATA-002, name: B, provenance: [export of 2026-01-01] }
        - { id: DATA-003, name: C, supplier: SUP-001 }
        - { id: DATA-004, name: D, origin: TBD }
                ^^^^^^^^ warning provenance-missing (fix): Nothing says where DATA-004, which AI-001 uses, comes from.
        - { id: DATA-005, name: E, status: planned }
        - { id: DATA-006, name: F, status: retired }
      `,
    );
  });

  it("makes room for it", () => {
    checkFix(
      "provenance-missing",
      `${AIMS}
      //- /aims/data.yaml
      aims: dataset
      id: DATA-001
      name: A
      `,
      `
      //- /aims/data.yaml
      aims: dataset
      id: DATA-001
      name: A
      origin:
      provenance:
      `,
    );
  });
});
