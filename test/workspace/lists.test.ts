import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { Tables } from "../../server/src/core/workspace/tables.ts";

describe("lists of the index", () => {
  it("are the same objects as long as nothing of them changes, empty ones too", () => {
    const tables = new Tables();
    assert.equal(tables.ofKind.get("role"), tables.ofKind.get("role"));
    assert.equal(tables.byId.get("none"), tables.byId.get("none"));
  });
  it("of one index are not those of another", () => {
    assert.notEqual(new Tables().ofKind.get("role"), new Tables().ofKind.get("role"));
  });
});
