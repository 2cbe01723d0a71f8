import assert from "node:assert/strict";
import fc from "fast-check";
import { scanCitations, scanStandardNames } from "../../server/src/core/catalog/citations.ts";
import { parseProvisionField } from "../../server/src/core/catalog/provision-field.ts";
import { costOf } from "../support/worked.ts";

const setting = { standards: ["iso-42001"], place: "prose" } as const;
const field = { standards: ["iso-42001"], place: "field" } as const;

/** Citations as `number`, `standard/number`, `number "title"`. */
const brief = (text: string): string =>
  scanCitations(text, setting)
    .map((c) => `${c.standard ? `${c.standard}/` : ""}${c.number}${c.title ? ` "${c.title.text}"` : ""}`)
    .join("; ");

const cases: Readonly<Record<string, readonly (readonly [text: string, found: string])[]>> = {
  "controls of the standard in use": [
    ["see A.6.2.4.", "A.6.2.4"],
    ["(A.6.2.44)", "A.6.2.44"],
    ["Annex A.6.2.4", "A.6.2.4"],
    ["**Controls:** `A.5.2`, `A.5.3`", "A.5.2; A.5.3"],
    ["Annex A controls A.5.2, A.5.3 and A.9.2", "A.5.2; A.5.3; A.9.2"],
    ["A.5.2/A.5.3", "A.5.2; A.5.3"],
    ["A.5.2–A.5.5", "A.5.2; A.5.5"],
    ["controls A.5 and A.6", "A.5; A.6"],
    ["supports a.6.2.4", "a.6.2.4"],
    ["  - A-6-1-3  # processes", "A-6-1-3"],
    ["guidance B.6.2.4", "B.6.2.4"],
    ["Annex C.2.5", "C.2.5"],
  ],
  clauses: [
    ["see clause 6.1.4.", "6.1.4"],
    ["Clauses 4.1–4.4", "4.1; 4.4"],
    ["clauses 6.1.2, 6.1.3 and 8.2 apply", "6.1.2; 6.1.3; 8.2"],
    ["(Clause 5.3, A.3.2)", "5.3; A.3.2"],
    ["Clause 6.1, 8.2", "6.1; 8.2"],
    ["Clauses 4 to 10", "4; 10"],
    ["Cl. 9", "9"],
    ["§ 6.1.2", "6.1.2"],
    ["clause 6.1.3 f) and clause 8.3", "6.1.3; 8.3"],
  ],
  "a standard named beside": [
    ["42001:A.6.2.4", "iso-42001/A.6.2.4"],
    ["ISO/IEC 42001 6.1.3 f)", "iso-42001/6.1.3"],
    ["ISO/IEC 42001:2023, Clause 6.1.4", "iso-42001/6.1.4"],
    ["EN ISO/IEC 42001:2026 §9.2.1", "iso-42001/9.2.1"],
    ["ISO 42001 Controls A.5.2, A.5.3", "iso-42001/A.5.2; iso-42001/A.5.3"],
    ["ISO/IEC 27001:2022 A.5.2 and A.8.28", "iso-27001/A.5.2; iso-27001/A.8.28"],
    ["| ISO 27001:2022 | A.8.1 (User endpoint devices); A.8.9 (x) |", "iso-27001/A.8.1; iso-27001/A.8.9"],
    ["A.5.19 of ISO/IEC 27001", "iso-27001/A.5.19"],
    ["27001:A.5.4 and clause 6.1.4", "iso-27001/A.5.4; 6.1.4"],
    ["27001:A.5.4, A.10.3", "iso-27001/A.5.4; A.10.3"],
    ["ISO/IEC 27001 A.5.4, A.10.3", "iso-27001/A.5.4; iso-27001/A.10.3"],
    ["27001:A.5.4 and clause 6.1.3", "iso-27001/A.5.4; iso-27001/6.1.3"],
    ["27001:A.5.4 and clause 6.1.44", "iso-27001/A.5.4; iso-27001/6.1.44"],
    ["A.5.19 (ISO 27001)", "iso-27001/A.5.19"],
    ["A.5.2 (ISO 27001 A.5.1)", "A.5.2; iso-27001/A.5.1"],
    ["ISO 9001 7.1", "iso-9001/7.1"],
    ["ISO/IEC 23894 clause 6.4", "iso-23894/6.4"],
    ["We hold ISO 27001. A.6.2.4 is ours.", "A.6.2.4"],
    ["ISO 27001 is next door\nA.6.2.4", "A.6.2.4"],
    ["GOVERN 1.1, MAP 2.3", "nist-ai-rmf/GOVERN 1.1; nist-ai-rmf/MAP 2.3"],
    ["EU AI Act Articles 9, 10 and 15(1)", "eu-ai-act/9; eu-ai-act/10; eu-ai-act/15(1)"],
    ["Art. 9(2)(a) of the AI Act", "eu-ai-act/9(2)(a)"],
    ["GDPR Art. 22", "gdpr/22"],
    ["Article 35 GDPR", "gdpr/35"],
  ],
  titles: [
    ["A.2.2 AI policy", 'A.2.2 "AI policy"'],
    ["A.2.2 — AI Policy", 'A.2.2 "AI Policy"'],
    ["**A.2.3 — AI policy**", 'A.2.3 "AI policy"'],
    ["| A.2.3 | AI policy | Y |", 'A.2.3 "AI policy"'],
    ["| AI policy | A.2.3 | Y |", 'A.2.3 "AI policy"'],
    ["clause 8.1 (Operational planning and control)", '8.1 "Operational planning and control"'],
    ["6.1.4 AI system impact assessment", '6.1.4 "AI system impact assessment"'],
    ["A.7.5 data provenance, A.7.6 data preparation", 'A.7.5 "data provenance"; A.7.6 "data preparation"'],
    ["A.2.3 AI policy alignment matrix", "A.2.3"],
    ["A.6.2.6 Operation", "A.6.2.6"],
    ["[A.6.1.2](AI-SYSTEM-IMPACT-ASSESSMENT.md)", "A.6.1.2"],
  ],
  "no citation": [
    ["5.2", ""],
    ["5.2 Purpose of this document", ""],
    ["version 5.2 of 2026-01-10, 10.0.0.1, EUR 6.1 million", ""],
    ["A.7.x and A.6.2.*", ""],
    ["Figure A.5.2, Table A.2.3 and Appendix A.5.2", ""],
    ["A.5 — Security: the supplier", ""],
    ["A.5.2-policy.md docs/A.5.2 x_A.5.2 A.5.2.md", ""],
    ["https://example.org/A.5.2", ""],
    ["clause 5.2 of this policy", ""],
    ["clause 12.3 of the agreement", ""],
    ["Article 9 says", ""],
    ["ISO 19011:2018 clause 6.4", ""],
    ["NIST SP 800-53 A.5.2", ""],
    ["ISO/IEC 42001 toolkit v1.2.0", ""],
    ["map 2.3 of the town", ""],
    ["Section 4.2", ""],
  ],
};

describe("scanCitations", () => {
  for (const [group, list] of Object.entries(cases)) {
    for (const [text, found] of list) it(`${group}: ${text}`, () => assert.equal(brief(text), found));
  }

  it("does not take a number of one enumeration for part of another quantity", () => {
    assert.equal(brief("clause 9.1, 2.5 million requests and 0.85 recall"), "9.1");
  });

  it("marks the whole citation and its number", () => {
    const text = "as ISO/IEC 42001:2022, clause 6.1.3 f) asks";
    const [c] = scanCitations(text, setting);
    assert.ok(c);
    assert.equal(text.slice(c.span.start, c.span.end), "ISO/IEC 42001:2022, clause 6.1.3 f)");
    assert.equal(text.slice(c.numberSpan.start, c.numberSpan.end), "6.1.3");
    assert.equal(c.edition, "2022");
  });

  it("takes the standard its surroundings name", () => {
    const [c] = scanCitations("A.5.9", { ...setting, standard: "iso-27001" });
    assert.equal(c?.standard, "iso-27001");
  });

  it("resolves to the first standard in use that has the number", () => {
    const [both] = scanCitations("clause 5.12", { ...setting, standards: ["iso-42001", "iso-42005"] });
    assert.equal(both?.provision?.standard, "iso-42005");
    assert.equal(both?.meant, "iso-42005");
    const [c] = scanCitations("clause 5.12", setting);
    assert.ok(c);
    assert.equal(c.provision, undefined);
    assert.equal(c.meant, "iso-42001");
  });

  it("survives any text, with spans that hold what they say and do not overlap", () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "A.6.2",
        "A.5.2, ",
        "ISO 42001",
        "ISO/IEC 27001:2022 ",
        "clause ",
        "clauses 4",
        ".1",
        "–",
        " and ",
        "|",
        "\n",
        "Art. 9",
        "(a)",
        "GOVERN 1.1",
        "§",
        "*",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        let end = 0;
        for (const c of scanCitations(text, setting)) {
          assert.ok(c.span.start >= end && c.span.start <= c.numberSpan.start && c.numberSpan.end <= c.span.end);
          assert.equal(text.slice(c.span.start, c.span.end), c.text);
          assert.equal(text.slice(c.numberSpan.start, c.numberSpan.end), c.number);
          if (c.title) assert.equal(text.slice(c.title.span.start, c.title.span.end), c.title.text);
          end = c.span.end;
        }
      }),
    );
  });

  for (const [name, unit] of [
    ["numbers", "A.5.2, "],
    ["names", "ISO/IEC "],
    ["clause words", "clause 4 and "],
    ["digits and dots", "1."],
    ["names with long tails", "ISO 27001 A.5.1 (x) "],
    ["spaces", "clause    "],
    ["articles", "Art. 9, "],
  ] as const) {
    it(`takes time in proportion to the text: ${name}`, () => {
      const time = (n: number): number => {
        const text = unit.repeat(n);
        let best = Number.POSITIVE_INFINITY;
        for (let i = 0; i < 3; i++) {
          best = Math.min(
            best,
            costOf(() => void scanCitations(text, setting)),
          );
        }
        return best;
      };
      time(500);
      assert.ok(time(16000) < Math.max(100, 60 * Math.max(time(1000), 1)));
    });
  }
});

describe("scanStandardNames", () => {
  it("finds editions and amendments", () => {
    const text = "ISO/IEC 42001:2024 and ISO/IEC 42001:2023/Amd 1:2024, ISO 31000 (2018)";
    const names = scanStandardNames(text).map((n) => [n.standard, n.edition, n.amendment?.text]);
    assert.deepEqual(names, [
      ["iso-42001", "2024", undefined],
      ["iso-42001", "2023", "/Amd 1:2024"],
      [undefined, "2018", undefined],
    ]);
  });

  it("marks the year", () => {
    const text = "to ISO/IEC 42001 (2022).";
    const [n] = scanStandardNames(text);
    assert.equal(text.slice(n?.editionSpan?.start, n?.editionSpan?.end), "2022");
  });
});

describe("parseProvisionField", () => {
  const numbers = (text: string, standard?: string): string[] =>
    parseProvisionField(text, standard === undefined ? field : { ...field, standard }).map((c) => c.number);

  it("takes bare numbers", () => {
    assert.deepEqual(numbers("5.2"), ["5.2"]);
    assert.deepEqual(numbers("5.2, A.2.2; 7.3 and 4"), ["5.2", "A.2.2", "7.3", "4"]);
    assert.deepEqual(numbers("Clause 6.1.9"), ["6.1.9"]);
    assert.deepEqual(numbers("6.1.3 f)"), ["6.1.3"]);
    assert.deepEqual(numbers("4.1–4.4"), ["4.1", "4.4"]);
    assert.deepEqual(numbers("A.7.x, n/a, TBD"), []);
  });

  it("takes titles and standards written beside them", () => {
    const [c] = parseProvisionField("A.2.3 AI policy", field);
    assert.equal(c?.title?.text, "AI policy");
    const [d] = parseProvisionField("27001:A.5.9", field);
    assert.equal(d?.standard, "iso-27001");
  });

  it("reads articles under a law's key", () => {
    assert.deepEqual(numbers("Art. 9", "eu-ai-act"), ["9"]);
    assert.deepEqual(numbers("9(2)(a), 10", "eu-ai-act"), ["9(2)(a)", "10"]);
  });
});

describe("citations of laws and frameworks", () => {
  const all = ["iso-42001", "eu-ai-act", "nist-ai-rmf", "iso-23894"];
  const cited = (text: string, standards: readonly string[] = ["iso-42001"]): string[] =>
    scanCitations(text, { standards, place: "prose" }).map(
      (c) => `${c.meant} ${c.provision?.id ?? "?"}${c.implied ? " implied" : ""}`,
    );

  const cases: readonly (readonly [string, readonly string[], (readonly string[])?])[] = [
    ["EU AI Act Art. 9(2)(a) and Article 6(3)", ["eu-ai-act 9", "eu-ai-act 6(3)"]],
    ["See Annex III point 5(b) of the AI Act.", ["eu-ai-act III.5(b)"]],
    ["Articles 9, 10 and 15 of Regulation (EU) 2024/1689", ["eu-ai-act 9", "eu-ai-act 10", "eu-ai-act 15"]],
    ["AI Act, Art. 50(2), Art. 50(4)", ["eu-ai-act 50(2)", "eu-ai-act 50(4)"]],
    ["Article 114 of the EU AI Act", ["eu-ai-act ?"]],
    ["Article 9 of the GDPR", ["gdpr ?"], all],
    ["Under Article 9 we act", []],
    ["Under Article 9 we act", ["eu-ai-act 9 implied"], all],
    ["Annex III, 5(b) applies", ["eu-ai-act III.5(b) implied"], all],
    ["Art. 27 (FRIA)", ["eu-ai-act 27 implied"], all],
    ["The AI Act and the GDPR: Article 9 matters", ["gdpr ?"], all],
    ["Annex III of the AI Act, and EU AI Act, Annex IV", ["eu-ai-act III", "eu-ai-act IV"]],
    ["listed in Annex III", ["eu-ai-act III implied"], all],
    ["listed in Annex III", []],
    ["Annex II of the contract", [], all],
    ["Article 3 of the Charter", [], all],
    ["Under Article 9 we act", [], ["eu-ai-act", "gdpr"]],
    ["MAP 1.1, 1.2 and MEASURE 2.11", ["nist-ai-rmf MAP 1.1", "nist-ai-rmf MAP 1.2", "nist-ai-rmf MEASURE 2.11"]],
    ["we map 1.1 to 2", [], all],
    ["MAP 1 of the city", []],
    ["GOVERN 1 and Manage 4.1", ["nist-ai-rmf GOVERN 1", "nist-ai-rmf MANAGE 4.1"], all],
    ["GV-1.1-001", ["nist-ai-rmf GOVERN 1.1"], all],
    ["GV-1.1-001", []],
    ["MAP 9.9", []],
    ["NIST AI RMF MAP 9.9", ["nist-ai-rmf ?"]],
    ["23894 6.4.3, 27001 A.5.2", ["iso-23894 6.4.3", "iso-27001 A.5.2"]],
    ["ISO/IEC 5259-2 6.2 and 5259-2:6.3", ["iso-5259-2 6.2", "iso-5259-2 6.3"]],
    ["42001 5.5 km", []],
    ["clause 6.1.4 and A.6.2.4", ["iso-42001 6.1.4", "iso-42001 A.6.2.4"], ["eu-ai-act", "nist-ai-rmf", "iso-42001"]],
  ];
  for (const [text, wanted, standards] of cases) {
    it(`"${text}"${standards ? `, working to ${standards.length} standards` : ""}`, () => {
      assert.deepEqual(cited(text, standards), wanted);
    });
  }
});
