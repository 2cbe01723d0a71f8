import { mayBeginTitle, provision, provisionsByTitle, titleKey } from "./catalog.ts";
import type { Citation } from "./citation.ts";
import type { Member } from "./citation-members.ts";

const BETWEEN = /[*`_\])]{0,4}[^\S\n]{0,3}(?:[—–:|(-][^\S\n]{0,3})?[*`_"'“]{0,3}(?=[A-Za-z])/y;
const LONGEST = 110;
/** Marks a title can stand before; it never goes on behind the second kind. */
const SOFT_END = new Set(':,.*`_"”—–-');
const HARD_END = new Set("|;()[]");

/**
 * Whether words beside a number are meant as a provision's title: those of its own provision always, those of another only
 * when they are too special to stand there by chance (as `Security` or `Operation` do).
 */
function isTitle(words: string, number: string, standard: string): boolean {
  const named = provisionsByTitle(standard, words);
  if (named.length === 0) return false;
  const own = provision(standard, number);
  if (own !== undefined && named.includes(own)) return true;
  return (
    titleKey(words).includes(" ") &&
    named.some((p) => p.kind === "clause" || p.kind === "control" || p.kind === "group")
  );
}

/** The offset after the first line's longest stretch worth looking at. */
function limitOf(text: string, start: number): number {
  const newline = text.slice(start, start + LONGEST).indexOf("\n");
  return newline < 0 ? Math.min(text.length, start + LONGEST) : start + newline;
}

/** The longest stretch from `start` that is the title of some provision of the standard and ends where a title may end. */
function titleFrom(text: string, start: number, number: string, standard: string): Citation["title"] {
  if (!mayBeginTitle(standard, text, start)) return undefined;
  const limit = limitOf(text, start);
  let found: Citation["title"];
  for (let end = start + 1; end <= limit; end++) {
    const c = text[end] ?? "\n";
    const hard = end === limit || HARD_END.has(c);
    if (!hard && !SOFT_END.has(c)) continue;
    if (mayEnd(text, end, c) && isTitle(text.slice(start, end), number, standard)) found = titled(text, start, end);
    if (hard) break;
  }
  return found;
}

/** Whether the mark at `end` parts words, and is not inside one (`well-known`, `file.md`) or past the longest title. */
function mayEnd(text: string, end: number, mark: string): boolean {
  if (mark === "-" || mark === "–" || mark === "_") return /\s/.test(text[end - 1] ?? " ");
  if (mark === "." || mark === ",") return !/\w/.test(text[end + 1] ?? "");
  return !/\w/.test(mark) && (!/\s/.test(mark) || mark === "\n");
}

function titled(text: string, start: number, end: number): Citation["title"] {
  const written = text.slice(start, end).replace(/[^A-Za-z0-9]{1,20}$/, "");
  return { span: { start, end: start + written.length }, text: written };
}

const LIGHT = /[\s*`_]/;

/** Whether nothing but light marks stands between `at` and a table's bar before it. */
function afterBar(text: string, at: number): boolean {
  const least = Math.max(0, at - 9);
  let i = at - 1;
  while (i > least && LIGHT.test(text[i] as string)) i--;
  return i >= least && text[i] === "|";
}

/** The table cell before the number, when it holds a title and nothing else: `| AI policy | A.2.2 |`. */
function titleInCellBefore(text: string, at: number, number: string, standard: string): Citation["title"] {
  if (!afterBar(text, at)) return undefined;
  const from = Math.max(0, at - LONGEST);
  const before = text.slice(from, at);
  const close = before.lastIndexOf("|");
  const open = before.lastIndexOf("|", close - 1);
  if (open < 0 || open === close) return undefined;
  const cell = before.slice(open + 1, close);
  const lead = /^[\s*`_]*/.exec(cell)?.[0].length ?? 0;
  return isTitle(cell.slice(lead), number, standard) ? titled(text, from + open + 1 + lead, from + close) : undefined;
}

/** The title of a provision written beside its number, if the standard has a provision of that title. */
export function titleBeside(text: string, member: Member, standard: string | undefined): Citation["title"] {
  if (standard === undefined) return undefined;
  const number = text.slice(member.number.start, member.number.end);
  BETWEEN.lastIndex = member.end;
  const gap = BETWEEN.exec(text)?.[0] ?? "";
  const after = gap === "" ? undefined : titleFrom(text, member.end + gap.length, number, standard);
  return after ?? titleInCellBefore(text, member.number.start, number, standard);
}
