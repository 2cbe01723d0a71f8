import { isAimsFile, joinHeads, languageOf } from "../core/analysis.ts";
import { asLines, type IndexPieces } from "../files/index-file.ts";
import { walk } from "../files/walk.ts";
import { type Crew, expect, factsOf, type Mate, starts } from "./crew.ts";
import { extentsOf, type Facts, type Given, type Readable, Share, type Worked } from "./share.ts";
import { divide, findFiles } from "./share-out.ts";
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

/** Whether these folders hold so much that they are better read in a thread of their own; looks in slices. */
export async function worthAThread(roots: readonly string[]): Promise<boolean> {
  return (await inSlices(holdMuch(roots))) === true;
}

function* holdMuch(roots: readonly string[]): Generator<undefined, boolean> {
  let documents = 0;
  for (const root of roots) {
    for (const path of walk(root, {})) {
      if (languageOf(path) !== undefined && ++documents >= WORTH_A_THREAD) return true;
      yield;
    }
  }
  return false;
}

/**
 * Reads folders, works out all findings and gives them as the index that a start without changes would leave.
 * @param crew those that take a share, so that it is done sooner; one that does not start is done without
 * @throws when it cannot be done, or one of the crew dies
 */
export async function readFirst(reading: FirstReading, crew?: Crew): Promise<IndexPieces> {
  const leader = new Share(reading);
  const mates: Mate[] = [];
  const { documents, others, unread } = findFiles(reading, (count) => {
    if (crew && mates.length < crew.most && count >= crew.each * (mates.length + 1)) mates.push(crew.start());
  });
  const aimsFiles = documents.filter(isAimsFile);
  const configuration = aimsFiles.map((path) => leader.take(path));
  const rest = documents.filter((path) => !isAimsFile(path));
  const shares = divide(rest, 1 + mates.length);
  const given = (of: number): Given => {
    const elsewhere = shares.flatMap((share, i) => (i === of ? [] : share));
    return { configuration, unread, others: [...others, ...elsewhere], own: shares[of] ?? [] };
  };
  for (const [i, mate] of mates.entries()) mate.send({ type: "read", reading, given: given(i + 1) });
  leader.begin(given(0));
  const files = [leader.say(aimsFiles)];
  const tell = (facts: Facts, but?: Mate): void => {
    files.push(facts.files);
    for (const mate of mates) if (mate !== but) mate.send({ type: "facts", facts });
  };
  for (const facts of leader.read(shares[0] ?? [])) tell(facts);
  const there = await Promise.all(
    mates.map(async (mate, i) => {
      if (await starts(mate)) {
        for await (const facts of factsOf(mate)) {
          leader.hear(facts);
          tell(facts, mate);
        }
        return true;
      }
      for (const facts of leader.read(shares[i + 1] ?? [])) tell(facts, mate);
      return false;
    }),
  );
  const working = mates.filter((_, i) => there[i]);
  for (const mate of working) mate.send({ type: "read-all" });
  leader.workOut("settled");
  const found = leader.found();
  for (const mate of working) mate.send({ type: "found", found });
  const worked = [leader.save()];
  for (const mate of working) worked.push((await expect(mate, "worked")).worked);
  return join(reading, files, worked);
}

/** Puts together what each knows. */
function join({ roots, settings }: Readable, files: readonly Uint8Array[], worked: readonly Worked[]): IndexPieces {
  const ofEach = (part: "reads" | "aims"): Uint8Array[] =>
    worked.flatMap((one, of) => [asLines([{ part: "numbers", of }]), one[part]]);
  return {
    about: {
      settings: extentsOf(roots, settings).settings,
      stamps: worked.flatMap(({ stamps }) => stamps),
    },
    shown: [asLines([joinHeads(worked.map(({ head }) => head))]), ...worked.map(({ shown }) => shown)],
    rest: [...files, ...ofEach("reads"), ...ofEach("aims")],
  };
}
