import { realText } from "../../coverage/values.ts";
import { NONE, type RawFinding, type RecordUnit, type RuleContext, rule } from "../rule.ts";
import { addFields } from "../shared/add-fields.ts";
import { placeOf } from "../shared/place.ts";
import { isClosed } from "./shared/standing.ts";

function check({ facts, data, path }: RecordUnit, { index }: RuleContext): readonly RawFinding[] {
  if (isClosed(facts) || realText(facts, "owner") !== undefined) return NONE;
  if (realText(facts, "title") === undefined && realText(facts, "description") === undefined) return NONE;
  const other = [...data.fields.values()].some(
    ({ known, label, name }) => !known && /owner|responsib|accountab|assign/i.test(label) && realText(facts, name),
  );
  const register = data.fields.has("owner") ? undefined : index.own(path);
  if (other || (register && register !== facts && realText(register, "owner") !== undefined)) return NONE;
  return [
    {
      at: placeOf(data, "owner"),
      message: "This risk has no owner.",
      help: "Nobody decides on it or notices when it grows. Name a person with the authority to act.",
      fixes: addFields(facts, data, "owner"),
    },
  ];
}

/** A risk nobody answers for; silent where the document around it names an owner and the register has no column for one. */
export const riskWithoutOwner = rule({
  id: "risk-without-owner",
  group: "risk",
  severity: "warning",
  summary: "Finds risks that name no owner.",
  kinds: ["risk"],
  fields: ["title", "description"],
  record: check,
});
