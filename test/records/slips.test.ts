import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { slipKeys, withSlipKey } from "../../server/src/core/records/slips.ts";

describe("ids of which one is a slip for the other", () => {
  const id = fc.oneof(
    fc
      .tuple(
        fc.constantFrom("AI-", "ai\u2013", "RISK-", "ß", ""),
        fc.stringMatching(/^[0-3]{1,4}$/),
        fc.constantFrom("", " ", "x"),
      )
      .map((parts) => parts.join("")),
    fc.constantFrom(
      "AI-12345678901234567890",
      "ai-12345678901234567891",
      `AI-${"9".repeat(400)}`,
      `AI-${"8".repeat(400)}`,
      "AI-",
    ),
    fc.string(),
  );
  it("are found at a glance as by looking at each", () => {
    let found = 0;
    const property = fc.property(fc.array(id, { minLength: 2, maxLength: 30 }), (ids) => {
      for (const key of slipKeys(ids[0] as string)) {
        const alike = withSlipKey(ids, key);
        assert.deepEqual(
          alike,
          ids.filter((other) => slipKeys(other).includes(key)),
        );
        found += alike.length;
      }
    });
    fc.assert(property, { numRuns: 500 });
    assert.ok(found > 300, `only ${found} were alike`);
  });
});
