import { textHash } from "../text/text-hash.ts";

/** Reads a file's text once more, as the shell has it now; undefined when it has none (any more). */
export type ReadText = (path: string) => string | undefined;

/** What tells a text from others: its length and its hash. */
export interface TextMark {
  readonly length: number;
  readonly hash: number;
}

export const markOf = (text: string): TextMark => ({ length: text.length, hash: textHash(text) });
const bears = (text: string, mark: TextMark | undefined): boolean =>
  text.length === mark?.length && textHash(text) === mark.hash;

/** What is held of a file: its text, or else the mark of it; of a text the mark, too, once it was asked for. */
interface Held {
  text: string | undefined;
  mark: TextMark | undefined;
}

/**
 * The texts of the files that are known. Where the shell can read a text again, it is held only while somebody works on the file;
 * of the others a mark is kept, and a text that does not bear it is not taken for the one that was read.
 */
export class Texts {
  readonly #held = new Map<string, Held>();
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
    const held = this.#held.get(path);
    return (held?.text ?? held?.mark)?.length ?? 0;
  }

  set(path: string, text: string): void {
    this.#held.set(path, { text, mark: undefined });
    this.#strayed.delete(path);
  }

  /** Takes a file in whose text is not at hand. */
  setMark(path: string, mark: TextMark): void {
    this.#held.set(path, { text: undefined, mark });
  }

  delete(path: string): boolean {
    this.#strayed.delete(path);
    return this.#held.delete(path);
  }

  /** Whether this is what the file is known to say, and was at hand whenever it was asked for. */
  is(path: string, text: string): boolean {
    const held = this.#held.get(path);
    if (held === undefined || this.#strayed.has(path)) return false;
    return held.text === undefined ? bears(text, held.mark) : held.text === text;
  }

  /** The text that was read last; undefined when the file is not known, or says something else by now (see `takeStrayed`). */
  get(path: string): string | undefined {
    const held = this.#held.get(path);
    if (held === undefined || held.text !== undefined) return held?.text;
    const text = this.#read?.(path);
    if (text !== undefined && bears(text, held.mark)) return text;
    this.stray(path);
    return undefined;
  }

  mark(path: string): TextMark | undefined {
    const held = this.#held.get(path);
    if (held?.text !== undefined) held.mark ??= markOf(held.text);
    return held?.mark;
  }

  /** Lets a text go. */
  release(path: string): void {
    const held = this.#read && this.#held.get(path);
    if (held?.text === undefined) return;
    held.mark ??= markOf(held.text);
    held.text = undefined;
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
