import { assessmentParts, partsForLabel } from "../catalog/assessment-parts.ts";
import { controls, provision } from "../catalog/catalog.ts";
import type { ProvisionRef, RecordFacts } from "../records/model.ts";
import type { AimsIndex } from "../workspace/api.ts";
import type { CoverageEvidence } from "./api.ts";
import { type Judged, judge, judgedOf } from "./judged.ts";
import { byParts, isWhole, mayDocument, natureOf, soaProvision } from "./nature.ts";
import { controlsWithoutEntry, soaEntries } from "./soa.ts";
import { sourced } from "./sources.ts";
import { holds } from "./values.ts";
import { nameOfRef, type World } from "./world.ts";

/** Records that are about a provision: they say so, the statement of applicability points at them, or their kind is of that nature. */
function candidates(world: World, ref: ProvisionRef): (readonly Judged[])[] {
  const { index } = world;
  const judged = (records: readonly RecordFacts[]): Judged[] =>
    records.filter((record) => mayDocument(record.kind)).map((record) => judge(world, record));
  const parent = provision(ref.standard, ref.provision)?.parent;
  return [
    judged(index.addressing(ref.standard, ref.provision)),
    parent !== undefined && isWhole(ref.standard, parent) ? judged(index.addressing(ref.standard, parent)) : [],
    judged(soaEntries(world, ref).flatMap((entry) => entry.evidence)),
    ...natureOf(ref.standard, ref.provision).documents.map((source) => sourced(world, source)),
    byParts(ref.standard) ? withPart(world, ref) : [],
  ];
}

/** Impact assessments that hold the part a provision is about. */
function withPart(world: World, ref: ProvisionRef): readonly Judged[] {
  const parts = assessmentParts().filter((p) => p.standard === ref.standard && p.provisions.includes(ref.provision));
  if (parts.length === 0) return [];
  return judgedOf(world, "impact-assessment").filter(({ record }) => {
    const held = partsHeld(record);
    return parts.some((part) => held.has(part));
  });
}

type Part = ReturnType<typeof assessmentParts>[number];

const held = new WeakMap<RecordFacts, ReadonlySet<Part>>();

/** The parts an assessment holds. */
function partsHeld(record: RecordFacts): ReadonlySet<Part> {
  let parts = held.get(record);
  if (parts === undefined) {
    parts = new Set(assessmentParts().filter((part) => holdsPart(record, part)));
    held.set(record, parts);
  }
  return parts;
}

function holdsPart(record: RecordFacts, part: Part): boolean {
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
export const documentation = (world: World, ref: ProvisionRef): Documentation =>
  world.share(`documentation ${nameOfRef(ref)}`, () => document(world, ref));

function document(world: World, ref: ProvisionRef): Documentation {
  const documents = new Map<RecordFacts, string>();
  const placeholders = new Map<RecordFacts, string>();
  const records = new Set<RecordFacts>();
  const partial = soaProvision(ref.standard) === ref.provision ? soaGap(world.index, ref.standard) : undefined;
  for (const judged of candidates(world, ref)) {
    for (const { record, standing } of judged) {
      const { state, note, by = record } = standing;
      if (state === "counts" && partial !== undefined && record.kind === "control") placeholders.set(by, partial);
      else if (state === "placeholder") placeholders.set(by, note);
      else if (state === "counts") {
        documents.set(by, note);
        records.add(record);
      }
    }
  }
  return {
    documents: listed(documents, "documents"),
    placeholders: listed(placeholders, "placeholder"),
    records: [...records],
  };
}

/** Why the statement of applicability is not whole, if it is not. */
function soaGap(index: AimsIndex, standard: string): string | undefined {
  const missing = controlsWithoutEntry(index, standard).length;
  const all = controls(standard).length;
  return missing === 0 ? undefined : `has ${all - missing} of ${all} controls`;
}

function listed(found: ReadonlyMap<RecordFacts, string>, role: CoverageEvidence["role"]): CoverageEvidence[] {
  const perFile = new Map<string, number>();
  const out: CoverageEvidence[] = [];
  for (const [record, note] of found) {
    const n = (perFile.get(record.path) ?? 0) + 1;
    perFile.set(record.path, n);
    if (n <= PER_FILE) out.push({ record, role, note });
  }
  return out;
}
