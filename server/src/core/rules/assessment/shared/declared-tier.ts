import { type AiSystem, systemList } from "../../../coverage/systems.ts";
import { listOf } from "../../../coverage/values.ts";
import type { RecordData } from "../../../records/model.ts";
import { statedIn } from "../../../tier/condition.ts";
import { aiAct } from "../../../tier/data.ts";
import type { AimsConfig } from "../../../workspace/api.ts";

/** Fields that ask for nothing but facts of the EU AI Act: who fills them in means the Act. */
const ACT_FIELDS = ["annex_iii_uses", "article_5_practices", "derogation", "product_law"] as const;

/** The Act's own words, and those customary for it, as somebody writes them. */
const ACT_WORD = /\b(?:minimal|limited|high[- ]risk|prohibited|unacceptable|gpai)\b/i;

const inUnion = (places: readonly string[]): boolean =>
  places.some((place) => aiAct().union.includes(place.trim().toLowerCase()));

/**
 * Whether a system's tier may be held against the EU AI Act: the AIMS works to the Act, the system or the organisation is in the Union,
 * its record answers questions only the Act asks, or its tier is written in the Act's words. Never where places are named and none of
 * them is in the Union.
 */
export function underTheAct(system: AiSystem, config: AimsConfig, data?: RecordData): boolean {
  if (config.standards.includes(aiActId)) return true;
  const own = systemList(system, "jurisdictions");
  const places = own.length > 0 ? own : config.record ? listOf(config.record, "jurisdictions") : [];
  if (places.length > 0 && inUnion(places)) return true;
  if (ACT_FIELDS.some((field) => statedIn(system, field).values.length > 0)) return true;
  const written = data?.fields.get("tier")?.value;
  return places.length === 0 && written?.type === "scalar" && ACT_WORD.test(written.text);
}

const aiActId = "eu-ai-act";
