import {
  type AiSystem,
  scopeNamesSystems,
  scopeOf,
  scopeRecords,
  systemLabel,
  systemNamed,
  systemOf,
  systemsOf,
  USE_WORDS,
  useOf,
} from "../../coverage/systems.ts";
import { nameKey } from "../../coverage/values.ts";
import type { KindId } from "../../generated/kinds.ts";
import { canBeNamed, findIds, looksLikeId } from "../../records/ids.ts";
import type { Notation, Plain, RecordFacts } from "../../records/model.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import { eachScalar } from "../../syntax/values.ts";
import { once } from "../../text/once.ts";
import type { Span } from "../../text/span.ts";
import { push } from "../../workspace/push.ts";
import { scopeSections } from "../../workspace/scope-sections.ts";
import {
  type Change,
  type DocumentUnit,
  type Fix,
  NONE,
  type RawFinding,
  type RecordUnit,
  type RuleContext,
  rule,
} from "../rule.ts";
import { quoted } from "../shared/words.ts";

/** Fields in which a kind names systems, and what its naming one shows. */
const NAMED: Partial<
  Record<KindId, { readonly fields: readonly string[]; readonly shows: string; readonly sure: boolean }>
> = {
  scope: { fields: ["systems"], shows: "is said to be in scope", sure: true },
  "impact-assessment": { fields: ["system", "systems"], shows: "has an impact assessment", sure: true },
  incident: { fields: ["systems"], shows: "had an incident", sure: true },
  measurement: { fields: ["system", "systems"], shows: "was measured", sure: true },
  risk: { fields: ["systems"], shows: "has a risk in the register", sure: false },
};

/** Words that name no single system. */
const GENERAL =
  /\b(?:all|any|every|each|both|multiple|various|several|general|organi[sz]ation|enterprise|company|corporate|aims|management system|whole|systems|models|portfolio|cross|global|alle|tous)\b/i;

/** Notations in which a single word in a reference field is taken for an id; one that leads nowhere is another rule's matter. */
const STRICT = new Set<Notation>(["yaml", "yaml-item", "front-matter"]);

/** The names of systems as words, each once: by their first word, and by every word in them. */
const namesOf = once((systems: readonly AiSystem[]) => {
  const byFirst = new Map<string, string[][]>();
  const byWord = new Map<string, string[][]>();
  for (const key of new Set(systems.map(({ name, id }) => nameKey(name === "" ? id : name)))) {
    const own = key.split(" ");
    push(byFirst, own[0] as string, own);
    for (const word of new Set(own)) push(byWord, word, own);
  }
  return { byFirst, byWord };
});

/** Whether a system of the inventory may be meant: all words of the shorter of the two names stand in the other. */
function maybeMeant(index: AimsIndex, text: string): boolean {
  const wanted = nameKey(text).split(" ");
  const { byFirst, byWord } = namesOf(systemsOf(index));
  const isShorter = (own: string[]): boolean =>
    own.length < wanted.length && own.every((word) => wanted.includes(word));
  const isLonger = (own: string[]): boolean =>
    own.length >= wanted.length && wanted.every((word) => own.includes(word));
  if (byWord.get(wanted[0] as string)?.some(isLonger)) return true;
  return wanted.some((word) => byFirst.get(word)?.some(isShorter));
}

/** Whether a text names one system, by a name that the inventory lacks. */
function isUnlisted(index: AimsIndex, text: string): boolean {
  if (text.length > 80 || !/\p{L}{3}/u.test(text) || GENERAL.test(text)) return false;
  if (looksLikeId(text) || findIds(text).length > 0) return false;
  return systemsOf(index).length > 0 && !systemNamed(index, text) && !maybeMeant(index, text);
}

const finding = (text: string, at: Span, shows: string, sure: boolean): RawFinding => ({
  at,
  message: `${quoted(text)} ${shows}, but the inventory has no system of that name.`,
  help: "A system nobody lists has no owner and no assessment. Add it to the inventory, or write the id of the system that is meant.",
  ...(sure ? undefined : { severity: "info" }),
});

function unlisted({ facts, data }: RecordUnit, index: AimsIndex): readonly RawFinding[] {
  const named = facts.kind && NAMED[facts.kind];
  if (!named) return NONE;
  const isStrict = STRICT.has(data.notation);
  const found: RawFinding[] = [];
  for (const field of named.fields) {
    const value = data.fields.get(field)?.value;
    if (!value) continue;
    eachScalar(value, ({ text, span }) => {
      if ((!isStrict || /\s/.test(text)) && isUnlisted(index, text))
        found.push(finding(text, span, named.shows, named.sure));
    });
  }
  return found.length === 0 ? NONE : found;
}

/** Systems that the sections and tables of a scope statement cover by name. */
function* unlistedInSections({ document, own }: DocumentUnit, index: AimsIndex): Generator<RawFinding> {
  if (own?.kind !== "scope" || own.template) return;
  if (document.ownRecord !== undefined && document.records[document.ownRecord]?.data.fields.has("systems")) return;
  for (const { text, span } of scopeSections(document).covered) {
    if (isUnlisted(index, text)) yield finding(text, span, "is said to be in scope", true);
  }
}

function addToScope(scope: RecordFacts, id: string): Fix {
  const listed = scope.plain.systems;
  const value: Plain = Array.isArray(listed) ? [...(listed as readonly Plain[]), id] : [listed as Plain, id];
  return {
    title: `Add ${id} to the systems in scope`,
    changes: [{ op: "set-field", record: scope, field: "systems", value }],
  };
}

function* unstated({ facts, data }: RecordUnit, ctx: RuleContext): Generator<RawFinding> {
  const system = systemOf(ctx.index, facts);
  if (!system || system.record !== facts || !scopeNamesSystems(ctx.index)) return;
  const use = useOf(system, ctx.today());
  if (use === "retired" || use === "planned" || scopeOf(ctx.index, system).state !== "unstated") return;
  const scope = scopeRecords(ctx.index).find((r) => r.plain.systems !== undefined);
  yield {
    at: data.head,
    message: `${systemLabel(system)} is ${USE_WORDS[use]}, and the scope neither names it nor leaves it out.`,
    help: "A reader cannot tell whether the management system covers it. Name it in the scope, or exclude it with a reason.",
    ...(use === "development" ? { severity: "info" } : undefined),
    fixes: [
      ...(scope && system.record.id && canBeNamed(system.id) ? [addToScope(scope, system.id)] : []),
      {
        title: `Leave ${system.id} out of scope and give the reason`,
        changes: leaveOut(facts, data.fields.has("in_scope")),
      },
    ],
    ...(scope
      ? { related: [{ at: { record: scope, field: "systems" }, message: "The scope names these systems." }] }
      : undefined),
  };
}

const leaveOut = (record: RecordFacts, asked: boolean): readonly Change[] => {
  const why = { exclusion_reason: "", exclusion_approved_by: "", exclusion_approved_on: "" };
  return asked
    ? [
        { op: "set-field", record, field: "in_scope", value: false },
        { op: "add-fields", record, fields: why },
      ]
    : [{ op: "add-fields", record, fields: { in_scope: false, ...why } }];
};

/** A system that scope and inventory do not both know. */
export const liveSystemOutsideInventory = rule({
  id: "live-system-outside-inventory",
  group: "scope",
  severity: "warning",
  summary:
    "Finds systems named in records but not in the inventory, and systems of the inventory that the scope passes over.",
  kinds: ["system", ...(Object.keys(NAMED) as KindId[])],
  record: (unit, ctx) => (unit.facts.kind === "system" ? unstated(unit, ctx) : unlisted(unit, ctx.index)),
  documentsWith: ["scope"],
  document: (unit, ctx) => unlistedInSections(unit, ctx.index),
});
