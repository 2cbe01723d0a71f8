/** A bound or a range a measured value is held against. */
export interface Bounds {
  readonly low?: number;
  readonly high?: number;
  /** The bound itself is not allowed. */
  readonly strict: boolean;
  readonly percent: boolean;
}

const NUMBER = "[-+−]?\\d+(?:[.,]\\d+)?";
const SIGN = new RegExp(
  `^\\D{0,40}?(<=|>=|=<|=>|≤|≥|<|>|at least|at most|no more than|no less than|not more than|not less than|under|below|over|above|max(?:imum)?\\.?|min(?:imum)?\\.?|up to)\\s*:?\\s*(${NUMBER})\\s*(%?)\\s*[\\w ]{0,30}$`,
  "i",
);
const RANGE = new RegExp(
  `^\\D{0,30}?(${NUMBER})\\s*(%?)\\s*(?:-|–|—|to|and|\\.\\.)\\s*(${NUMBER})\\s*(%?)\\s*[\\w ]{0,30}$`,
  "i",
);
const PLUS_MINUS = new RegExp(`^(?:±|\\+/-|\\+-)\\s*(${NUMBER})\\s*(%?)$`);
const LOW = /^(?:>=|=>|≥|>|at least|no less than|not less than|over|above|min)/i;
const STRICT = /^(?:<|>|under|below|over|above)$/i;

const toNumber = (text: string): number => Number(text.replace("−", "-").replace(",", "."));

/** Reads a threshold as people write it: `<= 0.10`, `at least 95 %`, `0.8 to 1.25`, `± 0.05`. Undefined where it is not surely a bound. */
export function readThreshold(text: string): Bounds | undefined {
  const t = text.trim();
  if (t.length > 120) return undefined;
  const around = PLUS_MINUS.exec(t);
  if (around) {
    const n = Math.abs(toNumber(around[1] as string));
    return { low: -n, high: n, strict: false, percent: around[2] === "%" };
  }
  const bound = SIGN.exec(t);
  if (bound) {
    const [, sign, number, percent] = bound as unknown as [string, string, string, string];
    const n = toNumber(number);
    const rest = { strict: STRICT.test(sign), percent: percent === "%" };
    return LOW.test(sign) ? { low: n, ...rest } : { high: n, ...rest };
  }
  const range = RANGE.exec(t);
  if (!range) return undefined;
  const [low, high] = [toNumber(range[1] as string), toNumber(range[3] as string)];
  return low <= high ? { low, high, strict: false, percent: range[4] === "%" } : undefined;
}

const VALUE = new RegExp(`^\\D{0,3}?(${NUMBER})\\s*(%?)\\s*[a-z/]{0,12}$`, "i");

/** Whether a measured value keeps to its threshold; undefined where either cannot be read or their units differ. */
export function meets(value: string, threshold: string): boolean | undefined {
  const bounds = readThreshold(threshold);
  const v = VALUE.exec(value.trim().slice(0, 60));
  if (!bounds || !v) return undefined;
  const percent = v[2] === "%";
  if (percent !== bounds.percent) return undefined;
  const n = toNumber(v[1] as string);
  if (bounds.low !== undefined && (bounds.strict ? n <= bounds.low : n < bounds.low)) return false;
  if (bounds.high !== undefined && (bounds.strict ? n >= bounds.high : n > bounds.high)) return false;
  return true;
}
