import type { SymbolNode } from "../analysis-api.ts";
import { kindInfo } from "../records/kinds.ts";
import type { PlacedRecord, RecordData } from "../records/model.ts";
import type { Heading } from "../syntax/document.ts";
import { type Span, shift } from "../text/span.ts";
import type { FileView } from "../workspace/view.ts";
import { plainText } from "../records/summary.ts";

import { oneLine } from "./markdown.ts";

/** The most symbols given for one file. */
const MOST = 5_000;
const LONGEST = 80;

interface Item {
  readonly span: Span;
  readonly selection: Span;
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolNode["kind"];
  readonly children: readonly Item[];
}

interface Open {
  readonly item: Item;
  readonly node: { children: SymbolNode[] } & SymbolNode;
}

/** The outline of a file: headings with the records under them; in YAML and CSV the records. */
export function symbolsOf(view: FileView): SymbolNode[] {
  const { document } = view;
  if (!document.governed) return [];
  const items = [...document.headings.map(headingItem), ...recordItems(view)];
  items.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return nest(view, items.slice(0, MOST));
}

const headingItem = ({ title, span, extent }: Heading): Item => ({
  span: extent,
  selection: span,
  name: oneLine(title, LONGEST) || "Section",
  detail: "",
  kind: "section",
  children: [],
});

function recordItems({ document: { records, ownRecord, headings } }: FileView): Item[] {
  const single = records.length === 1;
  return records.slice(0, MOST).flatMap((placed, i): Item[] => {
    // A document that says nothing of itself but its title is there already, as its heading.
    if (i === ownRecord && headings.length > 0 && placed.data.fields.size < 2) return [];
    const item = recordItem(placed);
    const fields = single && headings.length === 0 ? fieldItems(placed) : [];
    if (i !== ownRecord) return [{ ...item, children: fields }];
    return [{ ...item, kind: "document", children: fields, span: ownSpan(placed, headings) }];
  });
}

/** A document's own record reaches over the whole document; in the outline only what stands before the first heading is its. */
function ownSpan({ base, data }: PlacedRecord, headings: readonly Heading[]): Span {
  const span = shift(data.span, base);
  const first = headings.find((heading) => heading.extent.start > span.start);
  return first && first.extent.start < span.end ? { start: span.start, end: first.extent.start } : span;
}

function recordItem({ base, data }: PlacedRecord): Item {
  const title = titleIn(data);
  const name = [data.id, title === data.id ? "" : title].filter((part) => part).join(" ");
  const kind = data.kind === undefined ? (data.kindText ?? "") : kindInfo(data.kind).title;
  return {
    span: shift(data.span, base),
    selection: shift(data.head, base),
    name: oneLine(name, LONGEST) || kind || "Record",
    detail: kind,
    kind: "record",
    children: [],
  };
}

function titleIn(data: RecordData): string {
  for (const name of ["title", "name", "control", "metric", "what", "description", "organisation"]) {
    const text = plainText(data.plain[name]);
    if (text !== "") return name === "control" ? `${text} ${plainText(data.plain.title)}` : text;
  }
  return "";
}

function fieldItems({ base, data }: PlacedRecord): Item[] {
  return data.fields.list.slice(0, MOST).map((field) => {
    const { keySpan, value } = field;
    const span = { start: Math.min(keySpan.start, value.span.start), end: Math.max(keySpan.end, value.span.end) };
    const detail = oneLine(plainText(data.plain[field.name]), LONGEST);
    const name = oneLine(field.label, LONGEST) || "Field";
    return { span: shift(span, base), selection: shift(keySpan, base), name, detail, kind: "field", children: [] };
  });
}

/** Puts each item under the last one before it that holds it. Items are sorted by start, wider ones first. */
function nest(view: FileView, items: readonly Item[]): SymbolNode[] {
  const top: SymbolNode[] = [];
  const open: Open[] = [];
  for (const item of items) {
    const node = toNode(view, item);
    while (open.length > 0 && !holds((open.at(-1) as Open).item.span, item.span)) open.pop();
    (open.at(-1)?.node.children ?? top).push(node);
    open.push({ item, node });
  }
  return top;
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

function toNode(view: FileView, { span, selection, name, detail, kind, children }: Item): Open["node"] {
  const range = view.lines.range(span);
  const inside = selection.start >= span.start && selection.end <= span.end;
  return {
    name,
    detail,
    kind,
    range,
    selection: inside ? view.lines.range(selection) : range,
    children: children.map((child) => toNode(view, child)),
  };
}
