import type { ChangedParams } from "../../server/src/protocol.ts";

/** What the status bar item shows, as plain data. */
export interface StatusText {
  readonly text: string;
  readonly tooltip: string;
  readonly spoken: string;
  readonly severity: "error" | "none";
}

/** States of the extension as views and the status item know them; the context key `aims.state` holds one. */
export type AimsState = "starting" | "reading" | "none" | "ready" | "stopped";

/** The state that a report of the server means. */
export const stateOf = (changed: ChangedParams): AimsState =>
  changed.reading ? "reading" : changed.aims === 0 ? "none" : "ready";

/** The text of the status item. */
export function statusText(state: AimsState, changed: ChangedParams | undefined): StatusText {
  if (state === "stopped") {
    const tooltip = "The AIMS language server is not running. Click to see its output.";
    return { text: "$(error) AIMS", tooltip, spoken: "AIMS: the language server is not running", severity: "error" };
  }
  if (state === "starting" || state === "reading" || !changed) {
    return {
      text: "$(sync~spin) AIMS",
      tooltip: "AIMS is reading the workspace",
      spoken: "AIMS: reading",
      severity: "none",
    };
  }
  const coverage = changed.assessable > 0 ? `${changed.documented}/${changed.assessable}` : "";
  const problems = [
    changed.errors > 0 ? `$(error) ${changed.errors}` : "",
    changed.warnings > 0 ? `$(warning) ${changed.warnings}` : "",
  ];
  const counts = `${plural(changed.errors, "error")}, ${plural(changed.warnings, "warning")} in ${plural(changed.files, "document")}`;
  const documented =
    changed.assessable > 0
      ? `${changed.documented} of ${changed.assessable} provisions documented`
      : "no aims.yaml: coverage is not assessed";
  return {
    text: ["$(law) AIMS", coverage, ...problems].filter(Boolean).join(" "),
    tooltip: `${documented}\n\n${counts}`,
    spoken: `AIMS: ${documented}; ${counts}`,
    severity: "none",
  };
}

const plural = (n: number, what: string): string => `${n} ${what}${n === 1 ? "" : "s"}`;
