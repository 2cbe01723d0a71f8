import type { Field } from "./model.ts";

/** Up to so many fields a look along them is quicker than a map or set, and several times as small. */
export const FEW = 24;

/** The fields of a record: the first of each name, in document order. */
export class Fields {
  readonly list: readonly Field[];
  readonly #byName: ReadonlyMap<string, Field> | undefined;

  /** @param list no two of them have one name */
  constructor(list: readonly Field[]) {
    this.list = list;
    this.#byName = list.length > FEW ? new Map(list.map((field) => [field.name, field])) : undefined;
  }

  get size(): number {
    return this.list.length;
  }

  get(name: string): Field | undefined {
    if (this.#byName) return this.#byName.get(name);
    for (const field of this.list) if (field.name === name) return field;
    return undefined;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  keys(): readonly string[] {
    return this.list.map(({ name }) => name);
  }

  values(): readonly Field[] {
    return this.list;
  }
}
