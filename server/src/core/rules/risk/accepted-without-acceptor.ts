import { realText } from "../../coverage/values.ts";
import { NONE, type RawFinding, type RecordUnit, type RuleContext, rule } from "../rule.ts";
import { addFields } from "../shared/add-fields.ts";
import { placeOf } from "../shared/place.ts";
import { gravity, isAccepted } from "./shared/standing.ts";

function check({ facts, data, path }: RecordUnit, { index }: RuleContext): readonly RawFinding[] {
  if (!isAccepted(facts)) return NONE;
  if (["accepted_by", "approved_by"].some((field) => realText(facts, field) !== undefined)) return NONE;
  const named = [...data.fields.values()].some(
    ({ known, label, name }) => !known && /accept|approv|sign/i.test(label) && realText(facts, name) !== undefined,
  );
  if (named || /\bby\s+\p{L}/u.test(realText(facts, "acceptance_reason") ?? "")) return NONE;
  const own = index.own(path);
  const approved = own && own !== facts ? realText(own, "approved_by") : undefined;
  const grave = gravity(facts, "residual") ?? gravity(facts, "rating");
  const mild = approved !== undefined || (grave !== undefined && grave < 2);
  return [
    {
      at: placeOf(data, "accepted_by", facts.plain.status === "accepted" ? "status" : "treatment"),
      message:
        approved === undefined
          ? "This risk is accepted, and nobody is named who accepted it."
          : `This risk is accepted, and only the register as a whole names who approved it (${approved}).`,
      help: "Bearing a risk is a decision of somebody with the authority for it. Name the person and the day.",
      ...(mild ? { severity: "info" } : undefined),
      fixes: addFields(facts, data, "accepted_by", "accepted_on"),
    },
  ];
}

/** An accepted risk without the person who accepted it; a low one, or one in a register somebody approved, is only advice. */
export const acceptedWithoutAcceptor = rule({
  id: "accepted-without-acceptor",
  group: "risk",
  severity: "warning",
  summary: "Finds accepted risks that do not say who accepted them.",
  kinds: ["risk"],
  fields: ["status", "treatment"],
  record: check,
});
