import type { WireSystems } from "../protocol.ts";
import { wireLocation } from "./convert.ts";
import { MAIN_STANDARD } from "./coverage.ts";
import { toUri } from "./paths.ts";
import type { Session } from "./session.ts";

/** `aims/systems` */
export async function systems(session: Session): Promise<WireSystems[]> {
  await session.world.read();
  const { snapshot } = session.host;
  return snapshot.aimsRoots().map((root) => ({
    root: toUri(root),
    organization: snapshot.coverage(root, MAIN_STANDARD)?.organization ?? "",
    systems: snapshot.systems(root).map((row) => ({
      ...row,
      location: wireLocation(row.location, session),
      assessments: row.assessments.map(({ label, location }) => ({ label, location: wireLocation(location, session) })),
    })),
  }));
}
