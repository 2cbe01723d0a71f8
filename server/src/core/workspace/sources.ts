import { textHash } from "../text/text-hash.ts";
import { keys } from "./tables.ts";

/** A results file as the shell read it: its text, or why there is none (in words that finish "it was not read: …"). */
export type SourceContent = { readonly text: string } | { readonly problem: string };

/**
 * The results files that records name. None is read before a rule asks for it: what was asked for and is not there yet is handed to
 * the shell by `takeWanted`, and what a shell brings is noted under a key, so that only what reads the file is worked out again.
 */
export class Sources {
  readonly #contents = new Map<string, SourceContent>();
  /** Hashes of contents that a run of the tool before was brought. */
  readonly #hashes = new Map<string, number>();
  readonly #wanted = new Set<string>();

  /** The content of a file; undefined until the shell has brought it. */
  ask(path: string): SourceContent | undefined {
    const content = this.#contents.get(path);
    if (content === undefined) this.#wanted.add(path);
    return content;
  }

  /** Takes a content in; returns the index keys whose answer has changed. */
  set(path: string, content: SourceContent): string[] {
    const before = this.#hashes.get(path) ?? hashOf(this.#contents.get(path));
    this.#hashes.delete(path);
    this.#contents.set(path, content);
    this.#wanted.delete(path);
    return before === hashOf(content) ? [] : [keys.source(path)];
  }

  /** The file may have changed on disk: it is wanted again, and holds as it was until then. */
  touch(path: string): void {
    if (this.#contents.has(path) || this.#hashes.has(path)) this.#wanted.add(path);
  }

  /** The file is gone. */
  delete(path: string): string[] {
    this.#wanted.delete(path);
    const known = this.#contents.delete(path) || this.#hashes.has(path);
    this.#hashes.delete(path);
    return known ? [keys.source(path)] : [];
  }

  /** What is known, by path; `null` for what was asked for and has not been brought. */
  save(): [path: string, hash: number | null][] {
    const paths = new Set([...this.#wanted, ...this.#hashes.keys(), ...this.#contents.keys()]);
    return [...paths].map((path) => [path, this.#hashes.get(path) ?? hashOf(this.#contents.get(path)) ?? null]);
  }

  /** Takes over what was saved. All of it is wanted, and where it is still the same nothing is worked out again. */
  restore(saved: readonly (readonly [path: string, hash: number | null])[]): void {
    for (const [path, hash] of saved) {
      if (hash !== null) this.#hashes.set(path, hash);
      this.#wanted.add(path);
    }
  }

  /** Paths of files asked for and not there, or changed since; asks once. */
  takeWanted(): string[] {
    const paths = [...this.#wanted].sort();
    this.#wanted.clear();
    return paths;
  }
}

const hashOf = (content: SourceContent | undefined): number | undefined => content && textHash(JSON.stringify(content));
