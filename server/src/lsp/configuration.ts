import { DidChangeConfigurationNotification, type DidChangeConfigurationParams } from "vscode-languageserver";
import type { Severity } from "../core/analysis.ts";
import type { Settings } from "../protocol.ts";
import { refreshInlayHints } from "./inlay-hint.ts";
import type { Session } from "./session.ts";

const SECTION = "aims";

/** Asks to be told of changed settings, and reads them. */
export async function watchConfiguration(session: Session): Promise<void> {
  const { client, connection } = session;
  if (client.watchConfiguration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
  }
  if (client.configuration) session.configure(await ask(session));
}

/** `workspace/didChangeConfiguration` */
export async function configurationChanged(session: Session, params: DidChangeConfigurationParams): Promise<void> {
  const sent: unknown = (params.settings as Record<string, unknown> | null)?.[SECTION];
  session.configure(session.client.configuration ? await ask(session) : readSettings(sent));
  refreshInlayHints(session);
}

const ask = async ({ connection }: Session): Promise<Settings> =>
  readSettings(await connection.workspace.getConfiguration(SECTION));

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
    ...(typeof today === "string" && /^\d{4}-\d\d-\d\d$/.test(today) ? { today } : {}),
    ...(typeof history === "boolean" ? { history } : {}),
    ...(typeof trusted === "boolean" ? { trusted } : {}),
    ...(typeof storage === "string" && storage !== "" ? { storage } : {}),
    ...(typeof sourceHints === "boolean" ? { sourceHints } : {}),
    ...(Array.isArray(exclude) ? { exclude: exclude.filter((glob) => typeof glob === "string") } : {}),
  };
}
