import assert from "node:assert/strict";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, it } from "mocha";
import {
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  ResponseError,
} from "vscode-languageserver/node";
import { toUri } from "../../server/src/lsp/paths.ts";
import { startServer } from "../../server/src/lsp/server.ts";
import type { Settings } from "../../server/src/protocol.ts";
import { CAPABLE } from "./support.ts";
import { FILES, MENDED } from "./workspace-fixture.ts";

const REGISTER = "register.yaml";
const REFUSED = new ResponseError(-32601, "This editor does not do that.");

/** An editor that declares what a good one does, and answers as it likes. */
describe("an editor that refuses what it has offered", () => {
  let client: ProtocolConnection;
  let folder: string;
  let end: () => void;
  const shown = new Map<string, readonly Diagnostic[]>();
  const errors: string[] = [];

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "aims-unwilling-"))).replaceAll("\\", "/");
    write("aims.yaml", FILES["aims.yaml"]);
    write(REGISTER, FILES["risks/register.yaml"]);
    shown.clear();
    errors.length = 0;
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = createConnection(ProposedFeatures.all, toServer, toClient);
    startServer(server);
    client = createProtocolConnection(toClient, toServer);
    client.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      shown.set(uri, diagnostics);
    });
    client.onNotification("window/logMessage", ({ type, message }: { type: number; message: string }) => {
      if (type === 1) errors.push(message);
    });
    client.listen();
    end = () => {
      client.dispose();
      server.dispose();
    };
  });
  afterEach(async () => {
    await client.sendRequest("shutdown");
    end();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const uri = (name: string): string => toUri(`${folder}/${name}`);
  const rules = (): unknown[] => (shown.get(uri(REGISTER)) ?? []).map(({ code }) => code);
  const start = async (more: object = {}): Promise<void> => {
    const workspaceFolders = [{ uri: toUri(folder), name: "x" }];
    await client.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      capabilities: CAPABLE,
      workspaceFolders,
      ...more,
    });
    await client.sendNotification("initialized", {});
  };
  const until = async (what: string, probe: () => boolean): Promise<void> => {
    for (const deadline = Date.now() + 15_000; !probe(); ) {
      assert.ok(Date.now() < deadline, `waited in vain: ${what}\n${errors.join("\n")}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  it("is served by what it gives: its settings hold, and the disk is looked at", async () => {
    const settings: Settings = { rules: { "unknown-provision": "hint" } };
    for (const method of ["client/registerCapability", "workspace/inlayHint/refresh", "workspace/diagnostic/refresh"])
      client.onRequest(method, () => REFUSED);
    client.onRequest("workspace/configuration", () => [settings]);
    await start();
    const isHint = ({ code, severity }: Diagnostic): boolean => code === "unknown-provision" && severity === 4;
    await until("the setting holds", () => (shown.get(uri(REGISTER)) ?? []).some(isHint));
    write(REGISTER, MENDED);
    await until("the change on disk is seen", () => !rules().includes("unknown-provision"));
    assert.deepEqual(errors, []);
  });

  it("keeps the settings it had when it gives none, and the newest when it answers late", async () => {
    const answers: ((settings: unknown) => void)[] = [];
    client.onRequest("client/registerCapability", () => null);
    client.onRequest("workspace/configuration", () => new Promise((resolve) => answers.push(resolve)));
    const ask = () => client.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await start();
    await until("the finding", () => rules().includes("unknown-provision"));
    await ask();
    await until("it is asked twice", () => answers.length === 2);
    answers[1]?.([{ rules: { "unknown-provision": "off" } }]);
    await until("the rule is off", () => !rules().includes("unknown-provision"));
    answers[0]?.([{}]);
    await ask();
    await until("it is asked again", () => answers.length === 3);
    answers[2]?.(REFUSED);
    await client.sendRequest("aims/coverage", {});
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.ok(!rules().includes("unknown-provision"));
    assert.deepEqual(errors, []);
  });

  it("is served when it writes null for what it has not, and names what is no folder", async () => {
    const capabilities = { textDocument: null, workspace: { symbol: { resolveSupport: null } }, window: null };
    const workspaceFolders = [null, {}, { uri: 7 }, { uri: "file:////" }, { uri: toUri(folder) }];
    await start({ capabilities, workspaceFolders });
    await until("the finding", () => rules().includes("unknown-provision"));
    assert.deepEqual(errors, []);
  });

  it("is told of a document that is opened again as of another language where it stands now", async () => {
    await start();
    const open = (version: number, languageId: string, text: string) =>
      client.sendNotification("textDocument/didOpen", {
        textDocument: { uri: "untitled:new", languageId, version, text },
      });
    const found = (): unknown[] => (shown.get("untitled:new") ?? []).map(({ code }) => code);
    await open(1, "yaml", "aims: risk\nid: RISK-001\ncontrols: [A.6.2.44]\n");
    await until("the finding", () => found().includes("unknown-provision"));
    await open(2, "markdown", "# Nothing\n");
    await until("the finding is gone", () => found().length === 0);
    await client.sendNotification("textDocument/didClose", { textDocument: { uri: "untitled:new" } });
    await client.sendRequest("aims/coverage", {});
    assert.deepEqual(found(), []);
  });
});
