import type { RecordData } from "../records/model.ts";
import type { PerUnit } from "../rules/rule.ts";
import type { BlockData, Document } from "../syntax/document.ts";
import { exact } from "../text/exact.ts";
import { changedStretch, type Stretch, splice } from "../text/stretch.ts";
import type { AimsConfig } from "../workspace/api.ts";

interface Placed<D extends object> {
  readonly data: D;
}

/** What was read, as it is kept: a list is one without room for more. */
const keptOf = <T>(read: T | undefined): T | undefined => (Array.isArray(read) ? (exact(read) as T) : read);

/** What readings give over the units of one sort of one document; after an edit, made anew only where the units are others. */
class ReadingsOf<D extends object> {
  /** The answers of each reading, in its own list, which follows the edits, and the number of the edit up to which it has. */
  readonly #known = new Map<PerUnit<D, unknown>, { edit: number; readonly values: unknown[] }>();
  #units: readonly Placed<D>[] = [];
  /** What the last edit changed. */
  #stretch: Stretch = { start: 0, before: 0, after: 0 };
  #edit = 0;

  move(units: readonly Placed<D>[]): void {
    const before = this.#units;
    if (units === before) return;
    this.#units = units;
    this.#stretch = changedStretch(before, units);
    this.#edit++;
  }

  each<T>(read: PerUnit<D, T>, config: AimsConfig): readonly (T | undefined)[] {
    const known = this.#known.get(read);
    const edit = this.#edit;
    if (known && (known.edit === edit || known.edit === edit - 1)) {
      const { start, after } = this.#stretch;
      if (known.edit < edit) splice(known.values, this.#stretch, readIn(this.#units.slice(start, after), read, config));
      known.edit = edit;
      return known.values as (T | undefined)[];
    }
    const values = readIn(this.#units, read, config);
    this.#known.set(read, { edit, values });
    return values;
  }
}

const readIn = <D extends object, T>(
  units: readonly Placed<D>[],
  read: PerUnit<D, T>,
  config: AimsConfig,
): (T | undefined)[] => units.map(({ data }) => keptOf(read(data, config)));

/** What the rules on documents read of each record and block of one file, kept from edit to edit under one configuration. */
export class Readings {
  readonly #records = new ReadingsOf<RecordData>();
  readonly #blocks = new ReadingsOf<BlockData>();

  /** The document is another now. */
  move(document: Document): void {
    this.#records.move(document.records);
    this.#blocks.move(document.blocks);
  }

  eachRecord<T>(read: PerUnit<RecordData, T>, config: AimsConfig): readonly (T | undefined)[] {
    return this.#records.each(read, config);
  }

  eachBlock<T>(read: PerUnit<BlockData, T>, config: AimsConfig): readonly (T | undefined)[] {
    return this.#blocks.each(read, config);
  }
}
