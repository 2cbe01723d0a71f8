import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { KIND_IDS, type KindId } from "../../server/src/core/generated/kinds.ts";
import { isIsoDate } from "../../server/src/core/records/dates.ts";
import { groupsForLabel } from "../../server/src/core/records/groups.ts";
import { type FieldInfo, KINDS, kindInfo } from "../../server/src/core/records/kinds.ts";
import type { Plain } from "../../server/src/core/records/model.ts";
import { validate } from "../../server/src/core/records/validate.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const names = readdirSync(path.join(ROOT, "schemas")).map((f) => f.replace(".schema.json", ""));

function compile(): Map<string, ValidateFunction> {
  const ajv = new Ajv2020({ allErrors: true, strict: false, formats: { date: isIsoDate } });
  for (const name of names)
    ajv.addSchema(JSON.parse(readFileSync(path.join(ROOT, "schemas", `${name}.schema.json`), "utf8")));
  return new Map(names.map((n) => [n, ajv.getSchema(`${n}.schema.json`) as ValidateFunction]));
}

/** Something a field of this type may hold. */
function sample(field: FieldInfo): Plain {
  const object = () => Object.fromEntries((field.nested ?? []).map((f) => [f.name, sample(f)]));
  switch (field.type) {
    case "enum":
      return field.values?.[0]?.value ?? "x";
    case "enum-list":
      return [field.values?.[0]?.value ?? "x"];
    case "date":
      return "2026-03-14";
    case "boolean":
      return true;
    case "number":
    case "integer":
      return 3;
    case "map":
      return object();
    case "maps":
      return [object()];
    case "satisfies":
      return { "iso-42001": ["5.2"] };
    case "refs":
    case "people":
    case "provisions":
    case "paths":
    case "list":
      return ["x"];
    default:
      return "x";
  }
}

/** Something a field of this type may not hold; undefined where anything goes. */
function wrong(field: FieldInfo): Plain | undefined {
  if (field.type === "enum" && !field.open) return "zzz";
  if (field.type === "enum-list") return ["zzz"];
  if (field.type === "date") return "2026-02-30";
  if (field.type === "boolean") return "zzz";
  if (["number", "integer"].includes(field.type) && !field.scale) return "zzz";
  if (field.type === "satisfies") return true;
  if (field.type === "map") return field.nested === undefined ? undefined : { zzz: 1 };
  if (field.type === "maps") return [{ zzz: 1 }];
  if (field.type === "person" || field.type === "people") return true;
  return { zzz: 1 };
}

const full = (kind: KindId) => Object.fromEntries(kindInfo(kind).fields.map((f) => [f.name, sample(f)]));

/** Every field, those in mappings included, with where it stands. */
function withPlaces(fields: readonly FieldInfo[], place: string): [string, FieldInfo][] {
  return fields.flatMap((f) => [
    [`${place}.${f.name}`, f] as [string, FieldInfo],
    ...withPlaces(f.nested ?? [], `${place}.${f.name}`),
  ]);
}

const everyField = KINDS.flatMap((k) => withPlaces(k.fields, k.id));

describe("schemas", () => {
  const schemas = compile();

  it("are one for each kind, and one for what they share", () => {
    assert.deepEqual([...names].sort(), [...KIND_IDS, "common"].sort());
  });

  it("have help for every field", () => {
    for (const [place, field] of everyField) {
      assert.ok(field.title.length >= 2, `${place} has no title`);
      assert.match(field.description, /^[A-Z"].{16,}[.?`]$/s, `${place} has no sentence of help`);
      assert.notEqual(field.description.replace(/\.$/, "").toLowerCase(), field.title.toLowerCase(), place);
    }
    for (const kind of KINDS) assert.match(kind.summary, /^[A-Z].{20,}\.$/s, kind.id);
  });

  it("explain every allowed value", () => {
    for (const [place, field] of everyField) {
      for (const { value, description } of field.values ?? []) {
        // What is offered for free text is words to start from.
        assert.match(value, field.type === "text" ? /^[a-z][a-z ,'-]*$/ : /^[a-z][a-z-]*$/, place);
        assert.match(description, /^[A-Z].*\.$/, `${place}: ${value}`);
      }
    }
  });

  it("refer to kinds that exist, and require and recommend fields that exist", () => {
    for (const [place, field] of everyField)
      for (const kind of field.refKinds ?? []) assert.ok(KIND_IDS.includes(kind), place);
    for (const kind of KINDS) {
      for (const name of [...kind.required, ...(kind.oneOf ?? [])]) assert.ok(kind.field(name), `${kind.id}.${name}`);
      const raw = JSON.parse(readFileSync(path.join(ROOT, "schemas", `${kind.id}.schema.json`), "utf8"));
      for (const name of raw["x-recommended"]) assert.ok(kind.field(name), `${kind.id}.${name}`);
      assert.equal(raw["x-kind"], kind.id);
      assert.equal(raw.properties.aims.const, kind.id);
    }
  });

  it("address provisions that the catalogue has", () => {
    const catalog = parse(readFileSync(path.join(ROOT, "server/data/standards/iso-iec-42001.yaml"), "utf8"));
    const ids = new Set(catalog.provisions.map((p: { id: string }) => `iso-42001:${p.id}`));
    for (const kind of KINDS) for (const p of kind.demonstrates) assert.ok(ids.has(p), `${kind.id}: ${p}`);
  });

  it("let every kind say when it was approved, what it satisfies and what is missing", () => {
    for (const kind of KINDS) {
      for (const name of ["title", "owner", "version", "status", "approved_by", "approved_on", "next_review", "gap"]) {
        assert.ok(
          kind.field(name) ||
            kind.id === "claim" ||
            kind.id === "interested-party" ||
            ["system", "dataset", "supplier", "measurement", "competence", "role"].includes(kind.id),
          `${kind.id}.${name}`,
        );
      }
    }
  });

  it("take fields in mappings of their own, points, and mappings for words, as they are read", () => {
    const schema = schemas.get("risk") as ValidateFunction;
    const text = `
id: RISK-001
title: Bias
inherent: { likelihood: 4, impact: Major, score: 16, rating: high }
residual: { likelihood: 2, impact: 3, score: 6, rating: low }
treatment: { option: mitigate, plan: [Retrain, { action: Watch, owner: Bo }], due: "2026-03-14" }
existing_controls: [Review by two people]
controls: [A.6.2.4, { id: A.7.4, name: Data quality, status: done }]
systems: [{ id: AI-001, name: Screener }]
`;
    assert.ok(schema(parse(text)), JSON.stringify(schema.errors));
    for (const wrong of ["residual: { likelyhood: 2 }", "inherent: high", "treatment: {}", "treatment_plan: { a: 1 }"])
      assert.ok(!schema(parse(`id: RISK-001\ntitle: Bias\n${wrong}`)), wrong);
  });

  it("say which fields the parts of a group are, and what its labels are", () => {
    for (const kind of KINDS) {
      for (const { name, field, means } of kind.groups) {
        for (const part of field.nested ?? []) assert.ok(means.get(part.name), `${kind.id}.${name}.${part.name}`);
        assert.deepEqual(groupsForLabel(kind.id, name)[0]?.group.name, name);
        assert.match(field.description, /^[A-Z].{16,}\.$/s, name);
      }
    }
  });

  for (const id of KIND_IDS) {
    it(`say the same of ${id} as the compiled validators`, () => {
      const schema = schemas.get(id) as ValidateFunction;
      const sound = full(id);
      assert.ok(schema(sound), JSON.stringify(schema.errors));
      assert.deepEqual(validate(id, sound), []);
      for (const field of kindInfo(id).fields) {
        const value = wrong(field);
        if (value === undefined) continue;
        const broken = { ...sound, [field.name]: value };
        assert.ok(!schema(broken), `the schema takes ${id}.${field.name}: ${JSON.stringify(value)}`);
        const errors = validate(id, broken);
        assert.ok(
          errors.length > 0 && errors.every((e) => e.field === field.name),
          `${id}.${field.name}: ${JSON.stringify(errors)}`,
        );
      }
    });
  }
});
