import type { CoverageGroup, CoverageReport, CoverageRow } from "../analysis-api.ts";
import { assessable, provision as findProvision, type Standard, standard as findStandard } from "../catalog/catalog.ts";
import { staleNote } from "../catalog/currency.ts";
import type { Level, ProvisionCoverage } from "../coverage/api.ts";
import { plainText, titleOf } from "../records/summary.ts";
import { locationOf } from "../workspace/locate.ts";
import { relativePath } from "../workspace/names.ts";
import type { AimsView } from "../workspace/view.ts";

/** How many bars a level stands for; levels below the first bar stand for none. */
const REACHED: Readonly<Record<Level, number>> = {
  missing: 0,
  placeholder: 0,
  excluded: 0,
  documented: 1,
  operated: 2,
  effective: 3,
  checked: 4,
};

/**
 * Coverage of an AIMS by one standard, ready to be shown. Groups are the top-level clauses and the groups of an annex, in the
 * standard's order. `counts.documented` to `counts.checked` are cumulative: each counts the provisions of that level and of any
 * above it, so a provision that is `effective` counts as documented and operated too. `missing`, `placeholder` and `excluded`
 * count that level alone; these three and `documented` add up to `total`. Undefined for a standard without a catalogue.
 */
export function coverageReport(aims: AimsView, standard: string): CoverageReport | undefined {
  const known = findStandard(standard);
  if (!known?.catalogued || assessable(known.id).length === 0) return undefined;
  const all = aims.coverage.all(known.id);
  const { plain } = aims.config();
  return {
    root: aims.root,
    organization: plainText(plain.organisation),
    standard: known.id,
    standardTitle: known.designation,
    counts: countsOf(all),
    groups: groupsOf(aims, known.id, all),
    notes: notesOn(known, all, aims.today().date()),
  };
}

function countsOf(all: readonly ProvisionCoverage[]): CoverageReport["counts"] {
  const reaching = (bar: number): number => all.filter((p) => REACHED[p.level] >= bar).length;
  const at = (level: Level): number => all.filter((p) => p.level === level).length;
  return {
    total: all.length,
    missing: at("missing"),
    placeholder: at("placeholder"),
    excluded: at("excluded"),
    documented: reaching(1),
    operated: reaching(2),
    effective: reaching(3),
    checked: reaching(4),
  };
}

function groupsOf(aims: AimsView, standard: string, all: readonly ProvisionCoverage[]): CoverageGroup[] {
  const groups = new Map<string, CoverageRow[]>();
  for (const coverage of all) {
    const id = groupOf(standard, coverage.provision);
    const rows = groups.get(id) ?? [];
    rows.push(rowOf(aims, coverage, id));
    groups.set(id, rows);
  }
  return [...groups].map(([id, provisions]) => ({
    id,
    title: findProvision(standard, id)?.title ?? "",
    provisions,
  }));
}

/** The provision a row is shown under: the part of a framework or law right over it, `6` for `6.1.4`, `A.6` for `A.6.2.4`. */
function groupOf(standard: string, id: string): string {
  const parts = id.split(".");
  if (findStandard(standard)?.citation.annexes?.includes(parts[0] ?? "")) return parts.slice(0, 2).join(".");
  const chain = [id];
  for (let up = findProvision(standard, id)?.parent; up !== undefined; up = findProvision(standard, up)?.parent)
    chain.push(up);
  const top = chain.at(-1) ?? id;
  const place = findProvision(standard, top)?.more.location;
  return typeof place === "string" && !/^Annex/.test(place) ? place : top;
}

function headingOver({ standard, provision }: ProvisionCoverage, group: string): CoverageRow["under"] {
  const parent = findProvision(standard, provision)?.parent;
  const heading = parent === undefined || parent === group ? undefined : findProvision(standard, parent);
  return heading && !heading.assessable ? { id: heading.id, title: heading.title } : undefined;
}

/** What to bear in mind with a standard's figures. */
function notesOn(known: Standard, all: readonly ProvisionCoverage[], today: string): string[] {
  const notes: string[] = [];
  if (known.kind === "regulation")
    notes.push(
      "Help in keeping documents and no legal advice: which duties apply depends on roles, systems and dates.",
    );
  const derived = all.filter((p) => p.derived).length;
  if (derived > 0)
    notes.push(
      `${derived} of ${all.length} are covered only by crosswalk, which says by which provision; a mapping is neither equivalence nor conformity.`,
    );
  const late = staleNote(known, today);
  return late === undefined ? notes : [...notes, late];
}

function rowOf(aims: AimsView, coverage: ProvisionCoverage, group: string): CoverageRow {
  const under = headingOver(coverage, group);
  return {
    ...coverage,
    ...(under && { under }),
    asks: findProvision(coverage.standard, coverage.provision)?.asks ?? "",
    evidence: coverage.evidence.flatMap(({ record, role, note }) => {
      const location = locationOf(aims, record);
      if (!location) return [];
      const title = titleOf(record);
      const label = [record.id, title === record.id ? "" : title].filter((part) => part).join(" ");
      return [{ label: label || relativePath(aims.root, record.path), role, note, location }];
    }),
    reuse: (coverage.reuse ?? []).flatMap(({ record, note }) => {
      const location = locationOf(aims, record);
      return location ? [{ note, location }] : [];
    }),
    raise: coverage.raise.map(({ text, scaffold, goTo }) => {
      const location = goTo && locationOf(aims, goTo);
      return { text, ...(scaffold && { scaffold }), ...(location && { location }) };
    }),
  };
}
