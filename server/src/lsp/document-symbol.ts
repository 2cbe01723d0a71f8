import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
  SymbolKind,
} from "vscode-languageserver";
import type { SymbolNode } from "../core/analysis.ts";
import type { Session } from "./session.ts";

const KIND: Readonly<Record<SymbolNode["kind"], SymbolKind>> = {
  document: SymbolKind.File,
  record: SymbolKind.Object,
  section: SymbolKind.String,
  field: SymbolKind.Field,
};

/** `textDocument/documentSymbol` */
export function documentSymbol(
  { host, documents, client }: Session,
  { textDocument }: DocumentSymbolParams,
): DocumentSymbol[] | SymbolInformation[] {
  const nodes = host.snapshot.symbols(documents.path(textDocument.uri));
  return client.symbolTree ? nodes.map(tree) : nodes.flatMap((node) => flat(node, textDocument.uri));
}

// An empty name makes an editor refuse the whole answer.
const named = ({ name }: SymbolNode): string => name.trim() || "(unnamed)";

const tree = (node: SymbolNode): DocumentSymbol => ({
  name: named(node),
  detail: node.detail,
  kind: KIND[node.kind],
  range: node.range,
  selectionRange: node.selection,
  children: node.children.map(tree),
});

const flat = (node: SymbolNode, uri: string, containerName?: string): SymbolInformation[] => [
  {
    name: named(node),
    kind: KIND[node.kind],
    location: { uri, range: node.range },
    ...(containerName === undefined ? {} : { containerName }),
  },
  ...node.children.flatMap((child) => flat(child, uri, named(node))),
];
