// The schemas as one description of kinds and fields, and what is generated from it: kinds, types of fields, validators.
import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import standaloneModule from "ajv/dist/standalone/index.js";

const standalone = standaloneModule.default ?? standaloneModule;
const OUT = "server/src/core/generated";
const BANNER = "// Generated from schemas/ by scripts/generate.mjs. Do not edit.\n";
const COMMON = "common.schema.json#/$defs/";

/** The kinds in the order in which they are shown. */
export const KIND_IDS = [
  "management-system",
  "scope",
  "context-issue",
  "interested-party",
  "policy",
  "role",
  "system",
  "dataset",
  "model-card",
  "impact-assessment",
  "risk",
  "control",
  "objective",
  "measurement",
  "evidence",
  "supplier",
  "competence",
  "communication",
  "procedure",
  "change",
  "audit",
  "finding",
  "management-review",
  "nonconformity",
  "incident",
  "concern",
  "certificate",
  "claim",
];

const read = (root, name) => JSON.parse(readFileSync(path.join(root, "schemas", `${name}.schema.json`), "utf8"));

/** A schema with every reference replaced by what it names; the reference's own keys are overridden by those beside it. */
function resolve(schema, defs) {
  if (Array.isArray(schema)) return schema.map((s) => resolve(s, defs));
  if (schema === null || typeof schema !== "object") return schema;
  const { $ref, ...own } = schema;
  const rest = Object.fromEntries(Object.entries(own).map(([k, v]) => [k, resolve(v, defs)]));
  if ($ref === undefined) return rest;
  const name = $ref.replace(COMMON, "").replace("#/$defs/", "");
  if (defs[name] === undefined) throw new Error(`No definition for ${$ref}`);
  return { ...resolve(defs[name], defs), ...rest };
}

/** What a field's value is, by its schema. */
function typeOf(schema) {
  if (schema["x-type"] !== undefined) return schema["x-type"];
  if (schema.enum !== undefined || schema["x-suggested"] !== undefined) return "enum";
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  return type === "string" ? "text" : type;
}

function valuesOf(schema) {
  const holder = schema["x-type"] === "enum-list" ? schema.items : schema;
  const values = holder.enum ?? schema["x-suggested"];
  return values?.map((value, i) => ({ value, description: holder.enumDescriptions?.[i] ?? "" }));
}

/** A field as the records layer wants it; what is false or absent is left out. */
function fieldInfo(name, schema, required, recommended) {
  const holder = schema["x-type"] === "maps" ? schema.items : schema;
  const nested =
    (schema["x-type"] === "map" || schema["x-type"] === "maps") && holder.properties
      ? unheld(holder.properties).map(([n, s]) => fieldInfo(n, s, (holder.required ?? []).includes(n), false))
      : undefined;
  return {
    name,
    title: schema.title,
    description: schema.description,
    type: typeOf(schema),
    values: valuesOf(schema),
    open: schema["x-suggested"] ? true : undefined,
    scale: schema["x-scale"],
    until: schema["x-until"],
    refKinds: schema["x-ref"],
    holds: schema["x-holds"],
    points: schema["x-points"],
    required: required || undefined,
    recommended: recommended || undefined,
    nested,
  };
}

/** Mappings that hold fields of the record (`x-group`): each part with the field it is (`x-means`). */
function groupsOf(properties) {
  return Object.entries(properties).flatMap(([name, property]) =>
    [property, ...(property.anyOf ?? [])]
      .filter((schema) => schema["x-group"])
      .map((schema) => ({
        name,
        title: schema.title,
        description: schema.description,
        parts: Object.entries(schema.properties).map(([part, { "x-means": means }]) => [part, means]),
      })),
  );
}

function kindInfo(id, schema) {
  const required = schema.required ?? [];
  const recommended = schema["x-recommended"] ?? [];
  return {
    id,
    title: schema.title,
    summary: schema.description,
    registerKey: schema["x-register"],
    idPrefixes: schema["x-id-prefixes"],
    document: schema["x-document"],
    demonstrates: schema["x-addresses"],
    oneOf: schema.anyOf?.map((a) => a.required[0]),
    open: schema.additionalProperties === true ? true : undefined,
    groups: groupsOf(schema.properties),
    fields: unheld(schema.properties)
      .filter(([name]) => name !== "aims")
      .map(([name, s]) => fieldInfo(name, s, required.includes(name), recommended.includes(name))),
  };
}

/**
 * Every kind with its resolved schema.
 * @returns {{ info: object, schema: object }[]}
 */
export function loadKinds(root) {
  const defs = read(root, "common").$defs;
  return KIND_IDS.map((id) => {
    const schema = resolve(read(root, id), defs);
    return { schema, info: kindInfo(id, schema) };
  });
}

const pascal = (id) => id.replace(/(^|-)(\w)/g, (_, __, c) => c.toUpperCase());

const TYPES = {
  number: "number",
  integer: "number",
  boolean: "boolean",
  refs: "readonly string[]",
  people: "readonly string[]",
  provisions: "readonly string[]",
  paths: "readonly string[]",
  list: "readonly string[]",
  satisfies: "Readonly<Record<string, readonly string[]>>",
};

/** The TypeScript type of a field's value after `fieldsOf` has put it in order. */
function tsType(field) {
  const union = field.values?.map((v) => JSON.stringify(v.value)).join(" | ");
  if (field.scale) return "number | string";
  if (field.type === "enum") return field.open ? "string" : union;
  if (field.type === "enum-list") return `readonly (${union})[]`;
  if (field.type === "map" || field.type === "maps") {
    const one = field.nested ? tsObject(field.nested) : "Readonly<Record<string, unknown>>";
    return field.type === "maps" ? `readonly ${one}[]` : one;
  }
  return TYPES[field.type] ?? "string";
}

const key = (name) => (/^[a-z_]\w*$/i.test(name) ? name : JSON.stringify(name));
const tsObject = (fields) => `{ ${fields.map((f) => `readonly ${key(f.name)}?: ${tsType(f)}`).join("; ")} }`;

function fieldsFile(kinds) {
  const interfaces = kinds.map(({ info }) => {
    const fields = info.fields.map((f) => `  /** ${f.title}. */\n  readonly ${key(f.name)}?: ${tsType(f)};`);
    return `/** Fields of ${info.title}. */\nexport interface ${pascal(info.id)}Fields {\n${fields.join("\n")}\n}\n`;
  });
  const byKind = kinds.map(({ info }) => `  readonly ${JSON.stringify(info.id)}: ${pascal(info.id)}Fields;`);
  return `${BANNER}\n${interfaces.join("\n")}\nexport interface FieldsByKind {\n${byKind.join("\n")}\n}\n`;
}

/** Keys that only tell people something; the validators do not need them. */
const SPOKEN = ["title", "description", "enumDescriptions", "format"];

/** Properties but for those that are read as fields of this record or of one inside it (`x-held`), which have validators of their own. */
const unheld = (properties) => Object.entries(properties).filter(([, property]) => !property["x-held"]);

/** A field's schema as it is compiled: without words. */
function bare(schema) {
  if (Array.isArray(schema)) return schema.map(bare);
  if (schema === null || typeof schema !== "object") return schema;
  const out = {};
  for (const [k, v] of Object.entries(schema)) {
    if (k.startsWith("x-") || SPOKEN.includes(k)) continue;
    if (k === "properties") out[k] = Object.fromEntries(unheld(v).map(([n, p]) => [n, bare(p)]));
    else if (k === "anyOf" && v.some((one) => one["x-held"]))
      Object.assign(out, ...v.filter((one) => !one["x-held"]).map(bare));
    else out[k] = bare(v);
  }
  return out;
}

/** Whether a schema takes every text, alone and as an item of the list that it may be. */
function takesAnyText({ type, items, ...rest }) {
  const [types, others] = [[type ?? []].flat(), Object.keys(rest)];
  const isBound = others.some((key) => !["properties", "additionalProperties", "required"].includes(key));
  return types.includes("string") && !isBound && (items === undefined || takesAnyText(items));
}

/** Gives equal things one number, in the order in which they first come. */
class Pool {
  #numbers = new Map();
  items = [];
  number(item) {
    const text = JSON.stringify(item);
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.items.length);
    this.items.push(item);
    return this.items.length - 1;
  }
}

/**
 * Many fields are the same in many kinds, and many more have the same schema. Each field is written once, each schema
 * ("shape") compiled once; a kind is a list of numbers of fields.
 */
function pooled(kinds) {
  const shapes = new Pool();
  const fields = new Pool();
  const list = kinds.map(({ info, schema }) => ({
    ...info,
    required: schema.required ?? [],
    recommended: schema["x-recommended"] ?? [],
    fields: info.fields.map(({ required, recommended, ...field }) => {
      const shape = bare(schema.properties[field.name]);
      return fields.number({ ...field, shape: shapes.number(shape), anyText: takesAnyText(shape) || undefined });
    }),
  }));
  return { shapes: shapes.items, data: { fields: fields.items, kinds: list } };
}

function kindsFile(data) {
  const union = KIND_IDS.map((id) => `\n  | ${JSON.stringify(id)}`).join("");
  return [
    BANNER,
    `export type KindId =${union};`,
    "",
    `export const KIND_IDS: readonly KindId[] = ${JSON.stringify(KIND_IDS)};`,
    "",
    "/** `{ fields, kinds }` as JSON text; a kind names its fields by their number. */",
    `export const KINDS_JSON = ${JSON.stringify(JSON.stringify(data))};`,
    "",
  ].join("\n");
}

/** ajv's helpers written out, so that the module imports nothing. */
const HELPERS = {
  // The only length that is asked for is that of nothing.
  "ajv/dist/runtime/ucs2length": "(text) => text.length",
  "ajv/dist/runtime/equal": "(a, b) => JSON.stringify(a) === JSON.stringify(b)",
};

/** What ajv's validators may be given besides the value, and no other validator is here that would give it. */
const GIVEN = /, \{instancePath="", [^{}]*\}=\{\}\)\{/g;

function validatorsFile(shapes) {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    strict: false,
    code: { source: true, esm: true, lines: false, optimize: 2 },
  });
  const names = {};
  for (const [i, shape] of shapes.entries()) {
    ajv.addSchema({ ...shape, $id: `shape:${i}` });
    names[`shape${i}`] = `shape:${i}`;
  }
  const code = standalone(ajv, names)
    .replace(/^"use strict";/, "")
    .replace(GIVEN, '){const instancePath = "";')
    .replace(/export const (shape\d+) = (validate\d+);/g, "const $1 = $2;")
    .replace(/const (\w+) = require\("([^"]+)"\)\.default;/g, (_, name, module) => {
      if (HELPERS[module] === undefined)
        throw new Error(`The validators need ${module}, for which there is no helper.`);
      return `const ${name} = ${HELPERS[module]};`;
    });
  if (/\brootData\b|\bparentData/.test(code)) throw new Error("A validator asks for more than its value.");
  if (/\brequire\(|new Function/.test(code)) throw new Error("The validators must import nothing.");
  const list = shapes.map((_, i) => `shape${i}`).join(", ");
  return `// @ts-nocheck\n${BANNER}${code}\n/** A validator for each shape a field's value may have. */\nexport const validators = [${list}];\n`;
}

/**
 * Kinds, types of fields and validators.
 * @param {string} root the project's folder
 */
export async function generate(root) {
  const kinds = loadKinds(root);
  const { shapes, data } = pooled(kinds);
  return [
    { path: `${OUT}/kinds.ts`, text: kindsFile(data) },
    { path: `${OUT}/fields.ts`, text: fieldsFile(kinds) },
    { path: `${OUT}/validators.ts`, text: validatorsFile(shapes) },
  ];
}
