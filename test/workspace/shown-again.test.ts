import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Finding } from "../../server/src/core/analysis.ts";
import { AnalysisHost } from "../../server/src/core/analysis/host.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { TODAY } from "../support/fixture.ts";

const PATH = "/aims/risks.yaml";
const register = (statuses: readonly string[]): string =>
  `risks:\n${statuses.map((status, i) => `  - id: RISK-00${i + 1}\n    status: ${status}\n`).join("")}`;

function hostWith(text: string): AnalysisHost {
  const host = new AnalysisHost({ today: TODAY });
  host.apply([
    { type: "roots", roots: ["/aims"] },
    { type: "set", path: "/aims/aims.yaml", text: "aims: management-system\norganisation: A\n" },
  ]);
  host.apply([{ type: "set", path: PATH, text }]);
  return host;
}
const set = (host: AnalysisHost, text: string) => host.apply([{ type: "set", path: PATH, text }]);
const invalid = (host: AnalysisHost): Finding[] =>
  host.snapshot.findings(PATH).filter(({ rule }) => rule === "invalid-value");

describe("a finding that an edit leaves as it was", () => {
  it("is the same object, and its fix mends the text as it is now", () => {
    const host = hostWith(register(["opne", "open", "closedd"]));
    const [first, last] = invalid(host);
    assert.ok(first && last);
    const text = register(["opne", "openish", "closedd"]);
    set(host, text);
    const after = invalid(host);
    assert.equal(after.length, 3);
    assert.equal(after[0], first);
    assert.equal(after[2], last);
    for (const [i, mended] of [
      [0, ["open", "openish", "closedd"]],
      [2, ["opne", "openish", "closed"]],
    ] as const) {
      const edits = after[i]?.fixes[0]?.edits()?.[0];
      assert.ok(edits && "edits" in edits);
      assert.equal(applyEdits(text, edits.edits), register(mended));
    }
  });

  it("is another when it stands on another line, and the one before mends nothing any more", () => {
    const host = hostWith(register(["opne"]));
    const [before] = invalid(host);
    set(host, `\n${register(["opne"])}`);
    const [after] = invalid(host);
    assert.equal(after?.range.start.line, (before?.range.start.line ?? 0) + 1);
    assert.equal(before?.fixes[0]?.edits(), undefined);
    assert.ok(after?.fixes[0]?.edits());
  });

  it("is another when it is of another severity", () => {
    const host = hostWith(register(["opne"]));
    const [before] = invalid(host);
    host.apply([{ type: "severities", rules: { "invalid-value": "hint" } }]);
    assert.deepEqual([before?.severity, invalid(host)[0]?.severity], ["error", "hint"]);
  });
});

describe("findings of one rule that say the same of the same place", () => {
  it("are shown once, and others of that place all", () => {
    const host = hostWith("risks:\n  - id: RISK-001\n    status: opne\n    status: opne\n");
    const said = host.snapshot.findings(PATH).map(({ rule, message, range }) => JSON.stringify([rule, message, range]));
    assert.equal(new Set(said).size, said.length);
    assert.ok(said.length > 1);
  });
});
