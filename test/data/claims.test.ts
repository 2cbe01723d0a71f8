import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "mocha";
import { parse } from "yaml";
import { claimsIn, mayClaim } from "../../server/src/core/catalog/claims.ts";
import { RULES } from "../../server/src/core/rules/registry.ts";

interface Entry {
  readonly id: string;
  readonly patterns: readonly string[];
  readonly says: readonly string[];
  readonly leaves: readonly string[];
}

const source = parse(readFileSync(new URL("../../server/data/claims.yaml", import.meta.url), "utf8")) as {
  readonly guards: Readonly<Record<string, string>>;
  readonly rules: readonly Entry[];
};
const found = (sentence: string, rule: string): boolean =>
  mayClaim(sentence) && claimsIn(sentence, "Alder Bank").some((c) => c.rule === rule);

describe("patterns of public claims", () => {
  for (const { id, says, leaves } of source.rules) {
    it(`${id} reports what it says it reports, and leaves the rest`, () => {
      assert.ok(says.length >= 2 && leaves.length >= 1);
      assert.deepEqual(
        says.filter((s) => !found(s, id)),
        [],
        "not reported",
      );
      assert.deepEqual(
        leaves.filter((s) => found(s, id)),
        [],
        "reported",
      );
    });
  }

  it("belong to rules that exist", () => {
    const ids = new Set(RULES.filter(({ group }) => group === "claim").map(({ id }) => id));
    assert.deepEqual(
      source.rules.map(({ id }) => id).filter((id) => !ids.has(id)),
      [],
    );
  });

  it("bound every repetition", () => {
    const all = [...source.rules.flatMap(({ patterns }) => patterns), ...Object.values(source.guards)];
    assert.deepEqual(
      all.filter((p) => /(?:\]|\)|\\[swWd]|\.)[*+](?!\?)/.test(p.replaceAll("\\w+", "").replaceAll("\\w*", ""))),
      [],
    );
  });

  it("take the organisation's name for its own word", () => {
    assert.ok(found("Alder Bank is certified to ISO/IEC 42001.", "certification-without-certificate"));
    assert.ok(!found("Someone Else Ltd is certified to ISO/IEC 42001.", "certification-without-certificate"));
  });
});
