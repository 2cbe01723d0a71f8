import { addFields, setField } from "../notation/write.ts";
import { kindInfo } from "../records/kinds.ts";
import type { Plain } from "../records/model.ts";
import type { Document } from "../syntax/document.ts";
import type { FileEdit } from "../text/edit.ts";
import { fingerprintOf, writeFingerprint } from "../workspace/fingerprint.ts";
import { relativePath, resolvePath } from "../workspace/names.ts";
import type { AimsView } from "../workspace/view.ts";

/** Documents that can be approved, as paths from the AIMS's root: those with a record of their own that is no template. */
export function approvable(aims: AimsView): string[] {
  return aims.index
    .files()
    .filter(({ own, governed, template }) => governed && !template && own !== undefined && !own.template)
    .map(({ path }) => relativePath(aims.root, path));
}

/** The edits that write an approval into a document: who, today, the fingerprint of what is approved, and that it is approved. */
export function approveScaffold(aims: AimsView, path: string, by: string): FileEdit[] | string {
  const document = aims.document(resolvePath(aims.root, path) ?? path);
  if (!document || document.ownRecord === undefined) return `${path} is no document that can be approved as a whole.`;
  if (document.template) return `${path} is a template: fill it first, then have it approved.`;
  const name = by.trim();
  if (name === "" || /[\n|]/.test(name)) return "Say who approves: a name, on one line.";
  return (
    approveRecord(document, document.ownRecord, name, aims.today().date()) ??
    `There is no room for an approval in ${path}.`
  );
}

/** The edits that write an approval into one record of a document. */
export function approveRecord(document: Document, ordinal: number, by: string, today: string): FileEdit[] | undefined {
  const data = document.records[ordinal]?.data;
  const print = fingerprintOf(document, ordinal);
  if (!data?.kind || !print) return undefined;
  const status = kindInfo(data.kind)
    .field("status")
    ?.values?.some(({ value }) => value === "approved");
  const fields: Record<string, Plain> = {
    ...(status ? { status: "approved" } : {}),
    approved_by: by,
    approved_on: today,
    approved_digest: writeFingerprint(print),
  };
  const standing = Object.entries(fields).filter(([field]) => data.fields.has(field));
  const set = standing.map(([field, value]) => setField(document, ordinal, field, value));
  const added = addFields(document, ordinal, fields);
  if (added === undefined || set.includes(undefined)) return undefined;
  return [{ path: document.path, edits: [...set.flatMap((edits) => edits ?? []), ...added] }];
}
