import type { Span } from "../text/span.ts";
import { LineWalk } from "./yaml-lines.ts";

/** A bold-labelled line (`**Owner:** Jane Doe`) or the start of one. */
export interface LabelSpot {
  readonly at: "label" | "value";
  /** The label as written; empty while it is being written. */
  readonly label: string;
  readonly span: Span;
  /** Labels of the lines beside it. */
  readonly present: readonly string[];
  /** Nothing parts the spot from the label. */
  readonly tight: boolean;
  /** What stands before the label on the lines beside it: `- ` or nothing. */
  readonly bullet: string;
}

const LABEL = /^(\s*(?:[-*+] )?)\*\*([^*|\n]{1,60}?)(?::\*\*|\*\*:|\*\*(?=\s|$))[ \t]*/;
const START = /^(\s*(?:[-*+] )?)(\*{0,2}[A-Za-z][\w /()-]{0,40}|\*{1,2})?\*{0,2}$/;

/** The labelled line an offset stands in, or, beside labelled lines, one being begun. */
export function labelSpotAt(text: string, offset: number): LabelSpot | undefined {
  const walk = new LineWalk(text, 0, text.length);
  const start = walk.start(offset);
  const line = walk.line(start);
  const at = offset - start;
  const found = LABEL.exec(line);
  if (found) return valueSpot(walk, start, line, found, at);
  const begun = START.exec(line.trimEnd());
  if (!begun) return undefined;
  const beside = labelsBeside(walk, start);
  if (!beside) return undefined;
  const [, lead = ""] = begun;
  const from = begun[2] === undefined ? at : lead.length;
  if (at < from) return undefined;
  const span = { start: start + from, end: start + Math.max(line.trimEnd().length, at) };
  return {
    at: "label",
    label: "",
    span,
    present: beside.labels,
    tight: false,
    bullet: lead === "" ? beside.bullet : "",
  };
}

const LABELS = /\*\*([^*|\n]{1,60}?)(?::\*\*|\*\*:)[ \t]*/g;

/** The label before an offset of a line, which may hold several, and where its value ends. */
function labelBefore(
  line: string,
  at: number,
): { readonly label: string; readonly start: number; readonly end: number } | undefined {
  let found: { label: string; start: number; end: number } | undefined;
  for (const match of line.matchAll(LABELS)) {
    if (match.index + match[0].trimEnd().length > at) {
      if (found) found.end = match.index;
      break;
    }
    found = { label: match[1] ?? "", start: match.index + match[0].length, end: line.length };
  }
  return found;
}

function valueSpot(
  walk: LineWalk,
  start: number,
  line: string,
  first: RegExpExecArray,
  at: number,
): LabelSpot | undefined {
  const found = labelBefore(line, at) ?? { label: first[2] ?? "", start: first[0].length, end: line.length };
  const before = line.slice(0, found.start);
  const labelEnd = before.trimEnd().length;
  const value = line.slice(found.start, found.end).replace(/(?<![\\\s|·•;,])[\\\s|·•;,]+$/, "");
  const stop = found.start + value.length;
  if (at < labelEnd || (at > stop && found.end < line.length && value !== "")) return undefined;
  const from = value === "" ? at : Math.min(found.start, at);
  const to = value === "" ? at : Math.max(stop, at);
  return {
    at: "value",
    label: found.label.replace(/:$/, "").trim(),
    span: { start: start + from, end: start + to },
    present: labelsBeside(walk, start)?.labels ?? [],
    tight: from === labelEnd,
    bullet: "",
  };
}

const MOST = 60;

/** Labels of the labelled lines right above and below; undefined when there is none. */
function labelsBeside(
  walk: LineWalk,
  start: number,
): { readonly labels: string[]; readonly bullet: string } | undefined {
  const labels: string[] = [];
  let bullet: string | undefined;
  for (const side of [walk.above(start), walk.below(start)]) {
    let blank = 0;
    for (const at of side) {
      const line = walk.line(at);
      const found = LABEL.exec(line);
      if (found) {
        labels.push((found[2] ?? "").replace(/:$/, "").trim());
        bullet ??= found[1] ?? "";
        blank = 0;
      } else if (line.trim() !== "" || ++blank > 1) break;
      if (labels.length > MOST) break;
    }
  }
  return bullet === undefined ? undefined : { labels, bullet };
}
