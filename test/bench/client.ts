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
type Wanted = (answer: Answer) => boolean;

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

  constructor(command: readonly string[], folder: string) {
    const [program = "", ...args] = command;
    this.#child = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"], cwd: folder });
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
    this.#connection.onRequest("workspace/configuration", (p: { items: unknown[] }) => p.items.map(() => null));
    this.#connection.onRequest("window/workDoneProgress/create", () => null);
    this.#connection.listen();
  }

  #onPublish({ uri, version, diagnostics }: { uri: string; version?: number; diagnostics: Diagnostic[] }): void {
    const at = performance.now();
    this.published++;
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
      capabilities: {
        workspace: {
          workspaceFolders: true,
          configuration: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
        textDocument: {
          publishDiagnostics: { versionSupport: true, relatedInformation: true },
          completion: { completionItem: { snippetSupport: true, resolveSupport: { properties: ["documentation"] } } },
          hover: { contentFormat: ["markdown"] },
        },
      },
    });
    const took = performance.now() - this.spawnedAt;
    await this.#connection.sendNotification("initialized", {});
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

  async stop(): Promise<void> {
    await this.#connection.sendRequest("shutdown");
    await this.#connection.sendNotification("exit");
    await new Promise((resolve) => this.#child.once("exit", resolve));
    this.#connection.dispose();
  }
}
