import { type MeasurementOutcome, outcomeOf } from "../../coverage/outcome.ts";
import { realText } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import { baseName } from "../../workspace/names.ts";
import { rule, type Severity } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { quoted } from "../shared/words.ts";
import { laterMeasurement, metricOf } from "./shared/measurement.ts";

const MOST_NAMED = 3;

function say(record: RecordFacts, { values, source }: MeasurementOutcome): string {
  const broken = values.filter(({ holds }) => holds === false);
  const one = ({ group, text }: (typeof broken)[number]): string =>
    group === undefined ? quoted(text) : `${quoted(text)} for ${quoted(group)}`;
  const more = broken.length > MOST_NAMED ? ` and ${broken.length - MOST_NAMED} more` : "";
  const from = source.state === "read" ? ` in ${baseName(source.path)}` : "";
  const is = `${broken.slice(0, MOST_NAMED).map(one).join(", ")}${more}`;
  return `${metricOf(record)} is ${is}${from}, outside its threshold ${quoted(realText(record, "threshold") ?? "")}.`;
}

/** How sure the breach is: read from the file or called a pass it is an error; one that is recorded as failed is known. */
function severityOf(record: RecordFacts, { source }: MeasurementOutcome, later: boolean): Severity | undefined {
  if (later) return "info";
  if (record.plain.result === "fail") return "warning";
  return source.state === "read" || record.plain.result === "pass" ? undefined : "warning";
}

/** A measured value on the wrong side of the bound that was set for it. */
export const thresholdBreached = rule({
  id: "threshold-breached",
  group: "evidence",
  severity: "error",
  summary: "Finds measurements whose value, for any group, is outside the threshold they name.",
  kinds: ["measurement"],
  *record({ facts, data }, { index }) {
    const outcome = outcomeOf(index, facts);
    if (outcome.holds !== false) return;
    const later = laterMeasurement(index, facts);
    const severity = severityOf(facts, outcome, later !== undefined);
    yield {
      at: placeOf(data, "value", "source", "threshold"),
      message: say(facts, outcome),
      help: later
        ? "It was measured again later, so this is history."
        : "What the bound was to prevent may be happening. Record what is done about it (a nonconformity, a risk), and keep the bound as it was set.",
      ...(severity === undefined ? undefined : { severity }),
      ...(later ? { related: [{ at: { record: later }, message: "Measured again here." }] } : undefined),
      ...(facts.plain.result === "pass"
        ? {
            fixes: [
              {
                title: "Record the result as failed",
                changes: [{ op: "set-field", record: facts, field: "result", value: "fail" }],
              },
            ],
          }
        : undefined),
    };
  },
});
