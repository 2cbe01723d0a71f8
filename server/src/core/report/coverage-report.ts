import type { CoverageGroup, CoverageReport, CoverageRow } from "../analysis-api.ts";
import { provision as findProvision, standard as findStandard } from "../catalog/catalog.ts";
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
  if (!known?.catalogued) return undefined;
  const all = aims.coverage.all(known.id);
  const { plain } = aims.config();
  return {
    root: aims.root,
    organization: plainText(plain.organisation),
    standard: known.id,
    standardTitle: known.designation,
    counts: countsOf(all),
    groups: groupsOf(aims, known.id, all),
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
    const id = groupOf(coverage.provision);
    const rows = groups.get(id) ?? [];
    rows.push(rowOf(aims, coverage));
    groups.set(id, rows);
  }
  return [...groups].map(([id, provisions]) => ({
    id,
    title: findProvision(standard, id)?.title ?? "",
    provisions,
  }));
}

/** `6` of `6.1.4`, `A.6` of `A.6.2.4`. */
function groupOf(provision: string): string {
  const parts = provision.split(".");
  return /^[A-Z]$/.test(parts[0] ?? "") ? parts.slice(0, 2).join(".") : (parts[0] ?? provision);
}

function rowOf(aims: AimsView, coverage: ProvisionCoverage): CoverageRow {
  return {
    ...coverage,
    asks: findProvision(coverage.standard, coverage.provision)?.asks ?? "",
    evidence: coverage.evidence.flatMap(({ record, role, note }) => {
      const location = locationOf(aims, record);
      if (!location) return [];
      const title = titleOf(record);
      const label = [record.id, title === record.id ? "" : title].filter((part) => part).join(" ");
      return [{ label: label || relativePath(aims.root, record.path), role, note, location }];
    }),
    raise: coverage.raise.map(({ text, scaffold, goTo }) => {
      const location = goTo && locationOf(aims, goTo);
      return { text, ...(scaffold && { scaffold }), ...(location && { location }) };
    }),
  };
}
