import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, it } from "mocha";
import { main } from "../../server/src/cli/main.ts";
import { Editor, TODAY } from "../lsp/support.ts";
import { asAnybody } from "../support/anybody.ts";

const AIMS = "aims: management-system\norganisation: X\nstandards: [iso-42001]\n";
const RISK = "aims: risk\nid: RISK-001\nstatement: Somebody is hurt.\nevidence: [shut/deeper/report.md]\n";
const FILES = { "aims.yaml": AIMS, "risk.yaml": RISK, "shut/deeper/report.md": "# Report\n" };
const PERMISSION = "there is no permission to read it";

describe("a folder that cannot be read", () => {
  let end: (() => unknown)[] = [];
  afterEach(async () => {
    for (const one of end.reverse()) await one();
    end = [];
  });

  it("is said on the command line, at its place and on standard error, and nothing in it is missed", function () {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "aims-shut-"))).replaceAll("\\", "/");
    end.push(() => rmSync(folder, { recursive: true, force: true }));
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const check = () => {
      let [out, err] = ["", ""];
      const io = { cwd: folder, today: TODAY, color: false, width: 100, progress: false };
      main(["check", "--format", "json", "--no-history"], {
        ...io,
        out: (text) => (out += text),
        err: (text) => (err += text),
      });
      const found = JSON.parse(out) as { findings: { path: string; rule: string; message: string }[]; summary: object };
      return { ...found, err };
    };
    const before = check();
    assert.equal(before.err, "");
    chmodSync(folder, 0o755);
    chmodSync(join(folder, "shut"), 0);
    end.push(() => chmodSync(join(folder, "shut"), 0o755));
    const back = asAnybody();
    if (!back) return this.skip();
    end.push(back);
    const { findings, err } = check();
    back();
    const shut = findings.filter(({ rule }) => rule === "unreadable-file");
    assert.deepEqual(
      shut.map(({ path, message }) => `${path}: ${message}`),
      [`shut: This folder was not checked: ${PERMISSION}.`],
    );
    assert.equal(err, `aims: not read: ${folder}/shut: ${PERMISSION}\n`);
    const others = (all: typeof findings): string[] =>
      all.filter((one) => !shut.includes(one)).map(({ path, rule, message }) => `${path} ${rule} ${message}`);
    assert.deepEqual(others(findings), others(before.findings));
  });

  it("is said in the editor, until it can be read again", async function () {
    const editor = await Editor.start({ files: FILES });
    end.push(() => editor.stop());
    const missed = (): boolean => editor.rules("risk.yaml").some((rule) => rule === "missing-evidence-file");
    await editor.until("all is read", () => editor.shown("aims.yaml").length > 0);
    assert.equal(missed(), false);
    chmodSync(editor.folder, 0o755);
    chmodSync(join(editor.folder, "shut"), 0);
    end.push(() => chmodSync(join(editor.folder, "shut"), 0o755));
    const back = asAnybody();
    if (!back) return this.skip();
    end.push(back);
    await editor.touch("shut");
    await editor.until("the folder is said", () => editor.rules("shut").includes("unreadable-file"));
    const status = await editor.request<string>("aims/status", {});
    back();
    assert.ok(status.includes(`Not read: ${editor.folder}/shut: ${PERMISSION}`), status);
    assert.ok(editor.log.some((line) => line === `Not read: ${editor.folder}/shut: ${PERMISSION}`));
    await editor.settled();
    assert.equal(missed(), false, "what is in the folder is taken for missing");
    chmodSync(join(editor.folder, "shut"), 0o755);
    editor.remove("shut/deeper");
    await editor.touch("shut");
    await editor.until("the folder is open", () => editor.shown("shut").length === 0);
    await editor.until("what is gone is missed", missed);
    assert.ok(!existsSync(join(editor.folder, "shut/deeper")));
  });
});
