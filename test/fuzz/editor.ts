import { PassThrough } from "node:stream";
import {
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from "vscode-languageserver/node";
import { toUri } from "../../server/src/lsp/paths.ts";
import { startServer } from "../../server/src/lsp/server.ts";
import type { Settings } from "../../server/src/protocol.ts";
import { CAPABLE, TODAY } from "../lsp/support.ts";

/** What is shown, by uri. */
export type Findings = Readonly<Record<string, readonly Diagnostic[]>>;

/** A document open in the editor. */
export interface Open {
  readonly text: string;
  readonly version: number;
}

/** An editor on a folder that others may look at too, connected to a server of its own by streams. */
export class Client {
  readonly connection: ProtocolConnection;
  readonly open = new Map<string, Open>();
  readonly shown = new Map<string, readonly Diagnostic[]>();
  readonly wrong: string[] = [];
  readonly #told = new Map<string, number>();
  readonly #end: () => void;
  settings: Settings = {};

  private constructor() {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = createConnection(ProposedFeatures.all, toServer, toClient);
    startServer(server, { today: () => TODAY });
    this.connection = createProtocolConnection(toClient, toServer);
    this.connection.onNotification("textDocument/publishDiagnostics", (p: PublishDiagnosticsParams) => this.#take(p));
    this.connection.onNotification("window/logMessage", ({ type, message }: { type: number; message: string }) => {
      if (type === 1) this.wrong.push(message);
    });
    this.connection.onRequest("client/registerCapability", () => null);
    this.connection.onRequest("workspace/diagnostic/refresh", () => null);
    this.connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    this.connection.listen();
    this.#end = () => {
      this.connection.dispose();
      server.dispose();
    };
  }

  /**
   * @param pull whether the editor asks for findings itself
   * @param storage a folder for what the server keeps for its next start
   */
  static async start(
    folders: readonly string[],
    pull: boolean,
    settings: Settings = {},
    storage?: string,
  ): Promise<Client> {
    const client = new Client();
    client.settings = settings;
    const textDocument = { ...CAPABLE.textDocument, ...(pull ? { diagnostic: { dynamicRegistration: false } } : {}) };
    await client.connection.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      capabilities: { ...CAPABLE, textDocument },
      initializationOptions: storage === undefined ? undefined : { storage },
      workspaceFolders: folders.map((path) => ({ uri: toUri(path), name: path })),
    });
    client.notify("initialized", {});
    return client;
  }

  notify(method: string, params: object): void {
    void this.connection.sendNotification(method, params);
  }

  #take({ uri, version, diagnostics }: PublishDiagnosticsParams): void {
    this.shown.set(uri, diagnostics);
    if (version === undefined) return;
    const newest = this.open.get(uri)?.version;
    if (newest !== undefined && version > newest)
      this.wrong.push(`${uri}: version ${version} was never sent, ${newest} is the newest`);
    if (version < (this.#told.get(uri) ?? 0))
      this.wrong.push(`${uri}: version ${version} is told after ${this.#told.get(uri)}`);
    this.#told.set(uri, version);
  }

  openDocument(uri: string, text: string, version: number): void {
    this.open.set(uri, { text, version });
    this.#told.delete(uri);
    const languageId = uri.endsWith(".md") ? "markdown" : "yaml";
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version, text } });
  }

  closeDocument(uri: string): void {
    this.open.delete(uri);
    this.#told.delete(uri);
    this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  change(uri: string, version: number, text: string, contentChanges: object[] = [{ text }]): void {
    if (this.open.has(uri)) this.open.set(uri, { text, version });
    this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  /** All findings of these files, as the editor shows them or is told when it asks. */
  async findings(uris: readonly string[], pull: boolean): Promise<Findings> {
    await this.connection.sendRequest("aims/coverage", {});
    const out: Record<string, readonly Diagnostic[]> = {};
    for (const uri of [...uris].sort()) {
      const items = pull ? await this.#pull(uri) : (this.shown.get(uri) ?? []);
      if (items.length > 0) out[uri] = items;
    }
    return out;
  }

  async #pull(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", {
      textDocument: { uri },
    });
    return report.kind === "full" ? report.items : [];
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest("shutdown").catch(() => undefined);
    this.#end();
  }
}
