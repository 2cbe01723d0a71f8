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

  describe("outside of the folder of the AIMS", () => {
    const CLAIM = "# Widget\n\nWe are ISO certified.\n";
    const aims = (publicFiles: string): string => `aims: management-system\norganisation: A\npublic: ${publicFiles}\n`;
    const made = (publicFiles: string, first: "aims" | "page" = "aims"): Host => {
      const files = [
        { type: "set", path: "/w/governance/aims.yaml", text: aims(publicFiles) } as const,
        { type: "set", path: "/w/README.md", text: CLAIM } as const,
        { type: "set", path: "/w/site/en/index.md", text: CLAIM } as const,
      ];
      const host = createHost({ today: "2026-11-23" });
      host.apply([{ type: "roots", roots: ["/w"] }]);
      for (const file of first === "aims" ? files : [...files].reverse()) host.apply([file]);
      return host;
    };
    const found = (host: Host): string[] => [
      ...new Set(
        host.snapshot
          .allFindings()
          .filter((f) => f.rule === "certified-by-iso")
          .map((f) => f.path),
      ),
    ];

    it("are read where a pattern leads out of it, whichever was read first", () => {
      for (const first of ["aims", "page"] as const) {
        assert.deepEqual(found(made('["../README.md"]', first)), ["/w/README.md"]);
        assert.deepEqual(found(made('["/README.md"]', first)), ["/w/README.md"]);
        assert.deepEqual(found(made('["../site/**/*.md"]', first)), ["/w/site/en/index.md"]);
        assert.deepEqual(found(made('["*.md", "../../README.md", "../../w/README.md"]', first)), []);
      }
    });

    it("come and go with the patterns, and are held against the records of the AIMS that names them", () => {
      const host = made("[]");
      assert.deepEqual(found(host), []);
      host.apply([{ type: "set", path: "/w/governance/aims.yaml", text: aims('["../README.md"]') }]);
      assert.deepEqual(found(host), ["/w/README.md"]);
      host.apply([{ type: "set", path: "/w/README.md", text: "We are certified to ISO/IEC 42001.\n" }]);
      assert.deepEqual(
        host.snapshot.findings("/w/README.md").map((f) => f.rule),
        ["certification-without-certificate"],
      );
      host.apply([{ type: "set", path: "/w/README.md", text: CLAIM }]);
      host.apply([{ type: "set", path: "/w/governance/aims.yaml", text: aims('["../site/**"]') }]);
      assert.deepEqual(found(host), ["/w/site/en/index.md"]);
      host.apply([{ type: "delete", path: "/w/governance/aims.yaml" }]);
      assert.deepEqual(found(host), []);
    });

    it("stay with an AIMS in whose own folder they are", () => {
      const host = made('["../site/**"]');
      host.apply([{ type: "set", path: "/w/site/aims.yaml", text: "aims: management-system\norganisation: B\n" }]);
      assert.deepEqual(found(host), []);
      host.apply([{ type: "delete", path: "/w/site/aims.yaml" }]);
      assert.deepEqual(found(host), ["/w/site/en/index.md"]);
    });
  });
});
