import { createHost, type Host, languageOf } from "../core/analysis.ts";
import { IndexFile } from "../files/index-file.ts";
import { walk } from "../files/walk.ts";
import type { Settings } from "../protocol.ts";
import { Documents } from "./documents.ts";
import { inSlices } from "./slices.ts";
import { World } from "./world.ts";

/** Fewer documents are read sooner than a thread starts. */
const WORTH_A_THREAD = 400;

/** What a first reading needs to know; survives being sent to a thread. */
export interface FirstReading {
  /** Where the index is left. */
  readonly storage: string;
  readonly roots: readonly string[];
  /** See `IndexFile`. */
  readonly build: string;
  readonly settings: Settings;
  readonly trusted: boolean;
  readonly today: string;
}

/** Whether these folders hold so much that they are better read in a thread of their own; looks in slices. */
export async function worthAThread(roots: readonly string[]): Promise<boolean> {
  return (await inSlices(holdMuch(roots))) === true;
}

function* holdMuch(roots: readonly string[]): Generator<undefined, boolean> {
  let documents = 0;
  for (const root of roots) {
    for (const path of walk(root, {})) {
      if (languageOf(path) !== undefined && ++documents >= WORTH_A_THREAD) return true;
      yield;
    }
  }
  return false;
}

/**
 * Reads folders, works out all findings and leaves them as the index of a start without changes would.
 * @throws when the index cannot be written
 */
export async function readFirst({ storage, roots, build, settings, trusted, today }: FirstReading): Promise<boolean> {
  const host = createHost({ today, read: (path) => world.textOf(path) });
  const world: World = new World({
    documents: new Documents(),
    trusted,
    apply: (changes) => void (changes.length > 0 && host.apply(changes)),
    unread: () => undefined,
    reading: () => undefined,
    failed: (error) => {
      throw error;
    },
  });
  host.apply([{ type: "severities", rules: settings.rules ?? {} }]);
  world.configure(settings);
  world.setRoots(roots);
  await world.read();
  // What results files say may make a rule ask for more of them.
  for (let wanted: readonly string[] = []; ; world.bring(wanted)) {
    settle(host);
    wanted = host.takeWanted();
    if (wanted.length === 0) break;
  }
  const work = new IndexFile(storage, roots, build).write(world.about(), host.save());
  for (let next = work.next(); ; next = work.next()) if (next.done) return next.value;
}

/** Works out all findings, those of files first: while they are read their documents are at hand. */
function settle(host: Host): void {
  for (const freshness of ["now", "settled"] as const)
    for (const path of host.takeChanged(freshness)) host.snapshot.findingsId(path, freshness);
  host.takeChanged();
}
