import { assessable, type Provision, provision as findProvision, provisions } from "../../catalog/catalog.ts";
import { lineage, namedIn } from "../../coverage/named.ts";
import { natureOf } from "../../coverage/nature.ts";
import { listOf, realText } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import { rule } from "../rule.ts";
import { provisionLabel } from "../shared/kinds.ts";
import { oneOf } from "../shared/words.ts";

const WHOLE = /\b(?:all|entire|whole|full|complete|every)\b|\bclauses? 4(?:\.\d)? ?(?:-|–|to|through) ?10/i;
/** Clauses listed by number in words of an audit's scope. */
const PLAIN = /\bclauses?\s+((?:\d{1,2}(?:\.\d{1,2}){0,2}(?:\s*(?:,|and|&|to|through|-|–)\s*)?){1,12})/gi;
const PART = /(\d{1,2}(?:\.\d{1,2}){0,2})(?:\s*(?:to|through|-|–)\s*(\d{1,2})(?!\.?\d))?/g;

/** Provisions of a standard that words of an audit's scope list: `Clauses 4, 5.2 and 7 to 9`. */
function writtenIn(scope: string, standard: string): string[] {
  return [...scope.slice(0, 500).matchAll(PLAIN)].flatMap(([, list = ""]) =>
    [...list.matchAll(PART)].flatMap(([, first = "", last]) => {
      const [from, to] = [Number(first), Number(last ?? first)];
      const ids = Number.isInteger(from)
        ? Array.from({ length: Math.max(1, to - from + 1) }, (_, i) => from + i)
        : [first];
      return ids.flatMap((id) => findProvision(standard, String(id))?.id ?? []);
    }),
  );
}

const namedBy = (audit: RecordFacts, standard: string, standards: readonly string[]): string[] => [
  ...["provisions", "criteria"]
    .flatMap((field) => namedIn(audit, field, standards))
    .flatMap((ref) => (ref.standard === standard ? ref.provision : [])),
  ...writtenIn(realText(audit, "scope") ?? "", standard),
];

const pathOf = ({ standard, id }: Provision): string[] => lineage({ standard, provision: id }).map((p) => p.provision);

/** As many parts of one clause as show that the programme goes part by part there. */
const PARTS = 2;
/** As many controls as show that it goes control by control. */
const CONTROLS = 5;

const isControl = ({ kind }: Provision): boolean => kind === "control";
const excluded = (index: AimsIndex, { standard, id }: Provision): boolean =>
  index.addressing(standard, id).some((record) => record.kind === "control" && record.plain.applicable === false);

/**
 * What no audit looks at: whole clauses; parts of a clause whose other parts are named one by one; and, where controls are named so,
 * controls that are not excluded.
 */
function gapsOf(named: ReadonlySet<string>, standard: string, index: AimsIndex): Provision[] {
  const above = new Set([...named].flatMap((id) => lineage({ standard, provision: id }).map((p) => p.provision)));
  const isSeen = (p: Provision): boolean => above.has(p.id) || pathOf(p).some((id) => named.has(id));
  const unseen = assessable(standard).filter((p) => !isSeen(p));
  const tops = provisions(standard).filter((p) => p.parent === undefined && /^\d+$/.test(p.id));
  const clauses = tops.flatMap((top) => {
    const under = assessable(standard).filter((p) => pathOf(p).includes(top.id));
    if (under.length === 0 || named.has(top.id)) return [];
    if (!above.has(top.id)) return [top];
    const parts = [...named].filter((id) => lineage({ standard, provision: id }).at(-1)?.provision === top.id);
    return parts.length < PARTS ? [] : unseen.filter((p) => under.includes(p) && p.title !== "General");
  });
  const controls = unseen.filter(isControl);
  const oneByOne = assessable(standard).filter((p) => isControl(p) && named.has(p.id)).length >= CONTROLS;
  return [...clauses, ...(oneByOne ? controls.filter((p) => !excluded(index, p)) : [])];
}

const MOST = 8;

/** Clauses, or parts and controls where the programme goes by these, that no internal audit names; advice, since a programme may run over years. */
export const auditProgrammeGap = rule({
  id: "audit-programme-gap",
  group: "cycle",
  severity: "info",
  summary:
    "Finds clauses that no internal audit, made or planned, looks at, and parts and controls where others are named one by one.",
  *aims({ standards }, { index }) {
    const audits = index
      .ofKind("audit")
      .filter(
        (a) =>
          !a.template &&
          a.plain.type !== "supplier" &&
          a.plain.type !== "certification" &&
          a.plain.status !== "cancelled",
      );
    const standard = standards.find((s) =>
      assessable(s).some((p) => natureOf(s, p.id).operates.some((o) => o.kind === "audit")),
    );
    const [first] = audits;
    if (!first || standard === undefined) return;
    if (
      audits.some((a) =>
        WHOLE.test(
          `${realText(a, "scope") ?? ""} ${realText(a, "programme") ?? ""} ${listOf(a, "provisions").join(" ")}`,
        ),
      )
    )
      return;
    const named = new Set(audits.flatMap((a) => namedBy(a, standard, standards)));
    const gaps = named.size === 0 ? [] : gapsOf(named, standard, index);
    if (gaps.length === 0) return;
    const labels = gaps.slice(0, MOST).map(provisionLabel);
    if (gaps.length > MOST) labels.push(`${gaps.length - MOST} more`);
    const last = audits.at(-1) ?? first;
    yield {
      at: { record: last, ...(last.plain.provisions === undefined ? undefined : { field: "provisions" }) },
      message: `No audit, made or planned, looks at ${oneOf(labels, "or")}.`,
      help: "Over its cycle the programme has to reach every clause. Plan who looks at these and when.",
    };
  },
});
