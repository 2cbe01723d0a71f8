import assert from "node:assert/strict";
import fc from "fast-check";
import { fieldsOf } from "../../server/src/core/records/accessors.ts";
import { KINDS } from "../../server/src/core/records/kinds.ts";
import type { Plain, RecordFacts } from "../../server/src/core/records/model.ts";
import { validate } from "../../server/src/core/records/validate.ts";
import type { KindId } from "../../server/src/core/generated/kinds.ts";

type PlainMap = { readonly [field: string]: Plain };

const risk = (fields: PlainMap) => validate("risk", { id: "RISK-001", description: "Proxy bias", ...fields });

describe("validate", () => {
  it("has nothing to say of a sound record", () => {
    assert.deepEqual(
      risk({
        title: "Proxy bias",
        systems: ["AI-001"],
        likelihood: 3,
        impact: "Major",
        score: 12,
        rating: "high",
        treatment: "mitigate",
        owner: "Jane Doe (Head of Credit)",
        due: "2026-03-14",
        consequences: [{ for: "individuals", what: "Loans refused", impact: 4 }],
        satisfies: { "iso-42001": ["6.1.2"] },
        gap: { note: "No test on age", planned_by: "2026-12-31" },
        status: "open",
      }),
      [],
    );
  });

  it("names the field, what was found and what is allowed", () => {
    const [error, ...more] = risk({ status: "opn" });
    assert.deepEqual(more, []);
    assert.deepEqual(error?.path, ["status"]);
    assert.equal(error?.keyword, "enum");
    assert.match(error?.message ?? "", /"status" is "opn".*open, in-treatment/);
    assert.ok(error?.allowed?.includes("closed"));
  });

  it("says what type it expects", () => {
    assert.match(risk({ score: "x" })[0]?.message ?? "", /"score" is "x"; it has to be a number/);
    assert.match(risk({ description: ["a", "b"] })[0]?.message ?? "", /"description" is a list; it has to be text/);
    assert.match(risk({ gap: "none yet" })[0]?.message ?? "", /"gap" is "none yet"; it has to be a mapping/);
    assert.match(
      validate("system", { id: "AI-1", name: "x", in_scope: "perhaps" })[0]?.message ?? "",
      /has to be yes or no/,
    );
    assert.equal(risk({ due: ["2026-01-01"] })[0]?.keyword, "type");
  });

  it("says when a date is none", () => {
    const [error] = risk({ due: "2026-02-30" });
    assert.equal(error?.keyword, "format");
    assert.deepEqual(error?.path, ["due"]);
    assert.equal(risk({ due: "soon" })[0]?.keyword, "format");
    assert.deepEqual(risk({ gap: { planned_by: "31/31/2026" } })[0]?.path, ["gap", "planned_by"]);
  });

  it("points into lists and mappings", () => {
    const errors = risk({ consequences: [{ for: "me" }, { what: "x", impct: 3 }] });
    assert.deepEqual(
      errors.map((e) => [e.path.join("."), e.keyword]),
      [
        ["consequences.0.for", "enum"],
        ["consequences.1.for", "required"],
        ["consequences.1.impct", "additional"],
      ],
    );
    assert.match(errors[2]?.message ?? "", /Did you mean "impact"/);
  });

  it("offers the nearest field for one it does not know", () => {
    assert.deepEqual(risk({ onwer: "x" })[0]?.allowed, ["owner"]);
    assert.deepEqual(risk({ "Risk owner": "x" })[0]?.allowed, ["owner"]);
    assert.equal(risk({ favourite_colour: "x" })[0]?.allowed, undefined);
    assert.equal(risk({ favourite_colour: "x" })[0]?.keyword, "additional");
    assert.match(
      validate("system", { id: "AI-1", name: "x", colour_: 1 })[0]?.message ?? "",
      /^An AI system has no field/,
    );
  });

  it("allows keys of their own to model cards only", () => {
    assert.deepEqual(
      validate("model-card", { license: "mit", arxiv: "x", "model-index": [{ name: "x" }], co2_eq_emissions: 3 }),
      [],
    );
  });

  it("asks for what makes the record one", () => {
    assert.deepEqual(
      validate("system", {}).map((e) => e.field),
      ["id", "name"],
    );
    const [either] = validate("risk", { id: "RISK-001" });
    assert.equal(either?.keyword, "required");
    assert.match(either?.message ?? "", /"title" or "description"/);
    assert.deepEqual(validate("risk", { id: "RISK-001", title: "x" }), []);
  });

  it("takes a single value for a list of one", () => {
    assert.deepEqual(risk({ systems: "AI-001", affected: "applicants", consequences: { for: "society" } }), []);
    const [error] = validate("system", { id: "AI-1", name: "x", role: "boss" });
    assert.deepEqual(error?.path, ["role"]);
    assert.deepEqual(validate("system", { id: "AI-1", name: "x", role: ["provider", "boss"] })[0]?.path, ["role", 1]);
  });

  it("leaves placeholders and words for nothing to those who ask for values", () => {
    assert.deepEqual(risk({ due: "TBD", status: "[Status]", score: "N/A", accepted_on: "—" }), []);
  });

  it("says one thing of a place, and never throws", () => {
    const json = fc.jsonValue({ maxDepth: 3 });
    const names = KINDS.flatMap((k) => k.fields.map((f) => f.name));
    const record = fc.dictionary(fc.constantFrom(...names), json, { maxKeys: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...KINDS.map((k) => k.id)), record, (kind, plain) => {
        const places = validate(kind, plain as PlainMap).map((e) => JSON.stringify(e.path));
        assert.equal(new Set(places).size, places.length);
      }),
    );
  });
});

describe("fieldsOf", () => {
  const facts = (kind: KindId, plain: PlainMap): RecordFacts => ({
    path: "a.yaml",
    kind,
    id: undefined,
    notation: "yaml",
    plain,
    template: false,
    sections: [],
    addresses: [],
    hasPlaceholders: false,
  });

  it("gives values of the schema's types and leaves out all others", () => {
    const record = facts("risk", {
      id: "RISK-001",
      score: "x",
      likelihood: 3,
      impact: "Major",
      due: "soon",
      accepted_on: "2026-01-02",
      status: "opn",
      rating: "purple",
      title: 7,
    });
    assert.deepEqual(fieldsOf(record, "risk"), {
      id: "RISK-001",
      title: "7",
      likelihood: 3,
      impact: "Major",
      rating: "purple",
      accepted_on: "2026-01-02",
    });
  });

  it("makes lists of single values, and reads people as text", () => {
    const record = facts("impact-assessment", {
      systems: "AI-001",
      participants: [{ name: "Jane Doe", role: "CTO" }, "Ali Khan"],
      harms: "bias",
      measures: ["Review by a person", { what: "Test", due: "2026-01-01", status: "nonsense" }],
      satisfies: { "iso-42001": "6.1.4" },
    });
    assert.deepEqual(fieldsOf(record, "impact-assessment"), {
      systems: ["AI-001"],
      participants: ["Jane Doe (CTO)", "Ali Khan"],
      harms: ["bias"],
      measures: [{ what: "Review by a person" }, { what: "Test", due: "2026-01-01" }],
      satisfies: { "iso-42001": ["6.1.4"] },
    });
  });

  it("takes words for nothing as nothing in names and references", () => {
    const fields = fieldsOf(facts("system", { impact_assessment: ["none"], owner: "TBD", suppliers: "N/A" }), "system");
    assert.deepEqual(fields, { impact_assessment: [], suppliers: [] });
  });

  it("is empty for a record of another kind, and the same object each time", () => {
    const record = facts("risk", { id: "RISK-001" });
    assert.deepEqual(fieldsOf(record, "system"), {});
    assert.equal(fieldsOf(record, "risk"), fieldsOf(record, "risk"));
  });

  it("survives any record", () => {
    const record = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), record, (kind, extra) => {
        const names = kind.fields.map((f) => f.name);
        const plain = Object.fromEntries(
          Object.values(extra).map((v, i) => [names[i % names.length] as string, v as Plain]),
        );
        fieldsOf(facts(kind.id, plain), kind.id);
      }),
    );
  });
});
