import { isAimsFile, joinHeads } from "../core/analysis.ts";
import { type About, asLines, type IndexPieces, type ShownPieces } from "../files/index-file.ts";
import { type Crew, expect, factsOf, type Mate, starts } from "./crew.ts";
import { extentsOf } from "./extents.ts";
import { type Facts, type Given, type Readable, type Rest, Share, type Shown } from "./share.ts";
import { deal, type Files } from "./share-out.ts";
import { inSlices } from "./slices.ts";

/** Fewer documents are read sooner than a thread starts. */
const WORTH_A_THREAD = 400;

/** What a first reading needs to know; survives being sent to a thread. */
export interface FirstReading extends Readable {
  /** Where the index is left; undefined for nowhere. */
  readonly storage: string | undefined;
  /** See `IndexFile`. */
  readonly build: string;
}

/** Whether folders hold so much that they are better read in a thread of their own; finds their files no further than that takes. */
export async function worthAThread(finding: Iterator<number, Files>): Promise<boolean> {
  return (await inSlices(holdMuch(finding))) === true;
}

function* holdMuch(finding: Iterator<number, Files>): Generator<undefined, boolean> {
  for (let next = finding.next(); !next.done; next = finding.next()) {
    if (next.value >= WORTH_A_THREAD) return true;
    yield;
  }
  return false;
}

/**
 * Reads folders, works out all findings and gives them as the index that a start without changes would leave.
 * @param files those of the folders
 * @param crew those that take a share, so that it is done sooner; one that does not start is done without
 * @param found is given what was found, as soon as it is known
 * @throws when it cannot be done, or one of the crew dies
 */
export async function readFirst(
  reading: FirstReading,
  { documents, others, unread }: Files,
  crew?: Crew,
  found: (index: ShownPieces) => void = () => undefined,
): Promise<IndexPieces> {
  const leader = new Share(reading);
  const mates = crew ? startMates(crew, documents.length) : [];
  const aimsFiles = documents.filter(isAimsFile);
  const configuration = aimsFiles.map((path) => leader.take(path));
  const dealt = deal(
    documents.filter((path) => !isAimsFile(path)),
    1 + mates.length,
  );
  const given: Given = { configuration, unread, others, dealt };
  for (const [i, mate] of mates.entries()) mate.send({ type: "read", reading, given, number: i + 1 });
  leader.begin(given);
  const files = [leader.say(aimsFiles)];
  const tell = (facts: Facts, but?: Mate): void => {
    files.push(facts.files);
    for (const mate of mates) if (mate !== but) mate.send({ type: "facts", facts });
  };
  for await (const facts of leader.read(dealt, 0)) tell(facts);
  const there = await Promise.all(
    mates.map(async (mate) => {
      // One that does not start has taken nothing.
      if (!(await starts(mate))) return false;
      for await (const facts of factsOf(mate)) {
        leader.hear(facts);
        tell(facts, mate);
      }
      return true;
    }),
  );
  const working = mates.filter((_, i) => there[i]);
  for (const mate of working) mate.send({ type: "read-all" });
  leader.workOut("settled");
  const ofAims = leader.found();
  for (const mate of working) mate.send({ type: "found", found: ofAims });
  const saved = leader.save();
  const shown = [saved.shown];
  for (const mate of working) shown.push((await expect(mate, "shown")).shown);
  const index = { about: aboutOf(reading, shown), shown: joinShown(shown) };
  found(index);
  const rest = [saved.rest()];
  for (const mate of working) rest.push((await expect(mate, "rest")).rest);
  return { ...index, rest: joinRest(files, rest) };
}

function startMates({ most, each, start }: Crew, documents: number): Mate[] {
  return Array.from({ length: Math.min(most, Math.floor(documents / each)) }, start);
}

function aboutOf({ roots, settings }: Readable, shown: readonly Shown[]): About {
  return { settings: extentsOf(roots, settings).settings, stamps: shown.flatMap(({ stamps }) => stamps) };
}

/** Puts together what was found by each. */
const joinShown = (each: readonly Shown[]): Uint8Array[] => [
  asLines([joinHeads(each.map(({ head }) => head))]),
  ...each.map(({ shown }) => shown),
];

/** Puts together what else each knows. */
function joinRest(files: readonly Uint8Array[], each: readonly Rest[]): Uint8Array[] {
  const ofEach = (part: keyof Rest): Uint8Array[] =>
    each.flatMap((rest, of) => [asLines([{ part: "numbers", of }]), rest[part]]);
  return [...files, ...ofEach("reads"), ...ofEach("aims")];
}
