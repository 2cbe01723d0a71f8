import assert from "node:assert/strict";
import { agree, keeps, type Quantity, readQuantity } from "../../server/src/core/coverage/quantity.ts";
import { type Bounds, readThreshold } from "../../server/src/core/coverage/threshold.ts";

describe("quantities", () => {
  for (const [text, n] of [
    ["0.08", 0.08],
    ["0,08", 0.08],
    ["8 %", 8],
    ["≈ 3", 3],
    ["1.2e-3", 0.0012],
    ["120 ms", 120],
    ["−0.5", -0.5],
    ["1,234", undefined],
    ["0.7 / 0.8", undefined],
    ["NaN", undefined],
    ["good", undefined],
    ["", undefined],
  ] as const) {
    it(`reads ${text || "nothing"}`, () => assert.equal(readQuantity(text)?.n, n));
  }
  for (const [written, file, same] of [
    ["0.087", "0.0873", true],
    ["0.087", "0.0879", false],
    ["0.09", "0.0873", true],
    ["9 %", "0.0873", true],
    ["8.7%", "0.0873", true],
    ["0.0873", "8.73 %", true],
    ["0.08734", "0.087", true],
    ["8", "0.08", false],
    ["0.5", "0.6", false],
    ["-0.05", "0.05", false],
  ] as const) {
    it(`${written} and ${file} are ${same ? "the same" : "not the same"}`, () =>
      assert.equal(agree(readQuantity(written) as Quantity, readQuantity(file) as Quantity), same));
  }
  for (const [value, bound, holds] of [
    ["8 %", "<= 0.10", undefined],
    ["0.3 %", "<= 0.5", true],
    ["0.97", ">= 95 %", undefined],
    ["200 %", "<= 1", false],
    ["8 %", "<= 10 %", true],
  ] as const) {
    it(`${value} against ${bound}: ${holds ?? "cannot be told"}`, () =>
      assert.equal(keeps(readQuantity(value) as Quantity, readThreshold(bound) as Bounds), holds));
  }
});
