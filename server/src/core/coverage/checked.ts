import type { ProvisionRef, RecordFacts } from "../records/model.ts";
import type { AimsIndex } from "../workspace/api.ts";
import { samePersonIn } from "../workspace/people.ts";
import type { CoverageEvidence } from "./api.ts";
import { isCurrent } from "./dated.ts";
import { documentation } from "./documented.ts";
import { type Happening, intervalsIn, judge } from "./judged.ts";
import { lineage, recordsNaming } from "./named.ts";
import { once } from "../text/once.ts";
import { operation } from "./operated.ts";
import { soaEntries } from "./soa.ts";
import { dateOf, listOf, realText } from "./values.ts";
import { nameOfRef, type World } from "./world.ts";
import { addAll } from "../text/many.ts";

/** Whether somebody independent has looked, and what stands against a provision. */
export interface Checks {
  readonly evidence: readonly CoverageEvidence[];
  readonly checked: boolean;
  /** Audits that do not count, with the reason, in words that go on after the audit's id. */
  readonly refused: readonly { readonly record: RecordFacts; readonly reason: string }[];
}

/** The people a record names as its owner or author. */
const peopleOf = once((record: RecordFacts): readonly string[] => [
  ...listOf(record, "owner"),
  ...listOf(record, "author"),
]);

/** The people whom records name, and the files they stand in. */
const namedIn = once((records: readonly RecordFacts[]) => ({
  people: [...new Set(records.flatMap(peopleOf))],
  paths: [...new Set(records.map(({ path }) => path))],
}));

/** People who answer for records or the documents around them, or wrote them. */
function answerable(index: AimsIndex, groups: readonly (readonly RecordFacts[])[]): string[] {
  const named = groups.map(namedIn);
  const owns = [...new Set(named.flatMap(({ paths }) => paths))].flatMap((path) => index.file(path)?.own ?? []);
  return [...new Set([...named.flatMap(({ people }) => people), ...owns.flatMap(peopleOf)])];
}

/** People who answer for what documents a provision and for what shows it being done. */
const answerableFor = (world: World, ref: ProvisionRef): readonly string[] =>
  world.share(`people ${nameOfRef(ref)}`, () => {
    const shown = operation(world, ref).evidence.map((e) => e.record);
    return answerable(world.index, [...documentation(world, ref).records, shown]);
  });

/** Audits that say they looked at the provision or at what it is part of. */
function auditsOf(index: AimsIndex, ref: ProvisionRef): RecordFacts[] {
  const found = new Set<RecordFacts>();
  for (const above of lineage(ref)) {
    for (const field of ["provisions", "criteria"]) {
      for (const audit of recordsNaming(index, "audit", field, above)) found.add(audit);
    }
  }
  return [...found].filter((audit) => audit.plain.type !== "supplier");
}

/** Why an audit does not count as independent of `people`, or undefined when it does. */
function dependence(index: AimsIndex, audit: RecordFacts, people: readonly string[]): string | undefined {
  if (audit.plain.type === "certification") return undefined;
  const auditors = [...listOf(audit, "lead_auditor"), ...listOf(audit, "auditors")];
  if (auditors.length === 0) return "names no auditor";
  const own = auditors.find((auditor) => people.some((person) => samePersonIn(index, auditor, person)));
  return own === undefined ? undefined : `was made by ${own}, who answers for what was audited`;
}

/** Who looked at a provision. */
export function checks(world: World, ref: ProvisionRef): Checks {
  const evidence: CoverageEvidence[] = [];
  const refused: { record: RecordFacts; reason: string }[] = [];
  for (const record of auditsOf(world.index, ref)) {
    const { happened, standing } = judge(world, record);
    if (happened === undefined || standing.state !== "counts") continue;
    const reason = refusal(world, ref, record, happened);
    if (reason === undefined) evidence.push({ record, role: "checks", note: `audited ${happened.day}` });
    else refused.push({ record, reason });
  }
  addAll(evidence, verifications(world, ref));
  return { evidence, checked: evidence.length > 0, refused };
}

const refusal = (world: World, ref: ProvisionRef, audit: RecordFacts, { current, day }: Happening) =>
  current ? dependence(world.index, audit, answerableFor(world, ref)) : `was finished on ${day}, too long ago`;

/** Entries of the statement of applicability that somebody other than their owner verified. */
function verifications(world: World, ref: ProvisionRef): CoverageEvidence[] {
  const { index } = world;
  return soaEntries(world, ref).flatMap(({ record }): CoverageEvidence[] => {
    const [by, on] = [realText(record, "verified_by"), dateOf(record, "verified_on")];
    if (by === undefined || on === undefined) return [];
    if (!isCurrent(record, on, intervalsIn(index), world.today())) return [];
    const owners = [...answerableFor(world, ref), ...answerable(index, [[record]])];
    if (owners.length === 0 || owners.some((person) => samePersonIn(index, by, person))) return [];
    return [{ record, role: "checks", note: `verified by ${by} on ${on}` }];
  });
}

const CLOSED = new Set(["closed", "verified", "rejected"]);

/** Open shortcomings on a provision. */
export interface Shortcomings {
  /** Major findings and nonconformities: the provision is not met. */
  readonly major: readonly RecordFacts[];
  /** Incidents and minor nonconformities: it is met and has not worked once. */
  readonly minor: readonly RecordFacts[];
}

/** Findings, nonconformities and incidents on a provision that are still open. */
export function shortcomings(index: AimsIndex, ref: ProvisionRef): Shortcomings {
  const open = (record: RecordFacts): boolean =>
    !record.template &&
    !CLOSED.has(realText(record, "status") ?? "") &&
    dateOf(record, "closed_on") === undefined &&
    (record.id !== undefined || realText(record, "title") !== undefined);
  const findings = recordsNaming(index, "finding", "provision", ref).filter(open);
  const nonconformities = recordsNaming(index, "nonconformity", "clause", ref).filter(open);
  const incidents = recordsNaming(index, "incident", "controls", ref).filter(open);
  const grave = (record: RecordFacts): boolean => record.plain.grade === "major" || record.plain.grade === "critical";
  return {
    major: [...findings, ...nonconformities].filter(grave),
    minor: [...incidents, ...nonconformities.filter((record) => !grave(record))],
  };
}
