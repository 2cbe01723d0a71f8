import { provision, provisions, provisionsByTitle, standard, standards } from "../catalog/catalog.ts";
import { scanCitations } from "../catalog/citations.ts";
import { staleNote } from "../catalog/currency.ts";
import type { Provision, Standard } from "../catalog/model.ts";
import { distance } from "../catalog/nearest.ts";
import { allTerms, termKey, termsFor } from "../catalog/terms.ts";
import { type ProvisionText, provisionText } from "./describe-provision.ts";

/** One answer of `explain`. */
export interface Explanation extends ProvisionText {
  readonly what: "provision" | "term" | "standard";
  readonly standard: string;
  /** Catalogue id of the provision; undefined for a standard. */
  readonly provision?: string;
}

/** What is known, or else what may have been meant (names to ask for, best first). */
export interface Explained {
  readonly found: readonly Explanation[];
  readonly nearest: readonly string[];
}

const MOST = 5;
const MOST_NEAR = 5;

/** Standards whose provisions are meant where none is named, in this order. */
const usual = (): string[] =>
  standards()
    .filter(
      (s) => s.catalogued && s.status !== "own" && (s.citation.bare || s.citation.roman_annexes || s.citation.families),
    )
    .map((s) => s.id)
    .sort((a, b) => Number(standard(b)?.certifiable) - Number(standard(a)?.certifiable));

/**
 * What the catalogue says of a term, of a provision by its number or title, or of a standard.
 * @param query as a person writes it: `AI system`, `A.6.2.4`, `EU AI Act Article 6(3)`, `iso-23894`
 * @param today ISO date
 */
export function explain(query: string, today: string): Explained {
  const asked = query.trim().replace(/\s+/g, " ").slice(0, 200);
  const named = standard(asked);
  const provisionsFound = cited(asked);
  const found = [
    ...(named ? [aboutStandard(named, today)] : []),
    ...unique([...provisionsFound, ...termsFor(asked), ...(provisionsFound.length > 0 ? [] : titled(asked))])
      .slice(0, MOST)
      .flatMap((p) => explanation(p, today)),
  ];
  return { found, nearest: found.length > 0 ? [] : nearest(asked) };
}

function cited(asked: string): Provision[] {
  for (const at of spaces(asked)) {
    const s = standard(asked.slice(0, at).replace(/[:,]$/, ""));
    const found = s && provision(s.id, asked.slice(at).replace(/^[\s:,]+(?:clause |control |annex (?=[A-D]\b))?/i, ""));
    if (found) return [found];
  }
  const scanned = scanCitations(asked, { standards: usual(), place: "field" }).flatMap((c) => c.provision ?? []);
  if (scanned.length > 0) return scanned;
  return usual()
    .flatMap((id) => provision(id, asked) ?? [])
    .slice(0, 1);
}

/** Where a standard's name may end: at each space or colon, the last first. */
const spaces = (text: string): number[] => [...text.matchAll(/[ :]/g)].map((m) => m.index).reverse();

const titled = (asked: string): Provision[] =>
  standards().flatMap((s) => (s.catalogued ? provisionsByTitle(s.id, asked) : []));

const unique = (list: readonly Provision[]): Provision[] => [...new Set(list)];

function explanation(p: Provision, today: string): Explanation[] {
  const text = provisionText(p.standard, p.id, today);
  const what = p.kind === "term" ? "term" : "provision";
  return text === undefined ? [] : [{ what, standard: p.standard, provision: p.id, ...text }];
}

function aboutStandard(s: Standard, today: string): Explanation {
  const all = provisions(s.id);
  const kinds = new Map<string, number>();
  for (const p of all) kinds.set(p.kind, (kinds.get(p.kind) ?? 0) + 1);
  const counts = [...kinds].map(([kind, n]) => `${n} ${kind.replaceAll("-", " ")}`).join(", ");
  const late = staleNote(s, today);
  return {
    what: "standard",
    standard: s.id,
    head: `${s.designation} · ${s.title}`,
    body: [
      `${s.publisher}; ${s.kind.replaceAll("-", " ")}; ${s.status.replaceAll("-", " ")}. ${s.certifiable ? "A management system can be certified to it." : "No certificate against it exists."}`,
      all.length > 0 ? `Known here: ${counts}.` : "Its provisions are not known here one by one.",
      `Name it in aims.yaml as \`${s.id}\`.`,
    ],
    links: [],
    source: [`Looked up on ${s.checked}, to be looked up again by ${s.recheckBy}.`, late].filter(Boolean).join(" "),
  };
}

/** Terms, titles and names that look most like what was asked. */
function nearest(asked: string): string[] {
  const key = termKey(asked);
  const names = new Set([
    ...allTerms().map((p) => p.title),
    ...usual().flatMap((id) => provisions(id).map((p) => (/^[a-z]/.test(p.id) ? p.title : p.id))),
    ...standards().flatMap((s) => [s.id, s.short]),
  ]);
  const bound = Math.max(2, Math.floor(key.length / 3));
  return [...names]
    .filter((name) => Math.abs(name.length - asked.length) <= bound + 4)
    .map((name) => {
      const other = termKey(name);
      const inside =
        key.length > 3 && !/\d/.test(key) && (other.includes(key) || key.includes(other)) && other.length > 3;
      return { name, score: inside ? 1 : distance(key, other) };
    })
    .filter(({ score }) => score <= bound)
    .sort((a, b) => a.score - b.score || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_NEAR)
    .map(({ name }) => name);
}
