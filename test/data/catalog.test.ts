import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { generate } from "../../scripts/generate/catalog.mjs";
import * as catalog from "../../server/src/core/catalog/catalog.ts";
import { scanCitations, scanStandardNames } from "../../server/src/core/catalog/citations.ts";
import { nearestProvisions } from "../../server/src/core/catalog/nearest.ts";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const folder = path.join(root, "server/data/standards");
const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
const read = (name: string) => parse(readFileSync(path.join(folder, name), "utf8"));

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const KINDS = ["clause", "control", "group", "objective", "annex", "organizational-objective", "risk-source"];

describe("every standard's file", () => {
  for (const name of files) {
    const data = read(name);
    it(`${name} says what it is, when it was checked and from what`, () => {
      for (const field of ["standard", "edition", "designation", "short", "title", "publisher", "kind", "status"]) {
        assert.equal(typeof data[field], "string", `${name}: ${field}`);
      }
      assert.equal(typeof data.certifiable, "boolean");
      assert.match(data.checked, DATE);
      assert.match(data.recheck_by, DATE);
      assert.ok(data.checked < data.recheck_by);
      assert.ok(data.sources.length > 0);
      assert.ok(data.citation.number !== undefined || data.citation.names?.length > 0);
    });

    it(`${name} has provisions that hang together`, () => {
      const seen = new Set<string>();
      const sources = new Set(data.sources.map((s: { id: string }) => s.id));
      for (const p of data.provisions ?? []) {
        assert.ok(!seen.has(p.id), `${p.id} stands twice`);
        assert.ok(p.parent === null || seen.has(p.parent), `${p.id}: parent ${p.parent} does not stand before it`);
        assert.ok(p.parent === null || p.id.startsWith(`${p.parent}.`), `${p.id} is not numbered under ${p.parent}`);
        seen.add(p.id);
        assert.ok(KINDS.includes(p.kind), `${p.id}: kind ${p.kind}`);
        assert.ok(["required", "customary", "none"].includes(p.documented), `${p.id}: documented`);
        assert.ok(["high", "medium", "low"].includes(p.confidence), `${p.id}: ${p.confidence} may not be shown`);
        assert.ok(p.title.length > 2 && p.title.length <= 90, `${p.id}: title`);
        assert.ok(p.asks.length > 15 && p.asks.length <= 480, `${p.id}: asks has ${p.asks.length} characters`);
        assert.ok(/[.!]$/.test(p.asks), `${p.id}: asks is no sentence`);
        for (const s of p.sources) assert.ok(sources.has(s), `${p.id}: source ${s}`);
        if (p.assessable)
          assert.ok((p.artefacts ?? []).length > 0, `${p.id}: an assessable provision names an artefact`);
        if (p.documented === "none") assert.equal(p.artefacts, undefined, `${p.id}: artefacts of nothing written`);
      }
    });
  }
});

describe("related provisions", () => {
  it("exist, wherever their standard is catalogued", () => {
    for (const s of catalog.standards()) {
      for (const p of catalog.provisions(s.id)) {
        for (const r of p.related) {
          const other = catalog.standard(r.standard);
          assert.ok(other, `${s.id} ${p.id} points at ${r.standard}, which is no standard`);
          if (!other.catalogued) continue;
          assert.equal(catalog.provision(r.standard, r.provision)?.id, r.provision, `${p.id} points at ${r.provision}`);
        }
      }
    }
  });
});

describe("ISO/IEC 42001:2023", () => {
  const all = catalog.provisions("iso-42001");
  const ids = (kind: string) => all.filter((p) => p.kind === kind).map((p) => p.id);

  it("has 38 controls in nine groups", () => {
    const counts = new Map<string, number>();
    for (const id of ids("control")) {
      const group = id.split(".").slice(0, 2).join(".");
      counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    assert.equal(ids("control").length, 38);
    assert.deepEqual(Object.fromEntries(counts), {
      "A.2": 3,
      "A.3": 2,
      "A.4": 5,
      "A.5": 4,
      "A.6": 9,
      "A.7": 5,
      "A.8": 4,
      "A.9": 3,
      "A.10": 3,
    });
    assert.equal(catalog.controls("iso-42001").length, 38);
  });

  it("has no control numbered .1, which holds the objective", () => {
    assert.deepEqual(
      ids("control").filter((id) => id.endsWith(".1")),
      [],
    );
    for (const id of ["A.2.1", "A.5.1", "A.6.1.1", "A.6.2.1", "A.10.1"]) {
      assert.equal(catalog.provision("iso-42001", id)?.kind, "objective", id);
    }
    for (const id of ["A.5", "A.6", "A.6.1", "A.6.2"])
      assert.equal(catalog.provision("iso-42001", id)?.kind, "group", id);
  });

  it("has clauses 4 to 10 with their subclauses", () => {
    const clauses = all.filter((p) => /^(?:[4-9]|10)(?:\.|$)/.test(p.id)).map((p) => p.id);
    assert.deepEqual(clauses, [
      "4",
      "4.1",
      "4.2",
      "4.3",
      "4.4",
      "5",
      "5.1",
      "5.2",
      "5.3",
      "6",
      "6.1",
      "6.1.1",
      "6.1.2",
      "6.1.3",
      "6.1.4",
      "6.2",
      "6.3",
      "7",
      "7.1",
      "7.2",
      "7.3",
      "7.4",
      "7.5",
      "7.5.1",
      "7.5.2",
      "7.5.3",
      "8",
      "8.1",
      "8.2",
      "8.3",
      "8.4",
      "9",
      "9.1",
      "9.2",
      "9.2.1",
      "9.2.2",
      "9.3",
      "9.3.1",
      "9.3.2",
      "9.3.3",
      "10",
      "10.1",
      "10.2",
    ]);
  });

  it("asks for something written where its text does", () => {
    const required = all.filter((p) => p.documented === "required" && p.kind === "clause").map((p) => p.id);
    assert.deepEqual(required, [
      "4.3",
      "4.4",
      "5.2",
      "6.1.1",
      "6.1.2",
      "6.1.3",
      "6.1.4",
      "6.2",
      "7.2",
      "7.5.1",
      "7.5.3",
      "8.1",
      "8.2",
      "8.3",
      "8.4",
      "9.1",
      "9.2.2",
      "9.3.3",
      "10.2",
    ]);
  });

  it("assesses what has nothing under it, and every control", () => {
    for (const p of all) {
      const leaf = catalog.children("iso-42001", p.id).length === 0;
      const expected = p.kind === "control" || (leaf && /^(?:[4-9]|10)\./.test(p.id));
      assert.equal(p.assessable, expected, p.id);
    }
    assert.equal(catalog.assessable("iso-42001").length, 70);
  });
});

describe("ISO/IEC 42005:2025", () => {
  it("shows no structure that no text confirmed", () => {
    assert.equal(
      catalog.provisions("iso-42005").some((p) => p.id === "6.4.3"),
      false,
    );
    assert.equal(catalog.provision("iso-42005", "6.4.3")?.id, "6.4");
  });

  it("ties the contents of an assessment to provisions it has", () => {
    const contents = catalog.contents("iso-42005");
    assert.ok(contents.length > 50);
    for (const c of contents) assert.equal(catalog.provision("iso-42005", c.provision)?.id, c.provision);
  });
});

describe("looking up", () => {
  it("knows standards by their aliases", () => {
    for (const name of [
      "iso-42001",
      "ISO-42001",
      "42001",
      "iso/iec 42001",
      "ISO/IEC 42001:2023",
      "iso-iec-42001",
      "iso_42001",
    ]) {
      assert.equal(catalog.standard(name)?.id, "iso-42001", name);
    }
    assert.equal(catalog.standard("EU AI Act")?.id, "eu-ai-act");
    assert.equal(catalog.standard("iso-42002"), undefined);
  });

  it("gives no two standards one alias, number or name", () => {
    const seen = new Map<string, string>();
    for (const s of catalog.standards()) {
      const own = new Set(
        [s.id, ...s.aliases, ...(s.citation.names ?? [])].map((n) => n.toLowerCase().replace(/[\s_/]+/g, "-")),
      );
      for (const name of own) {
        assert.equal(seen.get(name), undefined, `${name} is ${seen.get(name)} and ${s.id}`);
        seen.set(name, s.id);
      }
    }
  });

  it("reads numbers as people write them", () => {
    const id = (n: string) => catalog.provision("iso-42001", n)?.id;
    assert.equal(id("a.6.2.4"), "A.6.2.4");
    assert.equal(id("A-6-2-4"), "A.6.2.4");
    assert.equal(id("B.6.2.4"), "A.6.2.4");
    assert.equal(id("Annex A.6.2.4"), "A.6.2.4");
    assert.equal(id("6.1.3 f)"), "6.1.3");
    assert.equal(id("Clause 5.2"), "5.2");
    assert.equal(id("04.1"), "4.1");
    assert.equal(id("3.24"), "3");
    assert.equal(id("A.6.2.44"), undefined);
    assert.equal(id("B"), "B");
    assert.equal(id("__proto__"), undefined);
  });

  it("knows which numbers another standard has", () => {
    assert.equal(catalog.hasNumber("iso-27001", "A.5.37"), true);
    assert.equal(catalog.hasNumber("iso-27001", "A.5.38"), false);
    assert.equal(catalog.hasNumber("eu-ai-act", "9"), undefined);
    assert.deepEqual(
      catalog.standardsWith("A.8.28", "iso-42001").map((s) => s.id),
      ["iso-27001"],
    );
  });

  it("counts 93 controls in ISO/IEC 27001:2022", () => {
    const count = { 5: 37, 6: 8, 7: 14, 8: 34 } as const;
    for (const [group, n] of Object.entries(count)) {
      assert.equal(catalog.hasNumber("iso-27001", `A.${group}.${n}`), true);
      assert.equal(catalog.hasNumber("iso-27001", `A.${group}.${n + 1}`), false);
    }
  });

  it("finds provisions by title, small differences aside", () => {
    const by = (title: string) => catalog.provisionsByTitle("iso-42001", title).map((p) => p.id);
    assert.deepEqual(by("AI Policy"), ["5.2", "A.2.2"]);
    assert.deepEqual(by("Objectives for responsible development of AI systems"), ["A.6.1.2"]);
    assert.deepEqual(by("Alignment with other organisational policies"), ["A.2.3"]);
    assert.equal(catalog.provisionByTitle("iso-42001", "AI policy"), undefined);
    assert.equal(catalog.provisionByTitle("iso-42001", "Data provenance")?.id, "A.7.5");
  });

  it("accepts the title of a provision above or below", () => {
    const fits = (id: string, title: string) =>
      catalog.titleFits(catalog.provision("iso-42001", id) as catalog.Provision, title);
    assert.ok(fits("6.1", "AI risk assessment"));
    assert.ok(fits("6.1.4", "Actions to address risks and opportunities"));
    assert.ok(!fits("A.7.3", "Data provenance"));
  });

  it("offers the nearest provisions", () => {
    const near = (n: string, title?: string) => nearestProvisions("iso-42001", n, title).map((p) => p.id);
    assert.equal(near("A.6.2.44")[0], "A.6.2.4");
    assert.equal(near("A.3.4")[0], "A.3.3");
    assert.equal(near("A.5.9", "Data provenance")[0], "A.7.5");
    assert.equal(near("6.1.5")[0], "6.1.4");
    assert.deepEqual(near("Q.99.99.99"), []);
    assert.ok(near("A.5.1").every((id) => id !== "A.5.1"));
  });
});

describe("citation grammars", () => {
  for (const s of catalog.standards()) {
    it(`let ${s.short} be known by its designation, its short name and all its names`, () => {
      for (const name of [s.designation, s.short, ...(s.citation.names ?? [])]) {
        const found = scanStandardNames(`as ${name} asks`);
        assert.deepEqual(
          found.map((n) => n.standard),
          [s.id],
          name,
        );
      }
    });

    it(`let provisions of ${s.short} be told from those of another standard`, () => {
      const { clauses, annexes, articles, families } = s.citation;
      const numbers = [
        ...(clauses ? [`clause ${clauses[1]}.1`] : []),
        ...(annexes ?? []).map((letter) => `Annex ${letter}.2.1`),
        ...(articles ? [`Article ${articles[1]}`] : []),
        ...(families ?? []).map((word) => `${word} 1.1`),
      ];
      assert.ok(numbers.length > 0);
      for (const number of numbers) {
        const cited = scanCitations(`${s.short} ${number}`, { standards: ["iso-42001"], place: "prose" });
        assert.deepEqual(
          cited.map((c) => c.standard),
          [s.id],
          number,
        );
      }
    });
  }
});

describe("the generated catalogue", () => {
  it("is current", async () => {
    for (const { path: file, text } of await generate(root)) {
      assert.equal(readFileSync(path.join(root, file), "utf8"), text, `${file} is stale: run the generator`);
    }
  });
});
