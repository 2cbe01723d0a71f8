import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { CodeAction } from "vscode-languageserver";
import { Editor, type StartOptions } from "./support.ts";
import { FILES, MENDED, RISKS } from "./workspace-fixture.ts";

const REGISTER = "risks/register.yaml";
const SYSTEMS = "systems/register.md";

let folder: string;
let storage: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "aims-kept-"))).replaceAll("\\", "/");
  storage = mkdtempSync(join(tmpdir(), "aims-storage-"));
  for (const [path, text] of Object.entries(FILES)) write(path, text);
});
afterEach(() => {
  for (const path of [folder, storage]) rmSync(path, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  // As if it had been written before the server starts, which on a fast machine would be the same moment.
  const before = new Date(Date.now() - 10_000);
  utimesSync(join(folder, path), before, before);
}

const indexes = (): string[] => readdirSync(storage).filter((name) => name.endsWith(".jsonl"));

/** A start with nothing kept. */
const cold = async ({ options, ...more }: Partial<StartOptions> = {}): Promise<Editor> =>
  await Editor.start({ files: {}, folder, ...more, ...(options ? { options } : undefined) });

const start = async (more: Partial<StartOptions> = {}): Promise<Editor> =>
  await Editor.start({ files: {}, folder, ...more, options: { storage, ...more.options } });

/** Has a server leave its index. */
async function leave(more: Partial<StartOptions> = {}): Promise<void> {
  const editor = await start(more);
  await editor.until("the index is written", () => indexes().length > 0);
  await editor.stop();
}

const taken = async (editor: Editor): Promise<boolean> =>
  /the last start left what is known/.test(await editor.request<string>("aims/status", {}));

/** A start with what is in the storage folder shows what one without shows. */
async function assertRight(expected: { readonly taken: boolean }, more: Partial<StartOptions> = {}): Promise<void> {
  const again = await start(more);
  const fresh = await cold(more);
  await Editor.same(again, fresh);
  const wasTaken = await taken(again);
  await Promise.all([again.stop(), fresh.stop()]);
  assert.equal(wasTaken, expected.taken);
}

describe("what is kept", () => {
  it("is one file that its owner alone can read, and nothing in the workspace", async () => {
    await leave();
    const { mode } = statSync(join(storage, indexes()[0] ?? ""));
    if (process.platform !== "win32") assert.equal(mode & 0o077, 0);
    assert.deepEqual(readdirSync(storage), indexes());
    assert.deepEqual(readdirSync(folder).sort(), ["aims.yaml", "risks", "systems"]);
  });
});

describe("a second start", () => {
  it("takes over what the first left and shows the same", async () => {
    await leave();
    await assertRight({ taken: true });
  });

  for (const early of [false, true]) {
    it(`offers the fixes of findings it took over of a document opened ${early ? "before" : "later"}`, async () => {
      await leave();
      const editor = await start();
      if (!early) await editor.settled();
      await editor.open(REGISTER, RISKS);
      await editor.until("the finding is shown", () => editor.shown(REGISTER).length > 0);
      await editor.settled();
      assert.ok(await taken(editor));
      const [finding] = editor.shown(REGISTER);
      const textDocument = { uri: editor.uri(REGISTER) };
      await editor.request("textDocument/documentSymbol", { textDocument });
      const context = { diagnostics: [finding] };
      const asked = { textDocument, range: finding?.range, context };
      const actions = await editor.request<CodeAction[]>("textDocument/codeAction", asked);
      const offered = actions.find(({ title }) => title.includes("A.6.2.4"));
      assert.ok(offered);
      const { edit } = await editor.request<CodeAction>("codeAction/resolve", offered);
      assert.match(JSON.stringify(edit), /A\.6\.2\.4/);
      await editor.stop();
    });
  }

  it("reads what changed, came, went, or was only touched in between", async () => {
    await leave();
    write(REGISTER, MENDED);
    await assertRight({ taken: true });
    rmSync(join(folder, SYSTEMS));
    await assertRight({ taken: true });
    write("systems/other.yaml", "aims: system\nid: AI-001\nname: Another\n");
    utimesSync(join(folder, "aims.yaml"), new Date(), new Date());
    await assertRight({ taken: true });
    rmSync(join(folder, "aims.yaml"));
    await assertRight({ taken: true });
  });

  it("reads results files again where a record that hangs on one is checked anew", async () => {
    const measured = (threshold: string): string =>
      `measurements:\n  - id: MEAS-001\n    metric: recall\n    threshold: "${threshold}"\n    value: 0.95\n    source: evals/recall.json#/recall\n`;
    write("measurements.yaml", measured(">= 0.8"));
    write("evals/recall.json", '{ "recall": 0.95 }');
    await leave();
    write("measurements.yaml", measured(">= 0.99"));
    await assertRight({ taken: true });
  });

  it("shows what was found before it looks for what changed, which then takes its place", async () => {
    await leave();
    write("scope.yaml", "aims: scope\nid: SCOPE-001\ntitle: Scope\nsystems: [AI-001]\n");
    write(REGISTER, MENDED);
    utimesSync(join(folder, "aims.yaml"), new Date(), new Date());
    const editor = await start();
    const now = (): string[] => editor.rules("aims.yaml");
    await editor.until("what changed is told", () => now().length > 0 && !now().includes("missing-scope"));
    await editor.settled();
    const told = (path: string): string[][] =>
      editor.published
        .filter(({ uri }) => uri === editor.uri(path))
        .map(({ diagnostics }) => diagnostics.map(({ code }) => String(code)));
    assert.ok(told("aims.yaml")[0]?.includes("missing-scope"));
    assert.ok(told("aims.yaml").every((rules) => rules.length > 0));
    assert.ok(told(REGISTER).every((rules) => !rules.includes("unknown-provision")));
    await editor.stop();
    await assertRight({ taken: true });
  });

  it("follows settings and the day", async () => {
    await leave();
    await assertRight({ taken: true }, { options: { rules: { "unknown-provision": "off" } } });
    await assertRight({ taken: true }, { options: { exclude: ["risks/**"] } });
    await assertRight({ taken: true }, { options: { maxFileSize: 0.05 } });
    await assertRight({ taken: true }, { today: () => "2031-01-01" });
    await assertRight({ taken: false }, { options: { history: false } });
  });

  it("takes nothing from another build, a damaged or a half-written index, and mends it", async () => {
    await leave({ build: "1" });
    const index = join(storage, indexes()[0] ?? "");
    const whole = readFileSync(index);
    await assertRight({ taken: false }, { build: "2" });
    for (const spoil of [
      () => truncateSync(index, whole.length >> 1),
      () => truncateSync(index, 0),
      () => writeFileSync(index, Buffer.from(whole).fill("x", 200, 203)),
      () => writeFileSync(index, "no index at all"),
    ]) {
      spoil();
      await assertRight({ taken: false }, { build: "1" });
    }
    const editor = await start({ build: "1" });
    await editor.until("the index is written anew", () => readFileSync(index, "utf8").startsWith("{"));
    await editor.stop();
    await assertRight({ taken: true }, { build: "1" });
  });

  it("reads all files anew where only what was shown is whole", async () => {
    await leave();
    const index = join(storage, indexes()[0] ?? "");
    const whole = readFileSync(index);
    const facts = whole.indexOf('{"part":"file"');
    assert.ok(facts > 0);
    writeFileSync(index, Buffer.from(whole).fill("x", facts + 20, facts + 23));
    await assertRight({ taken: true });
  });

  it("is cold and right where nothing can be kept", async () => {
    const file = join(storage, "a file and no folder");
    writeFileSync(file, "");
    await assertRight({ taken: false }, { options: { storage: file } });
    const editor = await start({ options: { storage: file } });
    await editor.until("it is said once", () => editor.log.some((line) => line.includes("could not be kept")));
    await editor.stop();
  });

  it("waits for nothing where its index should be, and leaves nothing half-written", async function () {
    if (process.platform === "win32") return this.skip();
    await leave();
    const index = join(storage, indexes()[0] ?? "");
    rmSync(index);
    execFileSync("mkfifo", [index]);
    await assertRight({ taken: false });
    rmSync(index);
    mkdirSync(index);
    const editor = await start();
    await editor.until("it is said", () => editor.log.some((line) => line.includes("could not be kept")));
    await editor.stop();
    assert.deepEqual(readdirSync(storage), indexes());
  });

  it("is right after two windows kept the same folder, one with text that was never saved", async () => {
    const [one, two] = await Promise.all([start(), start()]);
    await one.open(REGISTER, MENDED);
    await one.until("one index is there", () => indexes().length === 1);
    await two.settled();
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    await Promise.all([one.stop(), two.stop()]);
    assert.deepEqual(readdirSync(storage), indexes());
    await assertRight({ taken: true });
  });

  it("of other folders knows nothing of these", async () => {
    await leave();
    await assertRight({ taken: false }, { folders: ["risks"] });
    assert.ok(existsSync(join(storage, indexes()[0] ?? "")));
  });
});
