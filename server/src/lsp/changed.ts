import { CHANGED, type ChangedParams } from "../protocol.ts";
import { MAIN_STANDARD, reports } from "./coverage.ts";
import type { Session } from "./session.ts";

/** Views are told this long after the last change, in milliseconds. */
const QUIET = 100;

/** Sends `aims/changed` once things have gone quiet, and at once when reading starts. */
export function tellViews(session: Session): { readonly reading: () => void; readonly stop: () => void } {
  if (!session.client.views) return { reading: () => undefined, stop: () => undefined };
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const send = (): void => void session.connection.sendNotification(CHANGED, summary(session));
  session.diagnostics.listen({
    changed: () => undefined,
    settled: () => {
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(send, QUIET);
    },
  });
  const stop = (): void => {
    stopped = true;
    clearTimeout(timer);
  };
  return { reading: send, stop };
}

function summary(session: Session): ChangedParams {
  const { reading } = session.world;
  const { snapshot } = session.host;
  const rows = reading ? [] : (reports(snapshot, MAIN_STANDARD)[0]?.groups.flatMap((group) => group.provisions) ?? []);
  return {
    ...session.diagnostics.totals(),
    files: snapshot.files().length,
    aims: snapshot.aimsRoots().length,
    documented: rows.filter((row) => row.bars[0]).length,
    assessable: rows.length,
    reading,
  };
}
