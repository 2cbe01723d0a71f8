import type { Difference } from "../syntax/markdown-blocks.ts";

/** How many characters are compared at once. */
const STRIDE = 4096;

/** Which parts of a text stood in the version before it: those before and after the one stretch that differs. */
export class Unchanged implements Difference {
  readonly prefix: number;
  readonly suffix: number;
  readonly delta: number;

  constructor(before: string, text: string) {
    this.prefix = commonPrefix(before, text);
    this.suffix = text.length - commonSuffix(before, text, this.prefix);
    this.delta = text.length - before.length;
  }

  /** Where in the text before a stretch stood; undefined where it did not stand there in one piece. */
  before(start: number, end: number): number | undefined {
    if (end <= this.prefix) return start;
    return start >= this.suffix ? start - this.delta : undefined;
  }
}

function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at + STRIDE <= most && a.slice(at, at + STRIDE) === b.slice(at, at + STRIDE)) at += STRIDE;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function commonSuffix(a: string, b: string, prefix: number): number {
  const most = Math.min(a.length, b.length) - prefix;
  let length = 0;
  while (length + STRIDE <= most && tail(a, length) === tail(b, length)) length += STRIDE;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  return length;
}

const tail = (text: string, length: number) => text.slice(text.length - length - STRIDE, text.length - length);
