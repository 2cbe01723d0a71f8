import assert from "node:assert/strict";
import { accepted, completions, labels, open } from "./workspace.ts";

const hover = (source: string): string => {
  const { host, path, at } = open(source);
  return host.snapshot.hover(path, at)?.markdown ?? "";
};
const AIMS = "//- /aims/aims.yaml\naims: management-system\norganisation: X\nstandards: [iso-42001, iso-12792]\n";
const card = (body: string): string =>
  `//- /aims/c.md\n---\naims: model-card\ntitle: Sorter\n---\n# Sorter\n\n${body}\n`;
const assessment = (body: string): string =>
  `//- /aims/a.md\n---\naims: impact-assessment\nid: AIIA-001\nsystem: AI-001\n---\n# Assessment\n\n${body}\n`;

describe("headings of documents with expected parts", () => {
  it("tell what readers look for under them, and where that comes from", () => {
    const text = hover(card("## Out-of-scope $0uses\n\nPrices."));
    assert.match(text, /\*\*Uses ruled out\*\*[\s\S]*must it not be used for[\s\S]*Drawn from: Model Cards/);
    assert.match(hover(assessment("## Fore$0seeable misuse\n\nNone.")), /ISO\/IEC 42005 6\./);
    assert.equal(hover("//- /aims/p.md\n---\naims: policy\ntitle: X\n---\n# X\n\n## Limi$0tations\n\nNone.\n"), "");
  });

  it("are explained by the part they are about, and not for a word in passing", () => {
    const about = (heading: string): string[] =>
      [...hover(card(`## ${heading.slice(0, 1)}$0${heading.slice(1)}\n\nText.`)).matchAll(/\*\*(.+?)\*\*/g)].map(
        (m) => m[1] as string,
      );
    assert.deepEqual(about("Out-of-scope use cases"), ["Uses ruled out"]);
    assert.deepEqual(about("Performance and limitations"), ["Limits and harms", "How well it does"]);
    assert.ok(about("Bias, risks, and limitations").includes("Limits and harms"));
    assert.deepEqual(about("Masked language modelling and contacts"), []);
  });

  it("say of a working set that its structure is not the standard's own", () => {
    assert.match(
      hover(`${AIMS}${card("## Inputs and out$0puts\n\nLetters.")}`),
      /ISO\/IEC 12792, Inputs and outputs \(this project's working set/,
    );
  });

  it("are offered where none stands for the part yet", () => {
    const found = labels(card("## Limitations\n\nMany.\n\n## $0"));
    assert.ok(found.includes("Uses ruled out") && found.includes("Training data"));
    assert.ok(!found.includes("Limits and harms") && !found.includes("Inputs and outputs"));
    assert.ok(labels(`${AIMS}${card("## $0")}`).includes("Inputs and outputs"));
    assert.ok(labels(assessment("## $0")).length > 10);
    assert.deepEqual(labels("//- /aims/p.md\n---\naims: policy\ntitle: X\n---\n# X\n\n## $0\n"), []);
  });

  it("replace the heading as far as it is typed, and explain themselves", () => {
    assert.equal(accepted(card("## Us$0"), "Uses ruled out"), "## Uses ruled out");
    assert.equal(accepted(card("### Us$0 so far"), "Uses ruled out"), "### Uses ruled out");
    const { entries, open: opened } = completions(card("## $0"));
    const entry = entries.find(({ label }) => label === "Training data");
    assert.match(
      opened.host.snapshot.resolveCompletion(opened.path, entry?.data ?? "") ?? "",
      /From which data did it learn/,
    );
  });
});
