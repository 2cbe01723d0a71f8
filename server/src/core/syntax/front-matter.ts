import type { Span } from "../text/span.ts";
import type { Problem } from "./document.ts";

/** The YAML at the top of a Markdown file. Offsets are absolute. */
export interface FrontMatter {
  /** From the opening `---` (or the first key, where that line is missing) through the closing one. */
  readonly span: Span;
  /** The YAML between the lines. */
  readonly yaml: Span;
  /** Where the body starts. */
  readonly body: number;
  readonly problems: readonly Problem[];
}

const NONE: readonly never[] = [];
const FENCE = /^---[ \t]*$/;
const CLOSE = /\n(?:---|\.\.\.)(?=[ \t]*\r?(?:\n|$))/g;
const KEY_LINE = /^[A-Za-z_][\w .-]{0,40}:(?:[ \t]|$)/;
/** How many lines are looked at for the end of front matter that does not start or end as it should. */
const LOOK = 200;

/** Finds front matter at `from` (after a byte order mark); also front matter that was meant but is not opened or not closed. */
export function readFrontMatter(text: string, from = 0): FrontMatter | undefined {
  const c = text.charCodeAt(from);
  if (c === 45) return FENCE.test(lineAt(text, from)) ? fenced(text, from) : undefined;
  return unopened(text, from);
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  const line = text.slice(at, end < 0 ? text.length : end);
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

function afterLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

function fenced(text: string, from: number): FrontMatter | undefined {
  const start = afterLine(text, from);
  if (!beginsLikeYaml(text, start)) return undefined;
  CLOSE.lastIndex = start - 1;
  const close = CLOSE.exec(text);
  if (!close) return unclosed(text, from, start);
  const at = close.index + 1;
  const end = CLOSE.lastIndex;
  return { span: { start: from, end }, yaml: { start, end: at }, body: afterLine(text, at), problems: NONE };
}

/** A line of dashes above prose is only a line. */
function beginsLikeYaml(text: string, start: number): boolean {
  let lines = 0;
  for (let at = start; at < text.length && lines++ < LOOK; at = afterLine(text, at)) {
    const line = lineAt(text, at);
    if (line.trim() !== "") return /^(?:[^\s#>|*-][^:\n]{0,80}:|#|\{|-[ \t]|---|\t)/.test(line);
  }
  return false;
}

/** `---`, keys, and then the document goes on: the keys are read, the missing line is said. */
function unclosed(text: string, from: number, start: number): FrontMatter | undefined {
  const end = endOfKeys(text, start);
  if (end === undefined) return undefined;
  const at = trimmedEnd(text, start, end);
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const problem: Problem = {
    code: "unclosed-front-matter",
    span: { start: from, end: from + 3 },
    message: "The front matter that starts here is not closed, so its fields are read as prose by other tools.",
    help: "Add a line with three dashes after its last field.",
    fix: { title: "Close the front matter", edits: [{ span: { start: at, end: at }, newText: `${newline}---` }] },
  };
  return { span: { start: from, end: at }, yaml: { start, end }, body: end, problems: [problem] };
}

/** Keys from the first line on, and then a closing `---` that nothing opened. */
function unopened(text: string, from: number): FrontMatter | undefined {
  if (!KEY_LINE.test(lineAt(text, from))) return undefined;
  let keys = 0;
  let lines = 0;
  for (let at = from; at < text.length && lines++ < LOOK; at = afterLine(text, at)) {
    const line = lineAt(text, at);
    if (FENCE.test(line)) return keys >= 2 ? opening(text, from, at) : undefined;
    if (KEY_LINE.test(line)) keys++;
    else if (!/^(?:[ \t]+\S.*|- .*|#.*|[ \t]*|[\]}].*)$/.test(line) || /^#{1,6} /.test(line)) return undefined;
  }
  return undefined;
}

function opening(text: string, from: number, close: number): FrontMatter {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const line = lineAt(text, from);
  const problem: Problem = {
    code: "unclosed-front-matter",
    span: { start: from, end: from + line.trimEnd().length },
    message: "The front matter has no opening line, so its fields are read as a heading by other tools.",
    help: "Add a line with three dashes before the first field.",
    fix: { title: "Open the front matter", edits: [{ span: { start: from, end: from }, newText: `---${newline}` }] },
  };
  return {
    span: { start: from, end: close + 3 },
    yaml: { start: from, end: close },
    body: afterLine(text, close),
    problems: [problem],
  };
}

/** The end of the lines that can be YAML from `start` on; undefined where the first content is no key. */
function endOfKeys(text: string, start: number): number | undefined {
  let keys = 0;
  let end = start;
  let lines = 0;
  for (let at = start; at < text.length && lines++ < LOOK; at = afterLine(text, at)) {
    const line = lineAt(text, at);
    if (KEY_LINE.test(line)) keys++;
    else if (keys === 0 || line.trim() === "" || !/^(?:[ \t]+\S|- )/.test(line)) break;
    end = afterLine(text, at);
  }
  return keys >= 1 ? end : undefined;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}
