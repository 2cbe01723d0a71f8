import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { mayClaim } from "../../server/src/core/catalog/claims.ts";
import text from "../../server/src/core/generated/claims.ts";

interface ClaimRule {
  readonly id: string;
  readonly words: string;
  readonly patterns: readonly string[];
}

const { rules } = JSON.parse(text) as { readonly rules: readonly ClaimRule[] };

/** Where the group that begins at `at` ends. */
function groupEnd(source: string, at: number): number {
  let depth = 0;
  let inSet = false;
  for (let i = at; i < source.length; i++) {
    const c = source[i];
    if (c === "\\") i++;
    else if (inSet) inSet = c !== "]";
    else if (c === "[") inSet = true;
    else if (c === "(") depth++;
    else if (c === ")" && --depth === 0) return i;
  }
  return source.length;
}

/** A pattern that sentences can be made of: without what looks around itself, and with a blank where anything may stand. */
function simple(pattern: string): RegExp {
  let out = "";
  for (let i = 0; i < pattern.length; i++) {
    const around = /^\(\?<?[=!]/.test(pattern.slice(i, i + 4));
    if (around) i = groupEnd(pattern, i);
    else if (pattern.startsWith("\\b", i)) i++;
    else out += pattern[i] === "\\" ? pattern.slice(i, ++i + 1) : pattern[i];
  }
  const open = /\[\^[^\]]*\](?:\{0,\d+\}|\*)/g;
  return new RegExp(
    out
      .replace(open, "(?: | this )")
      .replace(/\\p\{L\}/g, "a-z")
      .replace(/\\p\{N\}/g, "0-9"),
    "u",
  );
}

/** Sentences in which a pattern finds something, made from it. */
function sentencesFor(pattern: string): string[] {
  const found = new RegExp(pattern, "iu");
  return fc.sample(fc.stringMatching(simple(pattern)), { seed: 42, numRuns: 200 }).filter((text) => found.test(text));
}

/** Sentences in which patterns find something and that have none of the rule's words. */
const missed = ({ patterns }: ClaimRule, words: string): string[] =>
  patterns
    .flatMap((pattern) => sentencesFor(pattern.replaceAll("{organisation}", "organi[sz]ation")))
    .filter((sentence) => !new RegExp(words, "iu").test(sentence));

describe("the words of rules on public claims", () => {
  for (const rule of rules) {
    it(`stand in every sentence in which ${rule.id} finds something`, () => {
      const all = rule.patterns.map((pattern) => sentencesFor(pattern.replaceAll("{organisation}", "organi[sz]ation")));
      for (const [i, sentences] of all.entries())
        assert.ok(sentences.length > 0, `no sentence could be made of ${rule.patterns[i]}`);
      assert.deepEqual(missed(rule, rule.words), []);
      assert.deepEqual(
        all.flat().filter((sentence) => !mayClaim(sentence)),
        [],
      );
    });
  }

  it("are told to be wrong where one is left out", () => {
    const told = rules.filter((rule) => missed(rule, rule.words.replace(/^[^|]*\|?/, "") || "(?!)").length > 0);
    assert.ok(told.length * 2 > rules.length, told.map(({ id }) => id).join());
  });
});
