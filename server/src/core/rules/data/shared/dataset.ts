import { systemOf, useOf } from "../../../coverage/systems.ts";
import { holds, listOf, mapsOf, realText } from "../../../coverage/values.ts";
import { kindInfo } from "../../../records/kinds.ts";
import type { RecordFacts } from "../../../records/model.ts";
import type { Change, Fix, RecordUnit, RuleContext, Severity } from "../../rule.ts";
import { isRetired } from "../../shared/records.ts";

/** Whether a record is a data set that may be used, no template, and no longer only planned. */
export const isUsable = ({ kind, template, plain }: RecordFacts): boolean =>
  kind === "dataset" && !template && plain.status !== "planned";

/** A data set worth holding against what it is used for. */
export const isDataset = (record: RecordFacts): boolean => isUsable(record) && !isRetired(record);

/** The live or piloted system that uses a data set, by either record's word; undefined where none does. */
export function liveUser(record: RecordFacts, { index, today }: RuleContext): string | undefined {
  const own = listOf(record, "systems").flatMap((id) => index.byId(id));
  const others = record.id === undefined ? [] : index.referencesTo(record.id).map(({ from }) => from);
  for (const candidate of [...own, ...others]) {
    const system = systemOf(index, candidate);
    const use = system && useOf(system, today());
    if (system && (use === "live" || use === "pilot")) return system.id;
  }
  return undefined;
}

/** What is asked of data in use is a warning, of data at rest advice; where a data sheet is named it may say it. */
export function severityFor(record: RecordFacts, ctx: RuleContext): { severity: Severity; user: string | undefined } {
  const user = liveUser(record, ctx);
  const elsewhere = ["path", "evidence", "related"].some((field) => holds(record, field));
  return { severity: user !== undefined && !elsewhere ? "warning" : "info", user };
}

/** Notations in which a list of entries can be written. */
const ENTRIES: ReadonlySet<string> = new Set(["yaml", "yaml-item", "front-matter"]);

/** A fix that makes room for quality entries on characteristics, with nothing filled in. */
export function roomFor({ facts, data }: RecordUnit, title: string, characteristics: readonly string[]): Fix[] {
  if (characteristics.length === 0 || !ENTRIES.has(data.notation)) return [];
  const entries = characteristics.map((characteristic) => ({ characteristic, measure: "", target: "", value: "" }));
  const change: Change = data.fields.has("quality")
    ? { op: "add-entries", record: facts, field: "quality", entries }
    : { op: "add-fields", record: facts, fields: { quality: entries } };
  return [{ title, changes: [change], preferred: true }];
}

/** An entry under `quality`. */
export interface Measured {
  readonly characteristic: string;
  readonly measured: boolean;
}

/** The characteristics that an entry may name. */
const known = (): readonly string[] =>
  kindInfo("dataset")
    .field("quality")
    ?.nested?.find(({ name }) => name === "characteristic")
    ?.values?.map(({ value }) => value) ?? [];

/** What a text that names a characteristic says of it: `completeness: 99 %`, as cells of tables have it. */
function inWords(text: string): Measured {
  const words = text.toLowerCase().replace(/[\s_-]+/g, " ");
  const characteristic = known().find((name) => words.startsWith(name.replaceAll("-", " ")));
  if (characteristic === undefined) return { characteristic: text.toLowerCase(), measured: false };
  return { characteristic, measured: /\d/.test(words.slice(characteristic.length)) };
}

/** The quality entries of a data set. */
export const qualityOf = (record: RecordFacts): Measured[] =>
  mapsOf(record, "quality", "characteristic").flatMap((item) => {
    const text = realText({ plain: item }, "characteristic");
    const shown = holds({ plain: item }, "value") || holds({ plain: item }, "source");
    return (text?.split(/[;,]\s/) ?? []).map((part) => {
      const { characteristic, measured } = inWords(part.trim());
      return { characteristic, measured: measured || shown };
    });
  });
