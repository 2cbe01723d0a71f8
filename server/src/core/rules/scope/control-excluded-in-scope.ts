import { resolveCitation } from "../../catalog/citations.ts";
import type { Provision } from "../../catalog/catalog.ts";
import { overlaps, type Span, shift } from "../../text/span.ts";
import { type DocumentUnit, type RuleContext, rule } from "../rule.ts";
import { scopeExclusions } from "./shared/exclusions.ts";

/** A control or group of controls cited somewhere. */
interface CitedControl {
  readonly provision: Provision;
  readonly span: Span;
}

function controlsIn({ document }: DocumentUnit, ctx: RuleContext): CitedControl[] {
  const { standards } = ctx.config();
  return document.blocks.flatMap(({ base, data }) =>
    data.citations.flatMap((citation) => {
      const provision = resolveCitation(citation, standards)?.provision;
      return provision?.kind === "control" || provision?.kind === "group"
        ? [{ provision, span: shift(citation.span, base) }]
        : [];
    }),
  );
}

const AFTER =
  /^[^.\n|]{0,80}?\b(?:is|are|was|were|has been|have been|stays?|remains?)\b[^.\n|]{0,20}\b(?:excluded|left out|not applicable|out of scope|not in scope)\b/i;
const BEFORE = /\b(?:excludes?|excluding|leaves? out)\b[^.\n|]{0,40}$/i;

/** Whether the sentence around a citation says that it is left out, and does not speak of the statement of applicability. */
function isSaidToBeOut(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  const after = text.slice(end, end + 120);
  if (/statement of applicability|\bsoa\b/i.test(before) || /statement of applicability|\bsoa\b/i.test(after))
    return false;
  return AFTER.test(after) || BEFORE.test(before);
}

/** A control left out by the scope statement, where only systems, units and activities can be. */
export const controlExcludedInScope = rule({
  id: "control-excluded-in-scope",
  group: "scope",
  severity: "warning",
  summary:
    "Finds controls of Annex A that a scope statement leaves out; that decision belongs in the statement of applicability.",
  *document(unit, ctx) {
    const { document, own } = unit;
    const hasScope = document.records.some(({ data }) => data.kind === "scope" && !data.template);
    const controls = hasScope ? controlsIn(unit, ctx) : [];
    if (controls.length === 0) return;
    const excluded = scopeExclusions(unit, ctx.index).map((e) => e.at);
    for (const { provision, span } of controls) {
      const named = excluded.some((at) => overlaps(at, span));
      if (!named && !(own?.kind === "scope" && isSaidToBeOut(document.text, span))) continue;
      yield {
        at: span,
        message: `The scope leaves out ${provision.id} (${provision.title}), but a scope bounds units, activities and systems, not controls.`,
        help: "Whether a control applies is said in the statement of applicability, with the reason. Move it there and take it out of the scope.",
      };
    }
  },
});
