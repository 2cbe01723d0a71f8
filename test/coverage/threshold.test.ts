import assert from "node:assert/strict";
import { meets, readThreshold } from "../../server/src/core/coverage/threshold.ts";

describe("thresholds", () => {
  for (const [value, threshold, expected] of [
    ["0.08", "<= 0.10", true],
    ["0.10", "<= 0.10", true],
    ["0.10", "< 0.10", false],
    ["0.12", "≤ 0,10", false],
    ["97 %", "at least 95 %", true],
    ["94.9%", "≥ 95%", false],
    ["0.97", "≥ 95%", undefined],
    ["120 ms", "max 150 ms", true],
    ["1.3", "0.8 to 1.25", false],
    ["1.1", "0.8–1.25", true],
    ["-0.04", "± 0.05", true],
    ["3", "no more than 2", false],
    ["0.7", "improving", undefined],
    ["good", ">= 3", undefined],
    ["0.7 / 0.8", ">= 0.75", undefined],
    ["0.8", "0.75", undefined],
    ["", "", undefined],
  ] as const) {
    it(`${value} against ${threshold}: ${expected ?? "cannot be told"}`, () => {
      assert.equal(meets(value, threshold), expected);
    });
  }

  it("reads in linear time", () => {
    for (const text of ["0".repeat(1e5), "< ".repeat(1e5), "1-".repeat(1e5), "a".repeat(1e5)]) {
      const start = performance.now();
      readThreshold(text);
      meets(text, text);
      assert.ok(performance.now() - start < 50);
    }
  });
});
