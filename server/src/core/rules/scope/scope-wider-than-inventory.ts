import { type AiSystem, scopeOf, systemLabel, systemNamed, systemsOf, useOf } from "../../coverage/systems.ts";
import type { RecordFacts } from "../../records/model.ts";
import { type Span, shift } from "../../text/span.ts";
import { EXCLUSION_TITLE, scopeSections } from "../../workspace/scope-sections.ts";
import { type DocumentUnit, type RawFinding, type RuleContext, rule } from "../rule.ts";
import { itemsIn, paragraphsIn } from "../../notation/seen.ts";
import { ordinalsOf } from "../shared/in-document.ts";
import { phraseIn, scalarsOf } from "../shared/place.ts";
import type { Today } from "../../workspace/today.ts";

const ALL =
  /\b(?:all|every|any)(?: of)?(?: (?:our|its|the|their))? (?:ai|artificial intelligence|ml|machine learning)[- ](?:(?:based|enabled|powered) )?(?:systems?|applications?|models?|products?|services?|solutions?)\b/i;
/** Words that bound what "all" means. */
const BOUND =
  /\b(?:except|other than|apart from|save for|with the exception|exclud\w*|listed|identified|named|registered|inventor\w*|in scope|within|defined|below|following|above|these|those|must|shall|should|not)\b/i;

/** What is wrong with a statement's covering one system, if anything. */
function* covering(scope: RecordFacts, text: string, at: Span, { index, today }: RuleContext): Generator<RawFinding> {
  const system = systemNamed(index, text);
  if (!system) return;
  const out = scopeOf(index, system).saysOut[0];
  if (out) {
    const here = out === scope;
    yield {
      at,
      message: here
        ? `${systemLabel(system)} stands in this scope both among the systems covered and among the exclusions.`
        : `This scope covers ${systemLabel(system)}, whose own record leaves it out.`,
      help: "Both cannot be true. Decide which holds and mend the other.",
      related: [
        { at: { record: out, field: here ? "exclusions" : "in_scope" }, message: "Here it is left out of scope." },
      ],
    };
  } else if (useOf(system, today()) === "retired") {
    yield {
      at,
      message: `This scope covers ${systemLabel(system)}, which is retired.`,
      help: "A scope that lists what no longer runs claims more than there is. Take it out at the next revision.",
      severity: "warning",
      related: [{ at: { record: system.record }, message: "The system's record." }],
    };
  }
}

/** Systems a statement covers by name or id, in its field or in its sections and tables. */
function* coveredInSections({ document, own }: DocumentUnit, ctx: RuleContext): Generator<RawFinding> {
  if (own?.kind !== "scope" || document.ownRecord === undefined) return;
  if (document.records[document.ownRecord]?.data.fields.has("systems")) return;
  for (const { text, span } of scopeSections(document).covered) yield* covering(own, text, span, ctx);
}

function* claim(text: string, at: (start: number, end: number) => Span, ctx: RuleContext): Generator<RawFinding> {
  for (const sentence of text.slice(0, 20_000).matchAll(/[^.!?\n|][^.!?\n|]*/g)) {
    const match = ALL.exec(sentence[0]);
    if (!match || BOUND.test(sentence[0])) continue;
    const start = (sentence.index ?? 0) + match.index;
    const span = at(start, start + match[0].length);
    const systems = systemsOf(ctx.index);
    if (systems.length === 0) {
      yield {
        at: span,
        message: `This scope speaks of "${match[0]}", and there is no inventory that says which they are.`,
        help: "Nobody can check a scope without a list. Register the AI systems, one record each.",
        severity: "info",
      };
    } else yield* contradicted(match[0], span, systems, ctx);
    return;
  }
}

function* contradicted(words: string, at: Span, systems: readonly AiSystem[], ctx: RuleContext): Generator<RawFinding> {
  const out = systems.filter((s) => scopeOf(ctx.index, s).state === "out" && isUsed(s, ctx.today()));
  if (out.length === 0) return;
  yield {
    at,
    message: `This scope speaks of "${words}", but the inventory leaves ${out.map((s) => s.id).join(", ")} out.`,
    help: "The sentence promises more than the records hold. Name the systems covered, or say here what is left out.",
    severity: "warning",
    related: out.slice(0, 5).map((s) => ({
      at: { record: scopeOf(ctx.index, s).saysOut[0] ?? s.record },
      message: `${systemLabel(s)} is left out here.`,
    })),
  };
}

const isUsed = (system: AiSystem, today: Today): boolean => {
  const use = useOf(system, today);
  return use === "live" || use === "pilot" || use === "unknown";
};

/** The statement as a field; that of a control header is a part of the document's text. */
function* claimsInFields(unit: DocumentUnit, ctx: RuleContext): Generator<RawFinding> {
  const { document } = unit;
  for (const { base, data } of ordinalsOf(unit, "scope").flatMap((i) => document.records[i] ?? [])) {
    const value = data.fields.get("statement")?.value;
    if (value?.type !== "scalar" || data.template || data.notation === "control-header") continue;
    const { text } = value;
    const whole = shift(value.span, base);
    yield* claim(text, (start, end) => phraseIn(document.text, whole, text.slice(start, end)), ctx);
  }
}

function* claimsIn({ document, own }: DocumentUnit, ctx: RuleContext): Generator<RawFinding> {
  if (own?.kind !== "scope" || document.language !== "markdown") return;
  const exclusions = document.headings.filter((h) => EXCLUSION_TITLE.test(h.title)).map((h) => h.extent);
  const whole = { start: 0, end: document.text.length };
  for (const { text, span } of [...paragraphsIn(document, whole), ...itemsIn(document, whole)]) {
    if (exclusions.some((e) => e.start <= span.start && span.end <= e.end)) continue;
    yield* claim(text, (start, end) => ({ start: span.start + start, end: span.start + end }), ctx);
  }
}

/** A scope that covers more than the inventory says there is to cover. */
export const scopeWiderThanInventory = rule({
  id: "scope-wider-than-inventory",
  group: "scope",
  severity: "error",
  summary:
    "Finds scopes that list systems which their own records leave out, or speak of all systems where some are left out.",
  kinds: ["scope"],
  *record(unit, ctx) {
    const listed = unit.data.fields.get("systems")?.value;
    for (const { text, value } of listed ? scalarsOf(listed) : []) yield* covering(unit.facts, text, value.span, ctx);
  },
  documentsWith: ["scope"],
  *document(unit, ctx) {
    yield* coveredInSections(unit, ctx);
    yield* claimsInFields(unit, ctx);
    yield* claimsIn(unit, ctx);
  },
});
