import type { WorldChange } from "../core/analysis.ts";
import { commitMark, history } from "../files/git.ts";
import { isBelow } from "./paths.ts";
import type { Session } from "./session.ts";

/** New commits are looked for this often, in milliseconds. */
const LOOK = 2000;

export interface FollowedHistory {
  /** Brings what rules have asked about and has not been brought. */
  readonly bring: () => void;
  /** Asks for all again that was brought. */
  readonly renew: () => void;
  readonly stop: () => void;
}

/**
 * Brings earlier versions of files that rules have asked about, in the background, one look at a time, and again when there are other
 * commits. The server looks for these by itself: an editor reports what happens in a workspace folder, and a repository may lie above it.
 */
export function followHistory(session: Session, apply: (changes: readonly WorldChange[]) => void): FollowedHistory {
  /** By folder: its repository's mark when its history was read last. */
  const marks = new Map<string, string>();
  let [reading, looking, stopped] = [false, false, false];

  const read = async (wanted: readonly string[]): Promise<readonly WorldChange[]> => {
    if (!session.shows.history) return wanted.map((path) => ({ type: "history", path, versions: [] }));
    const roots = session.world.roots.filter((root) => wanted.some((path) => isBelow(root, path)));
    // The mark goes first: of commits made meanwhile it tells later.
    for (const root of roots) marks.set(root, await commitMark(root));
    return (await Promise.all(roots.map((root) => history(root, wanted)))).flat();
  };
  const bring = async (): Promise<void> => {
    if (reading) return;
    reading = true;
    try {
      for (let wanted = session.host.takeWantedHistory(); wanted.length > 0 && !stopped; ) {
        apply(await read(wanted));
        wanted = session.host.takeWantedHistory();
      }
    } catch (error) {
      session.connection.console.warn(`Git's history was not read: ${String(error)}`);
    } finally {
      reading = false;
    }
  };
  const renew = (): void => {
    apply([{ type: "commits" }]);
    void bring();
  };
  const look = async (): Promise<void> => {
    if (looking || reading || !session.shows.history) return;
    looking = true;
    let others = false;
    for (const [root, before] of marks) {
      const now = await commitMark(root);
      others ||= now !== before;
      marks.set(root, now);
    }
    looking = false;
    if (others && !stopped) renew();
  };
  const timer = setInterval(() => void look(), LOOK);
  timer.unref();
  const stop = (): void => {
    stopped = true;
    clearInterval(timer);
  };
  return { bring: () => void bring(), renew, stop };
}
