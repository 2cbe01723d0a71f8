import { meets } from "../../coverage/threshold.ts";
import { realText } from "../../coverage/values.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { isClosed } from "./shared/state.ts";

const WHOLE = /(?<![\d.,])100\s?%/;
const PERCENT = /(?<![\d.,])(\d{1,3}(?:[.,]\d{1,3})?)\s?%/g;
const REMAINDER = /\b(?:reduc\w*|drop\w*|fell|fall\w*|lower\w*|decreas\w*|from|error|below|under|less|down)\b/i;

/** The one percentage below a hundred that a text gives as what was reached. */
function shortOfWhole(text: string): string | undefined {
  if (WHOLE.test(text) || REMAINDER.test(text)) return undefined;
  const all = [...text.slice(0, 600).matchAll(PERCENT)];
  const value = Number(all[0]?.[1]?.replace(",", "."));
  return all.length === 1 && value < 100 && value >= 50 ? all[0]?.[0] : undefined;
}

/** Something closed although what it had to reach was not reached. */
export const closedBelowTarget = rule({
  id: "closed-below-target",
  group: "cycle",
  severity: "error",
  summary: "Finds nonconformities and findings closed at a value below the one their action had to reach.",
  kinds: ["nonconformity", "finding", "incident"],
  *record({ facts, data }) {
    if (!isClosed(facts)) return;
    const [target, result] = [realText(facts, "target"), realText(facts, "result")];
    const help =
      "What was agreed on is not there yet. Open it again until it is; if the target was wrong, change it by a decision of its own and not by closing.";
    if (target !== undefined && result !== undefined && meets(result, target) === false) {
      yield { at: placeOf(data, "result"), message: `This is closed at ${result}, and the target is ${target}.`, help };
      return;
    }
    const asked = ["target", "action", "requirement"].find((f) => WHOLE.test(realText(facts, f) ?? ""));
    if (asked === undefined) return;
    for (const field of ["result", "effectiveness"]) {
      const reached = shortOfWhole(realText(facts, field) ?? "");
      if (reached === undefined) continue;
      yield {
        at: placeOf(data, field),
        message: `This is closed at ${reached}, and its ${asked === "action" ? "action" : asked} asks for 100 %.`,
        help,
      };
      return;
    }
  },
});
