import { type FieldInfo, type KindInfo, kindInfo } from "../../records/kinds.ts";
import type { Entry, FieldGroup, RecordData, Value } from "../../records/model.ts";
import { nearest } from "../../records/nearest.ts";
import type { Span } from "../../text/span.ts";
import { NONE, type RawFinding, rule } from "../rule.ts";
import { MOST, tellFew } from "../alike.ts";
import { absolute, given } from "../shared/in-document.ts";
import { kindNoun, quoted, withArticle } from "../shared/words.ts";

/** Notations whose keys are the schema's names. Labels and column headers are everybody's own words. */
const NAMED = new Set<RecordData["notation"]>(["yaml", "yaml-item", "yaml-block", "front-matter"]);

interface Unknown {
  readonly key: string;
  readonly span: Span;
  /** Names that would be right here. */
  readonly names: readonly string[];
  /** Names already taken, which cannot be meant. */
  readonly taken: ReadonlySet<string>;
  /** What has no such field, `a risk`. */
  readonly owner: string;
}

const isExtension = (key: string): boolean => /^(?:x-|\$|_|<<$)/.test(key);

function topLevel({ fields: { list: fields } }: RecordData, kind: KindInfo): readonly Unknown[] {
  const taken = new Set(fields.flatMap((f) => (f.known ? f.name : [])));
  const names = kind.fields.map((f) => f.name);
  const owner = withArticle(kindNoun(kind.title));
  return fields.flatMap((f): Unknown | readonly Unknown[] => {
    if (f.known) return [];
    const unknown = { key: f.label, span: f.keySpan, names, taken, owner };
    const parts = f.group && partsOf(kind, f.group);
    return parts && f.group ? { ...unknown, names: parts, owner: quoted(f.group.label) } : unknown;
  });
}

/** What the mapping that holds fields of a record may have. */
const partsOf = (kind: KindInfo, group: FieldGroup): readonly string[] | undefined =>
  kind.groups.find(({ name }) => name === group.name)?.field.nested?.map(({ name }) => name);

function nested(field: FieldInfo, value: Value, into: Unknown[]): void {
  if (value.type === "list") for (const item of value.items) nested(field, item, into);
  if (value.type !== "map" || !field.nested) return;
  const names = field.nested.map((f) => f.name);
  const taken = new Set(value.entries.map((entry) => entry.key));
  for (const { key, keySpan, value: inner } of value.entries as readonly Entry[]) {
    const known = field.nested.find((f) => f.name === key);
    if (known) nested(known, inner, into);
    else into.push({ key, span: keySpan, names, taken, owner: `"${field.name}"` });
  }
}

/** The known name that is meant, as far as one is near. */
const nearOf = ({ key, names, taken }: Unknown): string | undefined =>
  nearest(
    key.replaceAll("-", "_"),
    names.filter((name) => !taken.has(name)),
  );

const whatIs = ({ key, owner }: Unknown): string =>
  `${owner[0]?.toUpperCase()}${owner.slice(1)} has no field ${quoted(key)}`;

/** A key that may be meant for a known name. */
function misspelt(unknown: Unknown, near: string): RawFinding {
  const { key, span } = unknown;
  return {
    at: span,
    message: `${whatIs(unknown)}, so what stands here is not read; "${near}" is one.`,
    help: `Rename it to "${near}" if that is what is meant.`,
    fixes:
      span.end - span.start === key.length
        ? [
            {
              title: `Rename ${quoted(key)} to "${near}"`,
              changes: [{ op: "replace", span, newText: near }],
              preferred: true,
            },
          ]
        : [],
  };
}

/** A key that no known name is near to, and how many other records of the document have it. */
function strange(what: string, span: Span, others: number): RawFinding {
  const more = others === 1 ? " Another record here has it, too." : ` ${others} other records here have it, too.`;
  return {
    at: span,
    severity: "info",
    message: `${what}; what stands here is kept but not read.${others > 0 ? more : ""}`,
    help: "Use a field that is read, move the text to the notes, or start the name with x- to keep it as your own.",
    ...(others > 0 ? { others } : undefined),
  };
}

/** Said in place of the keys that are not told one by one. */
const others = ({ span }: Unknown, count: number): RawFinding => ({
  at: span,
  severity: "info",
  message: `${count === 1 ? "One more key of this record is no field" : `${count} more keys of this record are no fields`}; what stands there is kept but not read.`,
  help: "So many say that this is a record of another kind, or none: correct its kind, or start the names with x- to keep them as your own.",
});

/** Keys of a record, at its top and within its fields, that its kind does not have. */
function unknownIn(kind: KindInfo, data: RecordData): readonly Unknown[] {
  const found: Unknown[] = [];
  let isAllKnown = true;
  for (const { name, known, value } of data.fields.list) {
    if (!known) isAllKnown = false;
    const field = value.type === "list" || value.type === "map" ? kind.field(name) : undefined;
    if (field?.nested) nested(field, value, found);
  }
  const all = isAllKnown ? found : [...topLevel(data, kind), ...found];
  return all.length === 0 ? all : all.filter(({ key }) => !isExtension(key));
}

/** What a record of a register has that no known name is near to, each with where it stands. */
function strangersIn(data: RecordData): readonly (readonly [what: string, span: Span])[] | undefined {
  if (data.notation !== "yaml-item" || data.kind === undefined || data.template) return undefined;
  const unknown = unknownIn(kindInfo(data.kind), data);
  if (unknown.length === 0) return undefined;
  const found = unknown.slice(0, MOST).filter((one) => nearOf(one) === undefined);
  const first = new Map<string, Span>();
  for (const one of found) if (!first.has(whatIs(one))) first.set(whatIs(one), one.span);
  return first.size > 0 ? [...first] : undefined;
}

/** Keys that no schema knows: a misspelt field is read by nobody. A key that several records of a register have is told once. */
export const unknownField = rule({
  id: "unknown-field",
  group: "form",
  severity: "warning",
  summary: "Finds keys in YAML that the record's kind does not have.",
  record({ facts, data }) {
    if (facts.kind === undefined || !NAMED.has(data.notation)) return NONE;
    const found = unknownIn(kindInfo(facts.kind), data);
    if (found.length === 0) return NONE;
    const quiet = data.notation === "front-matter";
    return tellFew(
      found,
      (unknown) => {
        const near = nearOf(unknown);
        if (near !== undefined) return misspelt(unknown, near);
        return quiet || data.notation === "yaml-item" ? undefined : strange(whatIs(unknown), unknown.span, 0);
      },
      (first, count) => (quiet ? undefined : others(first, count)),
    );
  },
  readsRecords: [strangersIn],
  document({ document, eachRecord }) {
    const all = given(eachRecord(strangersIn));
    if (all.length === 0) return NONE;
    const told = new Map<string, { readonly at: Span; others: number }>();
    for (const [i, strangers] of all) {
      const base = document.records[i]?.base ?? 0;
      for (const [what, span] of strangers) {
        const known = told.get(what);
        if (known) known.others++;
        else told.set(what, { at: absolute(span, base), others: 0 });
      }
    }
    return Array.from(told, ([what, { at, others: more }]) => strange(what, at, more));
  },
});
