import { CliError, type CoverageCommand } from "./args.ts";
import type { CoverageReport } from "../core/analysis.ts";
import type { Io } from "./io.ts";
import { isTarget, type Loaded, load, shownPath } from "./load.ts";
import { jsonText } from "./paint.ts";
import { prettyCoverage } from "./pretty-coverage.ts";

/** `aims coverage`. */
export function runCoverage(command: CoverageCommand, io: Io): number {
  const loaded = load(command.paths, command.today, command.maxBytes, io);
  const reports = reportsOf(command, loaded);
  if (command.format === "json") io.out(jsonText({ aims: reports.map((r) => toJson(r, loaded.base)) }));
  else io.out(prettyCoverage(reports, loaded, io));
  return 0;
}

/** @throws CliError when there is no AIMS, or the standard is not known */
function reportsOf(command: CoverageCommand, { host, targets, roots }: Loaded): CoverageReport[] {
  const { snapshot } = host;
  const wanted = snapshot
    .aimsRoots()
    .filter((root) => isTarget(root, targets) || targets.some((target) => isTarget(target, [root])));
  if (wanted.length === 0)
    throw new CliError(`no aims.yaml in ${roots.join(", ")}: coverage is counted for a folder that has one`);
  return wanted.flatMap((root) => {
    const names = command.standard === undefined ? snapshot.standards(root) : [command.standard];
    const reports = names.flatMap((name) => snapshot.coverage(root, name) ?? []);
    if (reports.length === 0)
      throw new CliError(
        `coverage by "${names.join(", ")}" is not known; known: ${snapshot.knownStandards().join(", ")}`,
      );
    return reports;
  });
}

function toJson(report: CoverageReport, base: string) {
  const place = ({ path, range }: { path: string; range: unknown }) => ({ path: shownPath(path, base), range });
  return {
    ...report,
    root: shownPath(report.root, base),
    groups: report.groups.map((group) => ({
      ...group,
      provisions: group.provisions.map(({ asks: _, ...row }) => ({
        ...row,
        evidence: row.evidence.map(({ location, ...e }) => ({ ...e, ...place(location) })),
        reuse: row.reuse.map(({ note, location }) => ({ note, ...place(location) })),
        raise: row.raise.map(({ text }) => text),
      })),
    })),
  };
}
