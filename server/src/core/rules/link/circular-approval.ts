import { normalizeId } from "../../records/ids.ts";
import type { RecordFacts, ScalarValue } from "../../records/model.ts";
import { type RawFinding, type RuleContext, rule } from "../rule.ts";
import { typedScalars } from "../shared/values.ts";

/** Fields by which one record rests on another; along none of them can a line of records return to its start. */
const LINES: Readonly<Record<string, string>> = { supersedes: "replaces", evidence: "is shown by" };
/** A line is given up after so many records. */
const MOST = 200;

const idsIn = (record: RecordFacts, field: string): string[] => {
  const value = record.plain[field];
  return (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === "string");
};

/** The ids from `first`, along a field, to `goal`; undefined where no line leads there. */
function lineTo(goal: string, first: string, field: string, ctx: RuleContext): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[normalizeId(first), undefined]]);
  const queue = [first];
  for (let id = queue.shift(); id !== undefined && cameFrom.size < MOST; id = queue.shift()) {
    if (normalizeId(id) === goal) return lineBack(id, cameFrom);
    for (const next of ctx.index.byId(id).flatMap((r) => idsIn(r, field))) {
      if (cameFrom.has(normalizeId(next))) continue;
      cameFrom.set(normalizeId(next), id);
      queue.push(next);
    }
  }
  return undefined;
}

function lineBack(last: string, cameFrom: ReadonlyMap<string, string | undefined>): string[] {
  const line: string[] = [];
  for (let id: string | undefined = last; id !== undefined; id = cameFrom.get(normalizeId(id))) line.unshift(id);
  return line;
}

function finding(id: string, field: string, scalar: ScalarValue, line: readonly string[]): RawFinding {
  const verb = ` ${LINES[field]} `;
  return {
    at: scalar.span,
    ...(field === "supersedes" ? undefined : { severity: "warning" as const }),
    message: `This comes back to itself: ${[id, ...line].join(verb)}.`,
    help: "Each of these rests on the next, so none holds by itself. One of the references is the wrong way round.",
  };
}

/** Records that replace or prove one another in a circle, so that none of them holds by itself. */
export const circularApproval = rule({
  id: "circular-approval",
  group: "link",
  severity: "error",
  summary: "Finds records that replace or prove each other in a circle.",
  fields: Object.keys(LINES),
  *record({ facts, data }, ctx) {
    const { id } = facts;
    if (id === undefined || facts.template) return;
    const own = normalizeId(id);
    for (const { path, scalar } of typedScalars(data).references) {
      const field = String(path[0]);
      const to = scalar.text.trim();
      if (LINES[field] === undefined || normalizeId(to) === own) continue;
      const line = lineTo(own, to, field, ctx);
      if (line) yield finding(id, field, scalar, line);
    }
  },
});
