import type { RecordData } from "../records/model.ts";
import type { PerUnit } from "../rules/rule.ts";
import type { BlockData, Document } from "../syntax/document.ts";
import { exact } from "../text/exact.ts";
import { type Stretch, spliced, stretchBetween } from "../text/stretch.ts";
import type { AimsConfig } from "../workspace/api.ts";

interface Placed<D> {
  readonly data: D;
}

/** What was read, as it is kept: a list is one without room for more. */
const keptOf = <T>(read: T | undefined): T | undefined => (Array.isArray(read) ? (exact(read) as T) : read);

/** What readings give over the units of one sort of one document; after an edit, made anew only where the units are others. */
class ReadingsOf<D> {
  readonly #known = new Map<PerUnit<D, unknown>, { units: readonly Placed<D>[]; values: readonly unknown[] }>();
  #units: readonly Placed<D>[] = [];
  #before: readonly Placed<D>[] = [];
  #stretch: Stretch | undefined;

  move(units: readonly Placed<D>[]): void {
    if (units === this.#units) return;
    this.#before = this.#units;
    this.#units = units;
    this.#stretch = undefined;
  }

  each<T>(read: PerUnit<D, T>, config: AimsConfig): readonly (T | undefined)[] {
    const known = this.#known.get(read);
    if (known?.units === this.#units) return known.values as (T | undefined)[];
    const values = this.#renewed(known, read, config);
    this.#known.set(read, { units: this.#units, values });
    return values;
  }

  #renewed<T>(
    known: { readonly units: readonly Placed<D>[]; readonly values: readonly unknown[] } | undefined,
    read: PerUnit<D, T>,
    config: AimsConfig,
  ): (T | undefined)[] {
    if (known?.units !== this.#before) return this.#units.map(({ data }) => keptOf(read(data, config)));
    const [before, units] = [this.#before, this.#units];
    this.#stretch ??= stretchBetween(before.length, units.length, (i, j) => before[i]?.data === units[j]?.data);
    const fresh = units.slice(this.#stretch.start, this.#stretch.after).map(({ data }) => keptOf(read(data, config)));
    return spliced(known.values as (T | undefined)[], this.#stretch, fresh);
  }
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

  eachRecord<T>(read: PerUnit<RecordData, T>, config: AimsConfig): readonly (T | undefined)[] {
    return this.#records.each(read, config);
  }

  eachBlock<T>(read: PerUnit<BlockData, T>, config: AimsConfig): readonly (T | undefined)[] {
    return this.#blocks.each(read, config);
  }
}
