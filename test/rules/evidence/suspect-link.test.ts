import assert from "node:assert/strict";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { check, hostOf, readFixture } from "../../support/fixture.ts";

const SOURCE = (digest: string) => `
//- /aims/aims.yaml
aims: management-system
organisation: X
//- /aims/s.yaml
aims: system
id: AI-001
name: Credit scorer
version: "3.1"
//- /aims/a.yaml
aims: impact-assessment
id: AIIA-001
system: AI-001
reviewed_against:
  AI-001: ${digest}
`;

describe("suspect-link", () => {
  it("tells that a record has changed since another was reviewed against it", () => {
    check(
      ["suspect-link"],
      `${SOURCE(`v1.${"0".repeat(32)}`)}  ^^^^^^ warning suspect-link (fix): AI-001 has changed since this was reviewed against it.\n`,
    );
  });
  it("is silent once it is marked as reviewed, and speaks when the other changes, whatever in it", () => {
    const { files } = readFixture(SOURCE(`v1.${"0".repeat(32)}`));
    const host = hostOf(files);
    const suspects = () => host.snapshot.allFindings().filter(({ rule }) => rule === "suspect-link");
    const [edit] = suspects()[0]?.fixes[0]?.edits() ?? [];
    assert.ok(edit && "edits" in edit);
    const text = applyEdits(files.get(edit.path) ?? "", edit.edits);
    host.apply([{ type: "set", path: edit.path, text }]);
    assert.deepEqual(suspects(), []);
    const system = files.get("/aims/s.yaml") ?? "";
    host.apply([{ type: "set", path: "/aims/s.yaml", text: `${system}# retrained on other data\n` }]);
    assert.equal(suspects().length, 1);
    host.apply([{ type: "set", path: "/aims/s.yaml", text: system.replaceAll("\n", "\r\n") }]);
    assert.deepEqual(suspects(), []);
  });
});
