import type { Finding, WorldChange } from "../analysis-api.ts";
import { FindingsReader, type StoredShown } from "./stored.ts";

/**
 * What a host saved, as long as another one is taking it over: what was shown can be shown again at once, the rest comes in steps, and
 * changes that say other than what was saved wait for that.
 */
export class TakenOver {
  readonly #fixesAgain: (finding: Finding) => Finding["fixes"];
  #rest: Iterator<undefined> | undefined;
  /** As they came. */
  #waiting: (readonly WorldChange[])[] = [];
  /** What they are of. */
  readonly #concerned = new Set<string>();
  /** Of files with findings what was saved, as long as these have not been read. */
  readonly #shown = new Map<string, StoredShown>();
  #reader: FindingsReader | undefined;

  /** @param fixesAgain the fixes of a finding that was shown before, as they are worked out now */
  constructor(fixesAgain: (finding: Finding) => Finding["fixes"]) {
    this.#fixesAgain = fixesAgain;
  }

  /** Whether only what was shown is known. */
  get unfinished(): boolean {
    return this.#rest !== undefined;
  }

  /** Whether changes wait. */
  get behind(): boolean {
    return this.#waiting.length > 0;
  }

  /** @param rest takes in the rest step by step, and calls `end` when that is done */
  begin(rest: Iterator<undefined>): void {
    this.#rest = rest;
  }

  /** The rest has been taken in; gives the changes that waited. */
  end(): readonly (readonly WorldChange[])[] {
    this.#rest = undefined;
    this.#reader = undefined;
    this.#concerned.clear();
    return this.#waiting.splice(0);
  }

  /** Takes in the rest, in steps; ends early when something else is taken over meanwhile. */
  *completing(): Generator<undefined> {
    const rest = this.#rest;
    while (rest && this.#rest === rest && !rest.next().done) yield;
  }

  /** To be called before anything that looks at more than what was shown. */
  complete(): void {
    const rest = this.#rest;
    while (rest && !rest.next().done);
  }

  putOff(changes: readonly WorldChange[]): void {
    this.#waiting.push(changes);
    for (const change of changes) this.#concerned.add(subjectOf(change));
  }

  /** Whether a change comes after another one of the same thing that waits. */
  comesAfter(change: WorldChange): boolean {
    return this.#concerned.has(subjectOf(change));
  }

  /** Whether a change of this file waits. */
  isOutdated(path: string): boolean {
    return this.#concerned.has(path);
  }

  /** Files of which a change waits, and what else one waits of. */
  outdated(): Iterable<string> {
    return this.#concerned;
  }

  /** Keeps what was shown of a file, to be read when it is asked for. */
  keep(shown: StoredShown): void {
    this.#shown.set(shown.path, shown);
  }

  /** What was shown of a file; asks once. */
  take(path: string): readonly Finding[] {
    this.#reader ??= new FindingsReader(this.#fixesAgain);
    const list = this.#reader.read(path, this.#shown.get(path)?.findings);
    this.#shown.delete(path);
    return list;
  }

  /** Lets go of what was shown. */
  clear(): void {
    this.#shown.clear();
  }
}

/** What a change is of: a path, or else its type. */
const subjectOf = (change: WorldChange): string => ("path" in change ? change.path : change.type);
