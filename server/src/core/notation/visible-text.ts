import { linkTarget } from "../syntax/markdown-inline.ts";
import type { Span } from "../text/span.ts";

/** A cell's or line's value as a person sees it. */
export interface Visible {
  /** Emphasis, code and link marks taken off, escapes resolved. */
  readonly text: string;
  /** Where it stands: without the marks around it, with those inside it. Offsets into the raw text. */
  readonly span: Span;
  /** The target of the link it consists of. */
  readonly target?: Span;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
};
const [STAR, LOW_LINE, TILDE, BACKTICK] = [42, 95, 126, 96];
const WRAPS = ["***", "___", "**", "__", "~~", "``", "*", "_", "`"];
/** A pictogram with its variants, at the start of a value or its end. */
const LEADING_EMOJI =
  /^(?:\p{Extended_Pictographic}|[\u2713\u2714\u2717\u2718])(?:\uFE0F|\u200D|\p{Emoji_Modifier})*[ \t\u00a0]+(?=\S)/u;
const TRAILING_EMOJI = /(\S)[ \t\u00a0]+\p{Extended_Pictographic}(?:\uFE0F|\u200D|\p{Emoji_Modifier})*$/u;

/** What is taken off or seen as something else than it is. */
const MARK = /[\\*_`[<&~\u00a0]/;

/** The first pictogram. */
const PICTOGRAM = 0x2000;
const SPACE = 32;

/** The value that stands in `raw`, a stretch of inline Markdown. */
export function visibleText(raw: string): Visible {
  const first = raw.charCodeAt(0);
  const last = raw.charCodeAt(raw.length - 1);
  const isPlainAround = first > SPACE && last > SPACE && first < PICTOGRAM && last < PICTOGRAM;
  if (isPlainAround && !MARK.test(raw)) return { text: raw, span: { start: 0, end: raw.length } };
  return withoutMarks(raw);
}

function withoutMarks(raw: string): Visible {
  let start = 0;
  let end = raw.length;
  let target: Span | undefined;
  for (let changed = true; changed; ) {
    [start, end] = trimmed(raw, start, end);
    const inner = unwrapped(raw, start, end) ?? withoutEmoji(raw, start, end);
    const link = inner ? undefined : onlyLink(raw, start, end);
    if (link) target ??= link.target;
    const next = inner ?? link?.text;
    changed = next !== undefined;
    if (next) ({ start, end } = next);
  }
  const text = plainText(raw.slice(start, end));
  return target ? { text, span: { start, end }, target } : { text, span: { start, end } };
}

function trimmed(raw: string, from: number, to: number): [number, number] {
  let start = from;
  let end = to;
  while (start < end && isSpace(raw.charCodeAt(start))) start++;
  while (end > start && isSpace(raw.charCodeAt(end - 1))) end--;
  return [start, end];
}

const isSpace = (code: number) => code === 32 || code === 9 || code === 10 || code === 13 || code === 0xa0;

/** The inside of the marks around the whole of a stretch. */
function unwrapped(raw: string, start: number, end: number): Span | undefined {
  const first = raw.charCodeAt(start);
  if (first !== STAR && first !== LOW_LINE && first !== TILDE && first !== BACKTICK) return undefined;
  for (const mark of WRAPS) {
    const inner = { start: start + mark.length, end: end - mark.length };
    if (inner.end <= inner.start || !raw.startsWith(mark, start) || !raw.startsWith(mark, inner.end)) continue;
    const c = mark[0] as string;
    if (raw[inner.start] === c || raw[inner.end - 1] === c || raw[inner.end - 1] === "\\") continue;
    if (!raw.slice(inner.start, inner.end).includes(mark)) return inner;
  }
  return undefined;
}

function withoutEmoji(raw: string, start: number, end: number): Span | undefined {
  if (end - start < 2 || raw.charCodeAt(start) < 0x2000) {
    if (end - start < 3 || raw.charCodeAt(end - 1) < 0x2000) return undefined;
  }
  const slice = raw.slice(start, end);
  const leading = LEADING_EMOJI.exec(slice);
  if (leading) return { start: start + leading[0].length, end };
  const trailing = TRAILING_EMOJI.exec(slice.slice(-12));
  return trailing ? { start, end: end - trailing[0].length + 1 } : undefined;
}

function onlyLink(raw: string, start: number, end: number): { text: Span; target: Span } | undefined {
  if (raw[start] !== "[" || raw[end - 1] !== ")") return undefined;
  const close = raw.indexOf("](", start);
  if (close < 0 || close <= start + 1 || raw.slice(start + 1, close).includes("[")) return undefined;
  const link = linkTarget(raw, close + 2);
  return link?.end === end ? { text: { start: start + 1, end: close }, target: link.span } : undefined;
}

/** Inline Markdown without its marks. */
export function plainText(raw: string): string {
  if (!MARK.test(raw)) return raw;
  return raw
    .replace(/<br ?\/?>/gi, "\n")
    .replace(/!?\[([^[\]]{0,400})\]\([^()\s]{0,1000}\)/g, "$1")
    .replace(/(?<![\w*])(\*{1,3})(?=[^\s*])([^*]{0,400}[^\s*])\1(?![\w*])/g, "$2")
    .replace(/(?<![\w_])(_{1,3})(?=[^\s_])([^_]{0,400}[^\s_])\1(?![\w_])/g, "$2")
    .replace(/(?<!`)(`{1,3})([^`]{1,400})\1(?!`)/g, "$2")
    .replace(/&([a-z]{2,6});/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/\u00a0/g, " ")
    .trim();
}
