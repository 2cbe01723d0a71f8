import { listOf, realText } from "../coverage/values.ts";
import type { KindId } from "../generated/kinds.ts";
import { kindInfo } from "../records/kinds.ts";
import type { RecordFacts } from "../records/model.ts";
import type { AimsView } from "../workspace/view.ts";
import { line } from "./new-file.ts";

/** What the records of a system or data set say in one field, under the field's title. */
export function saidOf(aims: AimsView, kind: KindId, records: readonly RecordFacts[], field: string): string[] {
  const info = kindInfo(kind).field(field);
  const items = [...new Set(records.flatMap((record) => listOf(record, field)))];
  if (!info) return [];
  if (items.length > 1) return [`${info.title}:`, items.map((item) => `- ${line(withName(aims, item))}`).join("\n")];
  const text = info.type === "boolean" ? yesNo(records, field) : items[0];
  if (text === undefined) return [];
  return [info.type === "text" ? line(text) : `${info.title}: ${line(withName(aims, text))}`];
}

function yesNo(records: readonly RecordFacts[], field: string): string | undefined {
  const value = records.map((record) => record.plain[field]).find((v) => typeof v === "boolean");
  return value === undefined ? undefined : value ? "yes" : "no";
}

/** An id with the name of the record it names. */
function withName(aims: AimsView, text: string): string {
  const record = aims.index.byId(text)[0];
  const name = record && (realText(record, "name") ?? realText(record, "title"));
  return name === undefined ? text : `${text}, ${name}`;
}
