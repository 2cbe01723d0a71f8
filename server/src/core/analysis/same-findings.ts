import type { Finding } from "../analysis-api.ts";
import type { Range } from "../text/span.ts";

/** Whether two lists of findings show the same: same places, words and fixes, in the same order. */
export const sameFindings = (a: readonly Finding[], b: readonly Finding[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i] || sameFinding(one, b[i] as Finding));

const sameFinding = (a: Finding, b: Finding): boolean =>
  a.rule === b.rule &&
  a.severity === b.severity &&
  a.message === b.message &&
  a.help === b.help &&
  a.unnecessary === b.unnecessary &&
  sameRange(a.range, b.range) &&
  sameRelated(a.related, b.related) &&
  a.fixes.length === b.fixes.length &&
  a.fixes.every((fix, i) => fix.title === b.fixes[i]?.title);

const sameRelated = (a: Finding["related"], b: Finding["related"]): boolean =>
  a.length === b.length &&
  a.every((one, i) => {
    const other = b[i];
    return other?.path === one.path && other.message === one.message && sameRange(one.range, other.range);
  });

export const sameRange = ({ start, end }: Range, other: Range): boolean =>
  start.line === other.start.line &&
  start.character === other.start.character &&
  end.line === other.end.line &&
  end.character === other.end.character;
