import { samePerson } from "../records/people.ts";
import type { ProvisionRef, RecordFacts } from "../records/model.ts";
import type { AimsIndex } from "../workspace/api.ts";
import type { CoverageEvidence } from "./api.ts";
import { happenedOn, isCurrent } from "./dated.ts";
import { lineage, recordsNaming } from "./named.ts";
import type { SoaEntry } from "./soa.ts";
import { standingOf } from "./standing.ts";
import { dateOf, listOf, realText } from "./values.ts";

/** Whether somebody independent has looked, and what stands against a provision. */
export interface Checks {
  readonly evidence: readonly CoverageEvidence[];
  readonly checked: boolean;
  /** Audits that do not count, with the reason, in words that go on after the audit's id. */
  readonly refused: readonly { readonly record: RecordFacts; readonly reason: string }[];
}

/** People who answer for the records that document a provision or wrote them. */
function answerable(index: AimsIndex, records: readonly RecordFacts[]): string[] {
  const people = new Set<string>();
  for (const record of records) {
    const around = index.file(record.path)?.own;
    for (const r of around && around !== record ? [record, around] : [record]) {
      for (const field of ["owner", "author"]) for (const person of listOf(r, field)) people.add(person);
    }
  }
  return [...people];
}

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
function dependence(audit: RecordFacts, people: readonly string[]): string | undefined {
  if (audit.plain.type === "certification") return undefined;
  const auditors = [...listOf(audit, "lead_auditor"), ...listOf(audit, "auditors")];
  if (auditors.length === 0) return "names no auditor";
  const own = auditors.find((auditor) => people.some((person) => samePerson(auditor, person)));
  return own === undefined ? undefined : `was made by ${own}, who answers for what was audited`;
}

/** Who looked at a provision. */
export function checks(
  index: AimsIndex,
  ref: ProvisionRef,
  documents: readonly RecordFacts[],
  soa: readonly SoaEntry[],
  today: string,
): Checks {
  const people = answerable(index, documents);
  const evidence: CoverageEvidence[] = [];
  const refused: { record: RecordFacts; reason: string }[] = [];
  for (const record of auditsOf(index, ref)) {
    const day = happenedOn(index, record);
    if (day === undefined || standingOf(index, record, today).state !== "counts") continue;
    const reason = isCurrent(index, record, day, today)
      ? dependence(record, people)
      : `was finished on ${day}, too long ago`;
    if (reason === undefined) evidence.push({ record, role: "checks", note: `audited ${day}` });
    else refused.push({ record, reason });
  }
  evidence.push(...verifications(index, soa, people, today));
  return { evidence, checked: evidence.length > 0, refused };
}

/** Entries of the statement of applicability that somebody other than their owner verified. */
function verifications(
  index: AimsIndex,
  soa: readonly SoaEntry[],
  people: readonly string[],
  today: string,
): CoverageEvidence[] {
  return soa.flatMap(({ record }): CoverageEvidence[] => {
    const [by, on] = [realText(record, "verified_by"), dateOf(record, "verified_on")];
    if (by === undefined || on === undefined || !isCurrent(index, record, on, today)) return [];
    const owners = [...people, ...answerable(index, [record])];
    if (owners.length === 0 || owners.some((person) => samePerson(by, person))) return [];
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
