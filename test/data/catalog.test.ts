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
const NUMBERED = ["clause", "control", "group", "objective"];

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
      assert.ok(data.citation.number !== undefined || data.citation.names?.length > 0 || data.aliases.length > 0);
    });

    it(`${name} has provisions that hang together`, () => {
      const seen = new Set<string>();
      const sources = new Set(data.sources.map((s: { id: string }) => s.id));
      for (const p of data.provisions ?? []) {
        assert.ok(!seen.has(p.id), `${p.id} stands twice`);
        assert.ok(p.parent === null || seen.has(p.parent), `${p.id}: parent ${p.parent} does not stand before it`);
        if (NUMBERED.includes(p.kind) && /^[A-Z0-9.]+$/.test(p.id)) {
          assert.ok(p.parent === null || p.id.startsWith(`${p.parent}.`), `${p.id} is not numbered under ${p.parent}`);
        }
        seen.add(p.id);
        assert.match(p.kind, /^[a-z]+(?:-[a-z]+)*$/, `${p.id}: kind ${p.kind}`);
        assert.ok(["required", "customary", "none"].includes(p.documented), `${p.id}: documented`);
        assert.ok(["high", "medium", "low", "own"].includes(p.confidence), `${p.id}: ${p.confidence} may not be shown`);
        assert.ok(p.title.length > 2 && p.title.length <= 90, `${p.id}: title`);
        assert.equal(typeof p.assessable, "boolean", `${p.id}: assessable`);
        if (p.asks !== undefined || p.assessable) {
          assert.ok(p.asks.length >= 5 && p.asks.length <= 500, `${p.id}: asks has ${p.asks.length} characters`);
          assert.ok(/[.!?]$/.test(p.asks), `${p.id}: asks is no sentence`);
        }
        assert.ok(p.confidence !== "own" || data.notes.length > 0, `${p.id}: nothing says whose structure this is`);
        for (const s of p.sources) assert.ok(sources.has(s), `${p.id}: source ${s}`);
        if (p.assessable && p.kind !== "field" && p.kind !== "area" && p.kind !== "point")
          assert.ok([...(p.artefacts ?? []), ...(p.evidence ?? [])].length > 0, `${p.id}: nothing shows it`);
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

describe("other standards", () => {
  const count = (standard: string, kind: string): number =>
    catalog.provisions(standard).filter((p) => p.kind === kind).length;

  it("have as many provisions as their publishers say", () => {
    assert.equal(count("nist-ai-rmf", "function"), 4);
    assert.equal(count("nist-ai-rmf", "category"), 19);
    assert.equal(count("nist-ai-rmf", "subcategory"), 72);
    assert.equal(count("nist-ai-rmf", "characteristic"), 7);
    assert.equal(count("nist-ai-600-1", "risk"), 12);
    assert.equal(count("iso-5259-2", "characteristic"), 24);
    assert.equal(count("iso-5259", "part"), 6);
    assert.equal(count("iso-23894", "principle"), 8);
    assert.equal(count("iso-23894", "organizational-objective"), 11);
    assert.equal(count("iso-23894", "risk-source"), 7);
    assert.equal(count("iso-22989", "stage"), 8);
    const points = catalog.children("eu-ai-act", "III");
    assert.deepEqual(
      points.map((p) => p.id),
      ["III.1", "III.2", "III.3", "III.4", "III.5", "III.6", "III.7", "III.8"],
    );
    assert.deepEqual(
      points.map((p) => catalog.children("eu-ai-act", p.id).length),
      [3, 0, 4, 2, 4, 5, 4, 2],
    );
  });

  it("are found by their numbers as people write them", () => {
    const id = (standard: string, n: string) => catalog.provision(standard, n)?.id;
    assert.equal(id("eu-ai-act", "Art. 9(2)(a)"), "9");
    assert.equal(id("eu-ai-act", "Article 6(3)"), "6(3)");
    assert.equal(id("eu-ai-act", "article 6 (3)"), "6(3)");
    assert.equal(id("eu-ai-act", "Article 5(1) point (ba)"), "5(1)(ba)");
    assert.equal(id("eu-ai-act", "Annex III point 5(b)"), "III.5(b)");
    assert.equal(id("eu-ai-act", "Annex III, 5 (b)"), "III.5(b)");
    assert.equal(id("eu-ai-act", "Annex III(5)(b)"), "III.5(b)");
    assert.equal(id("eu-ai-act", "Annex VIII Section B point 6"), "VIII.B.6");
    assert.equal(id("eu-ai-act", "Annex IV"), "IV");
    assert.equal(id("nist-ai-rmf", "Govern-1.1"), "GOVERN 1.1");
    assert.equal(id("nist-ai-rmf", "MS-2.11"), "MEASURE 2.11");
    assert.equal(id("nist-ai-rmf", "MAP"), "MAP");
    assert.equal(id("nist-ai-600-1", "2.2"), "confabulation");
    assert.equal(id("23894", "6.4.3"), "6.4.3");
    assert.equal(id("iso-23894", "6.4.2.1"), "6.4.2");
    assert.equal(id("5259-2", "accuracy"), "accuracy");
  });

  it("say which numbers cannot exist, and nothing where the list is not whole", () => {
    const has = (standard: string, n: string) => catalog.hasNumber(standard, n);
    assert.equal(has("eu-ai-act", "Article 114"), false);
    assert.equal(has("eu-ai-act", "Article 113"), true);
    assert.equal(has("eu-ai-act", "Article 60"), true);
    assert.equal(has("eu-ai-act", "Article 75b"), undefined);
    assert.equal(has("eu-ai-act", "Annex XV"), false);
    assert.equal(has("eu-ai-act", "Annex III point 9"), false);
    assert.equal(has("eu-ai-act", "Annex III point 5(e)"), false);
    assert.equal(has("eu-ai-act", "Article 5(1)(k)"), false);
    assert.equal(has("eu-ai-act", "Article 9(2)(z)"), true);
    assert.equal(has("nist-ai-rmf", "GOVERN 7.1"), false);
    assert.equal(has("iso-23894", "6.8"), false);
    assert.equal(has("iso-17021-1", "7.2"), undefined);
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
    assert.equal(catalog.hasNumber("eu-ai-act", "9"), true);
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
      const named = s.citation.number !== undefined || s.citation.names !== undefined;
      for (const name of named ? [s.designation, s.short, ...(s.citation.names ?? [])] : []) {
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
      if (clauses === undefined && articles === undefined && families === undefined) return;
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
