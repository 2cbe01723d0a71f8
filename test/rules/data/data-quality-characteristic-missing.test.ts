import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { dataQuality } from "../../../server/src/core/catalog/data-quality.ts";
import { kindInfo } from "../../../server/src/core/records/kinds.ts";
import { check, checkFix } from "../../support/fixture.ts";

describe("data-quality-characteristic-missing", () => {
  it("goes by the declared uses, all of them", () => {
    check(
      ["data-quality-characteristic-missing"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/data.yaml
      datasets:
        - id: DATA-001
          name: A
          uses: [validation, operation]
          quality: [{ characteristic: accuracy, value: 1 }, { characteristic: representativeness, value: 1 }]
          ^^^^^^^ info data-quality-characteristic-missing (fix): DATA-001 is used for validation and operation, and its quality says nothing of currentness and completeness.
        - id: DATA-002
          name: B
          uses: [testing]
          quality: [{ characteristic: accuracy, value: 1 }, { characteristic: representativeness, value: 1 }]
        - id: DATA-003
          name: C
          uses: [testing]
        - id: DATA-004
          name: D
          quality: [{ characteristic: accuracy, value: 1 }]
      `,
    );
  });

  it("reads what a cell of a table says of several", () => {
    check(
      ["data-quality-characteristic-missing", "data-quality-unmeasured"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/data.md
      # Data sets

      | Data set ID | Name | Owner | Source | Uses | Quality |
      | --- | --- | --- | --- | --- | --- |
      | DATA-001 | Loans | Jane | Own applications | testing | Accuracy 95 %; representativeness: 0.97 |
      | DATA-002 | Loans | Jane | Own applications | testing | Accuracy 95 % |
                                                               ^^^^^^^^^^^^^ info data-quality-characteristic-missing: DATA-002 is used for testing, and its quality says nothing of representativeness.
      `,
    );
  });

  it("makes room beside the entries that stand there, in their manner", () => {
    const file = (quality: string) => `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      //- /aims/data.yaml
      datasets:
        - id: DATA-001
          name: A
          uses: [validation]
${quality}`;
    checkFix(
      "data-quality-characteristic-missing",
      file(`          quality:
            # looked at in May
            - characteristic: accuracy # the labels
              value: 1 # of 1
          origin: ours
`),
      file(`          quality:
            # looked at in May
            - characteristic: accuracy # the labels
              value: 1 # of 1
            - characteristic: representativeness
              measure:
              target:
              value:
          origin: ours
`),
    );
    checkFix(
      "data-quality-characteristic-missing",
      file(`          quality: [{ characteristic: accuracy, value: 1 }]
`),
      file(`          quality: [{ characteristic: accuracy, value: 1 }, { characteristic: representativeness, measure: "", target: "", value: "" }]
`),
    );
  });

  it("knows each use and each characteristic of the schema", () => {
    const fields = kindInfo("dataset");
    const uses = fields.field("uses")?.values?.map((v) => v.value);
    const names = fields
      .field("quality")
      ?.nested?.find((f) => f.name === "characteristic")
      ?.values?.map((v) => v.value);
    assert.equal(names?.length, 24);
    assert.deepEqual(Object.keys(dataQuality().uses).sort(), [...(uses ?? [])].sort());
    for (const { characteristic } of Object.values(dataQuality().uses).flat()) {
      assert.ok(names?.includes(characteristic), characteristic);
    }
  });
});
