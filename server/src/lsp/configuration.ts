import { DidChangeConfigurationNotification, type DidChangeConfigurationParams } from "vscode-languageserver";
import { isIsoDate, type Severity } from "../core/analysis.ts";
import type { Settings } from "../protocol.ts";
import { refreshInlayHints } from "./inlay-hint.ts";
import type { Session } from "./session.ts";

const SECTION = "aims";

/** Asks to be told of changed settings, and reads them. */
export async function watchConfiguration(session: Session): Promise<void> {
  const { client, connection } = session;
  const read = client.configuration ? ask(session) : undefined;
  if (client.watchConfiguration)
    await connection.client
      .register(DidChangeConfigurationNotification.type, { section: SECTION })
      .catch((error) => connection.console.warn(`The editor will not say when settings change: ${String(error)}`));
  await read;
}

/** `workspace/didChangeConfiguration` */
export async function configurationChanged(session: Session, params: DidChangeConfigurationParams): Promise<void> {
  const sent: unknown = (params.settings as Record<string, unknown> | null)?.[SECTION];
  if (session.client.configuration) await ask(session);
  else session.configure(readSettings(sent));
  refreshInlayHints(session);
}

/** How often each session has asked for settings. */
const asked = new WeakMap<Session, number>();

/** Takes over the editor's settings, unless they have been asked for again meanwhile; where it gives none those known stay. */
async function ask(session: Session): Promise<void> {
  const { connection } = session;
  const turn = (asked.get(session) ?? 0) + 1;
  asked.set(session, turn);
  try {
    const given = readSettings(await connection.workspace.getConfiguration(SECTION));
    if (asked.get(session) === turn) session.configure(given);
  } catch (error) {
    connection.console.warn(`The editor gave no settings, and those known stay: ${String(error)}`);
  }
}

const SEVERITIES = new Set(["error", "warning", "info", "hint", "off"]);

/** Settings as they came from outside; whatever is not of its type is left out. */
export function readSettings(given: unknown): Settings {
  const { rules, maxFileSize, today, exclude, sourceHints, history, trusted, storage } = (given ?? {}) as Record<
    string,
    unknown
  >;
  const known = Object.entries(rules ?? {}).filter(([, severity]) => SEVERITIES.has(severity));
  return {
    ...(typeof rules === "object" ? { rules: Object.fromEntries(known) as Record<string, Severity | "off"> } : {}),
    ...(typeof maxFileSize === "number" && maxFileSize > 0 ? { maxFileSize } : {}),
    ...(typeof today === "string" && isIsoDate(today) ? { today } : {}),
    ...(typeof history === "boolean" ? { history } : {}),
    ...(typeof trusted === "boolean" ? { trusted } : {}),
    ...(typeof storage === "string" && storage !== "" ? { storage } : {}),
    ...(typeof sourceHints === "boolean" ? { sourceHints } : {}),
    ...(Array.isArray(exclude) ? { exclude: exclude.filter((glob) => typeof glob === "string") } : {}),
  };
}
