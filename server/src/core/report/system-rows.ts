import type { Location, SystemRow } from "../analysis-api.ts";
import { assessmentStateOf } from "../coverage/assessments.ts";
import { type AiSystem, scopeOf, systemsOf, systemText } from "../coverage/systems.ts";
import { textOf } from "../coverage/values.ts";
import type { RecordFacts } from "../records/model.ts";
import type { AimsView } from "../workspace/view.ts";

/** The AI systems of an AIMS, sorted by id. */
export function systemRows(aims: AimsView): SystemRow[] {
  const rows = systemsOf(aims.index).flatMap((system) => rowOf(aims, system) ?? []);
  return rows.sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));
}

function rowOf(aims: AimsView, system: AiSystem): SystemRow | undefined {
  const location = locationOf(aims, system.record);
  if (!location) return undefined;
  const { state, why, assessments } = assessmentStateOf(aims.index, system, aims.today());
  const text = (field: string): string => systemText(system, field) ?? "";
  return {
    id: system.id,
    name: system.name,
    owner: text("owner"),
    tier: text("tier"),
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

function assessmentLabel(record: RecordFacts): string {
  const name = record.id ?? textOf(record, "title") ?? record.path.slice(record.path.lastIndexOf("/") + 1);
  const version = textOf(record, "system_version");
  const assessedOn = textOf(record, "assessed_on");
  const detail = [version && `version ${version}`, assessedOn].filter(Boolean).join(", ");
  return detail === "" ? name : `${name} (${detail})`;
}

function locationOf(aims: AimsView, record: RecordFacts): Location | undefined {
  const whole = aims.place(record, undefined, "whole");
  const head = aims.place(record);
  const document = aims.document(record.path);
  if (!whole || !head || !document) return undefined;
  const lines = aims.lines(document);
  return { path: record.path, range: lines.range(whole.span), selection: lines.range(head.span) };
}
