import assert from "node:assert/strict";
import { open } from "./workspace.ts";

const AIMS = "//- /aims/aims.yaml\naims: management-system\norganisation: X\nstandards: [iso-42001, eu-ai-act]\n";
const hover = (body: string): string => {
  const { host, path, at } = open(`${AIMS}//- /aims/p.md\n---\naims: policy\nid: P-1\ntitle: X\n---\n# X\n\n${body}\n`);
  return host.snapshot.hover(path, at)?.markdown ?? "";
};

describe("hover on an article beside which no law is named", () => {
  it("means the only law worked to", () => {
    assert.match(
      hover("We keep a file as Arti$0cle 9 asks."),
      /Article 9 Risk management system[\s\S]*not legal advice/,
    );
    assert.match(hover("See Annex III point 5$0(b)."), /Annex III\.5\(b\) Credit/);
  });

  it("is silent where the document speaks of another law, near or far", () => {
    for (const other of ["The GDPR holds too.", "As the Charter says.", "Directive 2019/790 binds us."]) {
      assert.equal(hover(`${other}\n\nSome words between.\n\nSee Arti$0cle 21.`), "", other);
    }
  });
});
