import { measurementsHeld } from "../../coverage/held.ts";
import { holds, mapsOf } from "../../coverage/values.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import { rule } from "../rule.ts";
import {
  assessmentName,
  isDraft,
  placeIn,
  systemsAssessed,
  type WrittenAssessment,
  writtenIn,
} from "./shared/assessment.ts";
import { saysUnder } from "./shared/labels.ts";

const MEASURED_LABELS = [
  "measured",
  "measurement",
  "metric",
  "result",
  "test result",
  "evaluation",
  "performance",
  "benchmark",
  "accuracy",
  "validation",
  "indicator",
  "KPI",
  "monitoring",
  "Messung",
  "Kennzahl",
  "mesure",
];

/** A figure with what makes it one: a per cent sign, a decimal, a comparison. */
const FIGURE = /\d\s?%|\b\d+[.,]\d+\b|[<>≤≥]=?\s?\d|\bper ?cent\b/;
const RESULT_FILE = /\.(?:json|csv|parquet|ipynb|xlsx)\b/i;

/** Whether figures, results or measurements are named anywhere in or for the assessment. */
function isMeasured(written: WrittenAssessment, index: AimsIndex): boolean {
  const { facts, placed, document, own } = written;
  if (holds(facts, "metrics") || holds(facts, "data_quality")) return true;
  if (measurementsHeld(index, facts).length > 0) return true;
  if (mapsOf(facts, "measures", "what").some((m) => m.metric !== undefined)) return true;
  if (mapsOf(facts, "impacts", "party").some((m) => m.evidence !== undefined)) return true;
  const names = systemsAssessed(facts, index)
    .flatMap((s) => [s.id, s.name])
    .filter((n) => n !== "");
  if (names.some((n) => index.referencesTo(n).some(({ from }) => from.kind === "measurement" && !from.template)))
    return true;
  if (facts.id !== undefined && index.referencesTo(facts.id).some(({ from }) => from.kind === "measurement"))
    return true;
  if (own && saysUnder(document, MEASURED_LABELS)) return true;
  const { base, data } = placed;
  const text = own ? document.text : document.text.slice(base + data.span.start, base + data.span.end);
  return RESULT_FILE.test(text) || FIGURE.test(withoutVersions(text));
}

/** Text without the numbers of versions, standards and clauses, which are no figures. */
const withoutVersions = (text: string): string =>
  text
    .replace(/^.{0,40}version.*$/gim, "")
    .replace(/\bv\.?\d+(?:\.\d+)*/gi, "")
    .replace(/\b(?:version|clause|section|control|annex|iso(?:\/iec)?|art(?:icle|\.)?)\s+[\w.:/-]{1,30}/gi, "")
    .replace(/\b[A-Z]\.\d+(?:\.\d+)*/g, "")
    .replace(/^#{1,6}\s.*$|^[ \t]*\d+(?:\.\d+)+\s/gm, "")
    .replace(/\b\d+\.\d+\.\d+(?:\.\d+)*\b|\b\d{1,2}\.\d{1,2}\.\d{2,4}\b/g, "");

/** A finished assessment with not one measured outcome. */
export const assessmentWithoutMeasurement = rule({
  id: "assessment-without-measurement",
  group: "assessment",
  severity: "warning",
  summary: "Finds finished impact assessments that rest on no measurement, test result or figure.",
  documentsWith: ["impact-assessment"],
  *document(unit, { index }) {
    for (const written of writtenIn(unit, index)) {
      const { facts, placed } = written;
      if (isDraft(facts) || isMeasured(written, index)) continue;
      yield {
        at: placeIn(written, "metrics"),
        message: `${assessmentName(facts, index)} names no measurement, test result or figure.`,
        help: "Adjectives cannot be checked. Link at least one measurement made on the version assessed for each grave effect, or say why none is possible.",
        ...(placed.data.fields.has("metrics")
          ? undefined
          : {
              fixes: [
                {
                  title: "Add measured outcomes",
                  changes: [{ op: "add-fields", record: facts, fields: { metrics: "" } }],
                },
              ],
            }),
      };
    }
  },
});
