import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

const AIMS = `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]`;

describe("data-quality-unmeasured", () => {
  it("weighs data in use more than data at rest, and reads registers too", () => {
    check(
      ["data-quality-unmeasured"],
      `${AIMS}
      //- /aims/s.yaml
      systems:
        - { id: AI-001, name: Scorer, status: live, datasets: [DATA-001, DATA-003] }
        - { id: AI-002, name: Plan, status: planned, datasets: [DATA-002] }
      //- /aims/data.md
      # Data register

      | Data ID  | Name | Origin | Used for | Location |
      |----------|------|--------|----------|----------|
      | DATA-001 | A    | Own    | Training |          |
                                   ^^^^^^^^ warning data-quality-unmeasured: Nothing says how good DATA-001 was found to be, and AI-001 uses it.
      | DATA-002 | B    | Own    | Testing  |          |
                                   ^^^^^^^ info data-quality-unmeasured: Nothing says how good DATA-002 was found to be.
      | DATA-003 | C    | Own    | Testing  | sheet.md |
                                   ^^^^^^^ info data-quality-unmeasured: Nothing says how good DATA-003 was found to be, and AI-001 uses it.
      | DATA-004 | D    | Own    |          |          |
      //- /aims/sheet.md
      # Sheet
      `,
    );
  });

  it("takes a value or a file of results for a measurement", () => {
    check(
      ["data-quality-unmeasured"],
      `${AIMS}
      //- /aims/data.yaml
      datasets:
        - id: DATA-001
          name: A
          uses: [testing]
          quality:
            - { characteristic: accuracy, value: 0.9 }
            - { characteristic: representativeness, source: r.json }
        - id: DATA-002
          name: B
          uses: [testing]
          status: retired
        - id: DATA-003
          name: C
          uses: [testing]
          quality:
            - { characteristic: accuracy, value: 0 }
            - { characteristic: balance, value: TBD }
                                ^^^^^^^ info data-quality-unmeasured: balance of DATA-003 is named without a value.
      //- /aims/r.json
      `,
    );
  });

  it("makes room for what matters for the use", () => {
    checkFix(
      "data-quality-unmeasured",
      `${AIMS}
      //- /aims/data.yaml
      aims: dataset
      id: DATA-001
      name: A
      uses: [testing]
      `,
      `
      //- /aims/data.yaml
      aims: dataset
      id: DATA-001
      name: A
      uses: [testing]
      quality:
        - characteristic: accuracy
          measure: ""
          target: ""
          value: ""
        - characteristic: representativeness
          measure: ""
          target: ""
          value: ""
      `,
    );
  });
});
