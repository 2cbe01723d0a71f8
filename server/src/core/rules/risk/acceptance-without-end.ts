import { realText } from "../../coverage/values.ts";
import type { RecordData, RecordFacts } from "../../records/model.ts";
import { NONE, rule } from "../rule.ts";
import { addFields } from "../shared/add-fields.ts";
import { placeOf } from "../shared/place.ts";
import { quoted } from "../shared/words.ts";
import { gravity, isAccepted } from "./shared/standing.ts";

/** From this band on an acceptance wants an end. */
const HIGH = 3;
/** Columns of other names that say how long the acceptance holds, or when the risk is looked at again. */
const END_LABEL = /expir|review|valid|until|revisit|reassess|re-assess|end date|ablauf|prüf|échéance|revue/i;
const END_WORD = /\b(?:until|till|up to|expir\w*|review\w*|reassess\w*|revisit\w*)\b|\d{4}/i;

const END_FIELDS = ["acceptance_expires", "next_review"] as const;

/** Whether anything in the record says how long it is accepted; a cell that says it in words of its own counts. */
const hasEnd = (facts: RecordFacts, data: RecordData): boolean =>
  END_FIELDS.some((field) => realText(facts, field) !== undefined) ||
  END_WORD.test(realText(facts, "acceptance_reason") ?? "") ||
  [...data.fields.values()].some(
    ({ known, label, name }) => !known && END_LABEL.test(label) && realText(facts, name) !== undefined,
  );

/** A high risk that is borne without anybody having to look at it again. */
export const acceptanceWithoutEnd = rule({
  id: "acceptance-without-end",
  group: "risk",
  severity: "info",
  summary: "Finds accepted high risks of which nothing says until when they are accepted.",
  kinds: ["risk"],
  fields: ["rating", "residual"],
  record({ facts, data, path }, { index }) {
    if (!isAccepted(facts)) return NONE;
    const field = realText(facts, "residual") === undefined ? "rating" : "residual";
    if ((gravity(facts, field) ?? 0) < HIGH || hasEnd(facts, data)) return NONE;
    const own = index.own(path);
    if (own && own !== facts && realText(own, "next_review") !== undefined) return NONE;
    const written = data.fields.get(field)?.value;
    const band = written?.type === "scalar" ? written.text : (realText(facts, field) ?? "");
    return [
      {
        at: placeOf(data, facts.plain.status === "accepted" ? "status" : "treatment"),
        message: `This risk is rated ${quoted(band)} and accepted, and nothing says until when.`,
        help: "An acceptance that nobody has to look at again outlives its reasons. Give the day on which it ends or is decided anew.",
        fixes: addFields(facts, data, "acceptance_expires"),
      },
    ];
  },
});
