import { controls, type Provision, provision, provisionsByTitle, standard } from "../../catalog/catalog.ts";
import { type KindInfo, kindInfo } from "../../records/kinds.ts";
import type { ScalarValue, Value } from "../../records/model.ts";
import type { Citation } from "../../syntax/document.ts";
import { eachScalar } from "../../syntax/values.ts";
import { once } from "../../text/once.ts";
import { type Fix, NONE, type RawFinding, type RecordUnit, rule } from "../rule.ts";
import { isVerbatim } from "../shared/values.ts";
import { oneOf } from "../shared/words.ts";

/** Fields of a control that a heading row in a table leaves empty. */
const CLAIMS = ["applicable", "status", "justification", "implementation", "evidence", "owner"];

const isHeading = (p: Provision | undefined): p is Provision => p?.kind === "group" || p?.kind === "objective";

/** The controls under a heading. The objective of a group stands beside them, not above. */
function under(p: Provision): readonly Provision[] {
  const top = p.kind === "objective" ? (p.parent ?? p.id) : p.id;
  return controls(p.standard).filter((c) => c.id.startsWith(`${top}.`));
}

function finding(p: Provision, scalar: ScalarValue, title: string | undefined): RawFinding {
  const ids = under(p).map((c) => c.id);
  const titled = title === undefined ? [] : provisionsByTitle(p.standard, title);
  const meant = titled.find((one) => ids.includes(one.id));
  const fixes: Fix[] =
    meant && isVerbatim(scalar)
      ? [
          {
            title: `Replace "${scalar.text}" with "${meant.id}"`,
            changes: [{ op: "replace", span: scalar.span, newText: meant.id }],
            preferred: true,
          },
        ]
      : [];
  const what = p.kind === "objective" ? "the objective over a group of controls" : "a heading over controls";
  return {
    at: scalar.span,
    ...(p.kind === "group" ? { severity: "warning" as const } : undefined),
    message: `${p.id} is ${what}, not a control.`,
    help: `It cannot be included, implemented or proved by itself. Name the control that is meant: ${oneOf(shortened(ids))}.`,
    fixes,
  };
}

const shortened = (ids: readonly string[]): string[] =>
  ids.length > 6 ? [...ids.slice(0, 5), `another of its ${ids.length}`] : [...ids];

/** A value that names a control, and the standard it is of. */
type Named = readonly [standard: string, scalar: ScalarValue];

/** Fields of a kind in which numbers of controls stand, of one standard. */
const numbered = once(({ field }: KindInfo): readonly string[] =>
  ["control", "controls"].filter((name) => ["provision", "provisions"].includes(field(name)?.type ?? "")),
);

/** Values that name headings as controls. */
function named({ data }: RecordUnit, kind: KindInfo, first: string): readonly Named[] {
  let found: Named[] | undefined;
  const add = (id: string, value: Value): void =>
    eachScalar(value, (scalar) => {
      if (!isHeading(provision(id, scalar.text))) return;
      found ??= [];
      found.push([id, scalar]);
    });
  for (const name of numbered(kind)) {
    const value = data.fields.get(name)?.value;
    if (value) add(first, value);
  }
  const satisfies = data.plain.satisfies === undefined ? undefined : data.fields.get("satisfies")?.value;
  if (satisfies?.type === "map") {
    for (const { key, value } of satisfies.entries) {
      const id = standard(key)?.id;
      if (id) add(id, value);
    }
  }
  return found ?? NO_NAMES;
}

const NO_NAMES: readonly Named[] = [];

/** A table row that only repeats the standard's own heading over the rows below it. */
const isHeadingRow = ({ facts }: RecordUnit): boolean =>
  facts.kind === "control" && CLAIMS.every((field) => facts.plain[field] === undefined);

/** Objectives of which prose says that they are controls. */
function inProse(citations: readonly Citation[]): readonly RawFinding[] {
  let found: RawFinding[] | undefined;
  for (const { provision: p, place, text, number, numberSpan, title } of citations) {
    if (p?.kind !== "objective" || place === "field" || !/^controls?\s/i.test(text)) continue;
    const scalar = { type: "scalar", span: numberSpan, text: number, plain: number } as const;
    found ??= [];
    found.push({ ...finding(p, scalar, title?.text), severity: "warning" });
  }
  return found ?? NONE;
}

function* headings({ facts, data }: RecordUnit, cited: readonly Named[]): Generator<RawFinding> {
  const title = facts.kind === "control" && typeof facts.plain.title === "string" ? facts.plain.title : undefined;
  for (const [id, scalar] of cited) {
    const p = provision(id, scalar.text);
    if (!isHeading(p)) continue;
    const found = finding(p, scalar, title);
    yield data.notation === "control-header" ? { ...found, severity: "info" } : found;
  }
}

/** Headings and objectives of an annex where a control has to be named. As names of a group in prose they are fine. */
export const headingCitedAsControl = rule({
  id: "heading-cited-as-control",
  group: "citation",
  severity: "error",
  summary: "Finds headings of an annex that are cited as if they were controls.",
  fields: ["control", "controls", "satisfies"],
  record(unit, ctx) {
    const { kind } = unit.facts;
    if (kind === undefined || isHeadingRow(unit)) return NONE;
    const cited = named(unit, kindInfo(kind), ctx.config().standards[0] ?? "iso-42001");
    return cited.length === 0 ? NONE : headings(unit, cited);
  },
  blocksWith: "doubts",
  block: ({ data }) => inProse(data.citations),
});
