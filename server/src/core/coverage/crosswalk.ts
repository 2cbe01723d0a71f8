import { provision, standard, standards } from "../catalog/catalog.ts";
import { type Mapping, mappingsOf } from "../catalog/crosswalks.ts";
import type { Provision } from "../catalog/model.ts";
import type { RecordFacts } from "../records/model.ts";
import type { ProvisionCoverage, Reused } from "./api.ts";
import { byParts } from "./nature.ts";
import { nameOf } from "./why.ts";
import type { World } from "./world.ts";

/** How many documents are named as reusable for one provision. */
const MOST = 4;

/** Ids of certifiable standards: whose documents an organisation is likely to have already. */
const managementSystems = (): readonly string[] =>
  standards()
    .filter((s) => s.certifiable)
    .map((s) => s.id);

/**
 * Whether coverage of a standard may be read off the management system's own: for frameworks and guidance, never for a law, and
 * not where a standard says by its own parts what a document holds.
 */
export function takesDerived(id: string): boolean {
  const s = standard(id);
  return s !== undefined && !s.certifiable && s.kind !== "regulation" && !byParts(id);
}

/** Counterparts of a provision among the management systems' provisions. */
const counterparts = (p: Provision): readonly Mapping[] =>
  mappingsOf(p.standard, p.id).filter(
    ({ other, relationship }) =>
      other !== undefined && relationship !== "no-relationship" && managementSystems().includes(other.standard),
  );

/** Whether a mapping says that the counterpart takes in the whole provision; all others touch a part of it. */
const takesInAll = ({ relationship }: Mapping): boolean =>
  relationship === "equivalent-to" || relationship === "equal-to" || relationship === "subset-of";

/** A mapping with the coverage of its counterpart. */
interface Beside {
  readonly whole: boolean;
  readonly covered: ProvisionCoverage;
}

/**
 * Coverage read off the crosswalk where nothing addresses a provision itself. A counterpart that takes in the whole provision gives it
 * documented and operated. Counterparts that touch it in part give documented, and only all of them together: what one of them leaves
 * out, nobody has shown. Doubtful mappings (`confidence: low`) give nothing. What works and what was checked has to be shown for the
 * provision itself.
 */
export function derive(
  own: ProvisionCoverage,
  p: Provision,
  of: (standard: string, number: string) => ProvisionCoverage | undefined,
): ProvisionCoverage {
  if (own.level !== "missing" || !takesDerived(p.standard)) return own;
  const beside = counterparts(p).flatMap((mapping): Beside[] => {
    const covered =
      mapping.other && mapping.confidence !== "low" ? of(mapping.other.standard, mapping.other.provision) : undefined;
    return covered ? [{ whole: takesInAll(mapping), covered }] : [];
  });
  const wholly = beside.filter(({ whole, covered }) => whole && covered.bars[0]);
  if (wholly.length > 0)
    return readOff(
      own,
      wholly,
      wholly.some(({ covered }) => covered.bars[1]),
    );
  const open = beside.filter(({ covered }) => !covered.bars[0]);
  if (beside.length > open.length) return open.length === 0 ? readOff(own, beside, false) : withOpen(own, open);
  return own;
}

/** `5.2 AI policy, 7.3 Awareness`, some of them. */
const named = (beside: readonly Beside[]): string =>
  beside
    .slice(0, MOST)
    .map(({ covered }) => `${covered.provision} ${covered.title}`)
    .join(", ") + (beside.length > MOST ? ` and ${beside.length - MOST} more` : "");

const shortOf = ([first]: readonly Beside[]): string => {
  const id = first?.covered.standard ?? "";
  return standard(id)?.short ?? id;
};

function readOff(own: ProvisionCoverage, from: readonly Beside[], operated: boolean): ProvisionCoverage {
  const short = shortOf(from);
  const part = from.some(({ whole }) => whole) ? "" : ", which touches it in part";
  const evidence = from.flatMap(({ covered }) =>
    covered.evidence
      .filter(({ role }) => role === "documents" || (operated && role === "operates"))
      .map((e) => ({ ...e, note: `${e.note} (for ${short} ${covered.provision})` })),
  );
  return {
    ...own,
    level: operated ? "operated" : "documented",
    bars: [true, operated, false, false],
    why: `Only by crosswalk from ${short} ${named(from)}${part}; nothing here addresses it itself, and a mapping is neither equivalence nor conformity.`,
    evidence,
    raise: [
      {
        text: `Say in the document that answers ${own.provision} that it does (\`satisfies\`), or write what ${short} leaves open.`,
        ...(evidence[0] ? { goTo: evidence[0].record } : undefined),
      },
    ],
    reuse: [],
    derived: from.map(({ covered }) => ({ standard: covered.standard, provision: covered.provision })),
  };
}

/** Not read off, since some counterparts are not covered themselves: says which. */
const withOpen = (own: ProvisionCoverage, open: readonly Beside[]): ProvisionCoverage => ({
  ...own,
  raise: [
    ...own.raise,
    { text: `Or cover what ${shortOf(open)} sets beside it and is not documented yet: ${named(open)}.` },
  ],
});

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
