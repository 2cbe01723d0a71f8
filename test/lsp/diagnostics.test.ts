import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import { CAPABLE, Editor, type StartOptions } from "./support.ts";
import { FILES, MENDED, RISKS } from "./workspace-fixture.ts";

const REGISTER = "risks/register.yaml";

describe("findings pushed to the editor", () => {
  let editor: Editor;
  const start = async (options: Partial<StartOptions> = {}): Promise<Editor> => {
    editor = await Editor.start({ files: FILES, ...options });
    return editor;
  };
  afterEach(() => editor.stop());
  const wrong = (path = REGISTER): boolean => editor.rules(path).includes("unknown-provision");

  it("are there for files that nobody opened, at the wrong word", async () => {
    await start();
    await editor.until("the finding", wrong);
    const finding = editor.shown(REGISTER).find((one) => one.code === "unknown-provision");
    const line = RISKS.split("\n").findIndex((text) => text.includes("A.6.2.44"));
    const character = RISKS.split("\n")[line]?.indexOf("A.6.2.44") ?? -1;
    assert.deepEqual(finding?.range, {
      start: { line, character },
      end: { line, character: character + "A.6.2.44".length },
    });
    assert.equal(finding?.source, "aims");
    assert.equal(editor.last(REGISTER)?.version, undefined);
  });

  it("follow typing, with the version they belong to, and go when mended", async () => {
    await start();
    await editor.open(REGISTER, MENDED);
    await editor.settled();
    assert.equal(wrong(), false);
    await editor.retype(REGISTER, RISKS);
    await editor.until("the finding", wrong);
    assert.equal(editor.last(REGISTER)?.version, 2);
    await editor.retype(REGISTER, MENDED);
    await editor.until("no finding", () => !wrong());
    assert.equal(editor.last(REGISTER)?.version, 3);
  });

  it("are told of a document that is opened, with its version, also when there are none", async () => {
    await start();
    await editor.settled();
    await editor.open("notes.md", "# Notes\n\nNothing to see.\n");
    await editor.until("the empty list", () => editor.last("notes.md")?.version === 1);
    assert.deepEqual(editor.shown("notes.md"), []);
    await editor.open(REGISTER, RISKS);
    await editor.until("the findings with a version", () => editor.last(REGISTER)?.version === 1);
  });

  it("are of the text that came last when an open document is opened again", async () => {
    await start();
    await editor.open(REGISTER, RISKS);
    await editor.until("the finding", () => wrong() && editor.last(REGISTER)?.version === 1);
    await editor.open(REGISTER, MENDED);
    await editor.until("no finding", () => !wrong());
    await editor.open(REGISTER, MENDED);
    const version = await editor.retype(REGISTER, RISKS);
    await editor.until("the finding again", () => wrong() && editor.last(REGISTER)?.version === version);
    await editor.retype(REGISTER, MENDED);
    await editor.until("no finding again", () => !wrong());
    await editor.close(REGISTER);
    await editor.until(
      "the finding of the file on disk",
      () => wrong() && editor.last(REGISTER)?.version === undefined,
    );
  });

  it("are not sent again for documents whose findings are the same", async () => {
    await start();
    await editor.until("all is told", () => wrong() && editor.shown("aims.yaml").length > 0);
    await editor.settled();
    const before = editor.published.length;
    await editor.open(REGISTER, RISKS);
    await editor.retype(REGISTER, `${RISKS}# a comment\n`);
    await editor.settled();
    const others = editor.published.slice(before).filter(({ uri }) => uri !== editor.uri(REGISTER));
    assert.deepEqual(others, []);
  });

  it("go back to what is on disk when a document is closed unsaved", async () => {
    await start();
    await editor.open(REGISTER, MENDED);
    await editor.settled();
    assert.equal(wrong(), false);
    await editor.close(REGISTER);
    await editor.until("the finding of the file on disk", wrong);
  });

  it("follow files that change, come, move and go on disk", async () => {
    await start();
    await editor.until("the finding", wrong);
    editor.write(REGISTER, MENDED);
    await editor.touch(REGISTER);
    await editor.until("no finding", () => !wrong());
    editor.write("more/register.yaml", RISKS.replace("RISK-001", "RISK-002"));
    await editor.touch("more");
    await editor.until("the finding of a new folder", () => wrong("more/register.yaml"));
    editor.remove("more");
    await editor.touch("more");
    await editor.until("no finding of a folder that is gone", () => editor.shown("more/register.yaml").length === 0);
  });

  it("appear in other documents when what these refer to goes", async () => {
    await start();
    await editor.settled();
    assert.ok(!editor.rules(REGISTER).includes("dangling-reference"));
    editor.remove("systems/register.md");
    await editor.touch("systems/register.md");
    await editor.until("the dangling reference", () => editor.rules(REGISTER).includes("dangling-reference"));
  });

  it("leave an open document as the editor has it when its file changes on disk", async () => {
    await start();
    await editor.open(REGISTER, MENDED);
    editor.write(REGISTER, RISKS);
    await editor.touch(REGISTER);
    await editor.settled();
    assert.equal(wrong(), false);
  });

  it("follow the severities of the settings", async () => {
    await start();
    await editor.until("the finding", wrong);
    editor.settings = { rules: { "unknown-provision": "off" } };
    await editor.client.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await editor.until("no finding", () => !wrong());
    editor.settings = { rules: {} };
    await editor.client.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await editor.until("the finding again", wrong);
  });

  it("leave out what settings exclude, also when the settings come later", async () => {
    await start({ options: { exclude: ["risks/**"] } });
    await editor.settled();
    assert.equal(wrong(), false);
    editor.settings = { exclude: [] };
    await editor.client.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await editor.until("the finding", wrong);
  });

  it("say so of a file that is too large to be read", async () => {
    await start({ files: { ...FILES, [REGISTER]: `${RISKS}# ${"x".repeat(3000)}\n` }, options: { maxFileSize: 2 } });
    await editor.until("the file as not checked", () => editor.rules(REGISTER).includes("unreadable-file"));
  });

  it("are there for a document that is not saved yet, and go with it", async () => {
    await start();
    const uri = "untitled:Untitled-1";
    const text = "aims: risk\nid: RISK-009\ncontrols: [A.6.2.44]\n";
    const shown = () => editor.published.findLast((one) => one.uri === uri)?.diagnostics ?? [];
    await editor.client.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "yaml", version: 1, text },
    });
    await editor.until("the finding", () => shown().some((one) => one.code === "unknown-provision"));
    await editor.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
    await editor.until("no finding", () => shown().length === 0);
  });

  it("are there without any workspace folder, with the AIMS around the document read", async () => {
    await start({ folders: [] });
    await editor.open(REGISTER, RISKS);
    await editor.until("the finding", wrong);
    assert.ok(!editor.rules(REGISTER).includes("dangling-reference"), "AI-001 stands in the register beside it");
  });

  it("are forgotten with the workspace folder they came from", async () => {
    await start({ folders: ["risks", "systems"] });
    await editor.until("the finding", wrong);
    await editor.client.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: [], removed: [{ uri: editor.uri("risks"), name: "risks" }] },
    });
    await editor.until("no finding", () => editor.shown(REGISTER).length === 0);
  });

  it("end in nothing stale after many quick edits", async () => {
    await start();
    await editor.open(REGISTER, RISKS);
    for (let i = 0; i < 50; i++) await editor.retype(REGISTER, i % 2 ? RISKS : MENDED);
    const version = await editor.retype(REGISTER, `# Moved by a line\n${RISKS}`);
    await editor.until("the finding where it is now", () => wrong() && editor.last(REGISTER)?.version === version);
    const versions = editor.published.flatMap((one) => (one.uri === editor.uri(REGISTER) ? (one.version ?? []) : []));
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => a - b),
    );
  });

  it("are sent once, for the last of many edits that came together, or now and then while they come for long", async () => {
    await start();
    await editor.open(REGISTER, MENDED);
    await editor.settled();
    const versions = async (texts: readonly string[]): Promise<(number | undefined)[]> => {
      const before = editor.published.length;
      const last = editor.burst(REGISTER, texts);
      await editor.until("the last version", () => editor.last(REGISTER)?.version === last);
      await editor.settled();
      const told = editor.published.slice(before).filter(({ uri }) => uri === editor.uri(REGISTER));
      assert.equal(told.at(-1)?.version, last);
      return told.map(({ version }) => version);
    };
    const typed = Array.from({ length: 9 }, (_, i) => (i % 2 ? MENDED : RISKS));
    assert.equal((await versions(typed)).length, 1);
    const more = Array.from({ length: 100 }, (_, i) => `- id: RISK-${100 + i}\n`).join("");
    const long = Array.from(
      { length: 300 },
      (_, i) => `${i % 2 ? MENDED : RISKS}${more.replaceAll("- id", `# ${i}\n  - id`)}`,
    );
    const told = await versions([...long, RISKS]);
    assert.ok(told.length > 1 && told.length < 30, `told ${told.length} times`);
  }).timeout(60_000);

  it("come without related information and tags where the editor knows neither", async () => {
    await start({ capabilities: {} });
    await editor.until("the finding", wrong);
    for (const one of editor.shown(REGISTER)) assert.ok(!("tags" in one) && !("relatedInformation" in one));
    assert.deepEqual(CAPABLE.textDocument?.publishDiagnostics?.tagSupport, { valueSet: [1] });
  });
});
