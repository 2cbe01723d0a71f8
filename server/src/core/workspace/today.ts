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

const REACHED = "reached:";
const PAST = "past:";

/** Today, of which each question is noted in `memo` as read. */
export class TrackedToday implements Today {
  readonly #memo: Memo;
  readonly #day: () => Day;

  constructor(memo: Memo, day: () => Day) {
    this.#memo = memo;
    this.#day = day;
  }

  date(): string {
    this.#memo.read(keys.today);
    return this.#day().date();
  }
  reached(day: string): boolean {
    this.#memo.read(REACHED + day);
    return this.#day().reached(day);
  }
  past(day: string): boolean {
    this.#memo.read(PAST + day);
    return this.#day().past(day);
  }
}

/** What `day` answers to the question that was noted under `key`; undefined for a key of anything else. */
function answerTo(key: string, day: Day): boolean | undefined {
  if (key.startsWith(REACHED)) return day.reached(key.slice(REACHED.length));
  return key.startsWith(PAST) ? day.past(key.slice(PAST.length)) : undefined;
}

/** Those of `read`, keys that were read, that have another answer when `after` comes in the place of `before`. */
export function keysOfTurn(read: Iterable<string>, before: Day, after: Day): string[] {
  const turned = [keys.today];
  for (const key of read) if (answerTo(key, before) !== answerTo(key, after)) turned.push(key);
  return turned;
}
