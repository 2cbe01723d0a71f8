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

function valueSpot(
  walk: LineWalk,
  start: number,
  line: string,
  found: RegExpExecArray,
  at: number,
): LabelSpot | undefined {
  const [whole, , label = ""] = found;
  const labelEnd = whole.trimEnd().length;
  if (at < labelEnd) return undefined;
  const value = line.slice(whole.length).replace(/(?:\\|\s)+$/, "");
  const from = value === "" ? at : Math.min(whole.length, at);
  const to = value === "" ? at : Math.max(whole.length + value.length, at);
  return {
    at: "value",
    label: label.replace(/:$/, "").trim(),
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
