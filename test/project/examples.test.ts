import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, it } from "mocha";
import { createHost, type WorldChange } from "../../server/src/core/analysis.ts";

const LENDER = resolve(import.meta.dirname, "../../examples/lender");

const changes = readdirSync(LENDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry): WorldChange => {
    const file = join(entry.parentPath, entry.name);
    const path = `/lender${file.slice(LENDER.length).replaceAll("\\", "/")}`;
    if (!/\.(?:md|ya?ml|csv|json)$/.test(file)) return { type: "exists", path };
    return { type: "set", path, text: readFileSync(file, "utf8") };
  });

const host = createHost({ today: "2026-11-25" });
host.apply([{ type: "roots", roots: ["/lender"] }, ...changes]);
const findings = host.snapshot.allFindings();
const at = (path: string): string[] => findings.filter((f) => f.path === `/lender/${path}`).map((f) => f.rule);

describe("the lender among the examples", () => {
  it("has its story found where it stands", () => {
    assert.ok(at("evidence/measurements.yaml").includes("threshold-breached"), "the fairness bound is breached");
    assert.ok(at("public/credit-scorer-card.md").includes("card-omits-known-harm"), "the card is silent on it");
    assert.ok(at("systems/other-systems.md").includes("excluded-system-feeds-scope"), "an exclusion feeds a decision");
    assert.ok(at("public/how-we-decide.md").includes("claim-exceeds-scope"), "the claim is wider than the certificate");
  });

  it("has documents that are sound, and nothing is said of them", () => {
    for (const path of [
      "policy/ai-policy.md",
      "people/roles.md",
      "evidence/results/fairness-2026-10.json",
      "README.md",
    ]) {
      assert.deepEqual(at(path), [], path);
    }
  });

  it("has the breach and the open finding pull coverage down, and says so", () => {
    const report = host.snapshot.coverage("/lender", "iso-42001");
    const rows = report?.groups.flatMap((group) => group.provisions) ?? [];
    const against = rows.flatMap((row) => row.evidence.filter((e) => e.role === "against").map((e) => e.label));
    assert.ok(against.some((label) => label.includes("MEAS-003")));
    assert.ok(against.some((label) => label.includes("FND-001")));
    assert.equal(rows.filter((row) => row.bars[2] && row.evidence.some((e) => e.role === "against")).length, 0);
  });
});
