import { hasNumber, type Standard, standard } from "../../catalog/catalog.ts";
import type { BlockData, Citation, Document } from "../../syntax/document.ts";
import { shift } from "../../text/span.ts";
import { type RawFinding, rule } from "../rule.ts";
import { standardNames } from "../shared/prose.ts";
import { oneOf, quoted } from "../shared/words.ts";

/** A single control; the groups above are named in passing. */
const isLettered = (number: string): boolean => /^[A-Z][.\-‑]\d+[.\-‑]\d/i.test(number);

const known = new WeakMap<BlockData, readonly Citation[]>();

/** Numbers of single controls in a stretch of text that name no standard. */
function bareIn(data: BlockData): readonly Citation[] {
  let bare = known.get(data);
  if (!bare) {
    bare = data.citations.filter((c) => c.standard === undefined && isLettered(c.number));
    known.set(data, bare);
  }
  return bare;
}

/** Standards in use whose annexes are numbered alike, as those of ISO/IEC 27001 and 42001 are. */
function rivals(inUse: readonly string[], document: Document): Standard[] {
  const found = new Set(inUse);
  for (const { data } of document.blocks) for (const { standard: id } of data.citations) if (id) found.add(id);
  return [...found].flatMap((id) => {
    const s = standard(id);
    return s?.citation.annexes && s.citation.number ? [s] : [];
  });
}

/** The standards of `rivals` that the document names anywhere: one that it names alone is the one it means. */
function namedIn(document: Document, among: readonly Standard[]): Standard[] {
  const found = new Set(document.blocks.flatMap(({ data }) => standardNames(data).map((n) => n.standard)));
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

/** Numbers without a standard where two standards in use have them. A document that speaks of one standard only is clear. */
export const ambiguousStandard = rule({
  id: "ambiguous-standard",
  group: "citation",
  severity: "info",
  summary: "Finds control numbers that belong to two standards in use, with neither named.",
  *document({ document }, ctx) {
    const bare = document.blocks.flatMap(({ base, data }) =>
      data.citations.length === 0 ? [] : bareIn(data).map((citation) => ({ base, citation })),
    );
    if (bare.length === 0) return;
    const among = rivals(ctx.config().standards, document);
    if (among.length < 2 || namedIn(document, among).length === 1) return;
    for (const { base, citation } of bare) {
      const possible = among.filter((s) => hasNumber(s.id, citation.number) === true);
      if (possible.length > 1) yield findingOf(citation, base, possible);
    }
  },
});
