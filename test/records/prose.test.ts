import assert from "node:assert/strict";
import fc from "fast-check";
import { findIds, looksLikeId, normalizeId } from "../../server/src/core/records/ids.ts";
import { nearest } from "../../server/src/core/records/nearest.ts";
import { readPerson, samePerson } from "../../server/src/core/records/people.ts";
import { findPlaceholders, isOnlyPlaceholder } from "../../server/src/core/records/placeholders.ts";
import { worked } from "../support/worked.ts";

describe("ids", () => {
  it("have a shape of their own", () => {
    for (const id of ["RISK-001", "AI-1", "AUD-2026-01", "AIMS-POL-001", "LUM-RISK-001", "SUP-003A"])
      assert.ok(looksLikeId(id), id);
    for (const id of [
      "IA-2",
      "AC-12",
      "ISO-42001",
      "UTF-8",
      "SHA-256",
      "GPT-4",
      "CVE-2021-44228",
      "risk-001",
      "RISK",
      "RISK-",
      "2026-03-14",
      "A.6.2.4",
    ]) {
      assert.ok(!looksLikeId(id), id);
    }
  });

  it("are found in prose where they stand", () => {
    const text = "RISK-001 and AI-002 (see AUD-2026-01). AIMS-POL-001, [INC-003](x).";
    assert.deepEqual(
      findIds(text).map((f) => text.slice(f.start, f.end)),
      ["RISK-001", "AI-002", "AUD-2026-01", "AIMS-POL-001", "INC-003"],
    );
  });

  it("are not seen in paths, addresses, other ids and NIST controls", () => {
    const text =
      "docs/AI-001.md AI-001.md x#RISK-001 PR.DS-01 IA-2 AU-12 RA-5 NIST AI 600-1 ISO/IEC 42001 XRISK-001 RISK-001-draft A-1 R-12";
    assert.deepEqual(findIds(text), []);
  });

  it("are compared in one form", () => {
    assert.equal(normalizeId(" risk\u2011001 "), "RISK-001");
  });
});

describe("placeholders", () => {
  const found = (text: string) => findPlaceholders(text).map((p) => p.text);

  it("are found", () => {
    assert.deepEqual(found("{{ owner }} and {% if x %}"), ["{{ owner }}", "{% if x %}"]);
    assert.deepEqual(found("[Name], [Insert date], [CEO / Board], [Organisation Name]"), [
      "[Name]",
      "[Insert date]",
      "[CEO / Board]",
      "[Organisation Name]",
    ]);
    assert.deepEqual(found("Owner: TBD. Date: ____ Due: YYYY-MM-DD or XX/XX/XXXX"), [
      "TBD",
      "____",
      "YYYY-MM-DD",
      "XX/XX/XXXX",
    ]);
    assert.deepEqual(found("<Insert name> [More Information Needed] | to be confirmed |"), [
      "<Insert name>",
      "[More Information Needed]",
      "to be confirmed",
    ]);
  });

  it("are found in quotation marks that are a value or stand alone", () => {
    for (const text of [
      '"TBD"',
      '**Owner:** "TBD"',
      'owner: "[Name]"',
      '| "TBD" | x',
      '"TBD"\nand more',
      'A 5" disc and TBD',
    ])
      assert.equal(found(text).length, 1, text);
    assert.deepEqual(found('Say "yes", not "no". Owner: [Name]. "No" is "TBD", he says. TBD'), ["[Name]", "TBD"]);
  });

  it("are not seen in what is written", () => {
    for (const text of [
      "[a link](x.md) [another][ref] ![Picture](x.png)",
      "- [x] done\n- [ ] to do",
      "as shown [1], [12], [^2], [Smith 2020], [Doe et al. 2021]",
      "[ref]: https://example.com",
      "> [!NOTE]\n> text",
      "N/A",
      "snake___case and __bold__ and ___both___",
      "the token [CLS] and [SEP]",
      "actions to be completed by the owner in March",
      "array[Name] f(x)[Name]",
      "<b>bold</b> <https://example.com> <date@example.com>",
      "not yet determined",
      "[[AI-001]] and [RISK-001]",
      "☐ YES ☐ NO ☐ TBD",
      "as told [T1.1], [S4], [Ref12] and [A2.3b]",
      "between [.094,.118] and [-.2, .4]",
      "controls: [A.6.2.4, A.7.4]\nsystems: [AI-001, AI-002]",
      "Do not leave “TBD” in a record.",
      'Write "Approved by [CEO name] on [date]" below it.',
      "Schreiben Sie „[Name]“ nicht aus.",
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });

  it("may be all that stands in a text", () => {
    for (const text of [
      ...["TBD", "**TBD**", "[Name], [Date]", "____ / ____", "{{x}}.", "To be determined", "to be decided"],
      ...["TBC", "TBA", "TODO", "FIXME", "XXX", "<Your company>", "{% date %}", "[…]"],
      ...["YYYY-MM-DD", "yyyy/mm/dd", "DD.MM.YYYY", "dd-mm-yyyy", "MM/DD/YY", "mm/dd/yyyy", "XX/XX/XXXX", "xxxx-xx-xx"],
    ])
      assert.ok(isOnlyPlaceholder(text), text);
    for (const text of ["", "N/A", "Jane [Name]", "TBD by Jane", "text"]) assert.ok(!isOnlyPlaceholder(text), text);
  });

  it("are found in time that grows with the text", () => {
    const since = worked();
    for (const unit of [
      "[",
      "_",
      "{{",
      "<Insert ",
      "to be ",
      "[Name",
      "_ _",
      "| ",
      '"[Name]" x ',
      "“TBD ",
      "«[Name]",
    ]) {
      findPlaceholders(unit.repeat(200_000));
      findIds(unit.repeat(200_000));
    }
    for (const unit of ["AI-", "RISK-001-", "A"]) findIds(unit.repeat(100_000));
    assert.ok(worked() - since < 4000);
  });

  it("have exact places, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: fc.constantFrom(..."[]{}()_<>!^ abTBDX-/|\n") }), (text) => {
        for (const p of findPlaceholders(text)) assert.equal(text.slice(p.start, p.end), p.text);
      }),
    );
  });
});

describe("people", () => {
  it("are read with their post", () => {
    assert.deepEqual(readPerson("Jane Doe (CTO)"), { name: "Jane Doe", role: "CTO" });
    assert.deepEqual(readPerson("Jane Doe, Head of Credit"), { name: "Jane Doe", role: "Head of Credit" });
    assert.deepEqual(readPerson("CTO: Jane Doe"), { name: "Jane Doe", role: "CTO" });
    assert.deepEqual(readPerson("Risk Manager (Ali Khan)"), { name: "Ali Khan", role: "Risk Manager" });
    assert.deepEqual(readPerson("CTO"), { name: "CTO" });
    assert.deepEqual(readPerson("Jane Doe <jane@example.com>"), { name: "Jane Doe" });
  });

  it("are the same only beyond doubt", () => {
    const same: readonly (readonly [string, string])[] = [
      ["Jane Doe", "jane doe"],
      ["Jane Doe (CTO)", "Jane Doe"],
      ["Dr. Jane Doe", "Jane Doe"],
      ["José Núñez", "Jose Nunez"],
      ["CTO", "Jane Doe (CTO)"],
      ["Chief Risk Officer", "Chief Risk Officer"],
    ];
    for (const [a, b] of same) assert.ok(samePerson(a, b) && samePerson(b, a), `${a} = ${b}`);
    const doubtful: readonly (readonly [string, string])[] = [
      ["Jane Doe", "John Doe"],
      ["J. Doe", "Jane Doe"],
      ["AI Governance Committee", "AI Governance Committee"],
      ["Board", "Board"],
      ["TBD", "TBD"],
      ["N/A", "N/A"],
      ["[Name]", "[Name]"],
      ["", ""],
      ["Engineer", "Jane Doe (Engineer)"],
      ["Jane Doe (CTO)", "Ali Khan (CTO)"],
    ];
    for (const [a, b] of doubtful) assert.ok(!samePerson(a, b), `${a} ≠ ${b}`);
  });
});

describe("nearest", () => {
  it("finds what was meant", () => {
    assert.equal(nearest("onwer", ["owner", "author"]), "owner");
    assert.equal(nearest("Likelyhood", ["impact", "likelihood"]), "likelihood");
    assert.equal(nearest("A.6.2.44", ["A.6.2.4", "A.6.2.5"], 1), "A.6.2.4");
    assert.equal(nearest("colour", ["owner", "author"]), undefined);
    assert.equal(nearest("ab", ["cd"]), undefined);
    assert.equal(nearest("x", []), undefined);
  });
});
