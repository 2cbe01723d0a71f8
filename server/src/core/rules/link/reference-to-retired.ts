import type { RecordFacts } from "../../records/model.ts";
import { type Fix, NONE, type RawFinding, type RecordUnit, type RuleContext, rule } from "../rule.ts";
import { isRetired } from "../shared/records.ts";
import { replaceScalar, type TypedScalar, typedScalars } from "../shared/values.ts";
import { quoted } from "../shared/words.ts";
import { namedRecords } from "./shared/named-records.ts";

/** Fields that are about what was. */
const PAST = new Set(["supersedes", "related", "evidence"]);
const CLOSED = new Set(["closed", "retired", "ended", "dropped", "missed", "achieved"]);

/** The only record in force that says it replaces this one. */
function successor(old: RecordFacts, ctx: RuleContext): RecordFacts | undefined {
  const next = ctx.index
    .referencesTo(old.id ?? "")
    .filter(({ field, from }) => field === "supersedes" && !isRetired(from) && !from.template);
  return next.length === 1 ? next[0]?.from : undefined;
}

/** The first of the records of an id, if all that are none of a template are retired. */
function retiredOf(all: readonly RecordFacts[]): RecordFacts | undefined {
  let first: RecordFacts | undefined;
  for (const record of all) {
    if (record.template) continue;
    if (!isRetired(record)) return undefined;
    first ??= record;
  }
  return first;
}

const isPresent = ({ facts }: RecordUnit): boolean => !isRetired(facts) && !CLOSED.has(String(facts.plain.status));

function* retired(unit: RecordUnit, references: readonly TypedScalar[], ctx: RuleContext): Generator<RawFinding> {
  const named = namedRecords(unit, references, ctx);
  for (const [i, { path, scalar }] of references.entries()) {
    const old = retiredOf(named[i] ?? []);
    if (!old || PAST.has(String(path[0]))) continue;
    const next = successor(old, ctx);
    const change = next?.id === undefined ? undefined : replaceScalar(unit.facts, path, scalar, next.id);
    const fixes: Fix[] = change
      ? [{ title: `Replace ${quoted(scalar.text)} with "${next?.id}"`, changes: [change], preferred: true }]
      : [];
    yield {
      at: scalar.span,
      message: `${quoted(scalar.text)} is retired, and this record still relies on it.`,
      help: next?.id ? `"${next.id}" has replaced it.` : "Name what has taken its place, or take the reference out.",
      fixes,
      related: [{ at: { record: old, field: "status" }, message: "Retired here." }],
    };
  }
}

/** References from what is in force to what is not any more. */
export const referenceToRetired = rule({
  id: "reference-to-retired",
  group: "link",
  severity: "warning",
  summary: "Finds records in force that rely on retired ones.",
  // Kinds that say how things are now. Audits, incidents and other accounts of the past may name what is gone since.
  kinds: ["control", "policy", "procedure", "scope", "system", "objective", "risk", "supplier"],
  recordsWith: ["references"],
  record(unit, ctx) {
    const { references } = typedScalars(unit.data);
    if (!isPresent(unit)) return NONE;
    return namedRecords(unit, references, ctx).some(retiredOf) ? retired(unit, references, ctx) : NONE;
  },
});
