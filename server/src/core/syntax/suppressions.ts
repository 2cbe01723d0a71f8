import type { Span } from "../text/span.ts";
import type { Suppression } from "./document.ts";

const HTML_COMMENT = /<!--[ \t]*(aims-ignore(?:-file)?)(?=[ \t:]|-->)([^\n]{0,500}?)-->/g;
const HASH_COMMENT = /(?:^|[ \t])#[ \t]*(aims-ignore(?:-file)?)(?=[ \t:]|$)([^\r\n]{0,500})/gm;

/** What stands in each of them. */
export const SUPPRESSES = "aims-ignore";
const NONE: readonly never[] = [];

/** The comments that switch rules off, in a Markdown or YAML text; HTML comments in YAML and `#` in Markdown's body are only text. */
export function readSuppressions(text: string, hashFrom: number, hashTo: number): readonly Suppression[] {
  if (!text.includes(SUPPRESSES)) return NONE;
  const found: Suppression[] = [];
  for (const match of text.matchAll(HTML_COMMENT)) {
    const inYaml = match.index >= hashFrom && match.index < hashTo;
    if (!inYaml) found.push(suppression(text, match, match.index));
  }
  const region = text.slice(hashFrom, hashTo);
  for (const match of region.matchAll(HASH_COMMENT)) {
    const hash = match.index + match[0].indexOf("#");
    found.push(suppression(text, match, hashFrom + hash, hashFrom + match.index + match[0].length));
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function suppression(text: string, match: RegExpMatchArray, start: number, end = start + match[0].length): Suppression {
  const word = match[1] as string;
  const rest = match[2] as string;
  const from = start + text.slice(start, end).indexOf(word) + word.length;
  const colon = rest.indexOf(":");
  const reason = colon < 0 ? "" : rest.slice(colon + 1).trim();
  const rules = ruleNames(colon < 0 ? rest : rest.slice(0, colon), from);
  const covers = word === "aims-ignore-file" ? "file" : coveredLine(text, start, end);
  return { span: { start, end: start + text.slice(start, end).trimEnd().length }, rules, reason, covers };
}

function ruleNames(list: string, from: number): { id: string; span: Span }[] {
  return [...list.matchAll(/[^\s,]+/g)].map((match) => ({
    id: match[0],
    span: { start: from + match.index, end: from + match.index + match[0].length },
  }));
}

/** How many lines below a comment are looked at for the one it covers. */
const LOOK = 30;

/** The line a comment ends, or, for a comment with a line to itself, the next line with content. */
function coveredLine(text: string, start: number, end: number): Span {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  if (text.slice(lineStart, start).replace(/[>\s]/g, "") !== "") return { start: lineStart, end: lineEnd(text, end) };
  for (let at = nextLine(text, end), n = 0; at < text.length && n < LOOK; at = nextLine(text, at), n++) {
    const stop = lineEnd(text, at);
    if (text.slice(at, stop).trim() !== "" && !/^\s*(?:#|<!--)\s*aims-ignore/.test(text.slice(at, stop)))
      return { start: at, end: stop };
  }
  return { start: end, end };
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

const nextLine = (text: string, at: number) => Math.min(text.length, lineEnd(text, at) + 1);
