import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { soaOf } from "../../../server/src/core/rules/coverage/shared/soa.ts";
import type { RecordFacts } from "../../../server/src/core/records/model.ts";
import type { AimsIndex } from "../../../server/src/core/workspace/api.ts";

describe("a list of controls that decides nothing", () => {
  it("is looked through once, however often it is asked for", () => {
    let looked = 0;
    const record = {
      kind: "control",
      plain: {},
      addresses: [],
      get template() {
        looked++;
        return false;
      },
    } as unknown as RecordFacts;
    const records = [record];
    const index = { config: () => ({ standards: ["iso-42001"] }), ofKind: () => records } as unknown as AimsIndex;
    for (let i = 0; i < 5; i++) assert.equal(soaOf(index), undefined);
    assert.equal(looked, 1);
  });
});
