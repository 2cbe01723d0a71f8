import { type AiSystem, scopeOf, systemDate, systemLabel, systemsOf } from "../../coverage/systems.ts";
import { realText } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import { NONE, type RawFinding, type RuleContext, rule } from "../rule.ts";
import { certificateInForce, looksOf } from "./shared/certificates.ts";
import { certificateFixes } from "./shared/fixes.ts";
import { type Statement, statementsFor } from "./shared/statements.ts";

const ALL =
  /\b(?:all|every|each|any)(?: of)?(?: (?:our|its|the))? (?:AI |ML )?(?:systems?|models?|products?|services?|solutions?)\b|\b(?:entire|whole) (?:company|organi[sz]ation|group|business)\b|\b(?:company|group|organi[sz]ation)-wide\b|\b(?:all|every) (?:sites?|locations?|subsidiar(?:y|ies)|business units?)\b/i;
/** What stands behind such words is said not to be covered. */
const LEFT_OUT =
  /\b(?:except(?:ing)?|excluding|excludes?|other than|apart from|but not|not (?:cover|includ)\w{0,4}|leav(?:es|ing) out|outside|without)\b[\s\S]{0,600}$/i;
const BOUND = /\b(?:in scope|within the scope|except|excluding|other than|apart from|scope:)\b/i;

/** A claim without what it says is not covered. */
const covered = (text: string): string => text.replace(LEFT_OUT, "");

const named = (text: string, { id, name }: AiSystem): boolean => {
  const low = text.toLowerCase();
  return low.includes(id.toLowerCase()) || (name.length > 4 && low.includes(name.toLowerCase()));
};

/** The systems the claim reaches and the scope does not. */
function beyond(text: string, certificate: RecordFacts, { index }: RuleContext): AiSystem[] {
  const scope = realText(certificate, "scope_statement") ?? "";
  const out = systemsOf(index).filter((s) => scopeOf(index, s).state === "out" && !named(scope, s));
  if (ALL.test(text) && !BOUND.test(text) && !ALL.test(scope)) return out;
  return out.filter((s) => named(covered(text), s));
}

function findingOf(
  statement: Statement,
  systems: readonly AiSystem[],
  certificate: RecordFacts,
  ctx: RuleContext,
): RawFinding {
  const names = systems.slice(0, 3).map(systemLabel).join(", ");
  const more = systems.length > 3 ? ` and ${systems.length - 3} more` : "";
  return {
    at: statement.at,
    message:
      `This claim reaches further than the certificate ${certificate.id ?? ""}, whose scope leaves out ${names}${more}.`.replace(
        / ,/,
        ",",
      ),
    help: "A certificate speaks of its scope and of nothing beside it. Quote the scope, and say what is outside.",
    fixes: certificateFixes(statement, ctx),
    related: [
      { at: { record: certificate, field: "scope_statement" }, message: "The certified scope." },
      ...systems.slice(0, 3).map((s) => ({ at: { record: s.record }, message: "Out of scope." })),
    ],
  };
}

/** A system the claim names that went live after anybody certifying has looked. */
function* unseen(statement: Statement, certificate: RecordFacts, ctx: RuleContext): Generator<RawFinding> {
  const last = looksOf(certificate).at(-1);
  if (last === undefined) return;
  for (const system of systemsOf(ctx.index)) {
    const since = systemDate(system, "deployed_on");
    if (since === undefined || since <= last || !named(covered(statement.text), system)) continue;
    yield {
      at: statement.at,
      message: `${systemLabel(system)} is in use since ${since}, and the last certification audit on record was on ${last}.`,
      help: "No auditor has looked at it yet. Say so, or leave the system out of the claim until the next surveillance.",
      severity: "info",
      related: [{ at: { record: system.record, field: "deployed_on" }, message: "The system." }],
    };
  }
}

function* exceeding(statements: readonly Statement[], ctx: RuleContext): Generator<RawFinding> {
  const certificate = certificateInForce(ctx.index, ctx.today());
  if (!certificate) return;
  for (const statement of statements) {
    const systems = beyond(statement.text, certificate, ctx);
    if (systems.length > 0) yield findingOf(statement, systems, certificate, ctx);
    else yield* unseen(statement, certificate, ctx);
  }
}

/** Claims of certification that name a system, or all of them, where the records leave one out of scope. */
export const claimExceedsScope = rule({
  id: "claim-exceeds-scope",
  group: "claim",
  severity: "error",
  summary: "Finds claims of certification that reach further than the certificate's scope.",
  documentsWith: "claims",
  document(unit, ctx) {
    const statements = statementsFor(unit, "certification-without-certificate");
    return statements.length === 0 ? NONE : exceeding(statements, ctx);
  },
});
