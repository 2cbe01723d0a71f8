import type { ReadSetting } from "./setting.ts";

/**
 * What was read from one file, by the text it was read from. The next reading of the file takes from it what stands there
 * still, so that equal text gives the same object; what is gone is forgotten.
 */
export class Memo {
  readonly #setting: string;
  readonly #kept = new Map<string, Map<string, unknown>>();
  #before: ReadonlyMap<string, ReadonlyMap<string, unknown>>;

  private constructor(setting: string, before: Memo | undefined) {
    this.#setting = setting;
    this.#before = before !== undefined && before.#setting === setting ? before.#kept : new Map();
  }

  /** The memo for a reading that follows `previous` (a document's `memo`), whose findings are of use only in an equal setting. */
  static after(previous: unknown, setting: ReadSetting): Memo {
    const key = JSON.stringify([setting.inAims, setting.standards]);
    return new Memo(key, previous instanceof Memo ? previous : undefined);
  }

  /** Lets go of what was taken over and not used again, so that memos do not form a chain. To be called when the reading is done. */
  settle(): this {
    this.#before = new Map();
    return this;
  }

  /** What `make` gave for `key` before, or gives now. `space` keeps different makers apart. */
  get<T>(space: string, key: string, make: () => T): T {
    const kept = this.#space(space);
    if (kept.has(key)) return kept.get(key) as T;
    const before = this.#before.get(space);
    const value = before?.has(key) ? (before.get(key) as T) : make();
    kept.set(key, value);
    return value;
  }

  #space(space: string): Map<string, unknown> {
    let kept = this.#kept.get(space);
    if (!kept) this.#kept.set(space, (kept = new Map()));
    return kept;
  }
}
