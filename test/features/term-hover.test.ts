import assert from "node:assert/strict";
import { open } from "./workspace.ts";

const hover = (source: string): string => {
  const { host, path, at } = open(source);
  return host.snapshot.hover(path, at)?.markdown ?? "";
};
const policy = (body: string): string => `//- /aims/p.md\n---\naims: policy\nid: P-1\ntitle: X\n---\n# X\n\n${body}\n`;

describe("hover on terms", () => {
  it("explains a term of several words wherever it stands, plural or not", () => {
    const text = hover(policy("Some words.\n\nTwo AI sys$0tems are used. AI systems again."));
    assert.match(text, /ISO\/IEC 22989:2022 · 3\.1\.4 AI system/);
    assert.match(text, /Explained in other words than the original's/);
    assert.match(hover(policy("AI systems first, then AI sys$0tems.")), /3\.1\.4 AI system/);
  });

  it("explains a word alone only where it first stands in its section", () => {
    assert.match(hover(policy("We look for over$0fitting.")), /Working vocabulary · overfitting/);
    assert.equal(hover(policy("We look for overfitting, and overfi$0tting.")), "");
    assert.match(hover(policy("We look for overfitting.\n\n## Again\n\nWe look for overf$0itting.")), /overfitting/);
  });

  it("reads tables and the text of YAML fields", () => {
    assert.match(hover(policy("| A | B |\n|---|---|\n| concept dr$0ift | y |")), /Working vocabulary · concept drift/);
    assert.match(
      hover("//- /aims/s.yaml\naims: system\nid: AI-010\nname: Ranker\npurpose: Finds concept dr$0ift early.\n"),
      /Working vocabulary · concept drift/,
    );
  });

  it("is silent in code, links, ids, keys and values of a list", () => {
    for (const body of [
      "Run `concept dr$0ift` now.",
      "```\nconcept dr$0ift\n```",
      "See [x](concept-dr$0ift.md).",
      "The id CONCEPT-DR$0IFT-1 stands alone.",
      "See https://example.org/concept-dr$0ift here.",
      "The conce$0pt is new.",
    ]) {
      assert.equal(hover(policy(body)), "", body);
    }
    assert.doesNotMatch(
      hover("//- /aims/s.yaml\naims: system\nid: AI-010\nname: X\nstage: deploy$0ment\n"),
      /Explained in other words/,
    );
  });
});
