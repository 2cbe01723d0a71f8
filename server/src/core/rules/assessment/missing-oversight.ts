import { assessmentsOf } from "../../coverage/assessments.ts";
import {
  type AiSystem,
  recordWith,
  scopeOf,
  systemLabel,
  systemOf,
  systemText,
  useOf,
} from "../../coverage/systems.ts";
import { realText, saysNothing, textOf } from "../../coverage/values.ts";
import { type RawFinding, type RecordUnit, type RuleContext, rule } from "../rule.ts";
import { impactFacts } from "../shared/impact.ts";
import { placeOf } from "../shared/place.ts";
import { quoted } from "../shared/words.ts";

const OVERSIGHT_TITLE = /\b(?:oversight|human (?:review|control|in[- ]the[- ]loop)|aufsicht|contrôle humain)\b/i;
const NO_OVERSIGHT =
  /^(?:none|no(?: human)?(?: oversight| review)?|fully automated|fully autonomous|not (?:required|needed|planned)|keine?)\b[^,;]{0,20}$/i;

const HELP =
  "Where much is at stake for people, somebody has to be able to see what the system does and to stop or change it. Say who, what they see, and what they may do.";

/** Whether an assessment of the system, or a document named in it, says how people oversee it. */
function isDescribed(system: AiSystem, { index, today }: RuleContext): boolean {
  if (systemText(system, "oversight") !== undefined) return true;
  return assessmentsOf(index, system, today()).some(
    ({ record }) =>
      realText(record, "oversight") !== undefined ||
      record.sections.some((s) => s.content === "filled" && OVERSIGHT_TITLE.test(s.title)),
  );
}

function* judge(system: AiSystem, { facts, data }: RecordUnit, ctx: RuleContext): Generator<RawFinding> {
  const fact = impactFacts(ctx.index, system, ctx.today())[0];
  if (!fact) return;
  const holder = recordWith(system, "oversight") ?? facts;
  const said = textOf(holder, "oversight");
  const denied = said !== undefined && (saysNothing(said) || NO_OVERSIGHT.test(said.trim()));
  if (!denied && isDescribed(system, ctx)) return;
  yield {
    at: denied && holder === facts ? placeOf(data, "oversight") : placeOf(data, "oversight", "tier", "use_areas"),
    message: denied
      ? `${systemLabel(system)} is ${fact.text}, and its oversight reads ${quoted(said)}.`
      : `${systemLabel(system)} is ${fact.text}, and nothing says how people oversee it.`,
    help: HELP,
    ...(fact.record === facts
      ? undefined
      : { related: [{ at: { record: fact.record, field: fact.field }, message: `Here the system is ${fact.text}.` }] }),
    ...(data.fields.has("oversight")
      ? undefined
      : {
          fixes: [
            {
              title: "Add human oversight",
              changes: [{ op: "add-fields", record: facts, fields: { oversight: "" } }],
              preferred: true,
            },
          ],
        }),
  };
}

/** A system that weighs on people, with nobody said to oversee it. */
export const missingOversight = rule({
  id: "missing-oversight",
  group: "assessment",
  severity: "warning",
  summary:
    "Finds systems declared high-risk, or used where much is at stake, for which no human oversight is described.",
  kinds: ["system"],
  *record(unit, ctx) {
    const system = systemOf(ctx.index, unit.facts);
    if (!system || system.record !== unit.facts) return;
    const use = useOf(system, ctx.today());
    if (use === "retired" || use === "planned" || scopeOf(ctx.index, system).state === "out") return;
    yield* judge(system, unit, ctx);
  },
});
