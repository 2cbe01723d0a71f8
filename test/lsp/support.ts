import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { isDeepStrictEqual } from "node:util";
import {
  type ApplyWorkspaceEditParams,
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  FileChangeType,
  type InitializeResult,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type RegistrationParams,
  type ShowDocumentParams,
} from "vscode-languageserver/node";
import type { Environment } from "../../server/src/lsp/create-session.ts";
import { startServer } from "../../server/src/lsp/server.ts";
import { toUri } from "../../server/src/lsp/paths.ts";
import { CHANGED, type ChangedParams, type Settings } from "../../server/src/protocol.ts";

export const TODAY = "2026-11-23";

/** What an editor of the better sort can do. */
export const CAPABLE: ClientCapabilities = {
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
    workspaceFolders: true,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    publishDiagnostics: { versionSupport: true, relatedInformation: true, tagSupport: { valueSet: [1] } },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
    hover: { contentFormat: ["markdown"] },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix", "source", "source.fixAll"] } },
    },
  },
};

export interface StartOptions {
  /** Files of the workspace: path below its folder → text. */
  readonly files: Readonly<Record<string, string>>;
  readonly capabilities?: ClientCapabilities;
  readonly options?: Settings;
  /** Workspace folders below the folder of the files; the folder itself unless given. */
  readonly folders?: readonly string[];
  readonly today?: () => string;
  /** A folder with files that is there already, of an editor that was stopped; it stays when this one stops. */
  readonly folder?: string;
  /** What build of the server this is. */
  readonly build?: string;
  /** See the server's `Environment`. */
  readonly readFirst?: Environment["readFirst"];
  readonly atWork?: Environment["atWork"];
  readonly tidy?: Environment["tidy"];
}

/** An editor connected to a server of its own by streams, with a workspace on disk. */
export class Editor {
  readonly folder: string;
  readonly client: ProtocolConnection;
  readonly registrations: RegistrationParams["registrations"] = [];
  readonly published: PublishDiagnosticsParams[] = [];
  readonly changed: ChangedParams[] = [];
  readonly applied: ApplyWorkspaceEditParams[] = [];
  /** Uris of documents that the editor was asked to show. */
  readonly shownDocuments: string[] = [];
  readonly log: string[] = [];
  settings: Settings | null = null;
  refreshes = 0;
  initialized!: InitializeResult;
  readonly #dispose: () => void;
  readonly #toServer: PassThrough;
  readonly #owns: boolean;
  readonly #versions = new Map<string, number>();

  private constructor({ files, folder, today = () => TODAY, build = "", readFirst, atWork, tidy }: StartOptions) {
    this.folder = folder ?? realpathSync(mkdtempSync(join(tmpdir(), "aims-lsp-"))).replaceAll("\\", "/");
    this.#owns = folder === undefined;
    for (const [path, text] of Object.entries(files)) this.write(path, text);
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    this.#toServer = toServer;
    const server = createConnection(ProposedFeatures.all, toServer, toClient);
    startServer(server, { today, build, readFirst, atWork, tidy });
    this.client = createProtocolConnection(toClient, toServer);
    this.#answer();
    this.client.listen();
    this.#dispose = () => {
      this.client.dispose();
      server.dispose();
    };
  }

  /** Starts a server and an editor on it. */
  static async start(given: StartOptions): Promise<Editor> {
    const { capabilities = CAPABLE, options, folders = [""] } = given;
    const editor = new Editor(given);
    editor.initialized = await editor.client.sendRequest<InitializeResult>("initialize", {
      processId: null,
      rootUri: null,
      capabilities,
      initializationOptions: options,
      workspaceFolders: folders.map((name) => ({ uri: editor.uri(name), name })),
    });
    await editor.client.sendNotification("initialized", {});
    return editor;
  }

  #answer(): void {
    const { client } = this;
    client.onNotification("textDocument/publishDiagnostics", (p: PublishDiagnosticsParams) => {
      this.published.push(p);
    });
    client.onNotification("window/logMessage", (p: { message: string }) => {
      this.log.push(p.message);
    });
    client.onNotification(CHANGED, (p: ChangedParams) => {
      this.changed.push(p);
    });
    client.onRequest("client/registerCapability", ({ registrations }: RegistrationParams) => {
      this.registrations.push(...registrations);
      return null;
    });
    client.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) => items.map(() => this.settings));
    client.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes++;
      return null;
    });
    client.onRequest("window/showDocument", ({ uri }: ShowDocumentParams) => {
      this.shownDocuments.push(uri);
      return { success: true };
    });
    client.onRequest("workspace/applyEdit", (params: ApplyWorkspaceEditParams) => {
      this.applied.push(params);
      return { applied: true };
    });
  }

  uri(path: string): string {
    return toUri(path === "" ? this.folder : `${this.folder}/${path}`);
  }

  /** Writes a file, as another program would: the server is told nothing. */
  write(path: string, text: string | Uint8Array): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Removes a file or folder, as another program would. */
  remove(path: string): void {
    rmSync(join(this.folder, path), { recursive: true });
  }

  /** Tells the server that files have changed on disk. */
  async touch(...paths: string[]): Promise<void> {
    const changes = paths.map((path) => ({ uri: this.uri(path), type: FileChangeType.Changed }));
    await this.client.sendNotification("workspace/didChangeWatchedFiles", { changes });
  }

  async open(path: string, text: string, languageId = path.endsWith(".md") ? "markdown" : "yaml"): Promise<void> {
    this.#versions.set(path, 1);
    const textDocument = { uri: this.uri(path), languageId, version: 1, text };
    await this.client.sendNotification("textDocument/didOpen", { textDocument });
  }

  /** Replaces the whole text of an open document. */
  async retype(path: string, text: string): Promise<number> {
    const version = (this.#versions.get(path) ?? 0) + 1;
    this.#versions.set(path, version);
    const textDocument = { uri: this.uri(path), version };
    await this.client.sendNotification("textDocument/didChange", { textDocument, contentChanges: [{ text }] });
    return version;
  }

  /** Replaces the whole text of an open document several times, all of which arrive at once; returns the last version. */
  burst(path: string, texts: readonly string[]): number {
    const messages = texts.map((text) => {
      const version = (this.#versions.get(path) ?? 0) + 1;
      this.#versions.set(path, version);
      const params = { textDocument: { uri: this.uri(path), version }, contentChanges: [{ text }] };
      const body = JSON.stringify({ jsonrpc: "2.0", method: "textDocument/didChange", params });
      return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    });
    this.#toServer.write(messages.join(""));
    return this.#versions.get(path) ?? 0;
  }

  async close(path: string): Promise<void> {
    await this.client.sendNotification("textDocument/didClose", { textDocument: { uri: this.uri(path) } });
  }

  /** What the editor shows of a file now. */
  shown(path: string): readonly Diagnostic[] {
    return this.last(path)?.diagnostics ?? [];
  }

  /** The last publication for a file. */
  last(path: string): PublishDiagnosticsParams | undefined {
    return this.published.findLast(({ uri }) => uri === this.uri(path));
  }

  /** Rules of the findings shown for a file. */
  rules(path: string): string[] {
    return this.shown(path).map((one) => String(one.code));
  }

  /** Everything that is shown now, by path. */
  all(): Record<string, readonly Diagnostic[]> {
    const shown = new Map<string, readonly Diagnostic[]>();
    for (const { uri, diagnostics } of this.published) shown.set(uri.slice(this.uri("").length), diagnostics);
    const found = [...shown].filter(([, list]) => list.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.parse(JSON.stringify(Object.fromEntries(found)).replaceAll(this.folder, ""));
  }

  /** Waits until two editors show the same and go on showing it; fails when they do not. */
  static async same(one: Editor, other: Editor): Promise<void> {
    await Promise.all([one.settled(), other.settled()]);
    const deadline = Date.now() + 20_000;
    for (let same = 0; same < 4; ) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      same = isDeepStrictEqual(one.all(), other.all()) && one.published.length > 0 ? same + 1 : 0;
      if (Date.now() > deadline) break;
    }
    assert.deepEqual(one.all(), other.all());
  }

  /** Waits until `probe` is true. */
  async until(what: string, probe: () => boolean): Promise<void> {
    const deadline = Date.now() + 15_000;
    while (!probe()) {
      if (Date.now() > deadline) assert.fail(`waited in vain: ${what}\n${this.log.join("\n")}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Waits until the server has read its folders and told the editor all there is. */
  async settled(): Promise<void> {
    await this.client.sendRequest("aims/coverage", {});
    await new Promise((resolve) => setTimeout(resolve, 60));
  }

  async request<T>(method: string, params: object): Promise<T> {
    return await this.client.sendRequest<T>(method, params);
  }

  async stop(): Promise<void> {
    await this.client.sendRequest("shutdown").catch(() => undefined);
    this.#dispose();
    if (this.#owns) rmSync(this.folder, { recursive: true, force: true });
  }
}
