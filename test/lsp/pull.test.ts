import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import {
  CancellationTokenSource,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver/node";
import { CAPABLE, Editor } from "./support.ts";
import { FILES, MENDED, RISKS } from "./workspace-fixture.ts";

const REGISTER = "risks/register.yaml";
const PULLING = {
  ...CAPABLE,
  textDocument: { ...CAPABLE.textDocument, diagnostic: { dynamicRegistration: false } },
};

describe("findings pulled by the editor", () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await Editor.start({ files: FILES, capabilities: PULLING });
  });
  afterEach(() => editor.stop());

  const pull = (path: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    editor.request("textDocument/diagnostic", {
      textDocument: { uri: editor.uri(path) },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  const rules = (report: DocumentDiagnosticReport): unknown[] =>
    report.kind === "full" ? report.items.map((one) => one.code) : [report.kind];

  /** A question about the whole workspace that is held open, and all that it is told. */
  function heldOpen(): { readonly told: WorkspaceDiagnosticReport["items"]; readonly end: () => Promise<unknown> } {
    const told: WorkspaceDiagnosticReport["items"] = [];
    const token = new CancellationTokenSource();
    editor.client.onProgress(
      WorkspaceDiagnosticRequest.partialResult,
      "waits",
      ({ items }) => void told.push(...items),
    );
    const waits = editor.client.sendRequest(
      "workspace/diagnostic",
      { previousResultIds: [], partialResultToken: "waits" },
      token.token,
    );
    const end = (): Promise<unknown> => {
      token.cancel();
      return waits;
    };
    return { told, end };
  }

  it("are never pushed as well", async () => {
    await editor.open(REGISTER, RISKS);
    assert.ok(rules(await pull(REGISTER)).includes("unknown-provision"));
    await editor.settled();
    assert.deepEqual(editor.published, []);
  });

  it("are unchanged while nothing they depend on changes, and full when it does", async () => {
    await editor.open(REGISTER, RISKS);
    const first = await pull(REGISTER);
    assert.equal((await pull(REGISTER, first.resultId)).kind, "unchanged");
    await editor.retype(REGISTER, MENDED);
    const second = await pull(REGISTER, first.resultId);
    assert.ok(!rules(second).includes("unknown-provision"));
    await editor.settled();
    const refreshes = editor.refreshes;
    editor.remove("systems/register.md");
    await editor.touch("systems/register.md");
    await editor.until("the request to pull again", () => editor.refreshes > refreshes);
    assert.ok(rules(await pull(REGISTER, second.resultId)).includes("dangling-reference"));
  });

  it("are told to everybody who waits for them, also when another question comes first", async () => {
    const { told, end } = heldOpen();
    await editor.until("what there is", () => told.length > 0);
    await editor.settled();
    told.length = 0;
    await editor.open(REGISTER, RISKS);
    await editor.retype(REGISTER, MENDED);
    await editor.request("workspace/diagnostic", { previousResultIds: [] });
    await editor.until("the change", () => told.some(({ uri }) => uri === editor.uri(REGISTER)));
    await end();
  });

  it("that were asked for between two changes are asked for again when the second takes the first back", async () => {
    const systems = FILES["systems/register.md"];
    await editor.open(REGISTER, RISKS);
    await editor.open("systems/register.md", systems);
    await pull(REGISTER);
    await editor.settled();
    const refreshes = editor.refreshes;
    void editor.retype("systems/register.md", systems.replace("AI-001", "AI-002"));
    const between = pull(REGISTER);
    const { told, end } = heldOpen();
    void editor.retype("systems/register.md", systems);
    assert.deepEqual(rules(await between).includes("dangling-reference"), true, "the first change was seen");
    await editor.until("the request to pull again", () => editor.refreshes > refreshes);
    await editor.until("what was told last is true", () => {
      const last = told.findLast(({ uri }) => uri === editor.uri(REGISTER));
      return last !== undefined && !rules(last).includes("dangling-reference");
    });
    await end();
  });

  it("name files as the editor does, whatever it writes", async () => {
    const uris = [editor.uri("aims.yaml").replace("aims.yaml", "%61ims.yaml"), "file:////no/uri.yaml", "untitled:gone"];
    const { items } = await editor.request<WorkspaceDiagnosticReport>("workspace/diagnostic", {
      previousResultIds: uris.map((uri) => ({ uri, value: "of an earlier run" })),
    });
    assert.deepEqual(
      uris.filter((uri) => !items.some((one) => one.uri === uri)),
      [],
    );
  });

  it("are told in full of a document that was closed", async () => {
    await editor.open(REGISTER, RISKS);
    const first = await pull(REGISTER);
    await editor.close(REGISTER);
    assert.equal((await pull(REGISTER, first.resultId)).kind, "full");
  });

  it("come for the whole workspace, held open and streamed", async () => {
    const parts: WorkspaceDiagnosticReport[] = [];
    const source = new CancellationTokenSource();
    editor.client.onProgress(WorkspaceDiagnosticRequest.partialResult, "part", (part) => {
      parts.push(part);
    });
    let answered = false;
    const answer = editor.client
      .sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [], partialResultToken: "part" }, source.token)
      .finally(() => {
        answered = true;
      });
    const of = (path: string) => parts.flatMap((part) => part.items).findLast((item) => item.uri === editor.uri(path));
    await editor.until("the closed register", () => of(REGISTER) !== undefined);
    assert.equal(answered, false);
    editor.remove(REGISTER);
    await editor.touch(REGISTER);
    await editor.until("the register emptied", () => {
      const report = of(REGISTER);
      return report?.kind === "full" && report.items.length === 0;
    });
    assert.equal(answered, false);
    source.cancel();
    await answer;
  });

  it("come for the whole workspace in one answer where the editor takes no partial results", async () => {
    const { items } = await editor.request<WorkspaceDiagnosticReport>("workspace/diagnostic", {
      previousResultIds: [],
    });
    const report = items.find((item) => item.uri === editor.uri(REGISTER));
    assert.ok(report?.kind === "full" && rules(report).includes("unknown-provision"));
    const known = items.map(({ uri, resultId }) => ({ uri, value: resultId ?? "" }));
    const next = editor.request<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds: known });
    await editor.open(REGISTER, MENDED);
    const changed = (await next).items.find((item) => item.uri === editor.uri(REGISTER));
    assert.ok(changed?.kind === "full" && !rules(changed).includes("unknown-provision"));
  });
});
