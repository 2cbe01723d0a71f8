import type { Finding } from "../analysis-api.ts";
import { sameFindings } from "./same-findings.ts";

/** What was shown of a file; equal lists have one id. */
export interface Shown {
  readonly id: string;
  readonly list: readonly Finding[];
}

interface Kept extends Shown {
  /** Identity of the text the findings were worked out for; undefined when something they hang on has changed since. */
  edition: object | undefined;
}

/** What was shown last of each file, and whether that is still so. */
export class ShownFindings {
  readonly #shown = new Map<string, Kept>();
  /** By file: the files whose findings point to a place in it, which moves with its text. */
  readonly #lookers = new Map<string, Set<string>>();
  #count = 0;

  of(path: string): Shown | undefined {
    return this.#shown.get(path);
  }

  /** Whether what was shown was worked out for this edition of the file and has not been outdated since. */
  isFor(path: string, edition: object | undefined): boolean {
    return edition !== undefined && this.#shown.get(path)?.edition === edition;
  }

  /** Says what is shown of a file now; a list that shows the same as before keeps its id. */
  keep(path: string, list: readonly Finding[], edition?: object): Shown {
    const known = this.#shown.get(path);
    const id = known && sameFindings(known.list, list) ? known.id : `${++this.#count}`;
    const kept = { id, list, edition };
    this.#shown.set(path, kept);
    for (const { path: other } of list.flatMap((finding) => finding.related)) {
      if (other === path) continue;
      const lookers = this.#lookers.get(other);
      if (lookers) lookers.add(path);
      else this.#lookers.set(other, new Set([path]));
    }
    return kept;
  }

  /** Says which edition of a file what is shown of it belongs to. */
  belongsTo(path: string, edition: object): void {
    const kept = this.#shown.get(path);
    if (kept) kept.edition = edition;
  }

  /** What was shown of a file has to be worked out again. */
  outdate(path: string): void {
    const kept = this.#shown.get(path);
    if (kept) kept.edition = undefined;
  }

  /** The text of a file has changed: outdates and gives the files that point to places in it. */
  moved(path: string): ReadonlySet<string> {
    const lookers = this.#lookers.get(path) ?? NOBODY;
    for (const looker of lookers) this.outdate(looker);
    this.#lookers.delete(path);
    return lookers;
  }

  clear(): void {
    this.#shown.clear();
    this.#lookers.clear();
  }
}

const NOBODY: ReadonlySet<string> = new Set();
