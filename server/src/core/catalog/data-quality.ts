import text from "../generated/data-quality.ts";

/** A data-quality characteristic that matters for a use, with the reason. */
export interface WantedCharacteristic {
  readonly characteristic: string;
  readonly why: string;
}

interface Data {
  readonly uses: Readonly<Record<string, readonly WantedCharacteristic[]>>;
  readonly narrowed: readonly string[];
  readonly whole: readonly string[];
  readonly filler: readonly string[];
  readonly minors: readonly string[];
  readonly adults: readonly string[];
  /** Regions as they are written, with the places they hold. */
  readonly places: Readonly<Record<string, readonly string[]>>;
  /** Other names of places, in small letters. */
  readonly names: Readonly<Record<string, string>>;
  readonly everywhere: readonly string[];
}

let loaded: Data | undefined;

/** Words and choices on data quality; see `server/data/data-quality.yaml`. */
export function dataQuality(): Data {
  loaded ??= JSON.parse(text) as Data;
  return loaded;
}

/** The characteristics that matter most for the uses named, each once; none for a use that is not known. */
export function characteristicsFor(uses: readonly string[]): WantedCharacteristic[] {
  const wanted = new Map<string, WantedCharacteristic>();
  for (const use of uses) {
    for (const one of dataQuality().uses[use.toLowerCase()] ?? []) {
      if (!wanted.has(one.characteristic)) wanted.set(one.characteristic, one);
    }
  }
  return [...wanted.values()];
}
