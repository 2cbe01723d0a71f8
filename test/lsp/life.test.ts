import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, it } from "mocha";
import {
  createConnection,
  createProtocolConnection,
  ErrorCodes,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type ResponseError,
} from "vscode-languageserver/node";
import { startServer } from "../../server/src/lsp/server.ts";
import { FILES } from "./workspace-fixture.ts";

const AT_START = { textDocument: { uri: "file:///nowhere.yaml" }, position: { line: 0, character: 0 } };

describe("the life of a server", () => {
  let client: ProtocolConnection;
  let end: () => void;

  beforeEach(() => {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = createConnection(ProposedFeatures.all, toServer, toClient);
    startServer(server);
    client = createProtocolConnection(toClient, toServer);
    client.listen();
    end = () => {
      client.dispose();
      server.dispose();
    };
  });
  afterEach(() => end());

  const ask = (method: string, params?: object): Promise<unknown> => client.sendRequest(method, params);
  const initialize = (more: object = {}): Promise<unknown> =>
    ask("initialize", { processId: null, rootUri: null, capabilities: {}, ...more });
  const refused = (asked: Promise<unknown>, code: number): Promise<void> =>
    assert.rejects(asked, (error: ResponseError) => error.code === code);

  it("begins once, before which nothing is answered", async () => {
    await refused(ask("textDocument/hover", AT_START), ErrorCodes.ServerNotInitialized);
    await initialize();
    assert.equal(await ask("textDocument/hover", AT_START), null);
    await refused(initialize(), ErrorCodes.InvalidRequest);
    assert.equal(await ask("textDocument/hover", AT_START), null);
    await refused(ask("aims/nothing"), ErrorCodes.MethodNotFound);
  });

  it("ends with a shutdown, after which nothing is answered and nothing is taken in", async () => {
    await initialize();
    const published: unknown[] = [];
    client.onNotification("textDocument/publishDiagnostics", (one) => void published.push(one));
    await ask("shutdown");
    const textDocument = { uri: "untitled:new", languageId: "yaml", version: 1, text: "aims: system\n" };
    await client.sendNotification("textDocument/didOpen", { textDocument });
    await refused(ask("textDocument/hover", AT_START), ErrorCodes.InvalidRequest);
    await refused(ask("textDocument/hover", AT_START), ErrorCodes.InvalidRequest);
    assert.deepEqual(published, []);
  });

  it("reads the folder of an editor that gives a path only", async () => {
    const rootPath = mkdtempSync(join(tmpdir(), "aims-life-"));
    try {
      writeFileSync(join(rootPath, "aims.yaml"), FILES["aims.yaml"] ?? "");
      writeFileSync(join(rootPath, "system.yaml"), "aims: system\nid: AI-001\n");
      const shown = new Promise<void>((resolve) =>
        client.onNotification("textDocument/publishDiagnostics", ({ uri }: PublishDiagnosticsParams) => {
          if (uri.endsWith("/system.yaml")) resolve();
        }),
      );
      await initialize({ rootPath });
      await client.sendNotification("initialized", {});
      await shown;
      await ask("shutdown");
    } finally {
      rmSync(rootPath, { recursive: true, force: true });
    }
  });
});
