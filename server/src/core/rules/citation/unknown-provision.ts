import {
  provision as findProvision,
  hasNumber,
  type Standard,
  standard,
  standardsWith,
} from "../../catalog/catalog.ts";
import { resolveCitation } from "../../catalog/citations.ts";
import { nearestProvisions } from "../../catalog/nearest.ts";
import type { Citation } from "../../syntax/document.ts";
import { type Fix, type RawFinding, rule } from "../rule.ts";
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
    ? standardsWith(citation.number, s.id)[0]
    : undefined;
}

function findingOf(citation: Citation, s: Standard): RawFinding {
  const message = `${s.designation} has no ${noun(s, citation.number)} ${quoted(citation.number)}.`;
  const other = elsewhere(citation, s);
  if (other?.citation.number) {
    const prefix = `${other.citation.number}:`;
    return {
      at: citation.numberSpan,
      severity: "warning",
      message,
      help: `${other.designation} has one. If that is meant, write "${prefix}${citation.number}".`,
      fixes: [
        {
          title: `Write "${prefix}${citation.number}"`,
          changes: [
            {
              op: "replace",
              span: { start: citation.numberSpan.start, end: citation.numberSpan.start },
              newText: prefix,
            },
          ],
        },
        ...fixesOf(citation, s).map((fix) => ({ ...fix, preferred: false })),
      ],
    };
  }
  const near = nearestProvisions(s.id, citation.number, citation.title?.text)[0];
  return {
    at: citation.numberSpan,
    message,
    help: near
      ? `A reader who looks it up finds nothing. The nearest is ${near.id}, "${near.title}".`
      : "A reader who looks it up finds nothing. Correct the number.",
    fixes: fixesOf(citation, s),
  };
}

/** Numbers that the standard named or meant does not have, where its numbers are all known. */
export const unknownProvision = rule({
  id: "unknown-provision",
  group: "citation",
  severity: "error",
  summary: "Finds citations of clauses and controls that do not exist.",
  *block({ data }, ctx) {
    if (data.citations.length === 0) return;
    const { standards } = ctx.config();
    for (const citation of data.citations) {
      const meant = resolveCitation(citation, standards);
      const s = meant && standard(meant.standard);
      if (!meant || !s || meant.provision || hasNumber(s.id, citation.number) !== false) continue;
      yield findingOf(citation, s);
    }
  },
});
