import { textHash } from "../text/text-hash.ts";

/** Reads a file's text once more, as the shell has it now; undefined when it has none (any more). */
export type ReadText = (path: string) => string | undefined;

/** What tells a text from others: its length and its hash. */
export interface TextMark {
  readonly length: number;
  readonly hash: number;
}

export const markOf = (text: string): TextMark => ({ length: text.length, hash: textHash(text) });
const sameMark = (a: TextMark, b: TextMark): boolean => a.length === b.length && a.hash === b.hash;

/**
 * The texts of the files that are known. Where the shell can read a text again, it is held only while somebody works on the file;
 * of the others a mark is kept, and a text that does not bear it is not taken for the one that was read.
 */
export class Texts {
  readonly #held = new Map<string, string | TextMark>();
  /** Marks of texts that are held, as far as they were asked for. */
  readonly #marks = new Map<string, TextMark>();
  readonly #read: ReadText | undefined;
  /** Files that could not be read again as they were, and whether that was told. */
  readonly #strayed = new Map<string, boolean>();

  /** @param read how a text that was let go is read again; without it all texts are held */
  constructor(read: ReadText | undefined) {
    this.#read = read;
  }

  has(path: string): boolean {
    return this.#held.has(path);
  }

  paths(): string[] {
    return [...this.#held.keys()];
  }

  /** Length of a text; 0 for a file that is not known. */
  size(path: string): number {
    return this.#held.get(path)?.length ?? 0;
  }

  set(path: string, text: string): void {
    this.#held.set(path, text);
    this.#marks.delete(path);
    this.#strayed.delete(path);
  }

  /** Takes a file in whose text is not at hand. */
  setMark(path: string, mark: TextMark): void {
    this.#held.set(path, mark);
    this.#marks.delete(path);
  }

  delete(path: string): boolean {
    this.#strayed.delete(path);
    this.#marks.delete(path);
    return this.#held.delete(path);
  }

  /** Whether this is what the file is known to say, and was at hand whenever it was asked for. */
  is(path: string, text: string): boolean {
    const held = this.#held.get(path);
    if (held === undefined || this.#strayed.has(path)) return false;
    return typeof held === "string" ? held === text : held.length === text.length && sameMark(held, markOf(text));
  }

  /** The text that was read last; undefined when the file is not known, or says something else by now (see `takeStrayed`). */
  get(path: string): string | undefined {
    const held = this.#held.get(path);
    if (held === undefined || typeof held === "string") return held;
    const text = this.#read?.(path);
    if (text !== undefined && sameMark(held, markOf(text))) return text;
    this.stray(path);
    return undefined;
  }

  mark(path: string): TextMark | undefined {
    const held = this.#held.get(path);
    if (typeof held !== "string") return held;
    let mark = this.#marks.get(path);
    if (!mark) {
      mark = markOf(held);
      this.#marks.set(path, mark);
    }
    return mark;
  }

  /** Lets a text go. */
  release(path: string): void {
    const mark = this.#read && this.mark(path);
    if (mark) this.setMark(path, mark);
  }

  /** Has a file read anew. */
  stray(path: string): void {
    if (!this.#strayed.has(path)) this.#strayed.set(path, false);
  }

  /** Paths of files found to say something else than what was read, told or not. */
  strayed(): string[] {
    return [...this.#strayed.keys()];
  }

  /** Those of them that have not been told; asks once. */
  takeStrayed(): string[] {
    const paths = [...this.#strayed].flatMap(([path, told]) => (told ? [] : [path])).sort();
    for (const path of paths) this.#strayed.set(path, true);
    return paths;
  }
}
