import { provision as findProvision, type Standard, standard } from "../../catalog/catalog.ts";
import { nearestProvisions } from "../../catalog/nearest.ts";
import type { Citation } from "../../syntax/document.ts";
import { shift } from "../../text/span.ts";
import { type Change, type DocumentUnit, type Fix, NONE, type RawFinding, rule } from "../rule.ts";
import { given } from "../shared/in-document.ts";
import { standardsNamed } from "../shared/prose.ts";
import { quoted } from "../shared/words.ts";
import { citedIn, surelyUnknownIn, type Unprefixed } from "./shared/unknown-numbers.ts";

/** What a number of this form is called in the standard. */
function noun(s: Standard, number: string): string {
  if (s.citation.articles) return /^[IVX]/.test(number) ? "annex or point" : "article";
  if (s.citation.families && !/^\d/.test(number)) return "category or subcategory";
  if (/^\d/.test(number)) return "clause";
  return s.certifiable ? "control" : "provision";
}

/** The number of a provision as the citation writes it: guidance numbers (B) keep their own letter. */
function written(id: string, s: Standard, number: string): string {
  const letter = /^[A-Za-z](?=[.\-‑]\d)/.exec(number)?.[0]?.toUpperCase();
  const own = letter && /^[A-Z]\./.test(id) ? letter + id.slice(1) : id;
  return findProvision(s.id, own) ? own : id;
}

function fixesOf(citation: Citation, s: Standard): Fix[] {
  return nearestProvisions(s.id, citation.number, citation.title?.text).map((p, i) => {
    const newText = written(p.id, s, citation.number);
    return {
      title: `Replace ${quoted(citation.number)} with "${newText}" (${p.title})`,
      changes: [{ op: "replace" as const, span: citation.numberSpan, newText }],
      ...(i === 0 ? { preferred: true } : undefined),
    };
  });
}

const messageOf = ({ number }: Citation, s: Standard): string =>
  `${s.designation} has no ${noun(s, number)} ${quoted(number)}.`;

function notThere(citation: Citation, s: Standard): RawFinding {
  const near = nearestProvisions(s.id, citation.number, citation.title?.text)[0];
  return {
    at: citation.numberSpan,
    message: messageOf(citation, s),
    help: near
      ? `A reader who looks it up finds nothing. The nearest is ${near.id}, "${near.title}".`
      : "A reader who looks it up finds nothing. Correct the number.",
    fixes: fixesOf(citation, s),
  };
}

function unprefixed({ citation, s, other }: Unprefixed, base: number): RawFinding {
  if (!other) return shifted(notThere(citation, s), base);
  const { start } = citation.numberSpan;
  const prefix = `${other.citation.number}:`;
  return {
    at: shift(citation.numberSpan, base),
    severity: "warning",
    message: messageOf(citation, s),
    help: `${other.designation} has one. If that is meant, write "${prefix}${citation.number}".`,
    fixes: [
      {
        title: `Write "${prefix}${citation.number}"`,
        changes: [{ op: "replace", span: shift({ start, end: start }, base), newText: prefix }],
      },
    ],
  };
}

/** A finding of a block as one of its document. */
function shifted(finding: RawFinding, base: number): RawFinding {
  const move = (change: Change): Change =>
    change.op === "replace" ? { ...change, span: shift(change.span, base) } : change;
  return {
    ...finding,
    at: "start" in finding.at ? shift(finding.at, base) : finding.at,
    fixes: (finding.fixes ?? []).map((fix) => ({ ...fix, changes: fix.changes.map(move) })),
  };
}

/** Whether two standards are cited in one way: both have articles, or both annexes with letters. */
const isAlike = (a: Standard | undefined, b: Standard): boolean =>
  b.citation.articles !== undefined ? a?.citation.articles !== undefined : a?.citation.annexes !== undefined;

/** Whether the document names another standard with annexes numbered alike, whose number this may be. */
const namesAnother = ({ eachBlock }: DocumentUnit, s: Standard): boolean =>
  eachBlock(standardsNamed).some((ids) => ids?.some((id) => id !== s.id && isAlike(standard(id), s)));

function* unsettled(
  unit: DocumentUnit,
  all: readonly (readonly [block: number, { readonly unsure: readonly Unprefixed[] }])[],
): Generator<RawFinding> {
  const named = new Map<Standard, boolean>();
  for (const [i, { unsure }] of all) {
    const base = unit.document.blocks[i]?.base ?? 0;
    for (const one of unsure) {
      if (!named.has(one.s)) named.set(one.s, namesAnother(unit, one.s));
      if (!named.get(one.s)) yield unprefixed(one, base);
      else if (!one.other) yield { ...unprefixed(one, base), severity: "warning" };
    }
  }
}

/** Numbers that the standard named or meant does not have, where its numbers are all known. */
export const unknownProvision = rule({
  id: "unknown-provision",
  group: "citation",
  severity: "error",
  summary: "Finds citations of clauses and controls that do not exist.",
  blocksWith: "doubts",
  block({ data }) {
    const sure = surelyUnknownIn(data);
    return sure.length === 0 ? NONE : sure.map(({ citation, s }) => notThere(citation, s));
  },
  documentsWith: "doubts",
  document(unit) {
    const cited = given(unit.eachBlock(citedIn));
    return cited.some(([, { unsure }]) => unsure.length > 0) ? unsettled(unit, cited) : NONE;
  },
});
