import { scanStandardNames, type StandardName } from "../../catalog/citations.ts";
import type { BlockData } from "../../syntax/document.ts";
import { isProse, scanInline } from "../../syntax/markdown-inline.ts";
import type { Span } from "../../text/span.ts";

interface Read {
  prose: string;
  names?: readonly StandardName[];
}

const known = new WeakMap<BlockData, Read>();

function readOf(data: BlockData): Read {
  let read = known.get(data);
  if (!read) {
    read = { prose: scanInline(data.text).prose };
    known.set(data, read);
  }
  return read;
}

/** The text of a block with code, link targets and comments blanked out, offsets unchanged. Nothing is kept of blocks that are prose alone, as most are. */
export const proseOf = (data: BlockData): string => (isProse(data.text) ? data.text : readOf(data).prose);

/** Standards named in the prose of a block, in order; worked out once for all rules that ask. */
export function standardNames(data: BlockData): readonly StandardName[] {
  const read = readOf(data);
  read.names ??= scanStandardNames(read.prose);
  return read.names;
}

/** The standards that the prose of a block names; undefined where it names none. */
export function standardsNamed(data: BlockData): readonly string[] | undefined {
  const named = standardNames(data).flatMap((name) => name.standard ?? []);
  return named.length > 0 ? named : undefined;
}

const FAR = 400;
const END = /[.!?](?=\s)|\n\s*\n|\|/g;

/** The sentence or table cell around a span, at most a few hundred characters to each side. */
export function sentenceAround(text: string, { start, end }: Span): Span {
  const low = Math.max(0, start - FAR);
  const high = Math.min(text.length, end + FAR);
  let from = low;
  for (const m of text.slice(low, start).matchAll(END)) from = low + m.index + m[0].length;
  END.lastIndex = 0;
  const after = END.exec(text.slice(end, high));
  return { start: from, end: after ? end + after.index : high };
}
