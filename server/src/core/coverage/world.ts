import type { ProvisionRef } from "../records/model.ts";
import type { AimsIndex } from "../workspace/api.ts";
import type { Today } from "../workspace/today.ts";

/** What coverage is worked out from. Whatever asks it writes down what it read, so nothing read once is handed on as a plain value. */
export interface World {
  readonly index: AimsIndex;
  today(): Today;
  /**
   * The value of `compute`, which stands until something it read changes. Two computations of one name must be the same:
   * the name tells all that `compute` depends on besides the world.
   */
  share<T>(name: string, compute: () => T): T;
}

/** A provision in the name of something shared. */
export const nameOfRef = ({ standard, provision }: ProvisionRef): string => `${standard}:${provision}`;
