import { type Provision, provision } from "../../catalog/catalog.ts";
import { overlaps, type Span, shift } from "../../text/span.ts";
import { type DocumentUnit, type RuleContext, rule } from "../rule.ts";
import { ordinalsOf } from "../shared/in-document.ts";
import { scopeExclusions } from "./shared/exclusions.ts";

/** A control or group of controls cited somewhere. */
interface CitedControl {
  readonly provision: Provision;
  readonly span: Span;
}

function controlsIn({ document }: DocumentUnit): CitedControl[] {
  return document.blocks.flatMap(({ base, data }) =>
    data.citations.flatMap(({ provision: found, span }) =>
      found?.kind === "control" || found?.kind === "group" ? [{ provision: found, span: shift(span, base) }] : [],
    ),
  );
}

const AFTER =
  /^[^\n|]{0,80}?\b(?:is|are|was|were|has been|have been|stays?|remains?)\b[^\n|]{0,20}\b(?:excluded|left out|not applicable|out of scope|not in scope)\b/i;
const BEFORE = /\b(?:excludes?|excluding|leaves? out)\b[^\n|]{0,40}$/i;
const SOA = /statement of applicability|\bsoa\b/i;

/** The text before and after a place, up to the ends of its sentence. */
function sentenceAround(text: string, { start, end }: Span): readonly [string, string] {
  const before = text.slice(Math.max(0, start - 120), start);
  const after = text.slice(end, end + 160);
  const from = Math.max(before.lastIndexOf("\n"), ...[". ", "! ", "? ", "; "].map((stop) => before.lastIndexOf(stop)));
  const to = after.search(/[.!?;](?:\s|$)|\n/);
  return [before.slice(from + 1), to < 0 ? after : after.slice(0, to)];
}

/** Whether the sentence around a citation says that it is left out, and does not speak of the statement of applicability. */
function isSaidToBeOut(text: string, span: Span): boolean {
  const [before, after] = sentenceAround(text, span);
  return !SOA.test(before) && !SOA.test(after) && (AFTER.test(after) || BEFORE.test(before));
}

const NUMBER = /^(?:annex |controls? )?([A-Z]\.\d{1,2}(?:\.\d{1,2}){0,2})(?![\d.]*\d)/i;

/** Controls that stand where an exclusion says what is left out. */
function excludedControls(unit: DocumentUnit, ctx: RuleContext): CitedControl[] {
  return scopeExclusions(unit, ctx.index).flatMap(({ what, at }) => {
    const number = NUMBER.exec(what.trim())?.[1];
    const found = number === undefined ? undefined : provisionIn(ctx.config().standards, number);
    if (!found) return [];
    const start = at.start + (at.end - at.start === what.length ? what.indexOf(number as string) : 0);
    return [{ provision: found, span: { start, end: Math.min(at.end, start + (number as string).length) } }];
  });
}

function provisionIn(standards: readonly string[], number: string): Provision | undefined {
  const found = standards.map((standard) => provision(standard, number)).find((p) => p !== undefined);
  return found?.kind === "control" || found?.kind === "group" ? found : undefined;
}

/** A control left out by the scope statement, where only systems, units and activities can be. */
export const controlExcludedInScope = rule({
  id: "control-excluded-in-scope",
  group: "scope",
  severity: "warning",
  summary:
    "Finds controls of Annex A that a scope statement leaves out; that decision belongs in the statement of applicability.",
  documentsWith: ["scope"],
  *document(unit, ctx) {
    const { document, own } = unit;
    if (!ordinalsOf(unit, "scope").some((i) => !document.records[i]?.data.template)) return;
    const named = excludedControls(unit, ctx);
    const told = own?.kind === "scope" ? controlsIn(unit) : [];
    const said = told.filter(
      ({ span }) => isSaidToBeOut(document.text, span) && !named.some((n) => overlaps(n.span, span)),
    );
    for (const { provision: found, span } of [...named, ...said]) {
      yield {
        at: span,
        message: `The scope leaves out ${found.id} (${found.title}), but a scope bounds units, activities and systems, not controls.`,
        help: "Whether a control applies is said in the statement of applicability, with the reason. Move it there and take it out of the scope.",
      };
    }
  },
});
