import assert from "node:assert/strict";
import path from "node:path";
import { describe, it } from "mocha";
import { overdue } from "../../scripts/lib/overdue.mjs";

const root = path.resolve(import.meta.dirname, "../..");

describe("the release check", () => {
  it("passes while every file has been looked up in time, and announces what falls due", () => {
    const { late, soon, total } = overdue(root, "2026-11-25");
    assert.deepEqual(late, []);
    for (const file of ["server/data/standards/eu-ai-act.yaml", "server/data/ai-act-dates.yaml"])
      assert.ok(
        soon.some((s) => s.file === file),
        file,
      );
    assert.ok(total > 40);
  });

  it("names a file from the day after its date on", () => {
    const late = (today: string): boolean =>
      overdue(root, today).late.some(({ file }) => file === "server/data/standards/eu-ai-act.yaml");
    assert.equal(late("2026-12-02"), false);
    assert.equal(late("2026-12-03"), true);
    assert.ok(overdue(root, "2030-01-01").late.some(({ file }) => file.startsWith("server/data/crosswalks/")));
  });
});
