import type { RecordData } from "../records/model.ts";
import type { PerUnit } from "../rules/rule.ts";
import type { BlockData, Document } from "../syntax/document.ts";
import { exact } from "../text/exact.ts";
import { addAll } from "../text/many.ts";
import { changedStretch, type Stretch, splice } from "../text/stretch.ts";
import type { AimsConfig } from "../workspace/api.ts";

interface Placed<D extends object> {
  readonly data: D;
}

/** What was read, as it is kept: a list is one without room for more, and that of the unit before where it holds the same. */
function keptOf<T>(read: T, before: unknown): T {
  if (!Array.isArray(read)) return read;
  const isSame = Array.isArray(before) && before.length === read.length && before.every((item, i) => item === read[i]);
  return (isSame ? before : exact(read)) as T;
}

/** The answers of a reading, in a list that follows the edits; undefined where it answers nothing to all units, as most do. */
interface Answers {
  /** The number of the edit up to which it has. */
  edit: number;
  values: unknown[] | undefined;
}

const NONE: readonly never[] = [];
const NO_STRETCH: Stretch = { start: 0, before: 0, after: 0 };

/** What readings give over the units of one sort of one document; after an edit, made anew only where the units are others. */
class ReadingsOf<D extends object> {
  #known: Map<PerUnit<D, unknown>, Answers> | undefined;
  /** The answers of all readings that answer nothing. */
  #nothing: readonly undefined[] = NONE;
  /** The answers to the first units of readings that have not been asked for yet. */
  #ahead: Map<PerUnit<D, unknown>, unknown[]> | undefined;
  #units: readonly Placed<D>[] = NONE;
  /** What the last edit changed. */
  #stretch: Stretch = NO_STRETCH;
  #edit = 0;

  move(units: readonly Placed<D>[]): void {
    const before = this.#units;
    if (units === before) return;
    this.#units = units;
    this.#edit++;
    if (this.#edit === 1) return;
    this.#stretch = changedStretch(before, units);
    for (const values of this.#ahead?.values() ?? []) values.length = Math.min(values.length, this.#stretch.start);
  }

  /** Reads ahead of `each`, of the first so many units; at most `most` of them at once. What fails is left to `each`. */
  ahead(reads: readonly PerUnit<D, unknown>[], config: AimsConfig, count: number, most: number): void {
    this.#ahead ??= new Map();
    for (const read of reads) {
      if (this.#known?.has(read)) continue;
      const values = this.#ahead.get(read) ?? [];
      const next = this.#units.slice(values.length, Math.min(count, values.length + most));
      try {
        addAll(values, readIn(next, read, config) ?? nothing(next.length));
        this.#ahead.set(read, values);
      } catch {
        this.#ahead.delete(read);
      }
    }
  }

  /** Forgets what was read ahead and not asked for. */
  forgetAhead(): void {
    this.#ahead = undefined;
  }

  each<T>(read: PerUnit<D, T>, config: AimsConfig): readonly (T | undefined)[] {
    const known = this.#known?.get(read);
    const edit = this.#edit;
    if (known && known.edit === edit - 1) this.#follow(known, read, config);
    if (known?.edit === edit) return this.#of(known) as readonly (T | undefined)[];
    const answers = { edit, values: this.#readAll(read, config) };
    this.#known ??= new Map();
    this.#known.set(read, answers);
    return this.#of(answers) as readonly (T | undefined)[];
  }

  #readAll<T>(read: PerUnit<D, T>, config: AimsConfig): unknown[] | undefined {
    const ahead = this.#ahead?.get(read);
    if (!ahead) return readIn(this.#units, read, config);
    this.#ahead?.delete(read);
    const rest = this.#units.slice(ahead.length);
    const values = readIn(rest, read, config);
    if (!values && ahead.every((value) => value === undefined)) return undefined;
    return ahead.concat(values ?? nothing(rest.length));
  }

  /** Takes in the last edit. */
  #follow(answers: Answers, read: PerUnit<D, unknown>, config: AimsConfig): void {
    const { start, before, after } = this.#stretch;
    const fresh = readIn(this.#units.slice(start, after), read, config);
    answers.edit = this.#edit;
    if (!answers.values && !fresh) return;
    answers.values ??= nothing(this.#units.length - after + before);
    splice(answers.values, this.#stretch, fresh ?? nothing(after - start));
  }

  #of({ values }: Answers): readonly unknown[] {
    if (values) return values;
    const { length } = this.#units;
    if (this.#nothing.length !== length) this.#nothing = nothing(length);
    return this.#nothing;
  }
}

const nothing = (length: number): undefined[] => new Array(length).fill(undefined);

/** What is read of each unit; undefined where that is nothing of any. */
function readIn<D extends object, T>(
  units: readonly Placed<D>[],
  read: PerUnit<D, T>,
  config: AimsConfig,
): (T | undefined)[] | undefined {
  let values: (T | undefined)[] | undefined;
  let last: T | undefined;
  for (let i = 0; i < units.length; i++) {
    const value = read((units[i] as Placed<D>).data, config);
    if (value === undefined) continue;
    values ??= nothing(units.length);
    last = keptOf(value, last);
    values[i] = last;
  }
  return values;
}

/** What the rules on documents read of each record and block of one file, kept from edit to edit under one configuration. */
export class Readings {
  readonly #records = new ReadingsOf<RecordData>();
  readonly #blocks = new ReadingsOf<BlockData>();

  /** The document is another now. */
  move(document: Document): void {
    this.#records.move(document.records);
    this.#blocks.move(document.blocks);
  }

  /** Reads ahead of `eachRecord`, of the first so many records; at most `most` of them at once. */
  aheadOfRecords(
    reads: readonly PerUnit<RecordData, unknown>[],
    config: AimsConfig,
    count: number,
    most: number,
  ): void {
    this.#records.ahead(reads, config, count, most);
  }

  /** Forgets what was read ahead and not asked for. */
  forgetAhead(): void {
    this.#records.forgetAhead();
  }

  eachRecord<T>(read: PerUnit<RecordData, T>, config: AimsConfig): readonly (T | undefined)[] {
    return this.#records.each(read, config);
  }

  eachBlock<T>(read: PerUnit<BlockData, T>, config: AimsConfig): readonly (T | undefined)[] {
    return this.#blocks.each(read, config);
  }
}
