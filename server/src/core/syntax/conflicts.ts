import type { Problem } from "./document.ts";

const NONE: readonly never[] = [];
const OPEN = /^<{7}(?: |\r?$)/m;

/** A text in which a merge was left unfinished. */
export interface Unmerged {
  /** The text with the marks and the other side's lines blanked out, offsets unchanged. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** Finds the marks of unfinished merges; a text without any is given back as it is. */
export function readConflicts(text: string): Unmerged {
  if (!text.includes("<<<<<<<") || !OPEN.test(text)) return { text, problems: NONE };
  const problems: Problem[] = [];
  const out: string[] = [];
  let at = 0;
  for (const [open, middle, close] of conflictsIn(text)) {
    const theirs = lineEnd(text, close);
    out.push(text.slice(at, open), blanked(text.slice(open, lineEnd(text, open))));
    out.push(text.slice(lineEnd(text, open), middle), blanked(text.slice(middle, theirs)));
    problems.push(conflictProblem(open, lineEnd(text, open)));
    at = theirs;
  }
  out.push(text.slice(at));
  return { text: out.join(""), problems };
}

/** Offsets of the lines with the opening, middle and closing marks of each conflict. */
function* conflictsIn(text: string): Generator<readonly [number, number, number]> {
  const mark = /^(<{7}|={7}|>{7})(?=[ \r\n]|$)/gm;
  let open = -1;
  let middle = -1;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const kind = match[1]?.[0];
    if (kind === "<") [open, middle] = [match.index, -1];
    else if (kind === "=" && open >= 0 && middle < 0) middle = match.index;
    else if (kind === ">" && middle >= 0) {
      yield [open, middle, match.index];
      [open, middle] = [-1, -1];
    }
  }
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

const blanked = (text: string) => text.replace(/[^\r\n]/g, " ");

const conflictProblem = (start: number, end: number): Problem => ({
  code: "invalid-syntax",
  span: { start, end },
  message: "A merge was left unfinished here; the document is read as if the first side had been chosen.",
  help: "Keep one side or join both, and remove the lines with <<<<<<<, ======= and >>>>>>>.",
});
