import {
  assessable,
  controls,
  type Provision,
  provision as findProvision,
  standard as findStandard,
} from "../../catalog/catalog.ts";
import type { Lacking } from "../../coverage/api.ts";
import { byParts } from "../../coverage/nature.ts";
import { type Fix, type RawFinding, type RuleContext, rule } from "../rule.ts";
import { demonstrated, provisionLabel } from "../shared/kinds.ts";
import { scaffoldFix } from "../shared/scaffold.ts";
import { oneOf } from "../shared/words.ts";

interface Missing {
  readonly provision: Provision;
  readonly coverage: Lacking;
}

function topOf(p: Provision): Provision {
  let top = p;
  for (let up = parentOf(top); up; up = parentOf(top)) top = up;
  return top;
}

const parentOf = (p: Provision): Provision | undefined =>
  p.parent === undefined ? undefined : findProvision(p.standard, p.parent);

/** Provisions that nothing addresses and that nobody has planned to address, by the top clause they belong to. */
function missingByClause(standard: string, ctx: RuleContext): Map<Provision, Missing[]> {
  const noScope = ctx.index.ofKind("scope").length === 0;
  const elsewhere = new Set(noScope ? demonstrated("scope").map((r) => `${r.standard}:${r.provision}`) : []);
  const hasSoa = ctx.index.ofKind("control").length > 0;
  const groups = new Map<Provision, Missing[]>();
  for (const provision of assessable(standard)) {
    if (elsewhere.has(`${standard}:${provision.id}`) || (provision.kind === "control" && hasSoa)) continue;
    const coverage = ctx.coverage.lacking({ standard, provision: provision.id });
    if (!coverage) continue;
    const top = topOf(provision);
    const list = groups.get(top);
    if (list) list.push({ provision, coverage });
    else groups.set(top, [{ provision, coverage }]);
  }
  return groups;
}

const wanted = (a: Missing, b: Missing): number =>
  Number(b.provision.documented === "required") - Number(a.provision.documented === "required");

/** Whether nothing under a clause is addressed at all. */
function isWhole(top: Provision, missing: readonly Missing[]): boolean {
  const under = assessable(top.standard).filter((p) => topOf(p) === top);
  return missing.length === under.length;
}

function firstFix(lacking: readonly (Lacking | undefined)[]): Fix | undefined {
  for (const coverage of lacking) {
    const fix = scaffoldFix(coverage);
    if (fix) return fix;
  }
  return undefined;
}

function sayClause(
  top: Provision,
  missing: readonly Missing[],
  { coverage: all }: RuleContext,
): Pick<RawFinding, "message" | "help" | "fixes"> {
  const short = findStandard(top.standard)?.designation ?? top.standard;
  const isControls = missing.every((m) => m.provision.kind === "control");
  const whole = !isControls && missing.length > 1 && isWhole(top, missing);
  const names = missing.map(({ provision }) => (whole ? provision.id : provisionLabel(provision)));
  const lacking = isControls
    ? demonstrated("control").map((ref) => all.lacking(ref) ?? all.of(ref.standard, ref.provision))
    : [...missing].sort(wanted).map(({ coverage }) => coverage);
  const fix = firstFix(lacking);
  return {
    message: isControls
      ? `There is no statement of applicability: nothing decides on the ${controls(top.standard).length} controls of ${short}.`
      : whole
        ? `Nothing here addresses clause ${top.id} (${top.title}) of ${short}: ${names.join(", ")}.`
        : `Nothing here addresses ${oneOf(names, "and")} of ${short}.`,
    help: isControls
      ? "Write one entry for each control: taken in or left out, why, and how far it is in place."
      : "Write what is missing, say in an existing document which provisions it answers (`satisfies`), or record the gap with a date.",
    ...(fix ? { fixes: [fix] } : undefined),
  };
}

/** Whether every provision of a standard worked to is asked for: of a management system and of an assessment, not of a law (which depends on role, system and day), framework or guidance. */
const isDemanded = (standard: string): boolean => findStandard(standard)?.certifiable === true || byParts(standard);

/** Provisions of a standard worked to that nothing in the AIMS addresses, said once a clause. */
export const uncoveredProvision = rule({
  id: "uncovered-provision",
  group: "coverage",
  severity: "warning",
  summary: "Finds provisions of the standards worked to that no document or record addresses.",
  *aims({ record, standards }, ctx) {
    if (!record) return;
    for (const standard of standards.filter(isDemanded)) {
      for (const [top, missing] of missingByClause(standard, ctx)) {
        yield { at: { record, field: "standards" }, ...sayClause(top, missing, ctx) };
      }
    }
  },
});
