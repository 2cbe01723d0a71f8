import { type AiSystem, recordWith, systemList, systemText } from "../../coverage/systems.ts";
import { assessmentsOf } from "../../coverage/assessments.ts";
import { realText } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import type { Today } from "../../workspace/today.ts";

/** A declared fact by which a system can weigh on people. */
export interface ImpactFact {
  /** To stand after "the system is" or alone: `declared high-risk`. */
  readonly text: string;
  readonly record: RecordFacts;
  readonly field: string;
}

const AREAS: Readonly<Record<string, string>> = {
  biometrics: "biometrics",
  "critical-infrastructure": "critical infrastructure",
  education: "people's education",
  employment: "people's work",
  "essential-services": "people's access to essential services such as credit",
  "law-enforcement": "law enforcement",
  migration: "migration and asylum",
  "justice-democracy": "justice or democratic processes",
};

const GRAVE = new Set(["high", "very-high", "critical"]);

/** Facts the records declare that make a system weigh heavily on people, gravest first. Nothing is read out of prose. */
export function impactFacts(index: AimsIndex, system: AiSystem, today: Today): ImpactFact[] {
  const out: ImpactFact[] = [];
  const own = (field: string, text: string): void => {
    const record = recordWith(system, field);
    if (record) out.push({ text, record, field });
  };
  const tier = systemText(system, "tier");
  if (tier === "prohibited") own("tier", "declared a prohibited practice");
  if (tier === "high") own("tier", "declared high-risk");
  for (const area of systemList(system, "use_areas")) {
    const words = AREAS[area];
    if (words !== undefined) own("use_areas", `used in ${words}`);
  }
  if (systemText(system, "safety_component") === "true") own("safety_component", "declared a safety component");
  for (const { record, counts } of assessmentsOf(index, system, today)) {
    const level = realText(record, "impact_level");
    if (counts && level !== undefined && GRAVE.has(level)) {
      out.push({
        text: `assessed to have ${level} impact (${record.id ?? "its impact assessment"})`,
        record,
        field: "impact_level",
      });
    }
  }
  return out;
}
