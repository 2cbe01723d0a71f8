import assert from "node:assert/strict";
import childProcess, { execFileSync } from "node:child_process";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { afterEach, beforeEach, describe, it } from "mocha";
import { Editor } from "../lsp/support.ts";

const AIMS = "aims: management-system\norganisation: X\nstandards: [iso-42001]\n";
const MEASUREMENTS = `measurements:
  - id: MEAS-001
    metric: recall
    threshold: ">= 0.9"
    value: 0.95
    source: ../beside/recall.json#/recall
  - id: MEAS-002
    metric: recall
    threshold: ">= 0.9"
    value: 0.95
    source: recall.json#/recall
`;
const RISK = "aims: risk\nid: RISK-001\nstatement: Somebody is hurt.\ncontrols: [A.6.2.44]\n";
const FILES = {
  "firm/aims.yaml": AIMS,
  "firm/measurements.yaml": MEASUREMENTS,
  "firm/recall.json": '{ "recall": 0.1 }',
  "beside/aims.yaml": AIMS,
  "beside/risk.yaml": RISK,
  "beside/other.yaml": RISK.replace("RISK-001", "RISK-002"),
  "beside/recall.json": '{ "recall": 0.1 }',
};

describe("a workspace", () => {
  /** Files whose content was asked for, and programs that were started. */
  let read: string[] = [];
  let started: string[] = [];
  let editor: Editor;
  const { readFileSync, openSync } = fs;
  const { spawn, spawnSync } = childProcess;
  const { readFile, open } = fs.promises;

  /** Replaces functions of Node's, for importers too, by ones that note their first argument. */
  beforeEach(() => {
    [read, started] = [[], []];
    const noted = <F extends (...args: never[]) => unknown>(real: F, list: string[]): F =>
      ((...args: Parameters<F>) => {
        list.push(String(args[0]));
        return real(...args);
      }) as F;
    fs.readFileSync = noted(readFileSync, read);
    fs.openSync = noted(openSync, read);
    fs.promises.readFile = noted(readFile, read);
    fs.promises.open = noted(open, read);
    childProcess.spawn = noted(spawn, started);
    childProcess.spawnSync = noted(spawnSync, started);
    syncBuiltinESMExports();
  });
  afterEach(async () => {
    Object.assign(fs, { readFileSync, openSync });
    Object.assign(fs.promises, { readFile, open });
    Object.assign(childProcess, { spawn, spawnSync });
    syncBuiltinESMExports();
    await editor.stop();
  });

  const play = async (trusted: boolean): Promise<void> => {
    editor = await Editor.start({ files: FILES, folders: ["firm"], options: { trusted } });
    const git = (...args: string[]): void =>
      void execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
        cwd: editor.folder,
      });
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "one");
    await editor.until("the results file in the folder is read", () =>
      editor.rules("firm/measurements.yaml").includes("threshold-breached"),
    );
    await editor.open("beside/risk.yaml", RISK);
    await editor.until("what is open is checked", () => editor.rules("beside/risk.yaml").includes("unknown-provision"));
    await editor.touch("beside/other.yaml", "beside/aims.yaml");
  };
  const outside = (): string[] => {
    const here = read.filter((path) => path.startsWith(`${editor.folder}/`));
    return here.map((path) => path.slice(editor.folder.length + 1)).filter((path) => !path.startsWith("firm/"));
  };

  it("that is not trusted is read, and no program is started and no file outside of it is read", async () => {
    await play(false);
    // Longer than it takes until commits and folders outside of the workspace are looked for.
    await new Promise((resolve) => setTimeout(resolve, 6000));
    assert.deepEqual(started, []);
    assert.deepEqual(outside(), []);
    assert.deepEqual(editor.rules("beside/other.yaml"), []);
    assert.ok(read.includes(`${editor.folder}/firm/recall.json`), "what is read is not noted");
  }).timeout(20_000);

  it("that is trusted has its history, and the AIMS around a document is read, so that the test above can fail", async () => {
    await play(true);
    await editor.until("git is started", () => started.includes("git"));
    await editor.until("what is around the document is read", () => outside().includes("beside/other.yaml"));
  }).timeout(20_000);
});
