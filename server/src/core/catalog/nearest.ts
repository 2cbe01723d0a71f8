import { remembering } from "../text/remember.ts";
import { canonicalNumber, type Provision, provisions, provisionsByTitle, standard } from "./catalog.ts";
import { upwards } from "./number-forms.ts";

const MOST = 3;

/** Number of single-character edits between two short strings. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

const last = (id: string): number => Number(id.slice(id.lastIndexOf(".") + 1)) || 0;

/** Lower is nearer: edits, then the same group, then nearness in counting, then what can be satisfied before headings. */
function score(number: string, p: Provision): number {
  const sibling = p.parent !== undefined && number.startsWith(`${p.parent}.`);
  const apart = Math.min(Math.abs(last(number) - last(p.id)), 40) / 100;
  return distance(number, p.id) - (sibling ? 0.5 : 0) + apart + (p.assessable ? 0 : 0.75) + p.order / 100_000;
}

/** Provisions among which the nearest can be told: all of a standard known whole, else only those under what is known whole. */
function listed(standardId: string, wanted: string): readonly Provision[] {
  const s = standard(standardId);
  if (s === undefined || s.complete) return provisions(standardId);
  const closed = upwards(wanted).find((id) => s.citation.closed?.includes(id));
  if (closed === undefined) return [];
  return provisions(standardId).filter((p) => p.id.startsWith(closed) && p.id !== closed);
}

/** Provisions whose number is near to a number, by standard and number with a blank between; best first. */
const nearNumber = remembering((of: string): readonly Provision[] => {
  const at = of.indexOf(" ");
  const [standardId, wanted] = [of.slice(0, at), of.slice(at + 1)];
  return listed(standardId, wanted)
    .filter((p) => p.id !== wanted && /^[A-Z]/.test(p.id) === /^[A-Z]/.test(wanted))
    .map((p) => ({ p, s: score(wanted, p) }))
    .filter(({ s }) => s < 2.1)
    .sort((a, b) => a.s - b.s)
    .map(({ p }) => p);
});

/**
 * The provisions most likely meant by a number that does not exist, or that stands beside another's title; best
 * first, at most three. Provisions with the title come before those with a similar number.
 */
export function nearestProvisions(standardId: string, number: string, title?: string): readonly Provision[] {
  const wanted = canonicalNumber(standardId, number)?.id ?? number.trim().slice(0, 20).toUpperCase();
  const near = nearNumber(`${standardId} ${wanted}`);
  const titled = title === undefined ? [] : provisionsByTitle(standardId, title).filter((p) => p.id !== wanted);
  return [...new Set([...titled, ...near])].slice(0, MOST);
}
