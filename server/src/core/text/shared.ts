/**
 * Makes one of equal ones: names, labels and lists that many files have in the same words are kept once. It holds all that it was given, so
 * it is for as long as something is read in.
 */
export class Shared {
  readonly #texts = new Map<string, string>();
  readonly #objects = new Map<string, unknown>();

  /** Long texts are seldom the same and are left as they are. */
  text(text: string): string {
    if (text.length > LONG) return text;
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }

  /** What was made under `key` before, else what `make` gives. */
  object<T>(key: string, make: () => T): T {
    const known = this.#objects.get(key) as T | undefined;
    if (known !== undefined) return known;
    const made = make();
    this.#objects.set(key, made);
    return made;
  }

  /** A list of texts. */
  texts(texts: readonly string[]): readonly string[] {
    if (texts.length > MOST) return texts.map((text) => this.text(text));
    return this.object(JSON.stringify(texts), () => texts.map((text) => this.text(text)));
  }
}

const LONG = 80;
/** Lists of more items are seldom the same. */
const MOST = 8;
