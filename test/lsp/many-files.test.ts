import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { afterEach, describe, it } from "mocha";
import { toUri } from "../../server/src/lsp/paths.ts";
import { Client, type Findings } from "../fuzz/editor.ts";

const AIMS = "aims: management-system\norganisation: X\nstandards: [iso-42001]\n";
const id = (n: number): string => `RISK-${1000 + n}`;
/** A risk with an unknown control, which refers to the one before it. */
const risk = (n: number, title: string): string =>
  `aims: risk\nid: ${id(n)}\ntitle: ${title} ${n}\nstatement: Somebody is hurt.\nrelated: [${id(n - 1)}]\ncontrols: [A.6.2.${n % 90}]\n`;

describe("thousands of files that change at once", () => {
  let root: string;
  let client: Client;
  const uri = (path: string): string => toUri(`${root}/${path}`);
  const file = (folder: string, n: number): string => `${folder}/${n}.yaml`;
  const write = (path: string, text: string): void => writeFileSync(join(root, path), text);
  const touched = (changes: readonly { readonly path: string; readonly type: 1 | 2 | 3 }[]): void =>
    client.notify("workspace/didChangeWatchedFiles", {
      changes: changes.map(({ path, type }) => ({ uri: uri(path), type })),
    });
  let numbers: readonly number[];

  /** Starts an editor on a folder of so many files. */
  const start = async (many: number): Promise<void> => {
    numbers = Array.from({ length: many }, (_, n) => n);
    root = realpathSync(mkdtempSync(join(tmpdir(), "aims-many-"))).replaceAll("\\", "/");
    mkdirSync(join(root, "a"));
    write("aims.yaml", AIMS);
    for (const n of numbers) write(file("a", n), risk(n, "Harm"));
    client = await Client.start([root], false);
    await client.connection.sendRequest("aims/coverage", {});
  };
  afterEach(async () => {
    await client.stop();
    rmSync(root, { recursive: true, force: true });
  });

  /** Waits until the editor shows what a server started anew says of all files. */
  const sameAsFresh = async (paths: readonly string[]): Promise<Findings> => {
    const fresh = await Client.start([root], false);
    const uris = [...new Set([...paths.map(uri), ...client.shown.keys()])];
    const both = async () => [await client.findings(uris, false), await fresh.findings(uris, false)] as const;
    try {
      for (const [open, { text, version }] of client.open) fresh.openDocument(open, text, version);
      const until = Date.now() + 60_000;
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 400));
        const [found, expected] = await both();
        const done = isDeepStrictEqual(found, expected) && Object.keys(found).length > numbers.length / 3;
        if (done || Date.now() > until) {
          assert.deepEqual(found, expected);
          assert.ok(done, "hardly anything was found, so that equality says little");
          return found;
        }
      }
    } finally {
      await fresh.stop();
    }
  };

  it("as when another branch is checked out, while documents are open and edited", async () => {
    await start(2000);
    for (const n of [3, 500]) client.openDocument(uri(file("a", n)), risk(n, "Open"), 1);
    client.change(uri(file("a", 3)), 2, risk(3, "Typed"));
    const changes = numbers.map((n) => {
      if (n % 5 === 0) rmSync(join(root, file("a", n)));
      else write(file("a", n), risk(n + 1, "Other branch"));
      return { path: file("a", n), type: n % 5 === 0 ? (3 as const) : (2 as const) };
    });
    touched(changes);
    client.change(uri(file("a", 3)), 3, risk(3, "Typed on"));
    const found = await sameAsFresh(numbers.map((n) => file("a", n)));
    assert.equal(found[uri(file("a", 10))], undefined, "a file that is gone has findings");
    assert.ok(found[uri(file("a", 500))], "a document that is open and gone on disk has its own");
    assert.deepEqual(client.wrong, []);
  }).timeout(120_000);

  for (const each of [true, false]) {
    it(`as when a folder is renamed while documents in it are open, told ${each ? "file by file" : "by the folder's name alone"}`, async () => {
      await start(1000);
      client.openDocument(uri(file("a", 7)), risk(7, "Unsaved"), 1);
      client.openDocument(uri(file("a", 8)), risk(8, "Harm"), 1);
      renameSync(join(root, "a"), join(root, "b"));
      // The editor takes one of the documents along; the other stays open under its old name.
      client.closeDocument(uri(file("a", 7)));
      client.openDocument(uri(file("b", 7)), risk(7, "Unsaved"), 2);
      touched(
        each
          ? numbers.flatMap((n) => [
              { path: file("a", n), type: 3 as const },
              { path: file("b", n), type: 1 as const },
            ])
          : [
              { path: "a", type: 3 },
              { path: "b", type: 1 },
            ],
      );
      const found = await sameAsFresh(numbers.flatMap((n) => [file("a", n), file("b", n)]));
      assert.equal(found[uri(file("a", 7))], undefined, "the old name of a document has findings");
      assert.ok(found[uri(file("b", 7))]);
      assert.deepEqual(client.wrong, []);
    }).timeout(120_000);
  }
});
