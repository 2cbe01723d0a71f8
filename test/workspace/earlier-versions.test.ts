import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { AnalysisHost } from "../../server/src/core/analysis/host.ts";
import { collectAll } from "../../server/src/lsp/tidy.ts";
import { TODAY } from "../support/fixture.ts";

const PATH = "/aims/risks.md";

const register = (edited: number): string =>
  [
    "# Risk register\n\n| Risk ID | Description | System | Likelihood | Impact | Status |\n|---|---|---|---|---|---|\n",
    ...Array.from(
      { length: 300 },
      (_, i) => `| RISK-${1000 + i} | Risk ${i === edited ? "now" : i} | AI-001 | 2 | 3 | open |\n`,
    ),
  ].join("");

describe("an edit in a long table", () => {
  it("leaves nothing of the versions before, whatever row it was in", async () => {
    const host = new AnalysisHost({ today: TODAY });
    host.apply([
      { type: "roots", roots: ["/aims"] },
      { type: "set", path: "/aims/aims.yaml", text: "aims: management-system\norganisation: A\n" },
    ]);
    const versions: WeakRef<object>[] = [];
    for (let row = 10; row < 60; row += 10) {
      host.apply([{ type: "set", path: PATH, text: register(row) }]);
      host.snapshot.findings(PATH, "now");
      const document = host.aimsOf(PATH)?.document(PATH);
      assert.equal(document?.records.length, 300);
      for (const list of [document?.records, document?.blocks]) versions.push(new WeakRef(list ?? []));
      // Each edit comes in a turn of its own; what was looked at in a turn is not collected before its end.
      await new Promise((done) => setImmediate(done));
    }
    await collectAll();
    // Those of now and, at most, of the version before.
    const left = versions.filter((list) => list.deref() !== undefined).length;
    assert.ok(left <= 4, `${left} of ${versions.length} lists`);
  });
});
