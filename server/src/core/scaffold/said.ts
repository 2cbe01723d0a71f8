import { listOf, realText } from "../coverage/values.ts";
import type { KindId } from "../generated/kinds.ts";
import { kindInfo } from "../records/kinds.ts";
import { canBeNamed } from "../records/ids.ts";
import type { RecordFacts } from "../records/model.ts";
import type { AimsView } from "../workspace/view.ts";
import { line, question } from "./new-file.ts";

/** Where a draft is written, which decides what its words mean. */
export interface Draft {
  readonly aims: AimsView;
  readonly path: string;
}

/** Text of a record on one line of a draft; undefined where it has an error, which the draft is not to have as well. */
export function repeated({ aims, path }: Draft, text: string): string | undefined {
  const said = line(text);
  return aims.isSound(paragraph(said), path) ? said : undefined;
}

/** Why a draft cannot name a record by its id, in a sentence; undefined where it can. */
export function cannotName({ aims, path }: Draft, id: string, name: string): string | undefined {
  const first = `Give the system "${line(name)}" a plain id first: "${line(id)}" would be`;
  if (!canBeNamed(id)) return `${first} read as another.`;
  return aims.isSound(line(id), path) ? undefined : `${first} an error in the document.`;
}

/** What the records of a system or data set say in one field, under the field's title. */
export function saidOf(draft: Draft, kind: KindId, records: readonly RecordFacts[], field: string): string[] {
  const info = kindInfo(kind).field(field);
  const items = [...new Set(records.flatMap((record) => listOf(record, field)))];
  if (!info) return [];
  const say = (text: string): string => repeated(draft, text) ?? toBeMended(info.title);
  if (items.length > 1) return [`${info.title}:`, items.map((item) => `- ${withName(draft, item, say)}`).join("\n")];
  const text = info.type === "boolean" ? yesNo(records, field) : items[0];
  if (text === undefined) return [];
  return [info.type === "text" ? paragraph(say(text)) : `${info.title}: ${withName(draft, text, say)}`];
}

const toBeMended = (title: string): string =>
  question(`${title}: what the record says has an error in it. Correct it there, then take it over.`);

/** A line whose first character would make a heading, a fence or a comment of it as a paragraph. */
const paragraph = (text: string): string => text.replace(/^[#`~<]/, "\\$&");

function yesNo(records: readonly RecordFacts[], field: string): string | undefined {
  const value = records.map((record) => record.plain[field]).find((v) => typeof v === "boolean");
  return value === undefined ? undefined : value ? "yes" : "no";
}

/** An id with the name of the record it names. */
function withName(draft: Draft, text: string, say: (text: string) => string): string {
  const record = draft.aims.index.byId(text)[0];
  const full = record && (realText(record, "name") ?? realText(record, "title"));
  const name = full === undefined ? undefined : repeated(draft, full);
  return name === undefined ? say(text) : `${say(text)}, ${name}`;
}
