import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, it } from "mocha";
import { asks, FEW_ASKS } from "./asks.ts";
import { Driver } from "./drive.ts";
import { type Input, input } from "./inputs.ts";
import { checkReading, checkWriting, Mender } from "./mending.ts";
import { SEEDS } from "./seeds.ts";

const REGRESSIONS = join(import.meta.dirname, "regressions");
/** Inputs of each run here; `npm run fuzz` goes on for as long as it is told. */
const RUNS = 80;
/** Choices of what is written and mended, for a text that once failed. */
const PICKS = 12;

describe("whatever a file holds, the engine keeps its promises", () => {
  const seeds = [42, Date.now() % 1_000_000_007];
  for (const seed of seeds) {
    it(`seed ${seed}`, () => {
      const driver = new Driver();
      fc.assert(
        fc.property(input, asks(8), (one, some) => driver.drive(one, some)),
        { seed, numRuns: RUNS },
      );
      assert.ok(driver.texts > RUNS);
    }).timeout(120_000);
  }

  it("a text cut off at any place", () => {
    const driver = new Driver();
    const notations = SEEDS.filter(({ text }) => text.length > 200 && text.length < 500).slice(0, 3);
    for (const { name, text } of notations) {
      const path = name.startsWith("/") ? name : `/aims/fuzz${name.slice(name.lastIndexOf("."))}`;
      for (let end = 0; end < text.length; end += 3)
        driver.drive({ path, text: text.slice(0, end), edits: [] }, FEW_ASKS);
    }
  }).timeout(60_000);

  for (const file of readdirSync(REGRESSIONS).filter((name) => name.endsWith(".json"))) {
    it(`${file}, which once failed`, () => {
      const one = JSON.parse(readFileSync(join(REGRESSIONS, file), "utf8")) as Input;
      new Driver().drive(one);
      checkReading(one);
      const mender = new Mender();
      for (let pick = 0; pick < PICKS; pick++) {
        checkWriting(one, pick);
        mender.mend(one, pick);
      }
    }).timeout(60_000);
  }
});
