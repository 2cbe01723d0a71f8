import { detached } from "../text/detached.ts";
import { once } from "../text/once.ts";
import { Recurring } from "../text/recurring.ts";
import type { Span } from "../text/span.ts";
import { firstWhere } from "../text/many.ts";
import type { Steps } from "../text/to-end.ts";
import { type Stretch, splice, stretchBetween } from "../text/stretch.ts";
import type { ReadSetting } from "./setting.ts";
import { Unchanged } from "./unchanged.ts";

interface Remembered {
  readonly value: unknown;
  readonly length: number;
  seen: number;
}

/** The text that is read, and what of it stood in the text read before, which is there until the reading is done. */
interface Reading {
  readonly text: string;
  readonly before: string;
  readonly unchanged: Unchanged | undefined;
  readonly number: number;
}

/** Stretches that were read one after another, and what was made of each. */
interface Run {
  readonly spans: readonly Span[];
  readonly values: unknown[];
}

/** Takes the stretches of the text before from one place to another, not included, all of which stand `by` further back now. */
type TakeAgain = (start: number, end: number, by: number) => void;

/** What was made of texts of one sort. */
export interface Space {
  /** What `make` gave for an equal text before, or gives now. `make` is given the text to keep: one that does not hold on to the file it was cut from. */
  get<T>(text: string, make: (text: string) => T): T;
  /** The same for the stretch from `start` to `end` of the text that is read. */
  at<T>(start: number, end: number, make: (text: string) => T): T;
  /**
   * The same for many stretches that follow one another, as the rows of a table do, in steps; `take` is given each value and where it stands.
   * @param again asked for what takes the stretches that stood in the text before, given those that were read there
   */
  each<T>(
    spans: readonly Span[],
    make: (text: string) => T,
    take: (value: T, start: number) => void,
    again?: (before: readonly Span[]) => TakeAgain | undefined,
  ): Steps<void>;
}

/** Nothing is remembered: the file is read once, and little of one file stands in it twice. */
class NoSpace implements Space {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get<T>(text: string, make: (text: string) => T): T {
    return make(text);
  }

  at<T>(start: number, end: number, make: (text: string) => T): T {
    return this.get(this.#text.slice(start, end), make);
  }

  *each<T>(spans: readonly Span[], make: (text: string) => T, take: (value: T, start: number) => void): Steps<void> {
    let i = 0;
    for (const { start, end } of spans) {
      take(this.at(start, end, make), start);
      if (++i % AT_A_TIME === 0) yield;
    }
  }
}

/** So many texts of one sort are remembered beyond the files they stand in. */
const MOST_COMMON = 2048;

/** What was made of short texts that many files have, by their sort. */
class Common {
  readonly #sorts = new Map<string, Recurring<unknown>>();

  of(sort: string): Recurring<unknown> {
    let known = this.#sorts.get(sort);
    if (!known) {
      known = new Recurring(MOST_COMMON);
      this.#sorts.set(sort, known);
    }
    return known;
  }
}

const common = once((_standards: readonly string[]) => ({ inAims: new Common(), outside: new Common() }));

const commonIn = ({ inAims, standards }: ReadSetting): Common => common(standards)[inAims ? "inAims" : "outside"];

/** What was made of short texts is remembered for other files that have them, too. */
class CommonSpace extends NoSpace {
  readonly #known: Recurring<unknown>;

  constructor(text: string, known: Recurring<unknown>) {
    super(text);
    this.#known = known;
  }

  override get<T>(text: string, make: (text: string) => T): T {
    return this.#known.get(text, make) as T;
  }
}

/** The stretch in which stretches of a text are others than those of the text before. */
function changedSpans(before: readonly Span[], spans: readonly Span[], unchanged: Unchanged): Stretch {
  const { prefix, suffix, delta } = unchanged;
  return stretchBetween(before.length, spans.length, (i, j) => {
    const [was, is] = [before[i] as Span, spans[j] as Span];
    if (was === is) return is.end <= prefix || (delta === 0 && is.start >= suffix);
    return unchanged.before(is.start, is.end) === was.start && is.end - is.start === was.end - was.start;
  });
}

/** So many stretches are read at a step. */
const AT_A_TIME = 512;

/** So many are kept of those that stand in runs no more. */
const FEW = 32;
/** Where many went at once, they are kept for so many readings. */
const SOON = 8;

/** By the text. */
class MemoSpace implements Space {
  readonly #memo: { readonly reading: Reading };
  #entries = new Map<string, Remembered>();
  #used = 0;
  /** By the place at which each stood in this reading, and in the one before: a quicker way to the same. */
  #placed = new Map<number, Remembered>();
  #before = new Map<number, Remembered>();
  /** In order, as the reading before had them. */
  #runs: Run[] = [];
  #runsBefore: Run[] = [];
  /** What stood in runs before, by the text it was made of; and what of it does not stand in this reading any more. */
  #gone = new Map<string, unknown>();
  #going = new Map<string, unknown>();
  /** The number of the last reading in which many went at once. */
  #manyWent = 0;

  constructor(memo: { readonly reading: Reading }) {
    this.#memo = memo;
  }

  get<T>(text: string, make: (text: string) => T): T {
    return this.#entry(text, make).value as T;
  }

  at<T>(start: number, end: number, make: (text: string) => T): T {
    const { text, unchanged } = this.#memo.reading;
    const was = unchanged?.before(start, end);
    const known = was === undefined ? undefined : this.#before.get(was);
    const entry = known?.length === end - start ? this.#use(known) : this.#entry(text.slice(start, end), make);
    this.#placed.set(start, entry);
    return entry.value as T;
  }

  *each<T>(
    spans: readonly Span[],
    make: (text: string) => T,
    take: (value: T, start: number) => void,
    again?: (before: readonly Span[]) => TakeAgain | undefined,
  ): Steps<void> {
    const { unchanged } = this.#memo.reading;
    const before = this.#runsBefore[this.#runs.length];
    const stretch = before && unchanged && changedSpans(before.spans, spans, unchanged);
    if (stretch) {
      this.#go(before, stretch.start, stretch.before);
      splice(before.values, stretch, yield* this.#made(spans.slice(stretch.start, stretch.after), make));
    }
    const values = stretch ? before.values : yield* this.#made(spans, make);
    this.#runs.push({ spans, values });
    const give = (from: number, to: number): void => {
      for (let i = from; i < to; i++) take(values[i] as T, (spans[i] as Span).start);
    };
    const takeAgain = stretch && again?.(before.spans);
    if (!takeAgain) {
      give(0, spans.length);
      return;
    }
    // What stands before the stretch may have moved as well as what stands behind it.
    const firstMoved = firstWhere(before.spans, ({ end }) => end > unchanged.prefix);
    const giveAgain = (from: number, to: number): void => {
      const moved = Math.max(from, Math.min(firstMoved, to));
      takeAgain(from, moved, 0);
      takeAgain(moved, to, unchanged.delta);
    };
    giveAgain(0, stretch.start);
    give(stretch.start, stretch.after);
    giveAgain(stretch.before, before.spans.length);
  }

  /** What stretches of the text before were made of may be asked for again. */
  #go({ spans, values }: Run, start: number, end: number): void {
    const { before } = this.#memo.reading;
    for (let i = start; i < end; i++) {
      const span = spans[i] as Span;
      this.#going.set(detached(before.slice(span.start, span.end)), values[i]);
    }
  }

  /** What is made of stretches; of equal ones the same. */
  *#made(spans: readonly Span[], make: (text: string) => unknown): Steps<unknown[]> {
    const { text } = this.#memo.reading;
    const known = new Map<string, unknown>();
    const values: unknown[] = [];
    for (const { start, end } of spans) {
      const source = text.slice(start, end);
      let value = known.get(source) ?? this.#going.get(source) ?? this.#gone.get(source);
      if (value === undefined) {
        const kept = detached(source);
        value = make(kept);
        known.set(kept, value);
      }
      values.push(value);
      if (values.length % AT_A_TIME === 0) yield;
    }
    return values;
  }

  #use(entry: Remembered): Remembered {
    const { number } = this.#memo.reading;
    if (entry.seen !== number) this.#used++;
    entry.seen = number;
    return entry;
  }

  #entry(text: string, make: (text: string) => unknown): Remembered {
    const known = this.#entries.get(text);
    if (known) return this.#use(known);
    const kept = detached(text);
    const entry = { value: make(kept), length: text.length, seen: -1 };
    this.#entries.set(kept, entry);
    return this.#use(entry);
  }

  /** Ends a reading: forgets what was not asked for in it, once that is most of what is remembered. */
  settle(): void {
    const { number } = this.#memo.reading;
    if (this.#entries.size > 2 * this.#used + 32) {
      this.#entries = new Map([...this.#entries].filter(([, entry]) => entry.seen === number));
    }
    for (const run of this.#runsBefore.slice(this.#runs.length)) this.#go(run, 0, run.spans.length);
    this.#forgetGone();
    this.#before = this.#placed;
    this.#placed = new Map();
    this.#runsBefore = this.#runs;
    this.#runs = [];
    this.#used = 0;
  }

  /** What went one by one is not long kept; of a table that an edit took apart the next edits most often make one again. */
  #forgetGone(): void {
    const { number } = this.#memo.reading;
    if (this.#going.size > FEW) {
      this.#gone = this.#going;
      this.#manyWent = number;
    } else if (this.#gone.size > FEW && number > this.#manyWent + SOON) this.#gone = this.#going;
    else for (const [text, value] of this.#going) this.#gone.set(text, value);
    this.#going = new Map();
  }

  get isEmpty(): boolean {
    return this.#entries.size === 0 && this.#runsBefore.length === 0;
  }
}

/**
 * What was read from one file, by the text it was read from, so that equal text gives the same object in every reading
 * of the file. A cache and nothing more: what is in it never changes what a reading says. Readings of one file share it.
 */
export class Memo {
  reading: Reading;
  readonly #setting: string;
  #spaces: Map<string, MemoSpace> | undefined;
  readonly #none: NoSpace | undefined;
  readonly #common: Common | undefined;
  /** Words that did not stand in the text at a reading, with its number. */
  #lacking: Map<string, number> | undefined;
  #isUnderWay = false;
  #left: Map<string, { readonly reading: number; readonly value: unknown }> | undefined;

  private constructor(setting: string, text: string, none?: NoSpace, common?: Common) {
    this.#setting = setting;
    this.#none = none;
    this.#common = common;
    this.reading = { text, before: "", unchanged: undefined, number: 0 };
  }

  /** The memo for a reading after which all is forgotten but what many files have in the same words. */
  static once(setting: ReadSetting, text: string): Memo {
    return new Memo("", text, new NoSpace(text), commonIn(setting));
  }

  /** Whether it remembers nothing. */
  get isBlank(): boolean {
    return this.#none !== undefined;
  }

  /** The memo for a reading of `text` that follows `previous` (a document's `memo`), whose findings are of use only in an equal setting. */
  static after(previous: unknown, setting: ReadSetting, text: string): Memo {
    const key = JSON.stringify([setting.inAims, setting.standards]);
    // One that was begun and not brought to its end leaves nothing that holds.
    if (!(previous instanceof Memo) || previous.#setting !== key || previous.#isUnderWay) return new Memo(key, text);
    previous.#isUnderWay = true;
    const { reading } = previous;
    const unchanged = new Unchanged(reading.text, text);
    previous.reading = { text, before: reading.text, unchanged, number: reading.number + 1 };
    return previous;
  }

  /** Whether a word stands in the text; where the text before did not hold it, only what is other since is looked at. */
  holds(word: string): boolean {
    const { text, unchanged, number } = this.reading;
    if (!unchanged || this.#lacking?.get(word) !== number - 1) {
      if (text.includes(word)) return true;
    } else {
      const more = word.length - 1;
      if (text.slice(Math.max(0, unchanged.prefix - more), unchanged.suffix + more).includes(word)) return true;
    }
    if (!this.isBlank) {
      this.#lacking ??= new Map();
      this.#lacking.set(word, number);
    }
    return false;
  }

  /** What the reading before left under a name, if it left anything. */
  left<T>(name: string): T | undefined {
    const left = this.#left?.get(name);
    return left?.reading === this.reading.number - 1 ? (left.value as T) : undefined;
  }

  /** Leaves something for the next reading. */
  leave(name: string, value: unknown): void {
    if (this.isBlank) return;
    this.#left ??= new Map();
    this.#left.set(name, { reading: this.reading.number, value });
  }

  /** To be called when a reading is done. */
  settle(): this {
    this.#isUnderWay = false;
    for (const [name, space] of this.#spaces ?? []) {
      space.settle();
      if (space.isEmpty) this.#spaces?.delete(name);
    }
    this.reading = { ...this.reading, before: "" };
    return this;
  }

  /** The space of one sort of text; values of different sorts made from equal text are kept apart. */
  space(name: string): Space {
    if (this.#none) return this.#none;
    this.#spaces ??= new Map();
    const known = this.#spaces.get(name);
    if (known) return known;
    const space = new MemoSpace(this);
    this.#spaces.set(name, space);
    return space;
  }

  /**
   * The space of a sort of text that many files have in the same words. What is made of one may hang on nothing else but the setting: of
   * files that are read once it is the same object in all that have it.
   */
  common(name: string): Space {
    return this.#common ? new CommonSpace(this.reading.text, this.#common.of(name)) : this.space(name);
  }
}
