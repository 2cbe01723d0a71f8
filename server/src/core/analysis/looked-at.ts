import { AtHand } from "./at-hand.ts";

/** What is kept of documents: a number of files that are worked on, and of others a number of characters. */
export interface Kept {
  readonly worked: number;
  readonly glanced: number;
  /** Of long ones, whose reading takes so long that it would be felt. */
  readonly long: number;
}
/** Some hundreds of documents of usual length, so that most workspaces are kept whole; and a register of thousands of records. */
const KEPT: Kept = { worked: 40, glanced: 600_000, long: 2_100_000 };
/** A document of more characters than these is a long one. */
export const LONG = 50_000;

/** Which files somebody works on or looked at lately, so that their documents stay at hand. */
export class LookedAt {
  /** Files that are worked on stay whatever else is looked at. */
  readonly #worked: AtHand;
  readonly #glanced: AtHand;
  readonly #glancedLong: AtHand;
  readonly #size: (path: string) => number;
  readonly #letGo: (path: string) => void;

  /**
   * @param kept where other than usually
   * @param size characters of a file's text
   * @param letGo called for each file whose turn to go has come
   */
  constructor(kept: Partial<Kept>, size: (path: string) => number, letGo: (path: string) => void) {
    const { worked, glanced, long } = { ...KEPT, ...kept };
    this.#worked = new AtHand(worked);
    this.#glanced = new AtHand(glanced);
    this.#glancedLong = new AtHand(long);
    this.#size = size;
    this.#letGo = letGo;
  }

  isWorked(path: string): boolean {
    return this.#worked.has(path);
  }

  /** Notes that a file is worked on. */
  work(path: string): void {
    this.#forgetGlance(path);
    for (const gone of this.#worked.use(path)) this.glance(gone);
  }

  /** Notes that a file is worked on no more. */
  close(path: string): void {
    if (!this.#worked.has(path)) return;
    this.#worked.delete(path);
    this.glance(path);
  }

  /** Notes that a file has been looked at; the one not looked at for longest is let go. */
  glance(path: string): void {
    if (this.#worked.has(path)) return;
    this.#forgetGlance(path);
    const size = this.#size(path);
    for (const gone of (size > LONG ? this.#glancedLong : this.#glanced).use(path, size)) this.#letGo(gone);
  }

  /** The file is there no more. */
  forget(path: string): void {
    this.#worked.delete(path);
    this.#forgetGlance(path);
  }

  #forgetGlance(path: string): void {
    this.#glanced.delete(path);
    this.#glancedLong.delete(path);
  }
}
