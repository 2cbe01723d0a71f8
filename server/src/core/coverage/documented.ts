import { assessmentParts, partsForLabel } from "../catalog/assessment-parts.ts";
import { controls, provision } from "../catalog/catalog.ts";
import type { ProvisionRef, RecordFacts } from "../records/model.ts";
import type { AimsIndex } from "../workspace/api.ts";
import type { CoverageEvidence, Written } from "./api.ts";
import { type Chunk, judge, judgedOf } from "./judged.ts";
import { byParts, isWhole, mayDocument, natureOf, type Source, soaProvision } from "./nature.ts";
import { once } from "../text/once.ts";
import { controlsWithoutEntry, soaEntries } from "./soa.ts";
import { sourced, sourcedInTurn, sourceName } from "./sources.ts";
import { holds } from "./values.ts";
import { nameOfRef, type World } from "./world.ts";

/** Records that are about a provision: they say so, the statement of applicability points at them, or their kind is of that nature. */
function candidates(world: World, ref: ProvisionRef): Chunk[] {
  return [
    ...pointedAt(world, ref).map((records) => records.map((record) => judge(world, record))),
    ...natureOf(ref.standard, ref.provision).documents.flatMap((source) => sourced(world, source)),
    ...withPart(world, ref),
  ];
}

/** Records that say they are about a provision or the whole it is part of, or that the statement of applicability points at. */
function pointedAt(world: World, ref: ProvisionRef): RecordFacts[][] {
  const { index } = world;
  const able = (records: readonly RecordFacts[]): RecordFacts[] => records.filter((record) => mayDocument(record.kind));
  const parent = provision(ref.standard, ref.provision)?.parent;
  return [
    able(index.addressing(ref.standard, ref.provision)),
    parent !== undefined && isWhole(ref.standard, parent) ? able(index.addressing(ref.standard, parent)) : [],
    able(soaEntries(world, ref).flatMap((entry) => entry.evidence)),
  ];
}

/** Impact assessments that hold the part a provision is about, for standards that go by such parts. */
function withPart(world: World, ref: ProvisionRef): Chunk[] {
  if (!byParts(ref.standard)) return [];
  const parts = assessmentParts().filter((p) => p.standard === ref.standard && p.provisions.includes(ref.provision));
  if (parts.length === 0) return [];
  return judgedOf(world, "impact-assessment").map((chunk) =>
    chunk.filter(({ record }) => parts.some((part) => partsHeld(record).has(part))),
  );
}

type Part = ReturnType<typeof assessmentParts>[number];

/** The parts an assessment holds. */
const partsHeld = once(
  (record: RecordFacts): ReadonlySet<Part> => new Set(assessmentParts().filter((part) => holdsPart(record, part))),
);

function holdsPart(record: RecordFacts, part: Part): boolean {
  if (part.fields.some((field) => holds(record, field))) return true;
  return record.sections.some((s) => s.content === "filled" && partsForLabel(s.title).includes(part.id));
}

/** What documents a provision, and what only holds the place of it. */
export interface Documentation {
  /** For rows of a register the register's document stands once. */
  readonly documents: readonly CoverageEvidence[];
  readonly placeholders: readonly CoverageEvidence[];
  /** Every record that counts, rows too, file by file. */
  readonly records: readonly (readonly RecordFacts[])[];
}

/** How many records of one file are listed as evidence. */
const PER_FILE = 5;

/** What documents a provision, and what only holds the place of it. */
export const documentation = (world: World, ref: ProvisionRef): Documentation =>
  world.share(`documentation ${nameOfRef(ref)}`, () => document(world, ref));

function document(world: World, ref: ProvisionRef): Documentation {
  const partial = soaProvision(ref.standard) === ref.provision ? soaGap(world.index, ref.standard) : undefined;
  const gathered = candidates(world, ref).map(partial === undefined ? gather : (chunk) => gatherFrom(chunk, partial));
  return {
    documents: listed(gathered.map((g) => g.documents)),
    placeholders: listed(gathered.map((g) => g.placeholders)),
    records: gathered.map((g) => g.records),
  };
}

interface Gathered {
  readonly documents: readonly CoverageEvidence[];
  readonly placeholders: readonly CoverageEvidence[];
  readonly records: readonly RecordFacts[];
}

/** `partial`: why entries of the statement of applicability only hold a place. */
function gatherFrom(chunk: Chunk, partial: string | undefined): Gathered {
  const documents: CoverageEvidence[] = [];
  const placeholders: CoverageEvidence[] = [];
  const records: RecordFacts[] = [];
  for (const { record, standing } of chunk) {
    const { state, note, by = record } = standing;
    if (state === "counts" && partial !== undefined && record.kind === "control") {
      placeholders.push({ record: by, role: "placeholder", note: partial });
    } else if (state === "placeholder") placeholders.push({ record: by, role: "placeholder", note });
    else if (state === "counts") {
      documents.push({ record: by, role: "documents", note });
      records.push(record);
    }
  }
  return { documents: listedOf(documents), placeholders: listedOf(placeholders), records };
}

/** What of a chunk documents the provisions that its kind documents; kept with it. */
export const gather = once((chunk: Chunk) => gatherFrom(chunk, undefined));

/** What there is in writing on a provision: what `documentation` would give, as far as a look at few records can tell. */
export const writtenOn = (world: World, ref: ProvisionRef): Written =>
  world.share(`written ${nameOfRef(ref)}`, () => {
    // Here it takes more than that there are records.
    if (soaProvision(ref.standard) === ref.provision) return writtenIn([documentation(world, ref)]);
    return best(looks(world, ref));
  });

/** What candidates have to show, the quickest to look at first. */
function* looks(world: World, ref: ProvisionRef): Generator<Written> {
  for (const records of pointedAt(world, ref))
    for (const record of records) yield writtenIn([gatherFrom([judge(world, record)], undefined)]);
  for (const source of natureOf(ref.standard, ref.provision).documents) yield writtenBy(world, source);
  yield writtenIn(withPart(world, ref).map(gather));
}

const writtenBy = (world: World, source: Source): Written =>
  world.share(`written by ${sourceName(source)}`, () => writtenIn(gatheredInTurn(world, source)));

function* gatheredInTurn(world: World, source: Source): Generator<Gathered> {
  for (const chunk of sourcedInTurn(world, source)) yield gather(chunk);
}

function best(all: Iterable<Written>): Written {
  let found: Written = "nothing";
  for (const written of all) {
    if (written === "documents") return written;
    if (written === "placeholders") found = written;
  }
  return found;
}

function writtenIn(all: Iterable<Pick<Documentation, "documents" | "placeholders">>): Written {
  let found: Written = "nothing";
  for (const { documents, placeholders } of all) {
    if (documents.length > 0) return "documents";
    if (placeholders.length > 0) found = "placeholders";
  }
  return found;
}

/** Most files have one record of a kind. */
const listedOf = (found: readonly CoverageEvidence[]): readonly CoverageEvidence[] =>
  found.length < 2 ? found : listed([found]);

/** Each record once, and of one file only the first few. */
function listed(found: readonly (readonly CoverageEvidence[])[]): CoverageEvidence[] {
  const perFile = new Map<string, RecordFacts[]>();
  const out: CoverageEvidence[] = [];
  for (const some of found) {
    for (const one of some) {
      const listed = perFile.get(one.record.path);
      if (!listed) perFile.set(one.record.path, [one.record]);
      else if (listed.length === PER_FILE || listed.includes(one.record)) continue;
      else listed.push(one.record);
      out.push(one);
    }
  }
  return out;
}

/** Why the statement of applicability is not whole, if it is not. */
function soaGap(index: AimsIndex, standard: string): string | undefined {
  const missing = controlsWithoutEntry(index, standard).length;
  const all = controls(standard).length;
  return missing === 0 ? undefined : `has ${all - missing} of ${all} controls`;
}
