import fc from "fast-check";

/** What one text is asked: the cheap questions always, the costly ones of a few texts among many. */
export interface Asks {
  /** Places for hover, completion and the like, as parts of the text; references and actions are asked at the first. */
  readonly places: readonly number[];
  /** Rules on the whole AIMS at each edit. */
  readonly settled: boolean;
  /** Views, commands and scaffolds. */
  readonly views: boolean;
  /** That findings are those of a fresh start. */
  readonly fresh: boolean;
  /** That reading after each edit is reading from scratch, and that writers change only what they say. */
  readonly reading: boolean;
  /** That fixes mend. */
  readonly mending: boolean;
  /** Decides what is written, and which fixes are applied. */
  readonly pick: number;
}

/** Everything, for texts that once failed. */
export const ALL_ASKS: Asks = {
  places: [1, 0, 0.618, 0.236, 0.854],
  settled: true,
  views: true,
  fresh: true,
  reading: true,
  mending: true,
  pick: 0,
};

/** The cheap questions only. */
export const FEW_ASKS: Asks = {
  ...ALL_ASKS,
  settled: false,
  views: false,
  fresh: false,
  reading: false,
  mending: false,
};

const oneIn = (n: number): fc.Arbitrary<boolean> => fc.noBias(fc.nat(Math.ceil(n) - 1)).map((k) => k === 1);

/** @param often how many times as often as in a long run the costly questions are asked */
export const asks = (often = 1): fc.Arbitrary<Asks> =>
  fc.record({
    places: fc.array(
      fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000),
      { minLength: 1, maxLength: 4 },
    ),
    settled: oneIn(24 / often),
    views: oneIn(40 / often),
    fresh: oneIn(40 / often),
    reading: oneIn(12 / often),
    mending: oneIn(40 / often),
    pick: fc.nat(10_000),
  });
