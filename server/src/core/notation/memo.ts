import type { ReadSetting } from "./setting.ts";

/** What was made of texts of one sort, by the text. */
export class MemoSpace {
  readonly #kept = new Map<string, unknown>();
  #before: ReadonlyMap<string, unknown> | undefined;

  constructor(before: MemoSpace | undefined) {
    if (before !== undefined) this.#before = before.#kept;
  }

  /** What `make` gave for an equal text before, or gives now. `make` is given the text to keep: one that does not hold on to the file it was cut from. */
  get<T>(text: string, make: (text: string) => T): T {
    const kept = this.#kept.get(text);
    if (kept !== undefined) return kept as T;
    const before = this.#before?.get(text);
    const value = before === undefined ? make(detached(text)) : (before as T);
    this.#kept.set(text, value);
    return value;
  }

  settle(): void {
    this.#before = undefined;
  }
}

/** `text` as a string of its own. A part cut from a string keeps the whole in memory, and the whole may be a file's version long gone. */
function detached(text: string): string {
  const joined = `${text}\n`;
  joined.charCodeAt(text.length);
  return joined.slice(0, -1);
}

/**
 * What was read from one file, by the text it was read from. The next reading of the file takes from it what stands there
 * still, so that equal text gives the same object; what is gone is forgotten.
 */
export class Memo {
  readonly #setting: string;
  readonly #spaces = new Map<string, MemoSpace>();
  #before: ReadonlyMap<string, MemoSpace> | undefined;

  private constructor(setting: string, before: Memo | undefined) {
    this.#setting = setting;
    this.#before = before !== undefined && before.#setting === setting ? before.#spaces : undefined;
  }

  /** The memo for a reading that follows `previous` (a document's `memo`), whose findings are of use only in an equal setting. */
  static after(previous: unknown, setting: ReadSetting): Memo {
    const key = JSON.stringify([setting.inAims, setting.standards]);
    return new Memo(key, previous instanceof Memo ? previous : undefined);
  }

  /** Lets go of what was taken over and not used again, so that memos do not form a chain. To be called when the reading is done. */
  settle(): this {
    this.#before = undefined;
    for (const space of this.#spaces.values()) space.settle();
    return this;
  }

  /** The space of one sort of text; values of different sorts made from equal text are kept apart. Values are never undefined. */
  space(name: string): MemoSpace {
    const known = this.#spaces.get(name);
    if (known) return known;
    const space = new MemoSpace(this.#before?.get(name));
    this.#spaces.set(name, space);
    return space;
  }
}
