import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type MarkupContent,
  MarkupKind,
  type TextDocumentEdit,
  type TextEdit,
  type CreateFile,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type FileEdit, type Finding, type Location, plainText } from "../core/analysis.ts";
import type { WireLocation } from "../protocol.ts";
import type { Session } from "./session.ts";

const SEVERITY: Readonly<Record<Finding["severity"], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Markdown as the editor shows it: one that takes none is given plain words. */
export const markup = (markdown: string, takesMarkdown: boolean): MarkupContent =>
  takesMarkdown
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plainText(markdown) };

const converted = new WeakMap<Finding, Diagnostic>();

/** A finding as the editor shows it: what is wrong on the first line, why and what to do on the second. */
export function diagnostic(finding: Finding, session: Session): Diagnostic {
  const known = converted.get(finding);
  if (known) return known;
  const made = convert(finding, session);
  // What it points to may come to be open under another name.
  if (finding.related.length === 0) converted.set(finding, made);
  return made;
}

function convert(finding: Finding, { client, documents }: Session): Diagnostic {
  const { range, severity, rule, message, help, related, unnecessary, fixes } = finding;
  return {
    range,
    severity: SEVERITY[severity],
    code: rule,
    source: "aims",
    message: help === "" ? message : `${message}\n${help}`,
    data: { fixes: fixes.map((fix) => fix.title) },
    ...(unnecessary && client.tags ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related.length > 0 && client.relatedInformation
      ? {
          relatedInformation: related.map((other) => ({
            location: { uri: documents.uri(other.path), range: other.range },
            message: other.message,
          })),
        }
      : {}),
  };
}

/** A place as views are sent it; what is to be selected there, not the whole of it. */
export const wireLocation = (location: Location, { documents }: Session): WireLocation => ({
  uri: documents.uri(location.path),
  range: location.selection,
});

/** The edits as the editor takes them; undefined when it cannot, as where it knows no creation of files. */
export function workspaceEdit(edits: readonly FileEdit[], session: Session): WorkspaceEdit | undefined {
  const { client, documents, world } = session;
  const created = edits.filter((edit) => "create" in edit);
  if (created.length > 0 && !client.createFiles) return undefined;
  if (created.some((edit) => world.exists(edit.path))) return undefined;
  if (client.documentChanges) return { documentChanges: edits.flatMap((edit) => documentChanges(edit, session)) };
  const changes = edits.map((edit) => [documents.uri(edit.path), textEdits(edit, session)] as const);
  return { changes: Object.fromEntries(changes) };
}

function documentChanges(edit: FileEdit, session: Session): (TextDocumentEdit | CreateFile)[] {
  const uri = session.documents.uri(edit.path);
  const version = session.documents.get(edit.path)?.version ?? null;
  const text: TextDocumentEdit = { textDocument: { uri, version }, edits: textEdits(edit, session) };
  if (!("create" in edit)) return [text];
  return [{ kind: "create", uri, options: { overwrite: false, ignoreIfExists: false } }, text];
}

function textEdits(edit: FileEdit, session: Session): TextEdit[] {
  const start = { line: 0, character: 0 };
  if ("create" in edit) return [{ range: { start, end: start }, newText: edit.create }];
  const text = session.host.snapshot.text(edit.path) ?? "";
  const document = TextDocument.create("", "", 0, text);
  return edit.edits.map(({ span, newText }) => ({
    range: { start: document.positionAt(span.start), end: document.positionAt(span.end) },
    newText,
  }));
}
