import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
} from "vscode-languageserver";
import type { CompletionEntry } from "../core/analysis.ts";
import { markup } from "./convert.ts";
import type { Session } from "./session.ts";

const KIND: Readonly<Record<CompletionEntry["kind"], CompletionItemKind>> = {
  kind: CompletionItemKind.Class,
  field: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  provision: CompletionItemKind.Reference,
  record: CompletionItemKind.Struct,
  person: CompletionItemKind.Constant,
  file: CompletionItemKind.File,
  scaffold: CompletionItemKind.Snippet,
};

interface Data {
  readonly uri: string;
  readonly key: string;
}

/** `textDocument/completion` */
export function completion(session: Session, { textDocument, position }: CompletionParams): CompletionList {
  const { host, documents, world } = session;
  const ask = () => host.snapshot.completion(documents.path(textDocument.uri), position);
  let found = ask();
  if (found.entries.length === 0) {
    // What can be written may stand in a results file that nobody has asked for before.
    const wanted = host.takeWanted();
    world.bring(wanted);
    if (wanted.length > 0) found = ask();
  }
  const items = found.entries.map((entry) => item(entry, textDocument.uri, session.client.snippets));
  return { isIncomplete: found.incomplete, items };
}

function item(entry: CompletionEntry, uri: string, snippets: boolean): CompletionItem {
  const { label, kind, detail, filterText, sortText, edit, snippet } = entry;
  const stops = snippet === true && snippets;
  const data: Data = { uri, key: entry.data };
  return {
    label,
    kind: KIND[kind],
    ...(detail === undefined ? {} : { detail }),
    ...(filterText === undefined ? {} : { filterText }),
    ...(sortText === undefined ? {} : { sortText }),
    textEdit: { range: edit.range, newText: snippet && !stops ? withoutStops(edit.newText) : edit.newText },
    insertTextFormat: stops ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    data,
  };
}

/** A snippet's text for an editor that knows none: `${1:owner}` is `owner`, `${1|yes,no|}` is `yes`, `$0` is nothing. */
export const withoutStops = (snippet: string): string =>
  snippet.replace(
    /\\([\\$}])|\$\{\d+(?::([^{}$]*)|\|([^{}$|,]*)(?:,[^{}$|]*)?\|)?\}|\$\d+/g,
    (_all, escaped: string | undefined, text: string | undefined, choice: string | undefined) =>
      escaped ?? text ?? choice ?? "",
  );

/** `completionItem/resolve` */
export function resolveCompletion({ host, documents, client }: Session, given: CompletionItem): CompletionItem {
  const { uri, key } = (given.data ?? {}) as Partial<Data>;
  if (uri === undefined || key === undefined) return given;
  const value = host.snapshot.resolveCompletion(documents.path(uri), key);
  return value === undefined ? given : { ...given, documentation: markup(value, client.markdownDocs) };
}
