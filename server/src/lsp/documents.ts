import type { TextDocumentContentChangeEvent, TextDocumentItem } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { withChanges } from "./many-changes.ts";
import { toPath, toUri } from "./paths.ts";

/** So many changes at once are made line by line. */
const MANY = 16;

/** The documents open in the editor, by path. What they hold goes before what is on disk. */
export class Documents {
  readonly #byPath = new Map<string, TextDocument>();
  readonly #paths = new Map<string, string>();

  /** Takes in a document that was opened; returns its path. */
  open({ uri, languageId, version, text }: TextDocumentItem): string {
    const path = toPath(uri, languageId);
    this.#paths.set(uri, path);
    const document = TextDocument.create(uri, languageId, version, text);
    // Where its lines begin is worked out when that is first asked for: in a long document the first key would wait for it.
    void document.lineCount;
    this.#byPath.set(path, document);
    return path;
  }

  /** Takes in a change; undefined for a document that was never opened. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): TextDocument | undefined {
    const document = this.#byPath.get(this.path(uri));
    if (!document) return undefined;
    const text = changes.length < MANY ? undefined : withChanges(document.getText(), changes);
    return TextDocument.update(document, text === undefined ? [...changes] : [{ text }], version);
  }

  /** Forgets a document; returns its path. */
  close(uri: string): string {
    const path = this.path(uri);
    this.#byPath.delete(path);
    this.#paths.delete(uri);
    return path;
  }

  get(path: string): TextDocument | undefined {
    return this.#byPath.get(path);
  }

  /** The path of a uri as the editor writes it. */
  path(uri: string): string {
    return this.#paths.get(uri) ?? toPath(uri);
  }

  /** The uri of a path: the editor's own spelling for an open document. */
  uri(path: string): string {
    return this.#byPath.get(path)?.uri ?? toUri(path);
  }

  /** Paths of all open documents. */
  paths(): Iterable<string> {
    return this.#byPath.keys();
  }
}
