import type { Memo } from "./memo.ts";
import { keys } from "./tables.ts";

/**
 * Today, as computations see it. They ask how it stands to a day, so that another day concerns those only for which that is other; whoever
 * asks for the date itself is concerned every time. Days are ISO dates; other text is compared as text.
 */
export interface Today {
  /** ISO date. */
  date(): string;
  /** Whether it is `day` or later. */
  reached(day: string): boolean;
  /** Whether it is later than `day`. */
  past(day: string): boolean;
}

/** A day whose readers hang on all of it. */
export class Day implements Today {
  readonly #date: string;

  /** @param date ISO date */
  constructor(date: string) {
    this.#date = date;
  }

  date(): string {
    return this.#date;
  }
  reached(day: string): boolean {
    return this.#date >= day;
  }
  past(day: string): boolean {
    return this.#date > day;
  }
}

/** Today, of which each question is noted in `memo` as read. */
export class TrackedToday implements Today {
  readonly #memo: Memo;
  readonly #date: () => string;

  constructor(memo: Memo, date: () => string) {
    this.#memo = memo;
    this.#date = date;
  }

  date(): string {
    this.#memo.read(keys.today);
    return this.#date();
  }
  reached(day: string): boolean {
    this.#memo.read(REACHED + day);
    return this.#date() >= day;
  }
  past(day: string): boolean {
    this.#memo.read(PAST + day);
    return this.#date() > day;
  }
}

const REACHED = "reached:";
const PAST = "past:";

/** Those of `read`, keys that were read, that have another answer when `after` comes in the place of `before`; both ISO dates. */
export function keysOfTurn(read: Iterable<string>, before: string, after: string): string[] {
  const [from, to] = [new Day(before), new Day(after)];
  const turned = [keys.today];
  for (const key of read) {
    if (key.startsWith(REACHED)) {
      const day = key.slice(REACHED.length);
      if (from.reached(day) !== to.reached(day)) turned.push(key);
    } else if (key.startsWith(PAST)) {
      const day = key.slice(PAST.length);
      if (from.past(day) !== to.past(day)) turned.push(key);
    }
  }
  return turned;
}
