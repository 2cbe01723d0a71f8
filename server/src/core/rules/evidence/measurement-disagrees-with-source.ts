import { outcomeOf } from "../../coverage/outcome.ts";
import { readQuantity } from "../../coverage/quantity.ts";
import { realText } from "../../coverage/values.ts";
import { baseName } from "../../workspace/names.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { quoted } from "../shared/words.ts";
import { metricOf } from "./shared/measurement.ts";

/** The file's value, written as the document writes its own: in per cent where that has a per cent sign. */
function asInDocument(file: string, written: string): string {
  const [from, to] = [readQuantity(file), readQuantity(written)];
  if (!from || !to || from.percent === to.percent) return file;
  const n = Number((to.percent ? from.n * 100 : from.n / 100).toPrecision(12));
  return to.percent ? `${n} %` : `${n}`;
}

/** A number in a document that the results file it names does not bear out. */
export const measurementDisagreesWithSource = rule({
  id: "measurement-disagrees-with-source",
  group: "evidence",
  severity: "error",
  summary: "Finds measurements whose value is not the one in the results file they name.",
  kinds: ["measurement"],
  *record({ facts, data }, { index }) {
    const { source, agrees } = outcomeOf(index, facts);
    const written = realText(facts, "value");
    if (agrees !== false || source.state !== "read" || written === undefined) return;
    const file = source.entries[0]?.text ?? "";
    const number = asInDocument(file, written);
    const scalar = data.fields.get("value")?.value;
    const bare = scalar?.type === "scalar" && scalar.span.end - scalar.span.start === scalar.text.length;
    const value = bare && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(number) ? Number(number) : number;
    yield {
      at: placeOf(data, "value"),
      message: `${metricOf(facts)} is written as ${quoted(written)}, and ${baseName(source.path)} has ${quoted(file)}.`,
      help: "Whoever checks takes the file's number. Take it over, or point to the file that this value came from.",
      fixes: [
        {
          title: `Set the value to ${quoted(number)} from the file`,
          changes: [{ op: "set-field", record: facts, field: "value", value }],
          preferred: true,
        },
      ],
    };
  },
});
