import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { CancellationTokenSource } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { toUri } from "../../server/src/lsp/paths.ts";
import type { Settings } from "../../server/src/protocol.ts";
import { LINES, SAMPLE } from "../support/sample.ts";
import { Client, type Findings } from "./editor.ts";

const DOS = [
  ...[
    "type",
    "type",
    "type",
    "type",
    "burst",
    "open",
    "open",
    "close",
    "reopen",
    "unopened",
    "late",
    "save",
    "write",
    "write",
  ],
  ...["delete", "delete-folder", "replace-folder", "branch", "back", "rename", "settings", "exclude", "limit"],
  ...["folder", "folders", "configure", "cancel"],
] as const;

/** One thing that happens in an editor or to the files it shows. */
interface Step {
  readonly do: (typeof DOS)[number] | "restart";
  readonly file: number;
  readonly at: number;
  readonly line: string;
}

const steps = (most: number, restarts: boolean): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      do: fc.constantFrom(...DOS, ...(restarts ? (["restart", "restart"] as const) : [])),
      file: fc.nat(40),
      at: fc.nat(60),
      line: fc.constantFrom(...LINES.filter((line) => !line.includes("<<<"))),
    }),
    { minLength: Math.ceil(most / 3), maxLength: most, size: "max" },
  );

const FILES = [...SAMPLE].map(([path, text]) => [path.slice(1), text] as const);
const NAMES = [
  ...FILES.map(([name]) => name),
  "aims/new.yaml",
  "aims/moved/risks.md",
  "other/aims.yaml",
  "other/risks.yaml",
];
const EXCLUDES = [[], ["aims/assessments/**"], ["**/risks.md"]];
/** Limits of a file's size in KiB: none that bites, one that leaves the larger files out, one that leaves nearly all out. */
const LIMITS = [2048, 1, 0.1];
/** Workspace folders: one beside the other, one in the other, and all in one. */
const FOLDERS = [["aims"], ["aims", "other"], ["other"], [""], ["aims", "aims/assessments"], []];
const RULES = [{}, { "dangling-reference": "off" }, { "unknown-provision": "warning" }] as const;

/** How long findings may take to come true after the last step, in milliseconds; long, as the machine may be busy. */
const PATIENCE = 15_000;
/** After this long without a message all that waits for a pause in the typing has been worked out on an idle machine. */
const QUIET = 250;

/** How long a server waits before it keeps what it knows for its next start, and then some, in milliseconds. */
const KEEPS = 1300;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A workspace on disk, an editor on it, and what a server started anew would say. */
class Scene {
  readonly #root = realpathSync(mkdtempSync(join(tmpdir(), "aims-sequences-"))).replaceAll("\\", "/");
  readonly #pull: boolean;
  readonly #storage: string | undefined;
  #client!: Client;
  #folders: readonly string[] = ["aims"];
  #versions = 1;
  #edits = 0;

  /** @param restarts whether the server keeps what it knows for its next start */
  constructor(pull: boolean, restarts: boolean) {
    this.#pull = pull;
    this.#storage = restarts ? mkdtempSync(join(tmpdir(), "aims-sequences-storage-")) : undefined;
  }

  /** How many edits were sent so far. */
  get edits(): number {
    return this.#edits;
  }

  /** Writes the workspace anew and starts the editor, some documents open. */
  async start(): Promise<void> {
    for (const [name, text] of FILES) this.#write(name, text);
    this.#write("other/aims.yaml", "aims: management-system\norganisation: Other\n");
    await this.#startClient({});
  }

  async #startClient(settings: Settings): Promise<void> {
    const folders = this.#folders.map((name) => this.#path(name));
    this.#client = await Client.start(folders, this.#pull, settings, this.#storage);
  }

  /** The editor ends and starts again, with the documents that were open and what the server kept; meanwhile files change. */
  async #restart({ file, at, line }: Step): Promise<void> {
    await this.#client.findings([], this.#pull);
    await pause(KEEPS);
    const { open, settings } = this.#client;
    await this.#client.stop();
    for (const [n, [name, text]] of FILES.entries()) {
      if ((n + at) % 4 === 0) this.#write(name, edited(this.#disk(name) ?? text, at, line));
      else if ((n + file) % 11 === 0) rmSync(join(this.#root, name), { force: true });
    }
    await this.#startClient(settings);
    for (const [uri, { text }] of open) this.#client.openDocument(uri, text, ++this.#versions);
  }

  async stop(): Promise<void> {
    await this.#client.stop();
    for (const folder of [this.#root, this.#storage]) if (folder) rmSync(folder, { recursive: true, force: true });
  }

  /** Does the steps as fast as they come, waits, and fails unless the editor shows what a fresh start shows. */
  async play(list: readonly Step[]): Promise<void> {
    for (const step of list) {
      if (step.do === "restart") await this.#restart(step);
      else this.#do(step);
      if (step.at % 3 === 0) await pause(step.at % 7);
    }
    await this.#compare();
  }

  async #compare(): Promise<void> {
    const uris = [...new Set([...NAMES.map((name) => this.#uri(name)), ...this.#client.shown.keys()])];
    const folders = this.#folders.map((name) => this.#path(name));
    const fresh = await Client.start(folders, false, this.#client.settings);
    const both = async (): Promise<readonly [Findings, Findings]> => [
      await this.#client.findings(uris, this.#pull),
      await fresh.findings(uris, false),
    ];
    try {
      for (const [uri, { text, version }] of this.#client.open) fresh.openDocument(uri, text, version);
      await pause(QUIET);
      const until = Date.now() + PATIENCE;
      while (!isDeepStrictEqual(...(await both())) && Date.now() < until) await pause(30);
      await pause(QUIET);
      const [found, expected] = await both();
      assert.equal(
        differing(found, expected),
        "",
        `the editor shows what a server started anew says, and goes on showing it (${this.#state()})`,
      );
      assert.deepEqual(this.#client.wrong, []);
    } finally {
      await fresh.stop();
    }
  }

  /** What the findings hang on besides the files, for whoever looks for the cause of a failure. */
  #state(): string {
    const open = [...this.#client.open.keys()].map((uri) => uri.slice(this.#uri("").length));
    return JSON.stringify({ open, folders: this.#folders, settings: this.#client.settings });
  }

  #path(name: string): string {
    return name === "" ? this.#root : `${this.#root}/${name}`;
  }
  #uri(name: string): string {
    return toUri(this.#path(name));
  }
  #disk(name: string): string | undefined {
    const path = join(this.#root, name);
    return existsSync(path) ? readFileSync(path, "utf8") : undefined;
  }
  #write(name: string, text: string): void {
    const path = join(this.#root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  #touched(...names: string[]): void {
    const changes = names.map((name) => ({ uri: this.#uri(name), type: existsSync(this.#path(name)) ? 2 : 3 }));
    this.#client.notify("workspace/didChangeWatchedFiles", { changes });
  }

  #do({ do: what, file, at, line }: Step): unknown {
    const name = NAMES[file % NAMES.length] as string;
    const uri = this.#uri(name);
    const client = this.#client;
    const open = client.open.get(uri);
    const disk = this.#disk(name);
    switch (what) {
      case "type":
        return this.#type(this.#opened(file), at, line);
      case "burst":
        for (let i = 0; i < 10; i++) this.#type(this.#opened(file), at + i, line);
        return;
      case "open":
        if (!open && disk !== undefined) client.openDocument(uri, disk, ++this.#versions);
        return;
      case "reopen":
        if (open) client.openDocument(uri, `${open.text}\n`, ++this.#versions);
        return;
      case "close":
      case "save":
        if (open && what === "save") {
          this.#write(name, open.text);
          this.#touched(name);
        } else if (open) client.closeDocument(uri);
        return;
      case "unopened":
        if (!open) client.change(uri, ++this.#versions, "id: [");
        return;
      case "late":
        if (open) client.change(uri, open.version, edited(open.text, at, line));
        return;
      case "write":
        this.#write(name, edited(disk ?? "", at, line));
        return this.#touched(name);
      case "delete":
        rmSync(join(this.#root, name), { force: true });
        return this.#touched(name);
      case "delete-folder":
        rmSync(join(this.#root, "aims/assessments"), { recursive: true, force: true });
        return this.#touched("aims/assessments");
      case "replace-folder":
        rmSync(join(this.#root, "aims/assessments"), { recursive: true, force: true });
        for (const [other, text] of FILES)
          if (other.startsWith("aims/assessments/") && (other.length + at) % 3 === 0) this.#write(other, text);
        return this.#touched("aims/assessments");
      case "branch":
        for (const [other, text] of FILES)
          if ((other.length + at) % 2 === 0) this.#write(other, edited(text, at, line));
        return this.#touched(...FILES.map(([other]) => other));
      case "back":
        for (const [other, text] of FILES) this.#write(other, text);
        return this.#touched(...FILES.map(([other]) => other));
      case "rename":
        return this.#rename(name, "aims/moved/risks.md");
      case "settings":
        client.settings = { ...client.settings, rules: RULES[at % RULES.length] ?? {} };
        return client.notify("workspace/didChangeConfiguration", { settings: null });
      case "exclude":
        client.settings = { ...client.settings, exclude: EXCLUDES[at % EXCLUDES.length] ?? [] };
        return client.notify("workspace/didChangeConfiguration", { settings: null });
      case "limit":
        client.settings = { ...client.settings, maxFileSize: LIMITS[at % LIMITS.length] as number };
        return client.notify("workspace/didChangeConfiguration", { settings: null });
      case "folder":
        return this.#setFolders(FOLDERS[this.#folders.length === 1 ? 1 : 0] as string[]);
      case "folders":
        return this.#setFolders(FOLDERS[at % FOLDERS.length] as string[]);
      case "configure":
        this.#write(
          "aims/aims.yaml",
          `${SAMPLE.get("/aims/aims.yaml")}${at % 2 === 0 ? "exclude: [notes.md, risks.md]\n" : "rules:\n  orphan-record: off\n"}`,
        );
        return this.#touched("aims/aims.yaml");
      case "cancel":
        return this.#cancelled(uri, at);
    }
  }

  /** One of the open documents. */
  #opened(n: number): string | undefined {
    const open = [...this.#client.open.keys()];
    return open[n % Math.max(1, open.length)];
  }

  #type(uri: string | undefined, at: number, line: string): void {
    const open = this.#client.open.get(uri ?? "");
    if (uri === undefined || !open) return;
    this.#edits++;
    const version = ++this.#versions;
    if (at % 2 === 0) {
      this.#client.change(uri, version, edited(open.text, at, line));
      return;
    }
    const before = TextDocument.create(uri, "x", 1, open.text);
    const start = before.positionAt(at * 7);
    const end = before.positionAt(at * 7 + (at % 5));
    const change = { range: { start, end }, text: line };
    const after = TextDocument.update(before, [change], 2).getText();
    this.#client.change(uri, version, after, [change]);
  }

  /** What an editor does when an open document is renamed in it. */
  #rename(from: string, to: string): void {
    const open = this.#client.open.get(this.#uri(from));
    if (from === to || this.#disk(from) === undefined || this.#client.open.has(this.#uri(to))) return;
    mkdirSync(dirname(join(this.#root, to)), { recursive: true });
    renameSync(join(this.#root, from), join(this.#root, to));
    if (open) {
      this.#client.closeDocument(this.#uri(from));
      this.#client.openDocument(this.#uri(to), open.text, ++this.#versions);
    }
    this.#touched(from, to);
  }

  #setFolders(folders: readonly string[]): void {
    const named = (names: readonly string[]) => names.map((name) => ({ uri: this.#uri(name), name }));
    const added = named(folders.filter((name) => !this.#folders.includes(name)));
    const removed = named(this.#folders.filter((name) => !folders.includes(name)));
    this.#folders = folders;
    this.#client.notify("workspace/didChangeWorkspaceFolders", { event: { added, removed } });
  }

  #cancelled(uri: string, at: number): void {
    const source = new CancellationTokenSource();
    const position = { line: at % 9, character: at % 5 };
    for (const method of ["textDocument/completion", "textDocument/hover", "textDocument/definition"]) {
      void this.#client.connection
        .sendRequest(method, { textDocument: { uri }, position }, source.token)
        .catch(() => undefined);
    }
    source.cancel();
  }
}

/** Findings that stand on one side only, a line each. */
function differing(found: Findings, expected: Findings): string {
  const lines = (all: Findings): Set<string> =>
    new Set(Object.entries(all).flatMap(([uri, list]) => list.map((one) => `${uri} ${JSON.stringify(one)}`)));
  const [mine, fresh] = [lines(found), lines(expected)];
  const only = (a: Set<string>, b: Set<string>, what: string): string[] =>
    [...a].filter((line) => !b.has(line)).map((line) => `${what}: ${line}`);
  return [...only(mine, fresh, "shown only"), ...only(fresh, mine, "not shown")].join("\n");
}

function edited(text: string, at: number, line: string): string {
  const lines = text.split("\n");
  lines.splice(at % (lines.length + 1), at % 2, line);
  return lines.slice(0, 120).join("\n");
}

/**
 * Plays random sequences, each in a workspace of its own.
 * @param mode whether the editor asks for findings itself, and whether it is ended and started again now and then
 * @returns how many edits were sent
 * @throws an error that names the seed, when an editor shows what a fresh start does not
 */
export async function playSequences(
  { pull, restarts }: { readonly pull: boolean; readonly restarts: boolean },
  numRuns: number,
  most: number,
  seed?: number,
): Promise<number> {
  let edits = 0;
  const property = fc.asyncProperty(steps(most, restarts), async (list) => {
    const scene = new Scene(pull, restarts);
    await scene.start();
    try {
      await scene.play(list);
      edits += scene.edits;
    } finally {
      await scene.stop();
    }
  });
  await fc.assert(property, { numRuns, endOnFailure: true, ...(seed === undefined ? {} : { seed }) });
  return edits;
}
