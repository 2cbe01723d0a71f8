import type { WorldChange } from "../core/analysis.ts";
import { history } from "../files/git.ts";
import { isBelow } from "./paths.ts";
import type { Session } from "./session.ts";

/** Brings earlier versions of files that rules have asked about, in the background, one look at a time. */
export function bringHistory(session: Session, apply: (changes: readonly WorldChange[]) => void): () => void {
  let busy = false;
  return () => {
    const { host, world } = session;
    if (busy || !session.shows.history) return;
    const wanted = host.takeWantedHistory();
    if (wanted.length === 0) return;
    busy = true;
    const roots = world.roots.filter((root) => wanted.some((path) => isBelow(root, path)));
    void Promise.all(roots.map((root) => history(root, wanted)))
      .then((all) => apply(all.flat()))
      .catch((error: unknown) => session.connection.console.warn(`Git's history was not read: ${String(error)}`))
      .finally(() => {
        busy = false;
      });
  };
}
