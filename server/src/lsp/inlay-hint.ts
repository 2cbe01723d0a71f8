import { type InlayHint, InlayHintKind, type InlayHintParams, MarkupKind } from "vscode-languageserver";
import type { Session } from "./session.ts";

/** `textDocument/inlayHint`: what the results file says, beside the number that a document gives, and the band beside a risk's score. */
export function inlayHints({ host, documents, shows }: Session, params: InlayHintParams): InlayHint[] {
  if (!shows.sourceHints) return [];
  return host.snapshot
    .inlayHints(documents.path(params.textDocument.uri), params.range)
    .map(({ position, label, tooltip }) => ({
      position,
      label,
      kind: InlayHintKind.Parameter,
      paddingLeft: true,
      tooltip: { kind: MarkupKind.Markdown, value: tooltip },
    }));
}

/** Asks the editor to ask again, after a results file was read or a setting changed; one that will not goes on showing what it has. */
export function refreshInlayHints({ client, connection }: Session): void {
  if (client.refreshInlayHints) void connection.languages.inlayHint.refresh().catch(() => undefined);
}
