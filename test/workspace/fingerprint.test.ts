import assert from "node:assert/strict";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { hostOf } from "../support/fixture.ts";

const AIMS = "aims: management-system\norganisation: X\nstandards: [iso-42001]\n";
const BODY = "\n## Purpose\n\nWe lend fairly, within <= 0.10.\n\n## Scope\n\nAll of it.\n";
const DOCUMENTS: Record<string, readonly [string, string]> = {
  "a header of bold lines": [
    "p.md",
    `# AI policy\n\n**Document ID:** AIMS-POL-001\n**Status:** In review\n**Owner:** Ann\n${BODY}`,
  ],
  "a header table": [
    "p.md",
    `# AI policy\n\n| Field | Value |\n|---|---|\n| Document ID | AIMS-POL-001 |\n| Status | Draft |\n| Owner | Ann |\n${BODY}`,
  ],
  "front matter": ["p.md", `---\naims: policy\nid: AIMS-POL-001\ntitle: P\nstatus: draft\n---\n# AI policy\n${BODY}`],
  YAML: ["p.yaml", "aims: policy\nid: AIMS-POL-001\ntitle: P\nstatement: We lend fairly.\nstatus: draft\n"],
};

const FIRST = "Jane Doe";
const host = (name: string, text: string) =>
  hostOf(
    new Map([
      ["/aims/aims.yaml", AIMS],
      [`/aims/${name}`, text],
    ]),
  );
function approve(name: string, text: string, by = FIRST): string {
  const edits = host(name, text).snapshot.scaffold("/aims", "approve", { document: name, by });
  assert.ok(Array.isArray(edits), String(edits));
  const edit = edits[0];
  assert.ok(edit && "edits" in edit && edit.path === `/aims/${name}`);
  return applyEdits(text, edit.edits);
}
const changed = (name: string, text: string): string[] =>
  host(name, text)
    .snapshot.allFindings()
    .filter(({ rule }) => rule === "changed-since-approval")
    .map(({ message }) => message);

describe("an approval with a fingerprint", () => {
  for (const [notation, [name, text]] of Object.entries(DOCUMENTS)) {
    describe(`in ${notation}`, () => {
      const approved = approve(name, text);

      it("says who, when and of what, and holds for the text it was given", () => {
        assert.match(approved, /Jane Doe/);
        assert.match(approved, /2026-11-23/);
        assert.match(approved, /v1\.[0-9a-f]{32}/);
        assert.match(approved, /status\W+approved/i);
        assert.deepEqual(changed(name, approved), []);
      });

      it("is the same on every platform and in every layout", () => {
        const nfd = approved.replace("fairly", "fairly é").normalize("NFD");
        const same = approve(name, text.replace("fairly", "fairly é"));
        assert.equal(/v1\.[^\s|]+/.exec(same)?.[0], /v1\.[^\s|]+/.exec(approve(name, nfd))?.[0]);
        for (const other of [
          approved.replaceAll("\n", "\r\n"),
          `\ufeff${approved}`,
          approved.replace(/([a-z.])\n/g, "$1   \n"),
          `${approved}\n\n`,
        ]) {
          assert.deepEqual(changed(name, other), []);
        }
      });

      it("survives changes of the approval itself, and a second approval", () => {
        assert.deepEqual(changed(name, approved.replace(FIRST, "Joan Roe").replace("2026-11-23", "2026-11-01")), []);
        assert.deepEqual(changed(name, approve(name, approved, "Joan Roe")), []);
      });

      it("does not hold for another content", () => {
        assert.equal(changed(name, approved.replace("fairly", "unfairly")).length, 1);
      });
    });
  }

  it("names the sections that are other than they were", () => {
    const [name, text] = DOCUMENTS["front matter"] as readonly [string, string];
    const approved = approve(name, text);
    assert.match(changed(name, approved.replace("0.10", "0.20"))[0] ?? "", /: "Purpose"\.$/);
    assert.match(changed(name, approved.replace("<= 0.10", ">= 0.10"))[0] ?? "", /: "Purpose"\.$/);
    assert.match(changed(name, `${approved}\n## New\n\nMore.\n`)[0] ?? "", /: "New"\.$/);
    assert.match(changed(name, approved.replace(/## Scope[\s\S]*/, ""))[0] ?? "", /1 part taken out/);
    assert.match(
      changed(name, approved.replace("title: P", "title: Q"))[0] ?? "",
      /before the first heading|"AI policy"/,
    );
  });

  it("names the fields that are other than they were where there are no sections", () => {
    const [name, text] = DOCUMENTS.YAML as readonly [string, string];
    const approved = approve(name, text);
    assert.match(changed(name, approved.replace("fairly", "unfairly"))[0] ?? "", /: "statement"\.$/);
    assert.match(changed(name, approved.replace("title: P\n", ""))[0] ?? "", /: 1 part taken out\.$/);
    assert.match(changed(name, `${approved}owner: Ann\n`)[0] ?? "", /: "owner"\.$/);
    assert.deepEqual(changed(name, approved.replace("title: P\nstatement", "title:   'P'\nstatement")), []);
  });

  it("is told on hover, with what has changed since", () => {
    const [name, text] = DOCUMENTS["front matter"] as readonly [string, string];
    const approved = approve(name, text);
    const hover = (now: string): string => {
      const line = now.split("\n").findIndex((one) => one.startsWith("approved_digest"));
      return host(name, now).snapshot.hover(`/aims/${name}`, { line, character: 22 })?.markdown ?? "";
    };
    assert.equal(hover(approved), "The content is the one that was approved.");
    assert.equal(hover(approved.replace("0.10", "0.20")), 'The content has changed since it was approved: "Purpose".');
  });

  it("is not written for templates, for nobody, or where there is no document", () => {
    const { snapshot } = host("p.md", "---\naims: policy\nid: X-1\ntitle: T\n---\n# T\n");
    assert.equal(typeof snapshot.scaffold("/aims", "approve", { document: "p.md", by: " " }), "string");
    assert.equal(typeof snapshot.scaffold("/aims", "approve", { document: "q.md", by: "A" }), "string");
  });
});
