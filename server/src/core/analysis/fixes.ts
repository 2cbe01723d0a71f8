import { addEntries, addFields, addRecords, addSections, removeField, setField } from "../notation/write.ts";
import { ifSound } from "../notation/write-check.ts";
import type { RecordFacts } from "../records/model.ts";
import type { Change, Fix } from "../rules/rule.ts";
import { runScaffold } from "../scaffold/scaffold.ts";
import type { Document } from "../syntax/document.ts";
import type { FileEdit, TextEdit } from "../text/edit.ts";
import { shift } from "../text/span.ts";
import type { Aims } from "./aims.ts";

/** The file a fix was found in, as it was then. */
export interface FixedFile {
  readonly path: string;
  readonly edition: object | undefined;
}

/** The edits of a fix, or undefined when its document has changed since or the notation has no room for it. */
export function resolveFix(aims: Aims, of: FixedFile, fix: Fix, base: number): FileEdit[] | undefined {
  if (aims.edition(of.path) !== of.edition) return undefined;
  const files = new Map<string, TextEdit[]>();
  const created: FileEdit[] = [];
  for (const change of fix.changes) {
    const edits = resolveChange(aims, of.path, change, base);
    if (!edits) return undefined;
    for (const edit of edits) {
      if ("create" in edit) created.push(edit);
      else files.set(edit.path, [...(files.get(edit.path) ?? []), ...edit.edits]);
    }
  }
  return [...created, ...[...files].map(([path, edits]) => ({ path, edits }))];
}

function resolveChange(aims: Aims, path: string, change: Change, base: number): readonly FileEdit[] | undefined {
  switch (change.op) {
    case "replace": {
      const document = aims.document(path);
      const edit = { span: shift(change.span, base), newText: change.newText };
      // Lines that come in may meet what is broken behind them. Other replacements, of which fixes of all have thousands, are not read again.
      const edits = document && change.newText.includes("\n") ? ifSound(document, [edit]) : [edit];
      return edits && [{ path, edits }];
    }
    case "set-field":
      return onRecord(aims, change.record, (doc, i) => setField(doc, i, change.field, change.value));
    case "add-fields":
      return onRecord(aims, change.record, (doc, i) => addFields(doc, i, change.fields));
    case "add-entries":
      return onRecord(aims, change.record, (doc, i) => addEntries(doc, i, change.field, change.entries));
    case "remove-field":
      return onRecord(aims, change.record, (doc, i) => removeField(doc, i, change.field));
    case "add-records":
      return onRecord(aims, change.beside, (doc, i) => addRecords(doc, i, change.kind, change.records));
    case "add-sections": {
      const document = aims.document(path);
      const edits = document && addSections(document, change.sections);
      return edits && [{ path, edits }];
    }
    case "scaffold": {
      const result = runScaffold(aims, change.scaffold, change.args);
      return typeof result === "string" ? undefined : result;
    }
  }
}

function onRecord(
  aims: Aims,
  record: RecordFacts,
  write: (document: Document, i: number) => TextEdit[] | undefined,
): FileEdit[] | undefined {
  const document = aims.document(record.path);
  const i = aims.ordinal(record);
  const edits = document && i !== undefined ? write(document, i) : undefined;
  return edits && [{ path: record.path, edits }];
}
