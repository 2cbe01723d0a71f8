import type { KindId } from "../generated/kinds.ts";
import { type FieldInfo, fieldForLabel, kindForColumns, kindInfo } from "../records/kinds.ts";
import type { PlacedRecord } from "../records/model.ts";
import { shift, touches } from "../text/span.ts";
import type { FileView } from "../workspace/view.ts";
import { labelSpotAt } from "./label-context.ts";
import { isList, itemAt, type Spot, type ValueSpot } from "./spot.ts";
import { type CellSpot, csvCellAt, csvSeparator, tableCellAt } from "./table-context.ts";
import type { Style } from "./written.ts";

const spanOf = ({ base, data }: PlacedRecord) => shift(data.span, base);

/** What can be written in the cell of a Markdown table. */
export function tableSpots(view: FileView, offset: number): Spot[] {
  const cell = tableCellAt(view.document.text, offset);
  if (!cell) return [];
  const labelled = labelledRow(view, cell, offset);
  if (labelled) return [labelled];
  const columns = registerOf(view, cell);
  const field = columns?.fields[cell.column];
  if (!columns || !field) return [];
  const siblings = new Map(columns.fields.flatMap((f, i) => (f ? [[f.name, cell.row[i] ?? ""] as const] : [])));
  return [cellSpot(view, cell, columns.kind, field, siblings, offset, { as: "cell", tight: cell.tight })];
}

function cellSpot(
  view: FileView,
  cell: Pick<CellSpot, "span">,
  kind: KindId,
  field: FieldInfo,
  siblings: ReadonlyMap<string, string>,
  offset: number,
  style: Style,
): ValueSpot {
  const base = { what: "value", kind, field, fieldPath: [field.name], siblings } as const;
  if (!isList(field) && field.type !== "satisfies") return { ...base, others: [], span: cell.span, style };
  const item = itemAt(view.document.text, cell.span, offset);
  const tight = style.as === "csv" ? style : { ...style, tight: item.tight || ("tight" in style && style.tight) };
  return { ...base, others: item.others, span: item.span, style: tight as Style };
}

interface Columns {
  readonly kind: KindId;
  readonly fields: readonly (FieldInfo | undefined)[];
}

/** The register a table is: by its records where it has any, else by its header. */
function registerOf(view: FileView, cell: CellSpot): Columns | undefined {
  const row = view.document.records.find((record) => {
    const { start } = spanOf(record);
    return record.data.notation === "table-row" && start >= cell.table.start && start <= cell.table.end;
  });
  const kind = row?.data.kind;
  const match = kindForColumns(cell.labels, { title: titleAbove(view, cell.table.start), docKind: ownKind(view) });
  if (match && (kind === undefined || match.kind === kind))
    return { kind: match.kind, fields: namedFields(match.kind, match.columns) };
  return kind === undefined
    ? undefined
    : {
        kind,
        fields: namedFields(
          kind,
          cell.labels.map((l) => fieldForLabel(kind, l)),
        ),
      };
}

const namedFields = (kind: KindId, names: readonly (string | undefined)[]): (FieldInfo | undefined)[] =>
  names.map((name) => (name === undefined ? undefined : kindInfo(kind).field(name)));

const ownKind = (view: FileView): KindId | undefined =>
  view.document.ownRecord === undefined ? undefined : view.document.records[view.document.ownRecord]?.data.kind;

function titleAbove(view: FileView, offset: number): string | undefined {
  return view.document.headings.filter((h) => h.span.start < offset).at(-1)?.title;
}

/** A row of a two-column table of a control header or heading record: its first cell names the field. */
function labelledRow(view: FileView, cell: CellSpot, offset: number): ValueSpot | undefined {
  if (cell.column !== 1 || cell.row.length > 2 || cell.labels.length !== 2) return undefined;
  const record = labelledRecordAt(view, offset);
  const kind = record?.data.kind;
  const field = kind && fieldNamed(kind, cell.row[0] ?? "");
  return kind && field
    ? cellSpot(view, cell, kind, field, siblingsOf(record), offset, { as: "cell", tight: cell.tight })
    : undefined;
}

/** The record written in labels whose text is at or next to an offset: that of a heading, or the document's own header. */
function labelledRecordAt(view: FileView, offset: number): PlacedRecord | undefined {
  const around = view.document.records.filter(
    (r) => (r.data.notation === "heading" || r.data.notation === "control-header") && touches(spanOf(r), offset),
  );
  const size = (r: PlacedRecord): number => r.data.span.end - r.data.span.start;
  const inner = around.sort((a, b) => size(a) - size(b))[0];
  if (inner) return inner;
  const own = view.document.ownRecord;
  const header = own === undefined ? undefined : view.document.records[own];
  return header?.data.notation === "control-header" ? header : undefined;
}

function fieldNamed(kind: KindId, label: string): FieldInfo | undefined {
  const name = fieldForLabel(kind, label);
  return name === undefined ? undefined : kindInfo(kind).field(name);
}

function siblingsOf(record: PlacedRecord | undefined): Map<string, string> {
  const out = new Map<string, string>();
  for (const { name, value } of record?.data.fields.list ?? []) if (value.type === "scalar") out.set(name, value.text);
  return out;
}

/** What can be written on a bold-labelled line. */
export function labelSpots(view: FileView, offset: number): Spot[] {
  const spot = labelSpotAt(view.document.text, offset);
  const record = spot && labelledRecordAt(view, offset);
  const kind = record?.data.kind;
  if (!spot || !kind) return [];
  if (spot.at === "value") {
    const field = fieldNamed(kind, spot.label);
    if (!field) return [];
    return [cellSpot(view, spot, kind, field, siblingsOf(record), offset, { as: "line", tight: spot.tight })];
  }
  const present = new Set([...spot.present.map((label) => fieldForLabel(kind, label)), ...record.data.fields.keys()]);
  const fields = kindInfo(kind).fields.filter((f) => f.name !== "aims" && !f.nested && !present.has(f.name));
  return [
    { what: "key", kind, fields, fieldPath: [], span: spot.span, form: "label", colon: false, lead: spot.bullet },
  ];
}

/** What can be written in a cell of a CSV register. */
export function csvSpots(view: FileView, offset: number): Spot[] {
  const { text, records, path } = view.document;
  const cell = csvCellAt(text, offset);
  if (!cell || text.slice(cell.span.start, cell.span.end).includes("\n")) return [];
  const title = path
    .slice(path.lastIndexOf("/") + 1)
    .replace(/\.csv$/i, "")
    .replace(/[-_]/g, " ");
  const match = kindForColumns(cell.labels, { title });
  const kind = records[0]?.data.kind ?? match?.kind;
  if (!kind) return [];
  const names = match?.kind === kind ? match.columns : cell.labels.map((label) => fieldForLabel(kind, label));
  const fields = namedFields(kind, names);
  const field = fields[cell.column];
  if (!field) return [];
  const siblings = new Map(fields.flatMap((f, i) => (f ? [[f.name, cell.row[i] ?? ""] as const] : [])));
  return [csvSpot(view, cell, kind, field, siblings, offset)];
}

/** An item of a quoted list is written inside the quotes; anything else takes the whole cell. */
function csvSpot(
  view: FileView,
  cell: CellSpot,
  kind: KindId,
  field: FieldInfo,
  siblings: ReadonlyMap<string, string>,
  offset: number,
): ValueSpot {
  const { text } = view.document;
  const separator = csvSeparator(text);
  const raw = text.slice(cell.span.start, cell.span.end);
  const quoted = raw.length > 1 && raw.startsWith('"') && raw.endsWith('"');
  const inner = quoted ? { start: cell.span.start + 1, end: cell.span.end - 1 } : cell.span;
  if (!isList(field) || (!quoted && !/[,;]/.test(raw)) || !touches(inner, offset)) {
    const base = { what: "value", kind, field, fieldPath: [field.name], siblings, others: [] } as const;
    return { ...base, span: cell.span, style: { as: "csv", separator, item: false } };
  }
  return cellSpot(view, { span: inner }, kind, field, siblings, offset, { as: "csv", separator, item: true });
}
