import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { playSequences } from "./sequences.ts";

/** Sequences that are the same in every run; `npm run fuzz -- --sequences N` plays others. */
const SEED = 42;

describe("after any sequence of edits, openings, deletions, branch switches and settings, an editor shows what a fresh start shows", () => {
  it("when findings are pushed to it", async () => {
    assert.ok((await playSequences(false, 10, 40, SEED)) > 0);
  }).timeout(300_000);

  it("when it asks for findings", async () => {
    assert.ok((await playSequences(true, 5, 40, SEED)) > 0);
  }).timeout(300_000);
});
