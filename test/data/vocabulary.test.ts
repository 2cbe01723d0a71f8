import assert from "node:assert/strict";
import type { KindId } from "../../server/src/core/generated/kinds.ts";
import {
  fieldForLabel,
  KINDS,
  kindForRegisterKey,
  kindForWord,
  kindInfo,
} from "../../server/src/core/records/kinds.ts";
import { isSharedLabel, meaningOf } from "../../server/src/core/records/labels.ts";
import type { FieldInfo } from "../../server/src/core/records/registry.ts";
import { coerce } from "../../server/src/core/records/values.ts";
import { truthOfPhrase, valuesOfPhrase, vocabulary } from "../../server/src/core/records/vocabulary.ts";
import { normalizeLabel, normalizePhrase } from "../../server/src/core/records/words.ts";

const words = vocabulary();
const kindIds = Object.keys(words.kinds) as KindId[];

const phrases = [...new Set(Object.values(words.values).flat().map(normalizePhrase))];

/** Every field, those in mappings included. */
function allFields(fields: readonly FieldInfo[]): FieldInfo[] {
  return fields.flatMap((f) => [f, ...allFields(f.nested ?? [])]);
}

describe("vocabulary", () => {
  it("has every kind, and no other", () => {
    assert.deepEqual([...kindIds].sort(), KINDS.map((k) => k.id).sort());
  });

  it("names only fields that the schemas have", () => {
    for (const id of kindIds) {
      for (const field of Object.keys(words.kinds[id].fields ?? {})) {
        assert.ok(kindInfo(id).field(field), `${id} has no field ${field}`);
      }
    }
    for (const field of Object.keys(words.fields)) {
      assert.ok(
        KINDS.some((k) => k.field(field)),
        `no kind has a field ${field}`,
      );
    }
  });

  it("gives every label back as its field, or as a further choice", () => {
    for (const id of kindIds) {
      for (const [field, labels] of Object.entries(words.kinds[id].fields ?? {})) {
        for (const label of labels) {
          assert.ok(meaningOf(id, label).fields.includes(field), `${id}: "${label}" does not lead to ${field}`);
        }
      }
    }
  });

  it("lists no label twice under one field", () => {
    const check = (where: string, lists: Readonly<Record<string, readonly string[]>>) => {
      for (const [field, labels] of Object.entries(lists)) {
        const plain = labels.map(normalizeLabel);
        const twice = labels.filter((_, i) => plain.indexOf(plain[i] as string) !== i);
        assert.deepEqual(twice, [], `${where}.${field}`);
      }
    };
    check("fields", words.fields);
    for (const id of kindIds) check(id, words.kinds[id].fields ?? {});
  });

  it("lets every schema name and title be read as its own field, unless a label of the kind takes it", () => {
    for (const kind of KINDS) {
      for (const field of kind.fields) {
        assert.equal(fieldForLabel(kind.id, field.name), field.name, `${kind.id}.${field.name}`);
        const byTitle = fieldForLabel(kind.id, field.title);
        const taken = Object.entries(words.kinds[kind.id].fields ?? {}).some(
          ([name, labels]) => name === byTitle && labels.some((l) => normalizeLabel(l) === normalizeLabel(field.title)),
        );
        const isName = byTitle !== undefined && normalizeLabel(byTitle) === normalizeLabel(field.title);
        assert.ok(byTitle === field.name || taken || isName, `${kind.id}: "${field.title}" is read as ${byTitle}`);
      }
    }
  });

  it("has words only for values that some field allows", () => {
    const allowed = new Set(
      KINDS.flatMap((k) => allFields(k.fields)).flatMap((f) => f.values?.map((v) => v.value) ?? []),
    );
    for (const value of Object.keys(words.values)) assert.ok(allowed.has(value), `no field allows ${value}`);
  });

  it("lets every word be read as its value where a field allows that value and no earlier meaning", () => {
    for (const kind of KINDS) {
      for (const field of allFields(kind.fields)) {
        const allowed = new Set(field.values?.map((v) => v.value));
        for (const phrase of allowed.size > 0 ? phrases : []) {
          const first = valuesOfPhrase(phrase).find((v) => allowed.has(v));
          if (first === undefined) continue;
          const exact = [...allowed].find((v) => normalizePhrase(v) === phrase);
          assert.equal(coerce(field, phrase), exact ?? first, `${kind.id}.${field.name}: "${phrase}"`);
        }
      }
    }
  });

  it("has no word that means both yes and no", () => {
    for (const word of words.yes) assert.equal(truthOfPhrase(normalizePhrase(word)), true, word);
    for (const word of words.no) assert.equal(truthOfPhrase(normalizePhrase(word)), false, word);
  });

  it("gives words, registers, titles and prefixes to one kind each", () => {
    const once = (what: string, pairs: readonly (readonly [string, KindId])[]) => {
      const seen = new Map<string, KindId>();
      for (const [word, kind] of pairs) {
        assert.ok(!seen.has(word) || seen.get(word) === kind, `${what} "${word}" of ${seen.get(word)} and ${kind}`);
        seen.set(word, kind);
      }
    };
    once(
      "word",
      kindIds.flatMap((k) => words.kinds[k].words.map((w) => [normalizeLabel(w), k] as const)),
    );
    once(
      "title",
      kindIds.flatMap((k) => words.kinds[k].titles.map((t) => [normalizeLabel(t), k] as const)),
    );
    once(
      "register",
      kindIds.flatMap((k) =>
        [kindInfo(k).registerKey, ...(words.kinds[k].registers ?? [])].map((r) => [r, k] as const),
      ),
    );
    once(
      "prefix",
      KINDS.flatMap((k) => k.idPrefixes.map((p) => [p, k.id] as const)),
    );
    for (const kind of KINDS) {
      assert.equal(kindForRegisterKey(kind.registerKey), kind.id);
      assert.equal(kindForWord(kind.id), kind.id);
    }
  });

  it("asks in its table shapes for fields that exist and can be told from labels", () => {
    for (const id of kindIds) {
      for (const shape of words.kinds[id].tables) {
        for (const field of shape.columns.flat()) {
          assert.ok(field === "own-id" || kindInfo(id).field(field), `${id}: ${field}`);
        }
      }
    }
  });

  it("has no prefix of a NIST SP 800-53 control family", () => {
    const families = "AC AT AU CA CM CP IA IR MA MP PE PL PM PS PT RA SA SC SI SR".split(" ");
    for (const kind of KINDS) for (const prefix of kind.idPrefixes) assert.ok(!families.includes(prefix), prefix);
  });

  it("tells a label that any kind may have from a kind's own", () => {
    assert.equal(isSharedLabel("risk", "ID"), true);
    assert.equal(isSharedLabel("risk", "Ref"), true);
    assert.equal(isSharedLabel("risk", "Risk ID"), false);
  });
});
