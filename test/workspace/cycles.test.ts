import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createHost, type Host } from "../../server/src/core/analysis.ts";
import { KINDS, type KindInfo } from "../../server/src/core/records/kinds.ts";
import { yamlFields } from "../../server/src/core/scaffold/yaml-out.ts";
import type { Plain } from "../../server/src/core/records/model.ts";
import { TODAY } from "../support/fixture.ts";
import { SAMPLE } from "../support/sample.ts";

const AIMS = "aims: management-system\norganisation: Example Lending\nstandards: [iso-42001, eu-ai-act]\n";
const PERSONS = ["Ana Lima", "Bo Ek"] as const;

/** Kinds whose records have an id and name other records. */
const LINKED = KINDS.filter(
  (kind) => kind.field("id") && kind.fields.some(({ type }) => type === "ref" || type === "refs"),
);

const idOf = (kind: KindInfo, n: number): string => `${kind.id.toUpperCase().replaceAll("-", "")}-00${n}`;

/** A record of each kind, the `n`th, that names each other one in every field that can, itself among them; each person has approved the other's. */
function records(n: number): string {
  const everyone = LINKED.flatMap((kind) => [idOf(kind, 1), idOf(kind, 2)]);
  const [own, other] = n === 1 ? PERSONS : [PERSONS[1], PERSONS[0]];
  const documents = LINKED.map((kind) => {
    const fields = kind.fields.flatMap(({ name, type }): [string, Plain][] => {
      if (name === "id") return [[name, idOf(kind, n)]];
      if (type === "refs") return [[name, everyone]];
      if (type === "ref") return [[name, idOf(kind, 3 - n)]];
      if (type === "person") return [[name, name === "approved_by" ? other : own]];
      return name === "approved_on" ? [[name, "2026-01-01"]] : [];
    });
    return [`aims: ${kind.id}`, ...yamlFields(fields)].join("\n");
  });
  return `---\n${documents.join("\n---\n")}\n`;
}

function hostOf(files: ReadonlyMap<string, string>, root: string): Host {
  const host = createHost({ today: TODAY });
  host.apply([
    { type: "roots", roots: [root] },
    ...[...files].map(([path, text]) => ({ type: "set", path, text }) as const),
  ]);
  return host;
}

describe("records that name each other in circles", () => {
  const files = new Map([
    ["/aims/aims.yaml", AIMS],
    ["/aims/one.yaml", records(1)],
    ["/aims/two.yaml", records(2)],
  ]);

  it("are found, followed and counted to an end", () => {
    const host = hostOf(files, "/aims");
    assert.ok(LINKED.length > 10);
    assert.ok(host.snapshot.allFindings().some(({ rule }) => rule === "self-reference"));
    for (const standard of ["iso-42001", "eu-ai-act"]) assert.ok(host.snapshot.coverage("/aims", standard));
    assert.ok(host.snapshot.systems("/aims").length > 0);
    const lines = records(1).split("\n");
    for (let line = 0; line < lines.length; line += 150) {
      const at = { line, character: Math.max(0, (lines[line]?.length ?? 0) - 2) };
      host.snapshot.hover("/aims/one.yaml", at);
      host.snapshot.definition("/aims/one.yaml", at);
      for (const action of host.snapshot.actions("/aims/one.yaml", { start: at, end: at })) action.edits();
    }
    assert.deepEqual(host.takeFailures(), []);
  });

  it("are what they are, whichever way they came about", () => {
    const fresh = hostOf(files, "/aims");
    const host = hostOf(files, "/aims");
    host.apply([{ type: "delete", path: "/aims/two.yaml" }]);
    host.snapshot.allFindings();
    host.apply([{ type: "set", path: "/aims/two.yaml", text: records(2) }]);
    const said = ({ snapshot }: Host): string[] =>
      snapshot.allFindings().map(({ path, rule, message }) => `${path} ${rule} ${message}`);
    assert.deepEqual(said(host), said(fresh));
  });
});

describe("a workspace on a Windows drive", () => {
  it("has the findings it has anywhere else", () => {
    const moved = new Map([...SAMPLE].map(([path, text]) => [`c:${path}`, text]));
    const said = (host: Host): string[] =>
      host.snapshot
        .allFindings()
        .map(
          ({ path, rule, message, range }) => `${path.replace(/^c:/, "")} ${rule} ${message} ${JSON.stringify(range)}`,
        );
    assert.deepEqual(said(hostOf(moved, "c:/aims")), said(hostOf(SAMPLE, "/aims")));
  });
});
