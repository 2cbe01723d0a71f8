import { type FieldInfo, kindForId, kindInfo } from "../../records/kinds.ts";
import type { RecordData, RecordFacts, ScalarValue } from "../../records/model.ts";
import { looksLikeId, normalizeId } from "../../records/ids.ts";
import { isOnlyPlaceholder } from "../../records/placeholders.ts";
import { once } from "../../text/once.ts";
import { type Fix, NONE, type RawFinding, type RecordUnit, type RuleContext, rule } from "../rule.ts";
import { tellFew } from "../alike.ts";
import { replaceScalar, type TypedScalar, typedScalars } from "../shared/values.ts";
import { kindNoun, quoted } from "../shared/words.ts";
import { namedRecords } from "./shared/named-records.ts";
import { nearestId } from "./shared/nearest-id.ts";

/** Notations in which a reference field holds nothing but references. In tables and headers people also write words. */
const STRICT = new Set<RecordData["notation"]>(["yaml", "yaml-item", "yaml-block", "front-matter"]);

/** Words that stand for no or for every record. */
const NO_ID = /^(?:all|any|every|each|none|n\/?a|nil|various|multiple|several|ongoing|see\b.*|\W*)$/i;

/** A file, an address or a provision: not an id. */
const isOther = (text: string): boolean =>
  /[/\\]|:\/\/|^#|\.[a-z][a-z0-9]{1,4}$/i.test(text) || /^[A-D]?\.?\d+(?:\.\d+)*$/.test(text);

/** Whether the text is meant as an id of a record: by its form, or because the field takes nothing but ids of some kinds. */
function isMeantAsId(text: string, field: FieldInfo, data: RecordData): boolean {
  if (NO_ID.test(text) || isOther(text) || isOnlyPlaceholder(text)) return false;
  return (
    looksLikeId(normalizeId(text)) || (field.refKinds !== undefined && STRICT.has(data.notation) && !/\s/.test(text))
  );
}

const prefixOf = (id: string): string => id.slice(0, id.indexOf("-") + 1);
const prefixesOf = once(
  (ids: readonly string[]): ReadonlySet<string> => new Set(ids.map((id) => prefixOf(normalizeId(id)))),
);

/** `JIRA-1234` has the form of an id and belongs to another system: here no kind and no record has such a prefix. */
function isForeign(text: string, field: FieldInfo, data: RecordData, ctx: RuleContext): boolean {
  const id = normalizeId(text);
  if ((field.refKinds !== undefined && STRICT.has(data.notation)) || !looksLikeId(id) || kindForId(id) !== undefined)
    return false;
  return !prefixesOf(ctx.index.ids()).has(prefixOf(id));
}

const namesOf = once(
  (records: readonly RecordFacts[]): ReadonlySet<string> =>
    new Set(records.flatMap(({ plain }) => [String(plain.name ?? ""), String(plain.title ?? "")])),
);

/** Whether some record of a kind this field may name goes by these words. */
const isNamed = (text: string, field: FieldInfo, ctx: RuleContext): boolean =>
  (field.refKinds ?? []).some((kind) => namesOf(ctx.index.ofKind(kind)).has(text));

/** What the ids of some records begin with, up to each of their dashes. */
const beginningsOf = once((records: readonly RecordFacts[]): ReadonlySet<string> => {
  const beginnings = new Set<string>();
  for (const { id } of records) {
    const normal = normalizeId(id ?? "");
    for (let i = normal.indexOf("-"); i >= 0; i = normal.indexOf("-", i + 1)) beginnings.add(normal.slice(0, i + 1));
  }
  return beginnings;
});

/**
 * Without an `aims.yaml` the folder may be a part of something larger, and what a table names may stand in a list that is not read:
 * only a register that is here can be said to lack an id.
 */
function isRegisterHere(text: string, field: FieldInfo, data: RecordData, ctx: RuleContext): boolean {
  if (ctx.config().record && STRICT.has(data.notation)) return true;
  const own = kindForId(normalizeId(text));
  const kinds = own ? [own] : (field.refKinds ?? []);
  const prefix = normalizeId(text).replace(/-?(?<!\d)\d+[A-Z]?$/, "");
  return kinds.some((kind) => beginningsOf(ctx.index.ofKind(kind)).has(`${prefix}-`));
}

function fixOf(
  { facts }: RecordUnit,
  path: readonly (string | number)[],
  scalar: ScalarValue,
  near: string | undefined,
): Fix[] {
  const change = near === undefined ? undefined : replaceScalar(facts, path, scalar, near);
  return change ? [{ title: `Replace ${quoted(scalar.text)} with "${near}"`, changes: [change] }] : [];
}

function isDangling({ data }: RecordUnit, { field, scalar }: TypedScalar, ctx: RuleContext): boolean {
  const text = scalar.text.trim();
  return (
    text !== "" &&
    isMeantAsId(text, field, data) &&
    !isForeign(text, field, data, ctx) &&
    !isNamed(text, field, ctx) &&
    isRegisterHere(text, field, data, ctx)
  );
}

/** Milder without an `aims.yaml`. */
const severityIn = (ctx: RuleContext) => (ctx.config().record ? undefined : { severity: "warning" as const });

function finding(unit: RecordUnit, { path, field, scalar }: TypedScalar, ctx: RuleContext): RawFinding {
  const text = scalar.text.trim();
  const near = nearestId(text, ctx.index, unit.facts.id);
  const kinds = field.refKinds?.map((kind) => kindNoun(kindInfo(kind).title)).join(" or ") ?? "record";
  return {
    at: scalar.span,
    ...severityIn(ctx),
    message: `No ${kinds} here has the id ${quoted(text)}.`,
    help: near
      ? `Whoever follows this reference finds nothing. "${near}" exists.`
      : "Whoever follows this reference finds nothing. Correct the id or add the record.",
    fixes: fixOf(unit, path, scalar, near),
  };
}

/** Said in place of the references that are not told one by one. */
const others = ({ scalar }: TypedScalar, count: number, ctx: RuleContext): RawFinding => ({
  at: scalar.span,
  ...severityIn(ctx),
  message: `${count === 1 ? "One more reference of this record leads" : `${count} more references of this record lead`} to ids that nothing here has.`,
  help: "Whoever follows them finds nothing. So many say that a whole register is missing: add it, or correct the ids.",
});

/** Ids in reference fields that no record of the management system has. */
export const danglingReference = rule({
  id: "dangling-reference",
  group: "link",
  severity: "error",
  summary: "Finds references to records that do not exist.",
  recordsWith: ["references"],
  record(unit, ctx) {
    const { references } = typedScalars(unit.data);
    const named = namedRecords(unit, references, ctx);
    if (named.every((records) => records.length > 0)) return NONE;
    const nameless = references.filter((one, i) => named[i]?.length === 0 && isDangling(unit, one, ctx));
    return tellFew(
      nameless,
      (one) => finding(unit, one, ctx),
      (first, count) => others(first, count, ctx),
    );
  },
});
