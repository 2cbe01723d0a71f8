import { type AssessmentPart, partsForLabel } from "../../catalog/assessment-parts.ts";
import { standard as findStandard } from "../../catalog/catalog.ts";
import type { RawFinding } from "../rule.ts";
import { rule } from "../rule.ts";
import { addParts } from "../shared/add-parts.ts";
import { oneOf } from "../shared/words.ts";
import {
  absentParts,
  assessmentName,
  isDraft,
  lacking,
  placeIn,
  type WrittenAssessment,
  writtenIn,
} from "./shared/assessment.ts";
import { labelsOf } from "./shared/labels.ts";

const partName = (part: AssessmentPart): string =>
  `${part.title.charAt(0).toLowerCase()}${part.title.slice(1)} (${part.provisions[0]})`;

/** Headings that stand for an absent part and have nothing under them; for each part the first. */
function* emptySections(
  written: WrittenAssessment,
  absent: readonly AssessmentPart[],
): Generator<RawFinding & { readonly parts: readonly string[] }> {
  if (!written.own) return;
  const said = new Set<string>();
  for (const { text, content, heading } of labelsOf(written.document)) {
    if (!heading || content !== "empty") continue;
    const ids = partsForLabel(text);
    const parts = absent.filter((p) => ids.includes(p.id) && !said.has(p.id));
    const first = parts[0];
    if (!first) continue;
    for (const { id } of parts) said.add(id);
    yield {
      parts: parts.map((p) => p.id),
      at: heading.span,
      message: `Nothing stands under "${text}".`,
      help: first.question,
      ...lacking(written.facts),
    };
  }
}

/** An assessment that is silent on a part of what an assessment holds. */
export const incompleteAssessment = rule({
  id: "incomplete-assessment",
  group: "assessment",
  severity: "warning",
  summary: "Finds impact assessments in which a part of ISO/IEC 42005's contents is absent or empty.",
  documentsWith: ["impact-assessment"],
  *document(unit, { index }) {
    for (const written of writtenIn(unit, index)) {
      const absent = absentParts(written);
      const inSections = new Set<string>();
      for (const { parts, ...finding } of emptySections(written, absent)) {
        for (const id of parts) inSections.add(id);
        yield finding;
      }
      const rest = absent.filter((p) => !inSections.has(p.id));
      if (rest.length === 0) continue;
      const unfilled = written.own ? unfilledParts(written) : new Set<string>();
      const missing = rest.filter((p) => !unfilled.has(p.id) && !standsEmpty(written, p));
      const name = findStandard(rest[0]?.standard ?? "")?.short ?? "the standard";
      yield {
        at: placeIn(written),
        message: `${assessmentName(written.facts, index)} says nothing on ${oneOf(rest.map(partName), "and")}.`,
        help: `${name} lists what a written assessment holds (the numbers are its clauses). ${rest[0]?.question}`,
        ...(isDraft(written.facts) || !rest.some((p) => p.core) ? { severity: "info" } : undefined),
        ...(missing.length > 0 ? { fixes: [addParts(missing, written.own ? undefined : written.facts)] } : undefined),
      };
    }
  },
});

/** Whether the part's field is there and waits to be filled. */
const standsEmpty = ({ document, facts, own }: WrittenAssessment, { fields: [field] }: AssessmentPart): boolean =>
  !own &&
  field !== undefined &&
  document.records.some(({ data }) => data.kind === facts.kind && data.id === facts.id && data.fields.has(field));

/** Parts that have a heading or label with only a gap under it: there is nothing to add, only to fill. */
const unfilledParts = ({ document }: WrittenAssessment): ReadonlySet<string> =>
  new Set(labelsOf(document).flatMap(({ text, content }) => (content === "filled" ? [] : partsForLabel(text))));
