import type { BlockData } from "../syntax/document.ts";

/**
 * What blocks hold that few do, each with a bit of its own. `doubts`: citations that need a look, as the provision meant is not known or an
 * objective, or a title stands beside it; `standards`: citations with the standard named beside them.
 */
export const LISTS = ["doubts", "links", "problems", "placeholders", "standards"] as const;

const DOUBTS = 1;
const LINKS = 2;
export const PROBLEMS = 4;
export const PLACEHOLDERS = 8;
export const STANDARDS = 16;

/** Those of `LISTS` in which a block holds something, as bits. */
export function listsIn({ citations, links, problems, placeholders }: BlockData): number {
  let lists = links.length > 0 ? LINKS : 0;
  if (problems.length > 0) lists |= PROBLEMS;
  if (placeholders.length > 0) lists |= PLACEHOLDERS;
  for (let i = 0; i < citations.length; i++) {
    const { provision, title, standard } = citations[i] as BlockData["citations"][number];
    if (provision === undefined || title !== undefined || provision.kind === "objective") lists |= DOUBTS;
    if (standard !== undefined) lists |= STANDARDS;
  }
  return lists;
}
