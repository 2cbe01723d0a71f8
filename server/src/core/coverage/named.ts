import { type Provision, provision, provisions } from "../catalog/catalog.ts";
import { parseProvisionField } from "../catalog/provision-field.ts";
import type { KindId } from "../generated/kinds.ts";
import type { Plain, ProvisionRef, RecordFacts } from "../records/model.ts";
import type { AimsIndex } from "../workspace/api.ts";
import { addAll } from "../text/many.ts";

const parsed = new WeakMap<RecordFacts, Map<string, readonly ProvisionRef[]>>();

function texts(value: Plain | undefined): string[] {
  if (typeof value === "string" || typeof value === "number") return [String(value)];
  return Array.isArray(value) ? value.flatMap((item: Plain) => texts(item)) : [];
}

const RANGE = /^[^\S\n]{0,2}(?:[–—‑-]|\.\.|to|through)[^\S\n]{0,2}(?:clauses?|controls?)?[^\S\n]{0,2}$/i;

/** The provisions a text names, those inside a range (`4.1–4.4`, `clauses 4 to 10`) too. */
function provisionsIn(text: string, standards: readonly string[]): ProvisionRef[] {
  const out: ProvisionRef[] = [];
  let before: { readonly end: number; readonly p: Provision } | undefined;
  for (const c of parseProvisionField(text, { standards, place: "field" })) {
    const p = c.provision;
    if (before && p && RANGE.test(text.slice(before.end, c.span.start))) addAll(out, between(before.p, p));
    if (p) out.push({ standard: p.standard, provision: p.id });
    before = p && { end: c.span.end, p };
  }
  return out;
}

/** Provisions that stand between two of one parent, neither of them included. */
function between(from: Provision, to: Provision): ProvisionRef[] {
  if (from.standard !== to.standard || from.parent !== to.parent || from.kind !== to.kind) return [];
  return provisions(from.standard)
    .filter((p) => p.parent === from.parent && p.kind === from.kind && p.order > from.order && p.order < to.order)
    .map((p) => ({ standard: p.standard, provision: p.id }));
}

/** The provisions a record names in a field (`provisions`, `clause`, `controls`), in the catalogue's numbers. */
export function namedIn(record: RecordFacts, field: string, standards: readonly string[]): readonly ProvisionRef[] {
  const key = `${field} ${standards.join(" ")}`;
  let byField = parsed.get(record);
  if (byField === undefined) {
    byField = new Map();
    parsed.set(record, byField);
  }
  let refs = byField.get(key);
  if (refs === undefined) {
    refs = texts(record.plain[field]).flatMap((text) => provisionsIn(text, standards));
    byField.set(key, refs);
  }
  return refs;
}

const tables = new WeakMap<readonly RecordFacts[], Map<string, Map<string, readonly RecordFacts[]>>>();

/** Records of a kind by the provisions they name in a field; made once for each state of the list. */
function tableOf(
  list: readonly RecordFacts[],
  field: string,
  standards: readonly string[],
): ReadonlyMap<string, readonly RecordFacts[]> {
  const key = `${field} ${standards.join(" ")}`;
  let byKey = tables.get(list);
  if (byKey === undefined) {
    byKey = new Map();
    tables.set(list, byKey);
  }
  let table = byKey.get(key);
  if (table === undefined) {
    const made = new Map<string, RecordFacts[]>();
    for (const record of list) {
      for (const ref of new Set(namedIn(record, field, standards).map((r) => `${r.standard}:${r.provision}`))) {
        const group = made.get(ref);
        if (group === undefined) made.set(ref, [record]);
        else group.push(record);
      }
    }
    table = made;
    byKey.set(key, table);
  }
  return table;
}

/** Records of a kind that name the provision in a field. */
export function recordsNaming(
  index: AimsIndex,
  kind: KindId,
  field: string,
  ref: ProvisionRef,
): readonly RecordFacts[] {
  const table = tableOf(index.ofKind(kind), field, index.config().standards);
  return table.get(`${ref.standard}:${ref.provision}`) ?? [];
}

/** The provision and all above it, nearest first: `9.2.1`, `9.2`, `9`. */
export function lineage(ref: ProvisionRef): ProvisionRef[] {
  const out: ProvisionRef[] = [];
  for (let id: string | undefined = ref.provision; id !== undefined; id = provision(ref.standard, id)?.parent) {
    out.push({ standard: ref.standard, provision: id });
  }
  return out;
}
