/**
 * What the shell brings of files when a rule has asked for it. A content is known by its mark, which outlives it: what an earlier run of the tool
 * was brought is only a change when it is brought anew and is another.
 */
export class Brought<Content, Mark extends string | number> {
  readonly #contents = new Map<string, Content>();
  /** Marks of contents that a run of the tool before was brought. */
  readonly #marks = new Map<string, Mark>();
  readonly #markOf: (content: Content) => Mark;
  readonly #without: Mark | undefined;
  readonly #wanted = new Set<string>();
  /** Asked for before it was brought: what was worked out without it is another than what was once worked out with what the mark tells of. */
  readonly #missed = new Set<string>();

  /**
   * @param markOf equal for equal contents and no others
   * @param without the mark of the content that is like none at all, where there is one
   */
  constructor(markOf: (content: Content) => Mark, without?: Mark) {
    this.#markOf = markOf;
    this.#without = without;
  }

  /** The content of a file; undefined until the shell has brought it. */
  ask(path: string): Content | undefined {
    const content = this.#contents.get(path);
    if (content !== undefined) return content;
    this.#wanted.add(path);
    const mark = this.#marks.get(path);
    if (mark !== undefined && mark !== this.#without) this.#missed.add(path);
    return undefined;
  }

  /** Takes a content in; whether what was worked out before may have had another. */
  put(path: string, content: Content): boolean {
    const before = this.#markAt(path) ?? this.#without;
    this.#marks.delete(path);
    this.#contents.set(path, content);
    return this.#missed.delete(path) || before !== this.#markOf(content);
  }

  #markAt(path: string): Mark | undefined {
    const content = this.#contents.get(path);
    return this.#marks.get(path) ?? (content === undefined ? undefined : this.#markOf(content));
  }

  /** Whether there is or was a content of a file. */
  knows(path: string): boolean {
    return this.#contents.has(path) || this.#marks.has(path);
  }

  want(path: string): void {
    this.#wanted.add(path);
  }

  unwant(path: string): void {
    this.#wanted.delete(path);
  }

  /** The file is gone. */
  delete(path: string): void {
    this.#wanted.delete(path);
    this.#missed.delete(path);
    this.#contents.delete(path);
    this.#marks.delete(path);
  }

  /** Files of which there is or was a content. */
  paths(): string[] {
    return [...new Set([...this.#marks.keys(), ...this.#contents.keys()])];
  }

  /** What is known, by path; `null` for what was asked for and has not been brought, unless to have none is like one of the contents. */
  save(): [path: string, mark: Mark | null][] {
    const mark = (path: string): Mark | null =>
      this.#missed.has(path) ? null : (this.#markAt(path) ?? this.#without ?? null);
    return [...new Set([...this.#wanted, ...this.paths()])].map((path) => [path, mark(path)]);
  }

  /** Takes over what was saved. All of it is wanted, and where it is still the same nothing is worked out again. */
  restore(saved: readonly (readonly [path: string, mark: Mark | null])[]): void {
    for (const [path, mark] of saved) {
      if (mark === null) this.#missed.add(path);
      else this.#marks.set(path, mark);
      this.#wanted.add(path);
    }
  }

  /** Paths of files asked for and not there, or wanted again; asks once. */
  takeWanted(): string[] {
    const paths = [...this.#wanted].sort();
    this.#wanted.clear();
    return paths;
  }
}
