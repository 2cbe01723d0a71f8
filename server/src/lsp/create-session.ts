import type { Connection, InitializeParams } from "vscode-languageserver";
import { createHost, type WorldChange } from "../core/analysis.ts";
import type { Settings } from "../protocol.ts";
import { tellViews } from "./changed.ts";
import { clientFeatures } from "./client-features.ts";
import { readSettings } from "./configuration.ts";
import { Diagnostics } from "./diagnostics.ts";
import { Documents } from "./documents.ts";
import type { Timings } from "./guard.ts";
import { followHistory } from "./history.ts";
import { refreshInlayHints } from "./inlay-hint.ts";
import { KeptIndex, type KeptIndexOptions } from "./kept-index.ts";
import type { Session } from "./session.ts";
import { inSlices } from "./slices.ts";
import { followDate } from "./today.ts";
import { lookForChanges } from "./watched-files.ts";
import { World } from "./world.ts";

/** What the server takes from its surroundings. */
export interface Environment {
  /** ISO date of today. */
  readonly today: () => string;
  /** What tells this build of the server from all others. */
  readonly build: string;
  /**
   * `readFirst` of `first-reading.ts` elsewhere, so that the server can answer in between; without it folders are read between messages.
   * Rejected where it fails; to be given up once `ended` is aborted.
   */
  readonly readFirst: KeptIndexOptions["readFirst"];
  /** Called once, when all was told for the first time. */
  readonly atWork: (() => void) | undefined;
  /** Gives back memory that was needed to read the workspace or to work on it; called in calm moments. */
  readonly tidy: (() => Promise<void>) | undefined;
}

/** Puts together what serves one editor; nothing is read yet. */
export function createSession(
  connection: Connection,
  params: InitializeParams,
  { today, build, readFirst, atWork, tidy }: Environment,
  timings: Timings,
): Session {
  const first = readSettings(params.initializationOptions);
  const longest = first.maxFileSize === undefined ? undefined : first.maxFileSize * 1024;
  const host = createHost({ today: first.today ?? today(), read: (path) => world.textOf(path), longest });
  const documents = new Documents();
  let settings = first;
  let ended = false;
  const apply = (changes: readonly WorldChange[]): void => {
    if (changes.length === 0) return;
    host.apply(changes);
    diagnostics.update();
  };
  const history = (): boolean => first.trusted !== false && settings.history !== false;
  const index = new KeptIndex({
    host,
    world: () => world,
    storage: first.storage,
    build,
    trusted: first.trusted !== false,
    history: history(),
    readFirst,
    tidy,
    handled: () => [...timings.values()].reduce((sum, { count }) => sum + count, 0),
    warn: (message) => connection.console.warn(message),
  });
  const world: World = new World({
    documents,
    trusted: first.trusted !== false,
    apply,
    tellKept: () => diagnostics.tellKept(),
    preparing: (path, text) => host.preparing(path, text),
    taken: (path) => diagnostics.update(path),
    says: (path, text) => host.says(path, text),
    recall: (roots) => index.recall(roots, { settings, today: settings.today ?? today() }),
    unread: (path, reason) => connection.console.warn(`Not read: ${path}: ${reason}`),
    reading: (underWay) => (underWay ? views.reading() : diagnostics.update()),
    failed: (error) => connection.console.error(`Reading the workspace failed: ${String(error)}`),
  });
  const configure = (given: Settings): void => {
    const before = history();
    settings = { ...first, ...given };
    world.configure(settings);
    apply([
      { type: "severities", rules: settings.rules ?? {} },
      { type: "today", today: settings.today ?? today() },
    ]);
    if (history() !== before) versions.renew();
  };
  const session: Session = {
    connection,
    client: clientFeatures(params),
    host,
    documents,
    world,
    timings,
    configure,
    get shows() {
      return {
        sourceHints: settings.sourceHints !== false,
        history: history(),
      };
    },
    get ended() {
      return ended;
    },
    get diagnostics() {
      return diagnostics;
    },
  };
  const diagnostics = new Diagnostics(session);
  const views = tellViews(session);
  const bringSources = (): void => {
    const wanted = host.takeWanted();
    world.bring(wanted);
    if (wanted.length > 0) refreshInlayHints(session);
  };
  const versions = followHistory(session, apply);
  let isAtWork = false;
  // What is brought asks for all that is known: of what was taken over the rest is taken in before, between messages.
  const settled = async (): Promise<void> => {
    await inSlices(host.completing(), () => ended);
    if (ended) return;
    bringSources();
    world.touched(host.takeStrayed());
    versions.bring();
    if (!isAtWork) atWork?.();
    isAtWork = true;
    index.settled();
  };
  diagnostics.listen({ changed: () => undefined, settled: () => void settled() });
  const ends = [
    () => (ended = true),
    () => world.stop(),
    () => index.stop(),
    versions.stop,
    views.stop,
    lookForChanges(session),
    followDate(today, (date) => settings.today ?? apply([{ type: "today", today: date }])),
  ];
  connection.onShutdown(() => {
    diagnostics.stop();
    for (const end of ends) end();
  });
  return session;
}
