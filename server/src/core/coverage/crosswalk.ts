import { provision, standard, standards } from "../catalog/catalog.ts";
import { type Mapping, mappingsOf } from "../catalog/crosswalks.ts";
import type { Provision } from "../catalog/model.ts";
import type { RecordFacts } from "../records/model.ts";
import type { Level, ProvisionCoverage, Reused } from "./api.ts";
import { byParts } from "./nature.ts";
import { nameOf } from "./why.ts";
import type { World } from "./world.ts";

/** How many documents are named as reusable for one provision. */
const MOST = 4;

const RANK: readonly Level[] = ["missing", "placeholder", "excluded", "documented", "operated", "effective", "checked"];

/** Ids of certifiable standards: whose documents an organisation is likely to have already. */
const managementSystems = (): readonly string[] =>
  standards()
    .filter((s) => s.certifiable)
    .map((s) => s.id);

/**
 * Whether coverage of a standard may be read off the management system's own: for frameworks and guidance, never for a law, and
 * not where a standard says by its own parts what a document holds.
 */
function takesDerived(id: string): boolean {
  const s = standard(id);
  return s !== undefined && !s.certifiable && s.kind !== "regulation" && !byParts(id);
}

/** Counterparts of a provision among the management systems' provisions. */
const counterparts = (p: Provision): readonly Mapping[] =>
  mappingsOf(p.standard, p.id).filter(
    ({ other, relationship }) =>
      other !== undefined && relationship !== "no-relationship" && managementSystems().includes(other.standard),
  );

/**
 * Coverage read off the crosswalk where nothing addresses a provision itself: as far as documented and operated, by the
 * best covered counterpart, which is named. What works and what was checked has to be shown for the provision itself.
 */
export function derive(
  own: ProvisionCoverage,
  p: Provision,
  of: (standard: string, number: string) => ProvisionCoverage | undefined,
): ProvisionCoverage {
  if (own.level !== "missing" || !takesDerived(p.standard)) return own;
  const found = counterparts(p)
    .flatMap(({ other }) => (other ? (of(other.standard, other.provision) ?? []) : []))
    .filter((c) => RANK.indexOf(c.level) >= RANK.indexOf("documented"))
    .sort((a, b) => RANK.indexOf(b.level) - RANK.indexOf(a.level));
  const [best] = found;
  if (best === undefined) return own;
  const operated = found.some((c) => c.bars[0] && c.bars[1]);
  const names = found.slice(0, MOST).map((c) => `${c.provision} ${c.title}`);
  const short = standard(best.standard)?.short ?? best.standard;
  return {
    ...own,
    level: operated ? "operated" : "documented",
    bars: [true, operated, false, false],
    why: `Only by crosswalk from ${short} ${names.join(", ")}; nothing here addresses it itself, and a mapping is neither equivalence nor conformity.`,
    evidence: best.evidence.map((e) => ({ ...e, note: `${e.note} (for ${short} ${best.provision})` })),
    raise: [
      {
        text: `Say in the document that answers ${p.id} that it does (\`satisfies\`), or write what ${short} leaves open.`,
        ...(best.evidence[0] ? { goTo: best.evidence[0].record } : undefined),
      },
    ],
    reuse: [],
    derived: found.map((c) => ({ standard: c.standard, provision: c.provision })),
  };
}

/**
 * Documents written for another management system that can serve for a provision, as far as they say what they answer. They are
 * pointed out as reusable and never count as coverage.
 */
export function reusable(world: World, p: Provision): readonly Reused[] {
  const out: Reused[] = [];
  for (const { other, reuse, rationale } of counterparts(p)) {
    if (other === undefined || reuse === "none" || other.standard === p.standard) continue;
    const title = provision(other.standard, other.provision)?.title;
    for (const record of world.index.addressing(other.standard, other.provision).filter(isDocument)) {
      if (out.some((r) => r.record === record)) continue;
      const short = standard(other.standard)?.short ?? other.standard;
      const as = `${short} ${other.provision}${title ? ` (${title})` : ""}`;
      out.push({
        record,
        from: other,
        note: `${nameOf(record)}, kept for ${as}, can serve here${howFar(reuse, rationale)}.`,
      });
      if (out.length === MOST) return out;
    }
  }
  return out;
}

const isDocument = (record: RecordFacts): boolean =>
  record.kind !== "control" && !record.template && record.plain.status !== "retired";

function howFar(reuse: Mapping["reuse"], rationale: string | undefined): string {
  const said = rationale?.replace(/\.$/, "");
  switch (reuse) {
    case "as-is":
      return " with little change";
    case "extend":
      return ` when extended${said ? `: ${said}` : ""}`;
    case "parallel":
      return ` as a model, with content of its own${said ? `: ${said}` : ""}`;
    default:
      return "";
  }
}
