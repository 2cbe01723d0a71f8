import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import {
  type CodeAction,
  type CompletionList,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentSymbol,
  type Hover,
  type Location,
  type SymbolInformation,
  type WorkspaceSymbol,
  type TextDocumentEdit,
  type WorkspaceEdit,
  type WorkspaceEditClientCapabilities,
} from "vscode-languageserver/node";
import type { RunScaffoldResult, WireCoverage } from "../../server/src/protocol.ts";
import { CAPABLE, Editor, type StartOptions } from "./support.ts";
import { FILES, MENDED, RISKS } from "./workspace-fixture.ts";

const REGISTER = "risks/register.yaml";
const UNASSESSED = "aims: system\nid: AI-002\nname: Bed planner\nowner: Jonas Berg\nstatus: live\nin_scope: true\n";

describe("requests of the editor", () => {
  let editor: Editor;
  const start = async (options: Partial<StartOptions> = {}): Promise<void> => {
    editor = await Editor.start({ files: FILES, ...options });
    await editor.until("all is told", () => editor.shown("aims.yaml").length > 0);
    await editor.settled();
  };
  afterEach(() => editor.stop());

  const at = (text: string, word: string) => {
    const before = text.slice(0, text.indexOf(word)).split("\n");
    return { line: before.length - 1, character: (before.at(-1)?.length ?? 0) + 1 };
  };
  const wrongNumber = () => {
    const start = { ...at(RISKS, "A.6.2.44") };
    return { start, end: start };
  };
  const actions = (only?: string[], path = REGISTER) =>
    editor.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: editor.uri(path) },
      range: wrongNumber(),
      context: { diagnostics: [...editor.shown(path)], ...(only ? { only } : {}) },
    });
  const edited = (edit: WorkspaceEdit | undefined, text: string): string => {
    const change = edit?.documentChanges?.[0] as TextDocumentEdit | undefined;
    const one = change?.edits[0];
    assert.ok(one && "newText" in one);
    const lines = text.split("\n");
    const { start, end } = one.range;
    const line = lines[start.line] ?? "";
    assert.equal(start.line, end.line);
    lines[start.line] = line.slice(0, start.character) + one.newText + line.slice(end.character);
    return lines.join("\n");
  };

  it("are answered on hover", async () => {
    await start();
    await editor.open(REGISTER, MENDED);
    const position = at(MENDED, "A.6.2.4");
    const answer = await editor.request<Hover | null>("textDocument/hover", {
      textDocument: { uri: editor.uri(REGISTER) },
      position,
    });
    assert.ok(answer && typeof answer.contents === "object" && "kind" in answer.contents);
    assert.equal(answer.contents.kind, "markdown");
    assert.ok(answer.contents.value.length > 10);
  });

  it("are answered in plain words where the editor shows no Markdown", async () => {
    await start({ capabilities: {} });
    await editor.open(REGISTER, MENDED);
    const answer = await editor.request<Hover | null>("textDocument/hover", {
      textDocument: { uri: editor.uri(REGISTER) },
      position: at(MENDED, "AI-001"),
    });
    assert.ok(answer && typeof answer.contents === "object" && "kind" in answer.contents);
    assert.equal(answer.contents.kind, "plaintext");
    assert.match(answer.contents.value, /^AI-001 · Triage assistant\n\nAI system in systems\/register\.md\n/);
  });

  it("resolve a fix lazily: correct the number where it stands, at the version it was seen in", async () => {
    await start();
    await editor.open(REGISTER, RISKS);
    const fix = (await actions()).find((one) => one.title.includes("A.6.2.4"));
    assert.ok(fix);
    assert.equal(fix.edit, undefined);
    assert.equal(fix.diagnostics?.[0]?.code, "unknown-provision");
    const resolved = await editor.request<CodeAction>("codeAction/resolve", fix);
    const change = resolved.edit?.documentChanges?.[0] as TextDocumentEdit;
    assert.deepEqual(change.textDocument, { uri: editor.uri(REGISTER), version: 1 });
    assert.equal(edited(resolved.edit, RISKS), MENDED);
  });

  it("give a fix with its edit at once where the editor resolves nothing", async () => {
    const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } };
    await start({ capabilities: { ...CAPABLE, textDocument: { ...CAPABLE.textDocument, codeAction } } });
    await editor.open(REGISTER, RISKS);
    const fix = (await actions()).find((one) => one.title.includes("A.6.2.4"));
    assert.equal(edited(fix?.edit, RISKS), MENDED);
  });

  it("give a fix that creates a file to an editor that names the creation of files and no document changes", async () => {
    const workspaceEdit: WorkspaceEditClientCapabilities = { resourceOperations: ["rename", "create", "delete"] };
    await start({
      files: { ...FILES, "systems/AI-002.yaml": UNASSESSED },
      capabilities: { ...CAPABLE, workspace: { ...CAPABLE.workspace, workspaceEdit } },
    });
    const [finding] = editor.shown("systems/AI-002.yaml").filter(({ code }) => code === "unassessed-system");
    assert.ok(finding);
    const offered = await editor.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: editor.uri("systems/AI-002.yaml") },
      range: finding.range,
      context: { diagnostics: [finding] },
    });
    const fix = offered.find(({ title }) => title.includes("impact assessment"));
    assert.ok(fix);
    const { edit } = await editor.request<CodeAction>("codeAction/resolve", fix);
    assert.ok(edit?.documentChanges?.some((change) => "kind" in change && change.kind === "create"));
  });

  it("have VS Code show what a fix creates, and nothing after another fix, though it drops commands of resolved actions", async () => {
    const path = "systems/AI-002.yaml";
    await start({
      files: { ...FILES, [path]: UNASSESSED },
      capabilities: { ...CAPABLE, window: { showDocument: { support: true } } },
      options: { views: true },
    });
    const take = async (of: string, rule: string, words: string): Promise<CodeAction> => {
      const [finding] = editor.shown(of).filter(({ code }) => code === rule);
      assert.ok(finding);
      const context = { diagnostics: [finding] };
      const asked = { textDocument: { uri: editor.uri(of) }, range: finding.range, context };
      const offered = await editor.request<CodeAction[]>("textDocument/codeAction", asked);
      const fix = offered.find(({ title }) => title.includes(words));
      assert.ok(fix?.command);
      const resolved = await editor.request<CodeAction>("codeAction/resolve", fix);
      await editor.request("workspace/executeCommand", { command: fix.command.command });
      return resolved;
    };
    const { edit } = await take(path, "unassessed-system", "impact assessment");
    const create = edit?.documentChanges?.find((change) => "kind" in change && change.kind === "create");
    assert.ok(create && "uri" in create);
    assert.deepEqual(editor.shownDocuments, [create.uri]);
    await take(REGISTER, "unknown-provision", "A.6.2.4");
    assert.deepEqual(editor.shownDocuments, [create.uri]);
  });

  it("apply all safe fixes when asked for the source action, and offer none where nothing is wrong", async () => {
    await start();
    const unopened = "aims: risk\nid: RISK-002\ntitle: Calls are cut off\n---\n\n# Calls are cut off\n";
    await editor.open("risks/calls.md", unopened);
    const [action, ...more] = await actions(["source.fixAll"], "risks/calls.md");
    assert.deepEqual(more, []);
    assert.equal(action?.kind, "source.fixAll.aims");
    const mended = edited(action.edit, unopened);
    assert.equal(mended, `---\n${unopened}`);
    await editor.retype("risks/calls.md", mended);
    assert.deepEqual(await actions(["source.fixAll"], "risks/calls.md"), []);
  });

  it("give completions without stops where the editor knows no snippets", async () => {
    await start({ capabilities: {} });
    await editor.open(REGISTER, `${RISKS}    treatment: `);
    const { items } = await editor.request<CompletionList>("textDocument/completion", {
      textDocument: { uri: editor.uri(REGISTER) },
      position: { line: 7, character: 15 },
    });
    assert.ok(items.length > 0);
    for (const item of items) {
      assert.equal(item.insertTextFormat, 1);
      assert.doesNotMatch(item.textEdit?.newText ?? "", /\$\{/);
    }
  });

  it("tell an editor to ask for completions again where there are more than are given", async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, i) => `  - {id: AI-${100 + i}, name: S}`).join("\n");
    await start();
    await editor.open(REGISTER, `${RISKS}    systems: `);
    const ask = () =>
      editor.request<CompletionList>("textDocument/completion", {
        textDocument: { uri: editor.uri(REGISTER) },
        position: { line: 7, character: 13 },
      });
    await editor.open("few.yaml", `systems:\n${rows(20)}\n`);
    assert.equal((await ask()).isIncomplete, false);
    await editor.open("many.yaml", `systems:\n${rows(300)}\n`);
    assert.equal((await ask()).isIncomplete, true);
  });

  it("give symbols with names", async () => {
    await start();
    await editor.open(REGISTER, RISKS);
    const symbols = await editor.request<DocumentSymbol[]>("textDocument/documentSymbol", {
      textDocument: { uri: editor.uri(REGISTER) },
    });
    assert.ok(symbols.length > 0);
    for (const one of symbols) assert.notEqual(one.name.trim(), "");
  });

  it("give the coverage of each AIMS", async () => {
    await start({ files: { ...FILES, "second/aims.yaml": FILES["aims.yaml"] } });
    const reports = await editor.request<WireCoverage[]>("aims/coverage", {});
    assert.deepEqual(
      reports.map(({ root }) => root),
      [editor.uri(""), editor.uri("second")],
    );
    assert.ok(reports[0]?.groups.some((group) => group.provisions.some((row) => row.provision === "5.2")));
  });

  it("scaffold a document as one edit that creates it, and never over an existing file", async () => {
    await start();
    const args = { system: "AI-001" };
    const run = () =>
      editor.request<RunScaffoldResult>("aims/runScaffold", { root: editor.uri(""), name: "impact-assessment", args });
    const { open, error } = await run();
    assert.equal(error, undefined);
    const changes = editor.applied[0]?.edit.documentChanges ?? [];
    const created = changes.find((change) => "kind" in change && change.kind === "create");
    assert.ok(created && "uri" in created);
    assert.equal(open?.uri, created.uri);
    assert.deepEqual(created.options, { overwrite: false, ignoreIfExists: false });
    editor.write(decodeURIComponent(created.uri.slice(editor.uri("").length + 1)), "mine\n");
    const again = await run();
    assert.match(again.error ?? "", /exists already/);
    assert.equal(editor.applied.length, 1);
  });

  it("explain in a sentence why a scaffold cannot be run", async () => {
    await start();
    const result = await editor.request<RunScaffoldResult>("aims/runScaffold", {
      root: editor.uri(""),
      name: "no-such-thing",
      args: {},
    });
    assert.ok((result.error?.length ?? 0) > 5);
    assert.deepEqual(editor.applied, []);
  });

  it("say what the server holds", async () => {
    await start();
    const text = await editor.client.sendRequest<string>("aims/status");
    assert.match(text, /3 governance documents/);
  });

  it("find references, with and without the declaration, and highlight them", async () => {
    await start();
    await editor.open(REGISTER, MENDED);
    const [word] = /AI-\d+/.exec(MENDED) ?? [];
    assert.ok(word);
    const ask = (includeDeclaration: boolean) =>
      editor.request<Location[]>("textDocument/references", {
        textDocument: { uri: editor.uri(REGISTER) },
        position: at(MENDED, word),
        context: { includeDeclaration },
      });
    const [all, others] = [await ask(true), await ask(false)];
    assert.equal(all.length, others.length + 1);
    assert.ok(others.some(({ uri }) => uri === editor.uri(REGISTER)));
    const marks = await editor.request<DocumentHighlight[]>("textDocument/documentHighlight", {
      textDocument: { uri: editor.uri(REGISTER) },
      position: at(MENDED, word),
    });
    assert.deepEqual(
      marks.map(({ range }) => range),
      others.filter(({ uri }) => uri === editor.uri(REGISTER)).map(({ range }) => range),
    );
    assert.ok(marks.every(({ kind }) => kind === DocumentHighlightKind.Read));
  });

  it("find records of the workspace by name", async () => {
    await start();
    const found = await editor.request<SymbolInformation[]>("workspace/symbol", { query: "risk" });
    assert.ok(found.some(({ name, location }) => name.startsWith("RISK-") && location.uri === editor.uri(REGISTER)));
    assert.deepEqual(await editor.request("workspace/symbol", { query: "no such record anywhere" }), []);
  });

  it("give the place of a record of the workspace when it is chosen, where the editor asks for it then", async () => {
    const symbol = { resolveSupport: { properties: ["location.range"] } };
    await start({ capabilities: { ...CAPABLE, workspace: { ...CAPABLE.workspace, symbol } } });
    const [found] = await editor.request<WorkspaceSymbol[]>("workspace/symbol", { query: "risk-001" });
    assert.deepEqual(found?.location, { uri: editor.uri(REGISTER) });
    const resolved = await editor.request<SymbolInformation>("workspaceSymbol/resolve", found);
    assert.equal(resolved.location.range.start.line, 2);
  });
});

describe("the server", () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  it("registers its own watchers", async () => {
    editor = await Editor.start({ files: FILES });
    await editor.until("the watchers", () =>
      editor.registrations.some((one) => one.method === "workspace/didChangeWatchedFiles"),
    );
  });

  it("tells views of changes once it is quiet, only where the editor shows views", async () => {
    editor = await Editor.start({ files: FILES, options: { views: true } });
    await editor.until("the first report", () => editor.changed.some((one) => !one.reading));
    const last = editor.changed.at(-1);
    assert.equal(editor.changed[0]?.reading, true);
    assert.equal(last?.aims, 1);
    assert.ok((last?.errors ?? 0) > 0 && (last?.assessable ?? 0) > 0);
    await editor.stop();
    editor = await Editor.start({ files: FILES });
    await editor.settled();
    assert.deepEqual(editor.changed, []);
  });

  it("answers unknown documents and odd requests, and stays up", async () => {
    editor = await Editor.start({ files: FILES });
    const textDocument = { uri: "file:///no/such/file.md" };
    const position = { line: 9999, character: 9999 };
    const range = { start: position, end: position };
    assert.equal(await editor.request("textDocument/hover", { textDocument, position }), null);
    assert.deepEqual(await editor.request("textDocument/documentSymbol", { textDocument }), []);
    const context = { diagnostics: [] };
    assert.deepEqual(await editor.request("textDocument/codeAction", { textDocument, range, context }), []);
    assert.deepEqual(await editor.request("codeAction/resolve", { title: "x" }), { title: "x" });
    assert.deepEqual(await editor.request("completionItem/resolve", { label: "x" }), { label: "x" });
    await editor.client.sendNotification("textDocument/didChange", {
      textDocument: { ...textDocument, version: 3 },
      contentChanges: [{ text: "x" }],
    });
    await editor.until("the finding", () => editor.rules(REGISTER).includes("unknown-provision"));
  });
});
