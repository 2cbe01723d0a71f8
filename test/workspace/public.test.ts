import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createHost, type Host } from "../../server/src/core/analysis.ts";

const README = [
  "# Widget",
  "",
  "We are ISO certified. See [nowhere](missing.md), [Name] and A.6.2.44 of ISO/IEC 42001:2022.",
  "",
  "| Risk ID | Likelihood |",
  "| --- | --- |",
  "| RISK-999 | sky-high |",
].join("\n");

function host(publicFiles: string): Host {
  const made = createHost({ today: "2026-11-23" });
  made.apply([
    { type: "roots", roots: ["/w"] },
    {
      type: "set",
      path: "/w/aims.yaml",
      text: `aims: management-system\norganisation: A\nexclude: [site/**]\n${publicFiles}\n`,
    },
    { type: "set", path: "/w/site/README.md", text: README },
  ]);
  return made;
}
const rules = (made: Host): string[] => made.snapshot.findings("/w/site/README.md").map((f) => f.rule);

describe("files that aims.yaml names as public", () => {
  it("are read for claims and for nothing else, and give no records", () => {
    const made = host("public: [site/*.md]");
    assert.deepEqual(rules(made), ["certified-by-iso"]);
    assert.deepEqual(made.snapshot.files(), ["/w/aims.yaml"]);
    assert.deepEqual(made.snapshot.symbols("/w/site/README.md"), []);
  });

  it("are left alone once they are no longer named, and read once they are", () => {
    const made = host("public: []");
    assert.deepEqual(rules(made), []);
    const aims = "aims: management-system\norganisation: A\nexclude: [site/**]\n";
    made.apply([{ type: "set", path: "/w/aims.yaml", text: `${aims}public: ["site/**"]\n` }]);
    assert.deepEqual(rules(made), ["certified-by-iso"]);
    made.apply([{ type: "set", path: "/w/aims.yaml", text: aims }]);
    assert.deepEqual(rules(made), []);
  });

  it("can silence a finding with a reason where it stands", () => {
    const made = host("public: [site/*.md]");
    const text = README.replace("We are", "<!-- aims-ignore certified-by-iso: quoted from the old flyer -->\nWe are");
    made.apply([{ type: "set", path: "/w/site/README.md", text }]);
    assert.deepEqual(rules(made), []);
  });

  it("are read anew as they change", () => {
    const made = host("public: [site/*.md]");
    made.apply([{ type: "set", path: "/w/site/README.md", text: README.replace("We are", "We are not") }]);
    assert.deepEqual(rules(made), []);
    made.apply([{ type: "set", path: "/w/site/README.md", text: `${README}\n\nOur model is bias-free.\n` }]);
    assert.deepEqual(rules(made), ["certified-by-iso", "absolute-claim"]);
  });
});
