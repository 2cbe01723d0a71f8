import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { generateAll } from "../../scripts/generate.mjs";

const ROOT = path.resolve(import.meta.dirname, "../..");

const STANDARD = `standard: acme-777
edition: "2031"
designation: ACME 77731:2031
short: ACME 77731
aliases: ["77731", acme]
citation:
  number: "77731"
  names: [ACME Rulebook]
  clauses: [1, 9]
  annexes: [Q]
  families: [ZORK]
title: Care of thinking machines
publisher: ACME
kind: framework
certifiable: false
status: published
checked: "2026-11-23"
recheck_by: "2026-12-01"
complete: true
copyright: Invented for a test.
sources: [{ id: OWN, title: Nobody's knowledge, publisher: this project, kind: own }]
notes: [Invented.]
provisions:
  - { id: "4", parent: null, kind: clause, title: Care, asks: All that follows., documented: none, assessable: false, confidence: high, sources: [OWN] }
  - { id: "4.1", parent: "4", kind: clause, title: Warm water daily, asks: Bathe every machine once a day., documented: required, artefacts: [bath plan], assessable: true, confidence: high, sources: [OWN] }
  - { id: Q.2.7, parent: null, kind: clause, title: Towels, asks: Keep a dry towel within reach., documented: customary, artefacts: [towel list], assessable: true, confidence: high, sources: [OWN] }
  - { id: ZORK 1.2, parent: null, kind: subcategory, title: Soap, asks: Use soft soap., documented: customary, artefacts: [soap list], assessable: true, confidence: high, sources: [OWN] }
  - { id: ZORK 1.3, parent: null, kind: subcategory, title: Rinsing, asks: Rinse well., documented: customary, artefacts: [rinsing list], assessable: true, confidence: high, sources: [OWN] }
  - { id: sudsiness, parent: null, kind: term, title: sudsiness, asks: How much foam there is., documented: none, assessable: false, confidence: own, sources: [OWN] }
`;

const CROSSWALK = `from: acme-777
to: iso-42001
status: proposed
checked: "2026-11-23"
recheck_by: "2027-02-23"
source: Invented for a test
mappings:
  - { from: Q.2.7, to: "5.2", relationship: intersects-with, rationale: Both are written down., confidence: medium }
  - { from: ZORK 1.2, to: "5.2", relationship: subset-of, confidence: medium }
  - { from: ZORK 1.2, to: "7.2", relationship: intersects-with, confidence: medium }
  - { from: ZORK 1.3, to: "5.2", relationship: intersects-with, confidence: medium }
  - { from: ZORK 1.3, to: "7.2", relationship: intersects-with, confidence: medium }
`;

const SCRIPT = `
import { createHost, explain } from "./server/src/core/analysis.ts";
const files = {
  "aims.yaml": "aims: management-system\\norganisation: X\\nstandards: [iso-42001, 77731]\\n",
  "policy.yaml": "aims: policy\\nid: POL-1\\ntitle: AI policy\\nstatus: approved\\nowner: A\\napproved_by: B\\napproved_on: 2026-10-01\\nsatisfies:\\n  iso-42001: [5.2]\\n  acme-777: [4.1, 4.9]\\ncommunicated_on: 2026-10-15\\n",
  "note.md": "---\\naims: procedure\\nid: PRO-1\\ntitle: Baths\\nstatus: draft\\n---\\n\\n# Baths\\n\\nEvery machine of this house is bathed by its own people on its own day.\\n\\nSee 77731 Q.2.7 and ZORK 1.2, not ACME Rulebook clause 4.8.\\n",
};
const host = createHost({ today: "2026-12-05" });
const snapshot = host.apply([{ type: "roots", roots: ["/a"] }, ...Object.entries(files).map(([n, text]) => ({ type: "set", path: "/a/" + n, text }))]);
const hover = (name, word) => {
  const lines = files[name].split("\\n");
  const line = lines.findIndex((l) => l.includes(word));
  return snapshot.hover("/a/" + name, { line, character: lines[line].indexOf(word) + 1 })?.markdown;
};
const rows = snapshot.coverage("/a", "acme").groups.flatMap((g) => g.provisions.map((p) => [p.provision, p.level, p.derived?.[0]?.provision]));
console.log(JSON.stringify({
  wrong: snapshot.allFindings().filter((f) => f.rule === "unknown-provision").map((f) => f.message).sort(),
  hovers: [hover("note.md", "Q.2.7"), hover("note.md", "ZORK"), hover("policy.yaml", "4.1")],
  definition: snapshot.definition("/a/policy.yaml", { line: 9, character: 14 }).map((l) => l.path),
  completion: snapshot.completion("/a/policy.yaml", { line: 9, character: 13 }).entries.map((c) => c.label),
  names: snapshot.completion("/a/aims.yaml", { line: 2, character: 12 }).entries.map((c) => c.label).includes("acme-777"),
  rows,
  notes: snapshot.coverage("/a", "acme").notes,
  explained: ["sudsiness", "77731 4.1", "ZORK 1.2", "acme"].map((q) => explain(q, "2026-12-05").found[0]?.head),
}));
`;

/** A copy of the engine and its data, with the invented files, and generated anew from nothing else. */
async function copyWith(files: Readonly<Record<string, string>>): Promise<string> {
  const copy = realpathSync(mkdtempSync(path.join(tmpdir(), "aims-invented-")));
  for (const folder of ["server/src/core", "server/data", "schemas", "scripts", "package-lock.json", "package.json"]) {
    cpSync(path.join(ROOT, folder), path.join(copy, folder), { recursive: true });
  }
  symlinkSync(path.join(ROOT, "node_modules"), path.join(copy, "node_modules"));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(copy, name), text);
  for (const { path: name, text } of await generateAll(copy)) {
    mkdirSync(path.dirname(path.join(copy, name)), { recursive: true });
    writeFileSync(path.join(copy, name), text);
  }
  return copy;
}

describe("a standard nobody has heard of", () => {
  it("needs a data file and no code to be cited, hovered, completed, counted and explained", async function () {
    this.timeout(60_000);
    const copy = await copyWith({
      "server/data/standards/acme.yaml": STANDARD,
      "server/data/crosswalks/acme--iso-iec-42001.yaml": CROSSWALK,
      "probe.ts": SCRIPT,
    });
    try {
      const tsx = pathToFileURL(path.join(ROOT, "node_modules/tsx/dist/loader.mjs")).href;
      const out = execFileSync(process.execPath, ["--import", tsx, "probe.ts"], { cwd: copy, encoding: "utf8" });
      const said = JSON.parse(out);
      assert.deepEqual(said.wrong, ['ACME 77731:2031 has no clause "4.8".', 'ACME 77731:2031 has no clause "4.9".']);
      assert.match(
        said.hovers[0],
        /ACME 77731:2031 · Q\.2\.7 Towels[\s\S]*dry towel[\s\S]*ISO\/IEC 42001: 5\.2 AI policy/,
      );
      assert.match(said.hovers[1], /ZORK 1\.2 Soap/);
      assert.match(said.hovers[2], /Bathe every machine[\s\S]*Coverage here[\s\S]*may have changed since/);
      assert.deepEqual(said.definition, ["/a/policy.yaml"]);
      assert.ok(said.completion.includes("Q.2.7") && said.completion.includes("ZORK 1.2"), said.completion.join());
      assert.equal(said.names, true);
      assert.deepEqual(said.rows, [
        ["4.1", "documented", null],
        ["Q.2.7", "documented", "5.2"],
        ["ZORK 1.2", "operated", "5.2"],
        ["ZORK 1.3", "missing", null],
      ]);
      assert.ok(said.notes.some((n: string) => /may have changed/.test(n)));
      assert.deepEqual(said.explained, [
        "ACME 77731:2031 · sudsiness",
        "ACME 77731:2031 · 4.1 Warm water daily",
        "ACME 77731:2031 · ZORK 1.2 Soap",
        "ACME 77731:2031 · Care of thinking machines",
      ]);
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
});
