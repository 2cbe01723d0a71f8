import type { CoverageReport, Snapshot } from "../core/analysis.ts";
import type { CoverageParams, WireCoverage, WireStandard } from "../protocol.ts";
import { wireLocation } from "./convert.ts";
import { toUri } from "./paths.ts";
import type { Session } from "./session.ts";

/** The standard whose coverage is shown when none is named. */
export const MAIN_STANDARD = "iso-42001";

/** `aims/coverage` */
export async function coverage(session: Session, params: CoverageParams | null): Promise<WireCoverage[]> {
  await session.world.read();
  const { snapshot } = session.host;
  return reports(snapshot, params?.standard ?? MAIN_STANDARD).map((report) => wire(report, session));
}

/** `aims/standards` */
export async function standards(session: Session): Promise<WireStandard[]> {
  await session.world.read();
  return [...session.host.snapshot.standardChoices()];
}

/** Coverage by one standard, one report for each AIMS. */
export const reports = (snapshot: Snapshot, standard: string): CoverageReport[] =>
  snapshot.aimsRoots().flatMap((root) => snapshot.coverage(root, standard) ?? []);

const wire = (report: CoverageReport, session: Session): WireCoverage => ({
  ...report,
  root: toUri(report.root),
  groups: report.groups.map(({ id, title, provisions }) => ({
    id,
    title,
    provisions: provisions.map((row) => ({
      provision: row.provision,
      title: row.title,
      ...(row.under && { under: row.under }),
      asks: row.asks,
      level: row.level,
      bars: row.bars,
      why: row.why,
      ...(row.planned === undefined ? {} : { planned: row.planned }),
      evidence: row.evidence.map((evidence) => ({ ...evidence, location: wireLocation(evidence.location, session) })),
      reuse: row.reuse.map(({ note, location }) => ({ note, location: wireLocation(location, session) })),
      raise: row.raise.map(({ text, scaffold, location }) => ({
        text,
        ...(scaffold ? { scaffold } : {}),
        ...(location ? { location: wireLocation(location, session) } : {}),
      })),
    })),
  })),
});
