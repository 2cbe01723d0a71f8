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
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The level of the heading that a line with `#` marks is; 0 for any other line. */
export function atxLevel(rest: string): number {
  let level = 0;
  while (rest[level] === "#") level++;
  const after = rest.charCodeAt(level);
  return level <= 6 && (Number.isNaN(after) || isBlank(after)) ? level : 0;
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

/** Whether a line that begins with `=` or `-` consists of it. */
export function isSetextUnderline(rest: string): boolean {
  const char = rest[0];
  let i = 0;
  while (rest[i] === char) i++;
  return rest.slice(i).trim() === "";
}

/** Whether a line is a rule: three or more of `-`, `*` or `_`. */
export function isThematicBreak(rest: string): boolean {
  const char = rest[0];
  if (char !== "-" && char !== "*" && char !== "_") return false;
  let count = 0;
  for (let i = 0; i < rest.length; i++) {
    if (rest[i] === char) count++;
    else if (!isBlank(rest.charCodeAt(i))) return false;
  }
  return count >= 3;
}
