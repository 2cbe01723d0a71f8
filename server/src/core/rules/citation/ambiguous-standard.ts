import { hasNumber, type Standard, standard } from "../../catalog/catalog.ts";
import type { BlockData, Citation } from "../../syntax/document.ts";
import { shift } from "../../text/span.ts";
import { type DocumentUnit, NONE, type RawFinding, rule } from "../rule.ts";
import { once } from "../../text/once.ts";
import { given } from "../shared/in-document.ts";
import { STANDARDS } from "../lists.ts";
import { standardsNamed } from "../shared/prose.ts";
import { oneOf, quoted } from "../shared/words.ts";
import { citedIn } from "./shared/unknown-numbers.ts";

/** A single control; the groups above are named in passing. */
const isLettered = (number: string): boolean => /^[A-Z][.\-‑]\d+[.\-‑]\d/i.test(number);

/** Numbers of single controls in a stretch of text that name no standard; undefined where there are none. */
function bareIn({ citations }: BlockData): readonly Citation[] | undefined {
  if (citations.length === 0) return undefined;
  const bare = citations.filter((c) => c.standard === undefined && isLettered(c.number));
  return bare.length > 0 ? bare : undefined;
}

/** Those of some standards whose annexes are numbered alike, as those of ISO/IEC 27001 and 42001 are. */
const rivalsAmong = (ids: Iterable<string>): readonly Standard[] =>
  [...ids].flatMap((id) => {
    const s = standard(id);
    return s?.citation.annexes && s.citation.number ? [s] : [];
  });

const rivalsInUse = once((inUse: readonly string[]) => rivalsAmong(inUse));

/** Those of the standards that are in use or cited. */
function rivals(inUse: readonly string[], { eachBlock, lists }: DocumentUnit): readonly Standard[] {
  if ((lists & STANDARDS) === 0) return rivalsInUse(inUse);
  const found = new Set(inUse);
  for (const cited of eachBlock(citedIn)) if (cited) for (const id of cited.standards) found.add(id);
  return rivalsAmong(found);
}

/** The standards of `rivals` that the document names anywhere: one that it names alone is the one it means. */
function namedIn({ eachBlock }: DocumentUnit, among: readonly Standard[]): Standard[] {
  const found = new Set<string>();
  for (const ids of eachBlock(standardsNamed)) if (ids) for (const id of ids) found.add(id);
  return among.filter((s) => found.has(s.id));
}

function findingOf(citation: Citation, base: number, possible: readonly Standard[]): RawFinding {
  const { start } = citation.numberSpan;
  return {
    at: shift(citation.numberSpan, base),
    message: `${quoted(citation.number)} is a number of ${oneOf(
      possible.map((s) => s.short),
      "and",
    )}, and this document does not say which is meant.`,
    help: "The two controls have nothing to do with each other. Write the standard's number and a colon before it.",
    fixes: possible.map((s) => ({
      title: `Write "${s.citation.number}:${citation.number}"`,
      changes: [{ op: "replace", span: shift({ start, end: start }, base), newText: `${s.citation.number}:` }],
    })),
  };
}

function* ambiguous(unit: DocumentUnit, among: readonly Standard[]): Generator<RawFinding> {
  const bare = given(unit.eachBlock(bareIn));
  if (bare.length === 0 || namedIn(unit, among).length === 1) return;
  for (const [i, citations] of bare) {
    for (const citation of citations) {
      const possible = among.filter((s) => hasNumber(s.id, citation.number) === true);
      const base = unit.document.blocks[i]?.base ?? 0;
      if (possible.length > 1) yield findingOf(citation, base, possible);
    }
  }
}

/** Numbers without a standard where two standards in use have them. A document that speaks of one standard only is clear. */
export const ambiguousStandard = rule({
  id: "ambiguous-standard",
  group: "citation",
  severity: "info",
  summary: "Finds control numbers that belong to two standards in use, with neither named.",
  document(unit, ctx) {
    const among = rivals(ctx.config().standards, unit);
    return among.length < 2 ? NONE : ambiguous(unit, among);
  },
});
