import type { KindId } from "../generated/kinds.ts";
import {
  everyKindHas,
  type FieldInfo,
  fieldForLabel,
  kindForRegisterKey,
  kindForWord,
  kindInfo,
} from "../records/kinds.ts";
import { groupsForLabel, partOnPath } from "../records/groups.ts";
import { baseName } from "../workspace/names.ts";
import type { FileView } from "../workspace/view.ts";
import { recordsAt } from "./at.ts";
import { isList, itemAt, type KeySpot, type Spot, type ValueSpot } from "./spot.ts";
import type { Style } from "./written.ts";
import { type Region, topKeys, type YamlSpot, yamlSpotAt } from "./yaml-context.ts";

/** Which record a spot belongs to and the keys from that record to the spot. */
interface Owner {
  readonly kind: KindId | undefined;
  readonly rest: readonly string[];
  /** The spot is in the document's outermost mapping. */
  readonly top: boolean;
}

/** What can be written at an offset of a YAML document. */
export function yamlSpots(view: FileView, region: Region, offset: number): Spot[] {
  const { text } = view.document;
  if (!isOurs(view, region)) return [];
  const spot = yamlSpotAt(text, region, offset);
  if (!spot) return [];
  const owner = ownerOf(view, region, spot, offset);
  switch (spot.at) {
    case "key":
      return keySpots(spot, owner);
    case "value":
      return valueSpots(view, spot, owner, offset);
    case "item":
      return [...valueSpots(view, spot, owner, offset), ...itemKeySpots(spot, owner)];
  }
}

/**
 * Whether the YAML is a governance document or about to become one: it has the key `aims`, or it stands in an AIMS and is the
 * front matter of a document or has nothing but registers. Other people's YAML is left in peace.
 */
function isOurs(view: FileView, region: Region): boolean {
  const { document, aims } = view;
  const keys = [...topKeys(document.text, region).keys()];
  if (document.governed || keys.includes("aims")) return true;
  if (aims.config().record === undefined) return false;
  return (
    document.language === "markdown" || keys.every((key) => key === "type" || kindForRegisterKey(key) !== undefined)
  );
}

/** The record kind a YAML document's own keys or its file name give it. */
export function rootKindOf(view: FileView, region: Region): KindId | undefined {
  const top = topKeys(view.document.text, region);
  const word = top.get("aims") ?? top.get("type");
  const named = word === undefined ? undefined : kindForWord(word);
  if (named !== undefined) return named;
  if (/^aims\.ya?ml$/.test(baseName(view.document.path))) return "management-system";
  const own = view.document.ownRecord;
  return own === undefined ? undefined : view.document.records[own]?.data.kind;
}

function ownerOf(view: FileView, region: Region, spot: YamlSpot, offset: number): Owner {
  const root = rootKindOf(view, region);
  const [first, ...rest] = spot.path;
  if (first === undefined) {
    const item =
      spot.at !== "value" && isListItem(view, offset) ? recordsAt(view, offset)[0]?.placed.data.kind : undefined;
    return { kind: item ?? root, rest: [], top: item === undefined };
  }
  if (spot.at === "value" && spot.path.length === 1) {
    const listed = isListItem(view, offset) ? recordsAt(view, offset)[0]?.placed.data.kind : undefined;
    return { kind: listed ?? root, rest: spot.path, top: true };
  }
  const register = kindForRegisterKey(first);
  const field = root === undefined ? undefined : fieldOf(kindInfo(root).fields, first, root);
  const isRegister = register !== undefined && (field === undefined || (field.nested === undefined && rest.length > 0));
  if (isRegister) return { kind: register, rest, top: false };
  return { kind: root, rest: spot.path, top: false };
}

/** Whether the innermost record at an offset is an item of a list that is the whole document. */
function isListItem(view: FileView, offset: number): boolean {
  return recordsAt(view, offset)[0]?.placed.data.notation === "yaml-item";
}

function fieldOf(fields: readonly FieldInfo[], key: string, kind?: KindId): FieldInfo | undefined {
  const exact = fields.find((f) => f.name === key);
  if (exact || kind === undefined) return exact;
  const name = fieldForLabel(kind, key);
  return name === undefined ? undefined : fields.find((f) => f.name === name);
}

/** The fields of a mapping in a field's value: its own, and those of a record that may be written there. */
function inside(field: FieldInfo | undefined): readonly FieldInfo[] | undefined {
  if (!field?.holds) return field?.nested;
  const nested = field.nested ?? [];
  const taken = new Set(nested.map(({ name }) => name));
  const held = kindInfo(field.holds).fields.filter(({ name }) => !taken.has(name) && !everyKindHas(name));
  return [...nested, ...held];
}

/** The parts of a group that is written as a mapping of its own. */
const partsOf = (kind: KindId, key: string): readonly FieldInfo[] | undefined =>
  groupsForLabel(kind, key)[0]?.group.field.nested;

/** The fields of the mapping that `path` leads to; undefined where the schema knows none. */
function fieldsUnder(kind: KindId, path: readonly string[]): readonly FieldInfo[] | undefined {
  let fields: readonly FieldInfo[] | undefined = kindInfo(kind).fields;
  path.forEach((key, i) => {
    fields = fields && inside(fieldOf(fields, key, i === 0 ? kind : undefined));
  });
  const [first] = path;
  return fields ?? (path.length === 1 && first !== undefined ? partsOf(kind, first) : undefined);
}

/** Fields of `aims.yaml` whose keys are kinds. */
const KEYED_BY_KIND: ReadonlySet<string> = new Set(["review_intervals", "id_patterns"]);

function keySpots(spot: YamlSpot, owner: Owner): Spot[] {
  const { kind, rest, top } = owner;
  const present = new Set(spot.siblings.keys());
  const style: Style = { as: "yaml", flow: spot.flow, wrap: false, tight: false };
  if (kind === "management-system" && rest.length === 1 && KEYED_BY_KIND.has(rest[0] ?? "")) {
    return [{ what: "kind-key", present, span: spot.span, style, colon: spot.colon }];
  }
  if (rest.at(-1) === "satisfies") return [{ what: "standard", present, span: spot.span, style, colon: spot.colon }];
  const names: Spot[] =
    top && rest.length === 0 && kind === undefined && !present.has("aims") && !spot.colon
      ? [{ what: "top", present, span: spot.span, style, colon: spot.colon }]
      : [];
  if (kind === undefined) return names;
  return [...names, ...keySpotOf(spot, kind, rest, spot.flow ? "flow" : "block")];
}

function keySpotOf(spot: YamlSpot, kind: KindId, rest: readonly string[], form: KeySpot["form"]): KeySpot[] {
  const present = new Set(
    [...spot.siblings.keys()].map((key) => (rest.length === 0 ? (fieldForLabel(kind, key) ?? key) : key)),
  );
  const fields = fieldsUnder(kind, rest)?.filter((f) => !present.has(f.name) && (f.name !== "aims" || rest.length > 0));
  if (!fields || fields.length === 0) return [];
  const { span, colon } = spot;
  return [{ what: "key", kind, fields, fieldPath: rest, span, form, colon, lead: spot.tight ? " " : "" }];
}

/** The first key of a list's item: of a register's record, or of a field that holds mappings. */
function itemKeySpots(spot: YamlSpot, { kind, rest, top }: Owner): KeySpot[] {
  if (kind === undefined) return [];
  if (rest.length > 0) return fieldsUnder(kind, rest) ? keySpotOf(spot, kind, rest, "block") : [];
  return top && spot.path.length > 0 ? [] : keySpotOf(spot, kind, [], "block");
}

function valueSpots(view: FileView, spot: YamlSpot, owner: Owner, offset: number): Spot[] {
  const key = spot.path.at(-1);
  const style = (wrap: boolean): Style => ({ as: "yaml", flow: spot.flow, wrap, tight: spot.tight });
  const { span } = spot;
  if (owner.rest.length === 1 && owner.top && (key === "aims" || (key === "type" && owner.kind === undefined))) {
    return [{ what: "kind", present: new Set(), span, style: style(false), colon: false }];
  }
  if (owner.kind === undefined || key === undefined || owner.rest.length === 0) return [];
  const found = fieldFor(owner.kind, owner.rest);
  if (!found) return [];
  const { field, standard } = found;
  const several = isList(field) || standard !== undefined || field.type === "satisfies";
  if (spot.at === "item" && !several) return [];
  const base = {
    what: "value",
    kind: owner.kind,
    field,
    fieldPath: owner.rest,
    standard,
    siblings: spot.siblings,
  } as const;
  if (spot.at === "item" || spot.flow || !several) {
    return [{ ...base, others: spot.others, span, style: style(false) }];
  }
  return [listSpot(view, spot, base, offset)];
}

/** A list's value on the key's own line, not in brackets: put in brackets, or, when written with commas, one item of it. */
function listSpot(
  view: FileView,
  spot: YamlSpot,
  base: Omit<ValueSpot, "others" | "span" | "style">,
  offset: number,
): ValueSpot {
  const { text } = view.document;
  if (!/[,;]/.test(text.slice(spot.span.start, spot.span.end))) {
    return { ...base, others: [], span: spot.span, style: { as: "yaml", flow: false, wrap: true, tight: spot.tight } };
  }
  const item = itemAt(text, spot.span, offset);
  return { ...base, others: item.others, span: item.span, style: { as: "line", tight: item.tight } };
}

/** The field `path` leads to; for a standard under `satisfies`, the field itself and the standard. */
function fieldFor(
  kind: KindId,
  path: readonly string[],
): { readonly field: FieldInfo; readonly standard?: string } | undefined {
  const part = partOnPath(kind, path);
  if (part) return { field: part };
  let fields: readonly FieldInfo[] | undefined = kindInfo(kind).fields;
  let field: FieldInfo | undefined;
  for (const [i, key] of path.entries()) {
    if (field?.type === "satisfies") return { field, standard: key };
    if ((field?.type === "person" || field?.type === "people") && key === "name") return { field };
    field = fields && fieldOf(fields, key, i === 0 ? kind : undefined);
    if (!field) return undefined;
    fields = inside(field);
  }
  return field && { field };
}
