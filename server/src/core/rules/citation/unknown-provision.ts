import {
  provision as findProvision,
  hasNumber,
  type Standard,
  standard,
  standardsWith,
} from "../../catalog/catalog.ts";
import { resolveCitation } from "../../catalog/citations.ts";
import { nearestProvisions } from "../../catalog/nearest.ts";
import type { BlockData, Citation, Document } from "../../syntax/document.ts";
import { shift } from "../../text/span.ts";
import { type Fix, type RawFinding, rule } from "../rule.ts";
import { standardNames } from "../shared/prose.ts";
import { quoted } from "../shared/words.ts";

/** What a number of this form is called in the standard. */
function noun(s: Standard, number: string): string {
  if (s.citation.articles) return "article";
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

/** Another standard that has the number, which an unprefixed citation may mean. */
function elsewhere(citation: Citation, s: Standard): Standard | undefined {
  return citation.standard === undefined && /^[A-Z]/i.test(citation.number)
    ? standardsWith(citation.number, s.id).find((other) => other.citation.number)
    : undefined;
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

/** A number without a standard that only a standard not meant here has. */
interface Unprefixed {
  readonly citation: Citation;
  readonly s: Standard;
  readonly other: Standard;
}
interface Unknown {
  readonly sure: readonly { readonly citation: Citation; readonly s: Standard }[];
  readonly unsure: readonly Unprefixed[];
}

const known = new WeakMap<BlockData, { readonly inUse: readonly string[]; readonly unknown: Unknown }>();

/** The citations of a block that the standard meant does not have; worked out once for a block. */
function unknownIn(data: BlockData, inUse: readonly string[]): Unknown {
  const before = known.get(data);
  if (before?.inUse === inUse) return before.unknown;
  const sure: { citation: Citation; s: Standard }[] = [];
  const unsure: Unprefixed[] = [];
  for (const citation of data.citations) {
    const meant = resolveCitation(citation, inUse);
    const s = meant && standard(meant.standard);
    if (!meant || !s || meant.provision || hasNumber(s.id, citation.number) !== false) continue;
    const other = elsewhere(citation, s);
    if (other) unsure.push({ citation, s, other });
    else sure.push({ citation, s });
  }
  const unknown = { sure, unsure };
  known.set(data, { inUse, unknown });
  return unknown;
}

const names = ({ blocks }: Document, s: Standard): boolean =>
  blocks.some(({ data }) => standardNames(data).some((name) => name.standard === s.id));

/** Numbers that the standard named or meant does not have, where its numbers are all known. */
export const unknownProvision = rule({
  id: "unknown-provision",
  group: "citation",
  severity: "error",
  summary: "Finds citations of clauses and controls that do not exist.",
  *block({ data }, ctx) {
    if (data.citations.length === 0) return;
    for (const { citation, s } of unknownIn(data, ctx.config().standards).sure) yield notThere(citation, s);
  },
  *document({ document }, ctx) {
    const { standards } = ctx.config();
    const spoken = new Map<Standard, boolean>();
    for (const { base, data } of document.blocks) {
      if (data.citations.length === 0) continue;
      for (const one of unknownIn(data, standards).unsure) {
        if (!spoken.has(one.other)) spoken.set(one.other, names(document, one.other));
        if (!spoken.get(one.other)) yield unprefixed(one, base);
      }
    }
  },
});
