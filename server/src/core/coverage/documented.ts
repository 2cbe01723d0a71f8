import { assessmentParts, partsForLabel } from "../catalog/assessment-parts.ts";
import { controls, provision } from "../catalog/catalog.ts";
import type { ProvisionRef, RecordFacts } from "../records/model.ts";
import type { AimsIndex } from "../workspace/api.ts";
import type { CoverageEvidence } from "./api.ts";
import { byParts, isWhole, mayDocument, natureOf, soaProvision } from "./nature.ts";
import { controlsWithoutEntry, type SoaEntry } from "./soa.ts";
import { recordsOf } from "./sources.ts";
import { standingOf } from "./standing.ts";
import { holds } from "./values.ts";

/** Records that are about a provision: they say so, the statement of applicability points at them, or their kind is of that nature. */
function candidates(index: AimsIndex, ref: ProvisionRef, soa: readonly SoaEntry[]): Set<RecordFacts> {
  const found = new Set<RecordFacts>();
  const say = (r: ProvisionRef): void => {
    for (const record of index.addressing(r.standard, r.provision)) if (mayDocument(record.kind)) found.add(record);
  };
  say(ref);
  const parent = provision(ref.standard, ref.provision)?.parent;
  if (parent !== undefined && isWhole(ref.standard, parent)) say({ standard: ref.standard, provision: parent });
  for (const entry of soa) for (const record of entry.evidence) if (mayDocument(record.kind)) found.add(record);
  for (const source of natureOf(ref.standard, ref.provision).documents) {
    for (const record of recordsOf(index, source)) found.add(record);
  }
  if (byParts(ref.standard)) for (const record of withPart(index, ref)) found.add(record);
  return found;
}

/** Impact assessments that hold the part a provision is about. */
function withPart(index: AimsIndex, ref: ProvisionRef): RecordFacts[] {
  const parts = assessmentParts().filter((p) => p.standard === ref.standard && p.provisions.includes(ref.provision));
  if (parts.length === 0) return [];
  return index.ofKind("impact-assessment").filter((record) => parts.some((part) => holdsPart(record, part)));
}

function holdsPart(record: RecordFacts, part: ReturnType<typeof assessmentParts>[number]): boolean {
  if (part.fields.some((field) => holds(record, field))) return true;
  return record.sections.some((s) => s.content === "filled" && partsForLabel(s.title).includes(part.id));
}

/** What documents a provision, and what only holds the place of it. */
export interface Documentation {
  /** For rows of a register the register's document stands once. */
  readonly documents: readonly CoverageEvidence[];
  readonly placeholders: readonly CoverageEvidence[];
  /** Every record that counts, rows too. */
  readonly records: readonly RecordFacts[];
}

/** How many records of one file are listed as evidence. */
const PER_FILE = 5;

/** What documents a provision, and what only holds the place of it. */
export function documentation(
  index: AimsIndex,
  ref: ProvisionRef,
  soa: readonly SoaEntry[],
  today: string,
): Documentation {
  const documents = new Map<RecordFacts, string>();
  const placeholders = new Map<RecordFacts, string>();
  const records: RecordFacts[] = [];
  const partial = soaProvision(ref.standard) === ref.provision ? soaGap(index, ref.standard) : undefined;
  for (const record of candidates(index, ref, soa)) {
    const { state, note, by = record } = standingOf(index, record, today);
    if (state === "counts" && partial !== undefined && record.kind === "control") placeholders.set(by, partial);
    else if (state === "placeholder") placeholders.set(by, note);
    else if (state === "counts") {
      documents.set(by, note);
      records.push(record);
    }
  }
  return { documents: listed(documents, "documents"), placeholders: listed(placeholders, "placeholder"), records };
}

/** Why the statement of applicability is not whole, if it is not. */
function soaGap(index: AimsIndex, standard: string): string | undefined {
  const missing = controlsWithoutEntry(index, standard).length;
  const all = controls(standard).length;
  return missing === 0 ? undefined : `has ${all - missing} of ${all} controls`;
}

function listed(found: ReadonlyMap<RecordFacts, string>, role: CoverageEvidence["role"]): CoverageEvidence[] {
  const perFile = new Map<string, number>();
  return [...found].flatMap(([record, note]) => {
    const n = (perFile.get(record.path) ?? 0) + 1;
    perFile.set(record.path, n);
    return n > PER_FILE ? [] : [{ record, role, note }];
  });
}
