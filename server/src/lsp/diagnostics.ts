import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver";
import { countOf, type Finding, type Freshness } from "../core/analysis.ts";
import { diagnostic } from "./convert.ts";
import type { Session } from "./session.ts";
import { inSlices, turn } from "./slices.ts";

/** What the editor was last told, or would be told, of a document. */
interface Shown {
  readonly id: string;
  readonly uri: string;
  /** Whether it was open then: a document that is opened is told of, also when nothing is wrong with it. */
  readonly open: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly count: number;
}

/** Findings of rules on a whole AIMS are worked out this long after the last change, in milliseconds. */
const PAUSE = 120;

/** The findings of an edited document wait at most this long, in milliseconds, when edits come faster than they are taken in. */
const LONGEST_BURST = 200;

/** The findings of other documents wait this long, in milliseconds: what an editor asks right after an edit is answered before. */
const REQUESTS_FIRST = 3;

/** Told of what changed. */
export interface DiagnosticsListener {
  /**
   * The findings of a document are others than before.
   * @param edited whether it is the one that a person is editing
   */
  changed(path: string, edited: boolean): void;
  /** All that changed has been looked at. */
  settled(): void;
}

/**
 * Keeps the editor's findings true: after each change those of the edited document at once, then all others that
 * changed, a slice at a time, and once the typing pauses what rules on a whole AIMS find. A document whose findings are the same is not sent
 * again; what a newer change that has come already overtakes is not sent at all.
 */
export class Diagnostics {
  readonly #session: Session;
  readonly #shown = new Map<string, Shown>();
  /** Ids of findings that an answer gave before they were looked at here: who was told those has to hear when they do not last. */
  readonly #answered = new Map<string, string>();
  readonly #queue = new Set<string>();
  /** Documents edited and not told of since. */
  readonly #edited = new Set<string>();
  #editedAt = 0;
  #turn: NodeJS.Immediate | undefined;
  /** Checks of long documents that were begun and gave way to an edit. */
  readonly #underWay = new Map<string, Generator<undefined>>();
  readonly #listeners = new Set<DiagnosticsListener>();
  #timer: NodeJS.Timeout | undefined;
  /** Settled when all that was told has gone out: what is told faster would lie before the answers to requests. */
  #sent: Promise<unknown> = Promise.resolve();
  #settledOnce = false;
  #stopped = false;
  #running = false;
  #again = false;

  constructor(session: Session) {
    this.#session = session;
  }

  listen(listener: DiagnosticsListener): void {
    this.#listeners.add(listener);
  }

  unlisten(listener: DiagnosticsListener): void {
    this.#listeners.delete(listener);
  }

  /** Findings of each severity over all documents. */
  totals(): { readonly errors: number; readonly warnings: number } {
    let [errors, warnings] = [0, 0];
    for (const shown of this.#shown.values()) {
      errors += shown.errors;
      warnings += shown.warnings;
    }
    return { errors, warnings };
  }

  /** Paths of documents that have findings or had some. */
  paths(): string[] {
    return [...this.#shown.keys()];
  }

  /** The findings of a document as the editor shows them. */
  of(path: string): Diagnostic[] {
    const id = this.#session.host.snapshot.findingsId(path, "now");
    if (this.#shown.get(path)?.id !== id) this.#answered.set(path, id);
    return this.#session.host.snapshot.findings(path, "now").map((finding) => diagnostic(finding, this.#session));
  }

  /** A document was opened, maybe not for the first time: it is told of although its findings may be those told before. */
  opened(path: string): void {
    const before = this.#shown.get(path);
    if (before) this.#shown.set(path, { ...before, open: false });
  }

  /**
   * To be called after every change.
   * @param first the document a person is editing: its findings are sent before all others
   */
  update(first?: string): void {
    if (first !== undefined) this.#tellSoon(first);
    if (!this.#session.world.reading) this.#start();
  }

  /** Works out all that has changed, for an answer about everything; who else is told of changes is told of these, too. */
  catchUp(): void {
    for (const path of this.#session.host.takeChanged()) this.#queue.add(path);
    if (this.#queue.size > 0) this.#start();
  }

  /**
   * Tells of an edited document when what came together with the edit has been read, another edit of it perhaps: messages are handed
   * over one a turn of the event loop, so after a turn in which no edit came there is none.
   */
  #tellSoon(path: string): void {
    if (this.#edited.size === 0) this.#editedAt = performance.now();
    this.#edited.add(path);
    clearImmediate(this.#turn);
    if (performance.now() - this.#editedAt > LONGEST_BURST) this.#tellEdited();
    else this.#turn = setImmediate(() => (this.#turn = setImmediate(() => this.#tellEdited())));
  }

  #tellEdited(): void {
    for (const path of this.#edited) {
      this.#edited.delete(path);
      if (this.#session.world.isTaking(path)) continue;
      if (this.#session.host.behind) this.#queue.add(path);
      else if (this.#session.world.reading) this.#guarded(() => this.#early(path));
      else if (this.#session.host.takesLong(path)) this.#queue.add(path);
      else this.#guarded(() => this.#settle(path, true));
    }
    if (this.#queue.size > 0) this.#start();
  }

  /** Tells what was found at the last run in files that are as they were then; what has changed since is looked for after. */
  async tellKept(): Promise<void> {
    await this.#inSlices(this.#kept(), () => this.#stopped);
  }

  *#kept(): Generator<undefined> {
    const { host, world } = this.#session;
    for (const path of host.takeChanged("now")) this.#queue.add(path);
    for (const path of this.#queue) {
      if (!world.isAsRead(path) || host.takesLong(path)) continue;
      this.#settleNext(path);
      yield;
    }
  }

  #start(): void {
    this.#again = true;
    clearTimeout(this.#timer);
    if (!this.#running) void this.#run();
  }

  /** While the workspace is being read, tells what holds for a document by itself; the rest follows. */
  #early(path: string): void {
    this.#queue.add(path);
    const { host, client } = this.#session;
    if (client.pull) return;
    if (host.takesLong(path)) void this.#earlyInSlices(path);
    else this.#tellAlone(path, host.snapshot.findings(path, "alone"));
  }

  async #earlyInSlices(path: string): Promise<void> {
    const { host, documents, world, connection } = this.#session;
    const version = documents.get(path)?.version;
    const cancelled = (): boolean => this.#stopped || !world.reading || documents.get(path)?.version !== version;
    try {
      const alone = await inSlices(host.findingAlone(path), cancelled);
      if (alone && !cancelled()) this.#tellAlone(path, alone);
    } catch (error) {
      connection.console.error(`Findings could not be worked out: ${String(error)}`);
    }
  }

  #tellAlone(path: string, alone: readonly Finding[]): void {
    const { documents } = this.#session;
    const document = documents.get(path);
    if (!document) return;
    const diagnostics = alone.map((finding) => diagnostic(finding, this.#session));
    const uri = documents.uri(path);
    this.#shown.set(path, counted(alone, { id: "", uri, open: true }));
    this.#send({ uri, diagnostics, version: document.version });
  }

  /** That it cannot be sent the connection says. */
  #send(params: PublishDiagnosticsParams): void {
    this.#sent = this.#session.connection.sendDiagnostics(params).catch(() => undefined);
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#again) {
      this.#again = false;
      await new Promise<void>((resolve) => setTimeout(resolve, REQUESTS_FIRST));
      await this.#inSlices(this.#steps("now"));
      if (!this.#again && !this.#session.world.reading) this.#settleLater();
    }
    this.#running = false;
  }

  /** What hangs on the whole AIMS waits until the typing pauses; the first time it is wanted at once. */
  #settleLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#settleAll(), this.#settledOnce ? PAUSE : 0);
  }

  async #settleAll(): Promise<void> {
    if (this.#running || this.#stopped) return;
    this.#settledOnce = true;
    this.#running = true;
    await this.#inSlices(this.#session.host.settling(), () => this.#again);
    if (!this.#again) await this.#inSlices(this.#steps("settled"));
    this.#running = false;
    if (this.#again) void this.#run();
    else this.#guarded(() => this.#done());
  }

  /** Nothing is told any more. */
  stop(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#turn);
    this.#listeners.clear();
    this.#stopped = true;
  }

  *#steps(freshness: Freshness): Generator<undefined> {
    const { host, world } = this.#session;
    if (world.reading) return;
    if (host.behind) yield* host.completing();
    for (const path of host.takeChanged(freshness)) this.#queue.add(path);
    for (const path of this.#queue) {
      if (world.reading) return;
      if (host.takesLong(path)) continue;
      this.#settleNext(path);
      yield;
    }
    for (const path of this.#queue) {
      const work = this.#underWay.get(path) ?? host.checking(path);
      this.#underWay.set(path, work);
      while (!world.isTaking(path) && !this.#guarded(() => work.next().done)) {
        yield;
        if (this.#again || world.reading) return;
      }
      this.#settleNext(path);
      yield;
    }
  }

  /** What is edited is told of by itself, and what is being read when it has been. */
  #settleNext(path: string): void {
    this.#queue.delete(path);
    this.#underWay.delete(path);
    if (!this.#edited.has(path) && !this.#session.world.isTaking(path)) this.#guarded(() => this.#settle(path, false));
  }

  /** Work that fails is logged, and what comes after it goes on. */
  async #inSlices(work: Iterator<unknown>, cancelled?: () => boolean): Promise<void> {
    try {
      await inSlices(work, cancelled, async () => {
        await turn();
        await this.#sent;
      });
      await this.#sent;
    } catch (error) {
      this.#session.connection.console.error(`Findings could not be worked out: ${String(error)}`);
    }
  }

  /** One document that fails must not keep the others from being told. */
  #guarded<T>(step: () => T): T | undefined {
    try {
      return step();
    } catch (error) {
      this.#session.connection.console.error(`Findings could not be sent: ${String(error)}`);
      return undefined;
    }
  }

  #done(): void {
    for (const failure of this.#session.host.takeFailures()) this.#session.connection.console.error(failure);
    for (const listener of this.#listeners) listener.settled();
  }

  /** Tells the editor of a document's findings if they are not what it was last told. */
  #settle(path: string, edited: boolean): void {
    const { host, documents, client } = this.#session;
    const before = this.#shown.get(path);
    const id = host.snapshot.findingsId(path, "now");
    const uri = documents.uri(path);
    const document = documents.get(path);
    const open = document !== undefined;
    const opened = open && !before?.open;
    const outlived = (this.#answered.get(path) ?? id) !== id;
    this.#answered.delete(path);
    if (before?.id === id && before.uri === uri && !opened && !outlived) {
      if (before.open !== open) this.#shown.set(path, { ...before, open });
      return;
    }
    const shown = counted(host.snapshot.findings(path, "now"), { id, uri, open });
    const silent = shown.count === 0 && !before?.count && !opened && !outlived;
    if (before || !silent) this.#shown.set(path, shown);
    if (silent) return;
    if (!client.pull) {
      if (before?.count && before.uri !== uri) this.#send({ uri: before.uri, diagnostics: [] });
      const version = document && { version: document.version };
      this.#send({ uri, diagnostics: this.of(path), ...version });
    }
    for (const listener of this.#listeners) listener.changed(path, edited);
  }
}

function counted(findings: readonly Finding[], told: Pick<Shown, "id" | "uri" | "open">): Shown {
  const { id, uri, open } = told;
  const [errors, warnings] = [countOf(findings, "error"), countOf(findings, "warning")];
  return { id, uri, open, errors, warnings, count: findings.length };
}
