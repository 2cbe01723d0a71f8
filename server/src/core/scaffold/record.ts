import type { KindId } from "../generated/kinds.ts";
import { addRecords } from "../notation/write.ts";
import { type FieldInfo, KINDS, type KindInfo, kindInfo } from "../records/kinds.ts";
import type { Notation, Plain, RecordFacts } from "../records/model.ts";
import type { FileEdit } from "../text/edit.ts";
import type { AimsView } from "../workspace/view.ts";
import { folderFor, freePath, markdownDocument, question } from "./new-file.ts";
import { nextId } from "./next-id.ts";
import { yamlFields } from "./yaml-out.ts";

const ROWS: ReadonlySet<Notation> = new Set<Notation>(["yaml-item", "table-row", "csv-row", "heading"]);

/** Kinds of which a single record can be added; assessments and controls have scaffolds of their own. */
export const RECORD_KINDS: readonly KindInfo[] = KINDS.filter(
  (k) => !["management-system", "impact-assessment", "control", "model-card"].includes(k.id),
);

/**
 * A new record of a kind: in the register in which most of its kind are, in that register's notation, else in a new file. It has
 * the next free id and questions where its kind cannot do without an answer.
 */
export function recordScaffold(aims: AimsView, named: string): FileEdit[] | string {
  const kind = RECORD_KINDS.find((k) => k.id === named);
  if (!kind) return `A record of kind "${named}" cannot be added on its own.`;
  const fields = neededFields(kind, kind.field("id") ? nextId(aims, kind.id) : undefined);
  const beside = lastOfRegister(aims, kind.id);
  const edits = beside && appended(aims, beside, kind.id, fields);
  if (edits) return edits;
  return [kind.document ? newDocument(aims, kind, fields) : newRegister(aims, kind, fields)];
}

/** The id, and a question for each text the kind cannot do without. */
function neededFields(kind: KindInfo, id: string | undefined): Record<string, Plain> {
  const fields: Record<string, Plain> = id === undefined ? {} : { id };
  const needed = kind.required.filter((name) => name !== "aims" && name !== "id");
  const oneOf = kind.oneOf ?? [];
  if (oneOf.length > 0 && !oneOf.some((name) => name in fields || needed.includes(name)))
    needed.push(oneOf[0] as string);
  for (const name of needed) {
    const info = kind.field(name);
    if (info) fields[name] = question(`${info.title.toLowerCase()}?`);
  }
  return fields;
}

/** The last record of the register that holds most records of a kind. */
export function lastOfRegister(aims: AimsView, kind: KindId): RecordFacts | undefined {
  const registers = new Map<string, RecordFacts[]>();
  for (const record of aims.index.ofKind(kind)) {
    if (record.template || !ROWS.has(record.notation)) continue;
    const key = `${record.path} ${record.notation}`;
    const list = registers.get(key) ?? [];
    list.push(record);
    registers.set(key, list);
  }
  const [most] = [...registers.values()].sort((a, b) => b.length - a.length);
  return most?.at(-1);
}

function appended(
  aims: AimsView,
  beside: RecordFacts,
  kind: KindId,
  fields: Readonly<Record<string, Plain>>,
): FileEdit[] | undefined {
  const document = aims.document(beside.path);
  const ordinal = aims.ordinal(beside);
  const edits = document && ordinal !== undefined ? addRecords(document, ordinal, kind, [fields]) : undefined;
  return edits && [{ path: beside.path, edits }];
}

const isOpen = (field: FieldInfo, given: Readonly<Record<string, Plain>>): boolean =>
  (field.recommended || field.required) && field.name !== "aims" && !(field.name in given);

/** The fields given, then those the kind expects, to be filled in. */
function allFields(kind: KindInfo, fields: Readonly<Record<string, Plain>>): [string, Plain][] {
  const open = kind.fields.filter((field) => isOpen(field, fields)).map((field): [string, Plain] => [field.name, null]);
  return [...Object.entries(fields), ...open];
}

function newRegister(aims: AimsView, kind: KindInfo, fields: Readonly<Record<string, Plain>>): FileEdit {
  const [first = "", ...rest] = yamlFields(allFields(kind, fields), 4);
  const text = `${kind.registerKey}:\n  - ${first.trimStart()}\n${rest.map((l) => `${l}\n`).join("")}`;
  return { path: freePath(aims, aims.root, kind.registerKey.replace(/_/g, "-"), ".yaml"), create: text };
}

function newDocument(aims: AimsView, kind: KindInfo, fields: Readonly<Record<string, Plain>>): FileEdit {
  const draft = kind.field("status")?.values?.some((v) => v.value === "draft") ? "draft" : undefined;
  const title = typeof fields.title === "string" ? fields.title : kind.title;
  const header: [string, Plain | undefined][] = [
    ["aims", kind.id],
    ...allFields(kind, fields).filter(([name]) => name !== "status"),
    ["status", draft],
  ];
  const text = markdownDocument(header, title, [question(kind.summary)]);
  const name = typeof fields.id === "string" ? fields.id : kindInfo(kind.id).id;
  return { path: freePath(aims, folderFor(aims, kind.id), name, ".md"), create: text };
}
