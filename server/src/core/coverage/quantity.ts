import type { Bounds } from "./threshold.ts";

/** A number as somebody wrote it. */
export interface Quantity {
  readonly n: number;
  /** How many digits stand behind the point: what it was rounded to. */
  readonly decimals: number;
  readonly percent: boolean;
}

const QUANTITY =
  /^[≈~=]?\s{0,3}([-+−]?(?:\d{1,30}(?:[.,]\d{1,30})?|[.,]\d{1,30}))(?:e([-+]?\d{1,3}))?\s{0,3}(%|per\s?cent|pp)?\s{0,3}(?:[a-zµ€$£/ ]{0,20})$/i;

/** Reads `0.08`, `8 %`, `0,08`, `1.2e-3`, `120 ms`. Undefined where it is not surely one number: `1,234` may be two. */
export function readQuantity(text: string): Quantity | undefined {
  const m = QUANTITY.exec(text.trim().slice(0, 80));
  if (!m || text.trim().length > 80) return undefined;
  const digits = (m[1] as string).replace("−", "-");
  if (/^[-+]?[1-9]\d{0,2},\d{3}$/.test(digits)) return undefined;
  const exponent = Number(m[2] ?? 0);
  const plain = digits.replace(",", ".");
  const n = Number(plain) * 10 ** exponent;
  const point = plain.indexOf(".");
  const written = point < 0 ? 0 : plain.length - point - 1;
  return Number.isFinite(n) ? { n, decimals: Math.max(0, written - exponent), percent: m[3] !== undefined } : undefined;
}

const rounded = (a: number, b: number, decimals: number): boolean =>
  Math.abs(a - b) <= 0.5 * 10 ** -decimals * (1 + 1e-9) + Math.abs(b) * 1e-12;

/**
 * Whether the number in a document and the one in its results file are the same: rounded to the digits that either is written with,
 * a per cent sign taken into account.
 */
export function agree(written: Quantity, file: Quantity): boolean {
  const shift = written.percent && !file.percent ? 2 : !written.percent && file.percent ? -2 : 0;
  const scaled = { n: file.n * 10 ** shift, decimals: Math.max(0, file.decimals - shift) };
  const readings = shift === 0 ? [scaled] : [scaled, file];
  return readings.some(
    ({ n, decimals }) =>
      rounded(n, written.n, written.decimals) || (decimals < written.decimals && rounded(written.n, n, decimals)),
  );
}

function within({ low, high, strict }: Bounds, n: number): boolean {
  if (low !== undefined && (strict ? n <= low : n < low)) return false;
  return !(high !== undefined && (strict ? n >= high : n > high));
}

/**
 * Whether a value keeps to a bound. Where one is in per cent and the other is not, both ways of meaning it have to come out the same,
 * else it cannot be told.
 */
export function keeps(value: Quantity, bounds: Bounds): boolean | undefined {
  if (value.percent === bounds.percent) return within(bounds, value.n);
  const scaled = within(bounds, value.percent ? value.n / 100 : value.n * 100);
  return scaled === within(bounds, value.n) ? scaled : undefined;
}
