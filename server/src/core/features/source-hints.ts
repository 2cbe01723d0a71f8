import type { InlayHint } from "../analysis-api.ts";
import { type MeasurementOutcome, outcomeOf } from "../coverage/outcome.ts";
import type { RecordFacts } from "../records/model.ts";
import { overlaps, type Range, type Span, shift } from "../text/span.ts";
import { relativePath } from "../workspace/names.ts";
import type { FileView } from "../workspace/view.ts";
import { escapeMarkdown, inlineCode, paragraphs } from "./markdown.ts";

/** How many values are shown one by one. */
const MOST = 3;

/** What the results files say, beside the numbers of the measurements in a range. */
export function sourceHints(view: FileView, range: Range): InlayHint[] {
  if (!view.document.governed) return [];
  const within = view.lines.span(range);
  return view.document.records.flatMap(({ base, data }, i): InlayHint[] => {
    const facts = view.facts.records[i];
    if (facts?.kind !== "measurement" || !near(shift(data.span, base), within)) return [];
    const value = data.fields.get("value")?.value;
    const at = value === undefined || value.type === "empty" ? data.fields.get("source")?.value : value;
    const outcome = outcomeOf(view.aims.index, facts);
    const label = at && labelOf(outcome);
    if (!at || label === undefined) return [];
    const position = view.lines.range(shift(at.span, base)).end;
    return [{ position, label, tooltip: describeSource(view, facts) ?? "" }];
  });
}

const near = (a: Span, b: Span): boolean => overlaps(a, b) || a.start === b.start;

const HOLDS = (holds: boolean | undefined): string => (holds === undefined ? "" : holds ? " ✓" : " ✗");

function labelOf({ source, holds, values }: MeasurementOutcome): string | undefined {
  if (source.state !== "read") return undefined;
  const shown = values.slice(0, MOST).map(({ group, text }) => short(group === undefined ? text : `${group} ${text}`));
  return `file: ${shown.join(", ")}${values.length > MOST ? ", …" : ""}${HOLDS(holds)}`;
}

const short = (text: string): string => (text.length > 24 ? `${text.slice(0, 23)}…` : text);

/** What stands in the file that a measurement names, its day, and whether the bound holds; undefined where it names none that can be read. */
export function describeSource({ aims }: FileView, record: RecordFacts): string | undefined {
  const outcome = outcomeOf(aims.index, record);
  const { source } = outcome;
  if (source.state === "none") return undefined;
  const file = inlineCode(relativePath(aims.root, source.path));
  if (source.state === "missing") return `${file} is not there.`;
  if (source.state === "unread") return `${file}: ${escapeMarkdown(source.problem)}.`;
  if (source.state !== "read") return undefined;
  const day = source.date === undefined ? "" : `, of ${source.date}`;
  return paragraphs(`In ${file}${day}: ${shownValues(outcome)}`, verdict(outcome), agreement(outcome));
}

const shownValues = ({ values }: MeasurementOutcome): string =>
  values
    .slice(0, 20)
    .map(({ group, text }) => (group === undefined ? inlineCode(text) : `${escapeMarkdown(group)} ${inlineCode(text)}`))
    .join(", ");

function verdict({ holds, values }: MeasurementOutcome): string | undefined {
  if (holds === true) return "The threshold is kept.";
  if (holds === undefined) return "Whether a threshold is kept cannot be told.";
  const groups = values.flatMap(({ group, holds: one }) => (one === false && group !== undefined ? [group] : []));
  return `The threshold is **breached**${groups.length > 0 ? ` for ${groups.slice(0, 10).map(escapeMarkdown).join(", ")}` : ""}.`;
}

const agreement = ({ agrees }: MeasurementOutcome): string | undefined =>
  agrees === false ? "The document has **another number**." : undefined;
