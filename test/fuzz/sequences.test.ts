import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { playSequences } from "./sequences.ts";

/** Sequences that are the same in every run, and some that are not; `npm run fuzz -- --sequences N --seed S` plays many more. */
const FIXED = 42;
const SEEDS = [FIXED, Date.now() % 1_000_000_007];

/** Sequences of another seed may by chance have no edit in a document that is open. */
const hasEdits = (edits: number, seed: number): boolean => edits > 0 || seed !== FIXED;

describe("after any sequence of edits, openings, deletions, branch switches and settings, an editor shows what a fresh start shows", () => {
  for (const seed of SEEDS) {
    it(`when findings are pushed to it (seed ${seed})`, async () => {
      assert.ok(hasEdits(await playSequences({ pull: false, restarts: false }, 6, 40, seed), seed));
    }).timeout(300_000);

    it(`when it asks for findings (seed ${seed})`, async () => {
      assert.ok(hasEdits(await playSequences({ pull: true, restarts: false }, 3, 40, seed), seed));
    }).timeout(300_000);

    it(`when it is ended and started again on what the server kept (seed ${seed})`, async () => {
      assert.ok(hasEdits(await playSequences({ pull: false, restarts: true }, 2, 90, seed), seed));
    }).timeout(300_000);
  }

  it("when its folders become those of the workspace after some of them were read around an open document", async () => {
    assert.ok((await playSequences({ pull: false, restarts: true }, 1, 250, 30402029)) > 0);
  }).timeout(300_000);
});
