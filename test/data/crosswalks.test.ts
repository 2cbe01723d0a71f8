import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import * as catalog from "../../server/src/core/catalog/catalog.ts";
import { crosswalkEnds, gapOf, mappingsOf } from "../../server/src/core/catalog/crosswalks.ts";

const folder = path.resolve(import.meta.dirname, "../../server/data/crosswalks");
const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

interface Row {
  from: string | null;
  to: string | null;
  relationship: string;
  reuse?: string;
  rationale?: string;
  confidence: string;
}

const RELATIONSHIPS = ["equivalent-to", "subset-of", "superset-of", "intersects-with", "no-relationship"];

describe("every crosswalk", () => {
  for (const name of files) {
    const data = parse(readFileSync(path.join(folder, name), "utf8"));
    const exceptions = new Map<string, string>(
      (data.exceptions ?? []).map((e: { end: string; reason: string }) => [e.end, e.reason]),
    );

    it(`${name} says whose it is, from what and when it was checked`, () => {
      assert.ok(["official", "proposed"].includes(data.status));
      assert.ok(data.source.length > 10);
      assert.match(data.checked, /^\d{4}-\d{2}-\d{2}$/);
      assert.ok(data.checked < data.recheck_by);
      for (const reason of exceptions.values()) assert.ok(reason.length > 10);
    });

    it(`${name} leads to provisions that exist`, () => {
      const used = new Set<string>();
      const seen = new Set<string>();
      for (const row of data.mappings as Row[]) {
        for (const [standard, id] of [
          [data.from, row.from],
          [data.to, row.to],
        ] as const) {
          if (id === null) continue;
          const end = `${standard}:${id}`;
          if (exceptions.has(end)) used.add(end);
          else assert.equal(catalog.provision(standard, id)?.id, id, end);
        }
        assert.ok(RELATIONSHIPS.includes(row.relationship), row.relationship);
        assert.ok(row.from !== null || row.to !== null);
        if (row.from === null || row.to === null) assert.equal(row.relationship, "no-relationship");
        assert.ok((row.rationale ?? "").length <= 300, "a rationale is one sentence");
        assert.ok(["high", "medium", "low"].includes(row.confidence));
        const pair = `${row.from} ${row.to}`;
        assert.ok(!seen.has(pair), `${pair} stands twice`);
        seen.add(pair);
      }
      assert.deepEqual([...exceptions.keys()].sort(), [...used].sort(), "an exception that nothing needs");
    });

    it(`${name} reads the same from both ends`, () => {
      for (const row of data.mappings as Row[]) {
        if (row.from === null || row.to === null) continue;
        const there = mappingsOf(data.from, row.from, data.to).find((m) => m.other?.provision === row.to);
        const back = mappingsOf(data.to, row.to, data.from).find((m) => m.other?.provision === row.from);
        assert.ok(there, `${row.from} does not lead to ${row.to}`);
        assert.ok(back, `${row.to} does not lead back to ${row.from}`);
        assert.equal(there.reuse, back.reuse);
      }
    });
  }
});

describe("crosswalks", () => {
  it("map every subcategory of the NIST framework to ISO/IEC 42001", () => {
    const all = catalog.provisions("nist-ai-rmf").filter((p) => p.kind === "subcategory");
    assert.equal(all.length, 72);
    for (const p of all) assert.ok(mappingsOf("nist-ai-rmf", p.id, "iso-42001").length > 0, p.id);
  });

  it("say what a document of another management system can serve for", () => {
    const [found] = mappingsOf("iso-42001", "7.2", "iso-27001");
    assert.equal(found?.other?.provision, "7.2");
    assert.equal(found?.reuse, "extend");
    assert.match(found?.rationale ?? "", /AI competences/);
  });

  it("list an official row and a proposed one as one, which is official", () => {
    const rows = mappingsOf("nist-ai-rmf", "GOVERN 1.1", "iso-42001").filter((m) => m.other?.provision === "4.1");
    assert.equal(rows.length, 1);
    assert.equal(rows[0]?.official, true);
  });

  it("know their ends and the gaps of an article", () => {
    assert.ok(crosswalkEnds("iso-42001").includes("iso-9001"));
    assert.match(gapOf("eu-ai-act", "4")?.gap ?? "", /staff/);
    assert.equal(gapOf("iso-42001", "4.1"), undefined);
  });
});
