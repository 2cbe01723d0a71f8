/** A run of backticks or tildes that opens a code block. */
export interface Fence {
  readonly char: string;
  readonly length: number;
  /** What follows the run. */
  readonly info: string;
}

/** Whether a character code is a space's or a tab's. */
export const isBlank = (code: number): boolean => code === 32 || code === 9;

/** The end of a stretch without the blanks at its end. */
export function trimEnd(text: string, start: number, end: number): number {
  for (let at = end; at > start; at--) {
    const code = text.charCodeAt(at - 1);
    if (code !== 32 && code !== 9) return at;
  }
  return start;
}

/** The start of a stretch without the blanks at its start. */
export function trimStart(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9) return at;
  }
  return end;
}

/** The level of the heading that a line with `#` marks is; 0 for any other line. */
export function atxLevel(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) === 35) at++;
  const level = at - start;
  return level <= 6 && (at === end || isBlank(text.charCodeAt(at))) ? level : 0;
}

/** The fence a line opens. */
export function openFence(rest: string): Fence | undefined {
  const char = rest[0] as string;
  let length = 0;
  while (rest[length] === char) length++;
  if (length < 3) return undefined;
  const info = rest.slice(length).trim();
  return char === "`" && info.includes("`") ? undefined : { char, length, info };
}

/** Whether a line that begins with `=` or `-` consists of it, but for blanks behind. */
export function isSetextUnderline(text: string, start: number, end: number): boolean {
  const mark = text.charCodeAt(start);
  let at = start;
  while (at < end && text.charCodeAt(at) === mark) at++;
  return text.slice(at, end).trim() === "";
}

/** Whether a line is a rule: three or more of `-`, `*` or `_`. */
export function isThematicBreak(text: string, start: number, end: number): boolean {
  const mark = text.charCodeAt(start);
  if (mark !== 45 && mark !== 42 && mark !== 95) return false;
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === mark) count++;
    else if (!isBlank(code)) return false;
  }
  return count >= 3;
}

/** What can begin with a character beside paragraphs and tables: a block quote or list item. */
export const CONTAINER = 1;
/** The same: another block, or the line under a heading. */
export const LEAF = 2;

/** What can begin with each character of ASCII; nothing with others. */
export const BEGINNINGS = new Uint8Array(128);
for (const mark of ">-+*0123456789") BEGINNINGS[mark.charCodeAt(0)] = CONTAINER;
for (const mark of "#`~<=-*_") (BEGINNINGS[mark.charCodeAt(0)] as number) |= LEAF;
