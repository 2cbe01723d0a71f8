import type { SystemRow } from "../analysis-api.ts";
import { assessmentStateOf } from "../coverage/assessments.ts";
import { type AiSystem, scopeOf, systemsOf, systemText } from "../coverage/systems.ts";
import { textOf } from "../coverage/values.ts";
import { deriveTier } from "../tier/derive.ts";
import { notice, reasoning, verdict } from "../tier/say.ts";
import type { RecordFacts } from "../records/model.ts";
import { locationOf } from "../workspace/locate.ts";
import type { AimsView } from "../workspace/view.ts";

const { compare } = new Intl.Collator("en", { numeric: true });

/** The AI systems of an AIMS, sorted by id. */
export function systemRows(aims: AimsView): SystemRow[] {
  const rows = systemsOf(aims.index).flatMap((system) => systemRow(aims, system) ?? []);
  return rows.sort((a, b) => compare(a.id, b.id));
}

/** One AI system as the view shows it; undefined when its file has gone. */
export function systemRow(aims: AimsView, system: AiSystem): SystemRow | undefined {
  const location = locationOf(aims, system.record);
  if (!location) return undefined;
  const { state, why, assessments } = assessmentStateOf(aims.index, system, aims.today());
  const text = (field: string): string => systemText(system, field) ?? "";
  return {
    id: system.id,
    name: system.name,
    owner: text("owner"),
    tier: text("tier"),
    derived: derivedTier(system),
    stage: text("stage") || text("status"),
    scope: scopeOf(aims.index, system).state,
    assessed: state,
    why,
    location,
    assessments: assessments.flatMap(({ record }) => {
      const at = locationOf(aims, record);
      return at ? [{ label: assessmentLabel(record), location: at }] : [];
    }),
  };
}

/** The class by the declared facts with its reasoning; empty where they say nothing that bears on it. */
function derivedTier(system: AiSystem): SystemRow["derived"] {
  const derivation = deriveTier(system);
  const { reasons, open, relied, model, tier } = derivation;
  if (tier === undefined && [...reasons, ...open, ...relied, ...model].length === 0)
    return { verdict: "", reasons: [] };
  return { verdict: verdict(derivation), reasons: [...reasoning(derivation), notice()] };
}

function assessmentLabel(record: RecordFacts): string {
  const name = record.id ?? textOf(record, "title") ?? record.path.slice(record.path.lastIndexOf("/") + 1);
  const version = textOf(record, "system_version");
  const assessedOn = textOf(record, "assessed_on");
  const detail = [version && `version ${version}`, assessedOn].filter(Boolean).join(", ");
  return detail === "" ? name : `${name} (${detail})`;
}
