import type { InlayHint } from "../analysis-api.ts";
import { AFTER, BEFORE, type JudgementFields, judgementOf } from "../coverage/judgement.ts";
import { bandBy, type MatrixInUse, matrixFor, whereOf } from "../coverage/risk-matrix.ts";
import type { PlacedRecord } from "../records/model.ts";
import { overlaps, type Range, shift } from "../text/span.ts";
import { rangeText } from "../workspace/bands.ts";
import type { FileView } from "../workspace/view.ts";
import { escapeMarkdown } from "./markdown.ts";

/** The band that the risk matrix gives, beside the scores of the risks in a range. */
export function bandHints(view: FileView, range: Range): InlayHint[] {
  const { aims, document, lines } = view;
  if (!document.governed) return [];
  const within = lines.span(range);
  const risks = document.records.filter(
    ({ base, data }) => data.kind === "risk" && !data.template && overlaps(shift(data.span, base), within),
  );
  const matrix = risks.length === 0 ? undefined : matrixFor(document, aims.index);
  if (!matrix) return [];
  return risks.flatMap((placed) => [BEFORE, AFTER].flatMap((fields) => hintOf(view, placed, fields, matrix) ?? []));
}

function hintOf(
  { aims, lines }: FileView,
  { base, data }: PlacedRecord,
  fields: JudgementFields,
  matrix: MatrixInUse,
): InlayHint | undefined {
  const { score, likelihood, impact } = judgementOf(data, fields, aims.config());
  const band = bandBy(matrix, score, likelihood, impact);
  const at = [fields.score, fields.impact]
    .map((name) => data.fields.get(name)?.value)
    .find((value) => value !== undefined && value.type !== "empty");
  if (!band || !at) return undefined;
  const what = band.range ? `${score} lies in ${rangeText(band.range)}` : `${likelihood} with ${impact}`;
  return {
    position: lines.range(shift(at.span, base)).end,
    label: band.name,
    tooltip: escapeMarkdown(`${what}: ${band.name} by ${whereOf(matrix, aims.root)}.`),
  };
}
