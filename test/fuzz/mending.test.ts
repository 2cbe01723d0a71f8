import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { input } from "./inputs.ts";
import { checkReading, checkWriting, Mender } from "./mending.ts";

/** Inputs that are the same in every run; `npm run fuzz` tries others. */
const seed = 42;

describe("whatever a file holds", () => {
  it("reading it after an edit gives what reading it from scratch gives", () => {
    fc.assert(fc.property(input, checkReading), { seed, numRuns: 200 });
  }).timeout(120_000);

  it("what is written into a record changes nothing else", () => {
    let written = 0;
    const property = fc.property(input, fc.nat(), (one, pick) => {
      written += checkWriting(one, pick);
    });
    fc.assert(property, { seed, numRuns: 400 });
    assert.ok(written > 150, `only ${written} texts were written to`);
  }).timeout(120_000);

  it("fixes mend what they are offered for, and break nothing", () => {
    const mender = new Mender();
    let applied = 0;
    const property = fc.property(input, fc.nat(1000), (one, pick) => {
      applied += mender.mend(one, pick);
    });
    fc.assert(property, { seed, numRuns: 150 });
    assert.ok(applied > 20, `only ${applied} fixes were applied`);
  }).timeout(120_000);
});
