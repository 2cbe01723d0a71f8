import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  type Diagnostic,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

interface Answer {
  readonly version: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
}
export type Wanted = (answer: Answer) => boolean;

/** How a server is spoken to, where that differs from server to server. */
export interface Dialect {
  /** Diagnostics are asked for after each change, and again until they show it. */
  readonly pull?: boolean;
  readonly initializationOptions?: object;
  /** Settings by section, given when asked for and told once after the start. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Answers to the server's own requests. */
  readonly handlers?: Readonly<Record<string, (params: never) => unknown>>;
}

/** A plain language client over stdio that times what it is told. All times in milliseconds. */
export class BenchClient {
  readonly #child: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #latest = new Map<string, Answer>();
  readonly #waiting = new Map<string, Set<{ wanted: Wanted; done: (at: number) => void }>>();
  readonly #documents = new Map<string, { version: number; text: string }>();
  readonly spawnedAt = performance.now();
  /** Publishes with a version that was not the document's newest when they came. */
  stale = 0;
  /** Publishes for open documents without a version. */
  unversioned = 0;
  published = 0;
  /** When the last diagnostics came. */
  publishedAt = 0;
  readonly #dialect: Dialect;

  constructor(command: readonly string[], folder: string, dialect: Dialect = {}) {
    const [program = "", ...args] = command;
    this.#dialect = dialect;
    this.#child = spawn(program, args, { stdio: ["pipe", "pipe", "ignore"], cwd: folder });
    if (!this.#child.stdout || !this.#child.stdin) throw new Error("the server has no streams");
    this.#connection = createMessageConnection(
      new StreamMessageReader(this.#child.stdout),
      new StreamMessageWriter(this.#child.stdin),
    );
    this.#connection.onNotification(
      "textDocument/publishDiagnostics",
      (p: { uri: string; version?: number; diagnostics: Diagnostic[] }) => this.#onPublish(p),
    );
    this.#connection.onRequest("client/registerCapability", () => null);
    this.#connection.onRequest("workspace/configuration", (p: { items: { section?: string }[] }) =>
      p.items.map(({ section }) => dialect.settings?.[section ?? ""] ?? null),
    );
    for (const [method, handler] of Object.entries(dialect.handlers ?? {})) this.#connection.onRequest(method, handler);
    this.#connection.onRequest("window/workDoneProgress/create", () => null);
    this.#connection.listen();
  }

  #onPublish({ uri, version, diagnostics }: { uri: string; version?: number; diagnostics: Diagnostic[] }): void {
    const at = performance.now();
    this.published++;
    this.publishedAt = at;
    const open = this.#documents.get(uri);
    if (open && version === undefined) this.unversioned++;
    if (open && version !== undefined && version < open.version) this.stale++;
    const answer = { version, diagnostics };
    this.#latest.set(uri, answer);
    for (const waiter of [...(this.#waiting.get(uri) ?? [])]) {
      if (!waiter.wanted(answer)) continue;
      this.#waiting.get(uri)?.delete(waiter);
      waiter.done(at);
    }
  }

  /** Starts the server; resolves to the time from spawn to the answer of `initialize`. */
  async initialize(folder: string): Promise<number> {
    const uri = pathToFileURL(folder).href;
    await this.#connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: "bench" }],
      initializationOptions: this.#dialect.initializationOptions,
      capabilities: {
        workspace: {
          workspaceFolders: true,
          configuration: true,
          symbol: { resolveSupport: { properties: ["location.range"] } },
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
        textDocument: {
          publishDiagnostics: { versionSupport: true, relatedInformation: true },
          completion: { completionItem: { snippetSupport: true, resolveSupport: { properties: ["documentation"] } } },
          hover: { contentFormat: ["markdown"] },
          ...(this.#dialect.pull ? { diagnostic: {} } : {}),
        },
      },
    });
    const took = performance.now() - this.spawnedAt;
    await this.#connection.sendNotification("initialized", {});
    const { settings } = this.#dialect;
    if (settings) await this.#connection.sendNotification("workspace/didChangeConfiguration", { settings });
    return took;
  }

  open(uri: string, languageId: string, text: string): void {
    this.#documents.set(uri, { version: 1, text });
    void this.#connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  openFile(path: string, languageId: string): string {
    const uri = pathToFileURL(path).href;
    this.open(uri, languageId, readFileSync(path, "utf8"));
    return uri;
  }

  /** Closes a document: what is on disk counts again. */
  close(uri: string): void {
    this.#documents.delete(uri);
    this.#latest.delete(uri);
    void this.#connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  /** Sends one change of a line; resolves nothing, returns the time it was sent. */
  change(uri: string, line: number, start: number, end: number, text: string): number {
    const document = this.#documents.get(uri);
    if (!document) throw new Error(`${uri} is not open`);
    document.version++;
    const at = performance.now();
    void this.#connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: document.version },
      contentChanges: [{ range: { start: { line, character: start }, end: { line, character: end } }, text }],
    });
    return at;
  }

  /** When diagnostics for `uri` first satisfy `wanted`. */
  async until(uri: string, wanted: Wanted, timeout = 60_000): Promise<number> {
    if (this.#dialect.pull) return await this.#pullUntil(uri, wanted, timeout);
    const latest = this.#latest.get(uri);
    if (latest && wanted(latest)) return performance.now();
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(
        () =>
          reject(
            new Error(
              `no such diagnostics for ${uri} within ${timeout} ms; latest: ${JSON.stringify(this.#latest.get(uri)?.diagnostics.slice(0, 3))}`,
            ),
          ),
        timeout,
      );
      const set = this.#waiting.get(uri) ?? new Set();
      const done = (at: number): void => {
        clearTimeout(timer);
        resolve(at);
      };
      set.add({ wanted, done });
      this.#waiting.set(uri, set);
    });
  }

  async #pullUntil(uri: string, wanted: Wanted, timeout: number): Promise<number> {
    const until = performance.now() + timeout;
    while (performance.now() < until) {
      const answer = await this.request<{ items?: Diagnostic[] }>("textDocument/diagnostic", { textDocument: { uri } });
      if (wanted({ version: undefined, diagnostics: answer.items ?? [] })) return performance.now();
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    throw new Error(`no such diagnostics for ${uri} within ${timeout} ms`);
  }

  /** The text of a document as it was opened. */
  text(uri: string): string | undefined {
    return this.#documents.get(uri)?.text;
  }

  async request<T>(method: string, params: object): Promise<T> {
    return await this.#connection.sendRequest<T>(method, params);
  }

  /** Resident memory of the server now and at its highest, in MB; undefined where the system does not say. */
  memory(): { now: number; peak: number } | undefined {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, "utf8");
      const of = (name: string): number =>
        Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
      return { now: of("VmRSS"), peak: of("VmHWM") };
    } catch {
      return undefined;
    }
  }

  /** Ends the server, by force where it does not end by itself. */
  async stop(): Promise<void> {
    const gone = new Promise<void>((resolve) => void this.#child.once("exit", () => resolve()));
    const ended = this.#connection
      .sendRequest("shutdown")
      .then(() => this.#connection.sendNotification("exit"))
      .then(() => gone)
      .catch(() => undefined);
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5_000))]);
    this.#connection.dispose();
    this.#child.kill();
    await gone;
  }
}
