import { type AiSystem, systemFlag, systemLabel, systemList, systemText } from "../../coverage/systems.ts";
import { listOf } from "../../coverage/values.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import { type Anchor, type RawFinding, rule } from "../rule.ts";
import { oneOf, quoted } from "../shared/words.ts";
import { affectedGroups, lacking, systemsAssessed, type WrittenAssessment, writtenIn } from "./shared/assessment.ts";

/** Words for those who work with or buy a system. */
const USER =
  /^(?:(?:the|our|all|end|internal|external|business|direct|primary|intended|system|platform|app|registered|company|staff|own)[ -])*(?:users?|end[ -]?users?|customers?|clients?|operators?|administrators?|admins?|subscribers?|staff|employees using (?:it|the system)|nutzer(?:innen)?|kunden|utilisateurs?)(?: of the (?:system|tool|service|platform|app|application))?$/i;

const isUser = (text: string): boolean => USER.test(text.trim());

interface Others {
  readonly text: string;
  readonly at: Anchor | undefined;
  /** Whether the records name others; else customers may be the ones judged. */
  readonly sure: boolean;
}

/** Why others than users must be affected, by facts of the system's own records. */
function othersOf(system: AiSystem): Others | undefined {
  const named = systemList(system, "affected").filter((text) => !isUser(text));
  if (named.length > 0) {
    const record = system.records.find((r) => listOf(r, "affected").some((t) => !isUser(t)));
    return {
      text: `the record of ${systemLabel(system)} also names ${oneOf(named.slice(0, 4), "and")}`,
      at: record && { record, field: "affected" },
      sure: true,
    };
  }
  const areas = systemList(system, "use_areas").filter((a) => a !== "none");
  if (areas.length > 0)
    return {
      text: `${systemLabel(system)} is used in ${oneOf(areas, "and")}, where it decides about others`,
      at: { record: system.record, field: "use_areas" },
      sure: false,
    };
  const decides =
    systemText(system, "tier") === "high" || systemFlag(system, "profiling") || systemFlag(system, "biometric");
  return decides
    ? {
        text: `${systemLabel(system)} is declared to weigh on people it judges`,
        at: { record: system.record, field: "tier" },
        sure: false,
      }
    : undefined;
}

function* judge(written: WrittenAssessment, index: AimsIndex): Generator<RawFinding> {
  const affected = affectedGroups(written);
  if (!affected?.names.every(isUser)) return;
  for (const system of systemsAssessed(written.facts, index)) {
    const others = othersOf(system);
    if (!others) continue;
    yield {
      at: affected.at,
      message: `Only ${oneOf(affected.names.map(quoted), "and")} are named as affected, but ${others.text}.`,
      help: "Many systems decide about people who never use them. Add those it judges, those around them and those who work with its output.",
      ...(others.sure ? lacking(written.facts) : { severity: "info" as const }),
      ...(others.at ? { related: [{ at: others.at, message: "Here." }] } : undefined),
    };
    return;
  }
}

/** An assessment that looks at users where others bear the effects. */
export const onlyUsersAffected = rule({
  id: "only-users-affected",
  group: "assessment",
  severity: "warning",
  summary: "Finds impact assessments that count only users as affected although the system decides about others.",
  documentsWith: ["impact-assessment"],
  *document(unit, { index }) {
    for (const written of writtenIn(unit, index)) yield* judge(written, index);
  },
});
