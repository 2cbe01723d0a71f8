import assert from "node:assert/strict";
import fc from "fast-check";
import { jsonAt, pointerStep, pointerSteps } from "../../server/src/core/syntax/json-pointer.ts";

const at = (text: string, pointer: string) => jsonAt(text, pointerSteps(pointer) ?? []);

describe("JSON pointers", () => {
  it("lead to every value of any JSON, as JSON.parse has it", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        walk(JSON.parse(text), [], (steps, expected) => {
          const found = jsonAt(text, pointerSteps(steps.map((s) => `/${pointerStep(s)}`).join("")) ?? []);
          assert.ok("type" in found, `${text} ${steps}`);
          assert.deepEqual(JSON.parse(text.slice(found.span.start, found.span.end)), expected);
        });
      }),
    );
  });
  it("keep the digits a number is written with, and pass over a byte-order mark", () => {
    const found = at('\ufeff{"a": [1, 0.0800]}', "/a/1");
    assert.ok("text" in found && found.text === "0.0800");
  });
  it("never throw and end, whatever the text: one that is read again and again would not within the time of a test", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (text, pointer) => void at(text, `/${pointer}`)));
    for (const text of ["[".repeat(1e6), '{"a":'.repeat(2e5), '"'.repeat(1e6), "1".repeat(1e6), '{"a":"\\'])
      at(text, "/a/a/0");
  });
  it("tell a key that stands twice", () => {
    assert.deepEqual(at('{"a": 1, "a": 2}', "/a"), { problem: "duplicate", after: 0 });
  });
});

function walk(value: unknown, steps: string[], see: (steps: string[], value: unknown) => void): void {
  see(steps, value);
  if (Array.isArray(value)) for (const [i, item] of value.entries()) walk(item, [...steps, String(i)], see);
  else if (value && typeof value === "object")
    for (const [key, item] of Object.entries(value)) walk(item, [...steps, key], see);
}
