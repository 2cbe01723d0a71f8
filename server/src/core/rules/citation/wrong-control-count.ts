import { controls, type Standard, standards } from "../../catalog/catalog.ts";
import type { Span } from "../../text/span.ts";
import { type BlockUnit, NONE, type RawFinding, type RuleContext, rule } from "../rule.ts";
import { proseOf, sentenceAround, standardNames } from "../shared/prose.ts";

/** A count further off than this speaks of something else than the whole annex. */
const NEAR = 6;

const KIND = "(?:annex\\s+a\\s+)?(?:reference\\s+)?controls\\b";
/** A count of controls, as it stands in each of the ways below. */
const COUNTED = new RegExp(`\\d{2}\\s+${KIND}`, "i");
/** Ways of speaking of all controls of the annex at once. Group 1: what stands before the count; group 2: the count. */
const WHOLE = [
  `(\\ball\\s+(?:of\\s+)?(?:the\\s+)?)(\\d{2})\\s+${KIND}`,
  `(\\b\\d{1,2}\\s*(?:\\/|(?:out\\s+)?of)\\s*(?:the\\s+|all\\s+)?)(\\d{2})\\s+${KIND}`,
  `(\\bannex\\s+a(?:['’]s)?\\s*(?:(?:\\(|:|—|–|-|with|has|contains|lists|comprises|includes|provides|defines|consists\\s+of)\\s*)?(?:the\\s+|a\\s+total\\s+of\\s+|its\\s+)?)(\\d{2})\\s+(?:reference\\s+)?controls\\b`,
  `(\\bthe\\s+)(\\d{2})\\s+(?:reference\\s+)?controls\\s+(?:of|in|from|listed\\s+in|specified\\s+in)\\s+(?:[\\w/:.]+\\s+){0,3}annex\\s+a\\b`,
  `(\\bthe\\s+)(\\d{2})\\s+annex\\s+a\\s+(?:reference\\s+)?controls\\b`,
].map((source) => new RegExp(source, "gi"));

/** `37 of 38 controls`: the second number is the total whatever follows. */
const PART_OF_ALL = WHOLE[1];

/** What follows a count that was taken over some controls only. */
const SOME =
  /^\s{0,3}(?:that|which|we|you|are|were|is|have|has|do|did|not|marked|excluded|selected|applicable|in\s+scope|remain|implemented|planned)\b/i;

interface Count {
  readonly span: Span;
  readonly count: number;
}

function* countsIn(text: string): Generator<Count> {
  const seen = new Set<number>();
  for (const pattern of WHOLE) {
    for (const m of text.matchAll(pattern)) {
      const start = m.index + (m[1] as string).length;
      const after = text.slice(m.index + m[0].length, m.index + m[0].length + 20);
      if (seen.has(start) || (pattern !== PART_OF_ALL && SOME.test(after))) continue;
      seen.add(start);
      yield { span: { start, end: start + (m[2] as string).length }, count: Number(m[2]) };
    }
  }
}

/** The standard a sentence about controls is about: the one it names, else the only one in use that has such an annex. */
function standardMeant({ data }: BlockUnit, at: Span, ctx: RuleContext): Standard | undefined {
  const text = proseOf(data);
  const around = sentenceAround(text, at);
  const named = standardNames(data).filter((n) => n.span.start >= around.start && n.span.end <= around.end);
  const ids = [...new Set(named.map((n) => n.standard))];
  if (ids.length > 0) return ids.length === 1 ? standards().find((s) => s.id === ids[0]) : undefined;
  if (!/annex\s+a\b/i.test(text.slice(around.start, around.end))) return undefined;
  const inUse = ctx.config().standards;
  const able = standards().filter((s) => inUse.includes(s.id) && s.citation.annexes?.includes("A") && s.certifiable);
  return able.length === 1 ? able[0] : undefined;
}

function findingOf({ span, count }: Count, s: Standard, total: number): RawFinding {
  return {
    at: span,
    message: `Annex A of ${s.designation} has ${total} controls, not ${count}.`,
    help: "A wrong total makes a reader doubt the rows below it, and one control may be missing or stand twice.",
    fixes: [
      {
        title: `Replace "${count}" with "${total}"`,
        changes: [{ op: "replace", span, newText: String(total) }],
        preferred: true,
      },
    ],
  };
}

function* wrong(unit: BlockUnit, ctx: RuleContext): Generator<RawFinding> {
  const text = proseOf(unit.data);
  for (const found of countsIn(text)) {
    const s = standardMeant(unit, found.span, ctx);
    const total = s ? controls(s.id).length : 0;
    if (!s || total === 0 || found.count === total || Math.abs(found.count - total) > NEAR) continue;
    yield findingOf(found, s, total);
  }
}

/** Totals of controls that are not the standard's, where beyond doubt the whole annex is meant. */
export const wrongControlCount = rule({
  id: "wrong-control-count",
  group: "citation",
  severity: "error",
  summary: "Finds a wrong number of controls in the annex of a standard.",
  blocksWith: /controls/i,
  block: (unit, ctx) => (COUNTED.test(proseOf(unit.data)) ? wrong(unit, ctx) : NONE),
});
