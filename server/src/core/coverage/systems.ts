import { findIds } from "../records/ids.ts";
import type { Plain, RecordFacts } from "../records/model.ts";
import { once } from "../text/once.ts";
import type { AimsIndex } from "../workspace/api.ts";
import { dateOf, listOf, mapsOf, nameKey, realText } from "./values.ts";
import type { Today } from "../workspace/today.ts";

/** An AI system as all records of it together describe it: an inventory, an ownership register and a file of its own may each say a part. */
export interface AiSystem {
  /** Its id, or its name where no record gives an id. */
  readonly id: string;
  readonly name: string;
  /** The record that says most of it. */
  readonly record: RecordFacts;
  /** All records of it, that one first. */
  readonly records: readonly RecordFacts[];
}

/** Whether a system is used: `unknown` where no record says. */
export type Use = "live" | "pilot" | "development" | "planned" | "suspended" | "retired" | "unknown";

/** What the records say of a system's being in scope. */
export interface ScopeStatement {
  readonly state: "in" | "out" | "unstated";
  /** Records that say it is in. */
  readonly saysIn: readonly RecordFacts[];
  /** Records that say it is out. */
  readonly saysOut: readonly RecordFacts[];
}

const grouped = new WeakMap<readonly RecordFacts[], readonly AiSystem[]>();

const idKey = (record: RecordFacts): string =>
  record.id !== undefined && record.id !== "" ? record.id.toLowerCase() : nameKey(realText(record, "name") ?? "");

/** Systems from records, in the order of their first records; the same list of records gives the same objects. */
function group(records: readonly RecordFacts[]): readonly AiSystem[] {
  const known = grouped.get(records);
  if (known) return known;
  const byKey = new Map<string, RecordFacts[]>();
  for (const record of records) {
    if (record.kind !== "system" || record.template) continue;
    const key = idKey(record);
    if (key === "") continue;
    const list = byKey.get(key);
    if (list) list.push(record);
    else byKey.set(key, [record]);
  }
  const systems = [...byKey.values()].map((of) => (of.length === 1 ? alone(of[0] as RecordFacts) : toSystem(of)));
  grouped.set(records, systems);
  return systems;
}

function toSystem(records: readonly RecordFacts[]): AiSystem {
  const size = (record: RecordFacts): number => Object.keys(record.plain).length;
  const sorted = [...records].sort((a, b) => size(b) - size(a));
  const record = sorted[0] as RecordFacts;
  const name = sorted.map((r) => realText(r, "name")).find((n) => n !== undefined) ?? "";
  return { id: record.id ?? name, name, record, records: sorted };
}

/** Most systems have one record; when others come or go they stay as they are. */
const alone = once((record: RecordFacts) => toSystem([record]));

const keyOfName = once((system: AiSystem) => nameKey(system.name));

const names = new WeakMap<readonly AiSystem[], ReadonlyMap<string, AiSystem>>();

function namesOf(systems: readonly AiSystem[]): ReadonlyMap<string, AiSystem> {
  let map = names.get(systems);
  if (!map) {
    const made = new Map<string, AiSystem>();
    for (const system of [...systems].reverse()) made.set(keyOfName(system), system);
    made.delete("");
    map = made;
    names.set(systems, map);
  }
  return map;
}

/** The AI systems of an AIMS, those of templates left out. Reads every system record. */
export function systemsOf(index: AimsIndex): readonly AiSystem[] {
  return group(index.ofKind("system"));
}

/** The system a text names: by its id, by an id that stands in the text (`Credit scorer (AI-001)`), or by its name. */
export function systemNamed(index: AimsIndex, text: string): AiSystem | undefined {
  const direct = group(index.byId(text.trim()))[0];
  if (direct) return direct;
  for (const { id } of findIds(text.slice(0, 400))) {
    const found = group(index.byId(id))[0];
    if (found) return found;
  }
  return namesOf(systemsOf(index)).get(nameKey(text));
}

/** The system a system's record belongs to. */
export function systemOf(index: AimsIndex, record: RecordFacts): AiSystem | undefined {
  if (record.kind !== "system" || record.template) return undefined;
  return record.id
    ? group(index.byId(record.id))[0]
    : namesOf(systemsOf(index)).get(nameKey(realText(record, "name") ?? ""));
}

/** A field's value in the first of a system's records that has one. */
export function systemText(system: AiSystem, field: string): string | undefined {
  for (const record of system.records) {
    const text = realText(record, field);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The record of a system that has a value for a field. */
export function recordWith(system: AiSystem, field: string): RecordFacts | undefined {
  return system.records.find((record) => realText(record, field) !== undefined);
}

/** A date field in the first of a system's records that has one. */
export function systemDate(system: AiSystem, field: string): string | undefined {
  for (const record of system.records) {
    const date = dateOf(record, field);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** The items of a list field in all of a system's records, each once. */
export function systemList(system: AiSystem, field: string): string[] {
  return [...new Set(system.records.flatMap((record) => listOf(record, field)))];
}

/** Whether a yes/no field is yes in any of a system's records. */
export const systemFlag = (system: AiSystem, field: string): boolean =>
  system.records.some((record) => record.plain[field] === true);

const USE_BY_STATUS: Readonly<Record<string, Use>> = {
  planned: "planned",
  development: "development",
  pilot: "pilot",
  live: "live",
  suspended: "suspended",
  retired: "retired",
};
const USE_BY_STAGE: Readonly<Record<string, Use>> = {
  inception: "planned",
  "design-development": "development",
  "verification-validation": "development",
  deployment: "live",
  "operation-monitoring": "live",
  "continuous-validation": "live",
  "re-evaluation": "live",
  retirement: "retired",
};

/** Whether a system is used, from its status, its dates and its life-cycle stage, in that order. */
export function useOf(system: AiSystem, today: Today): Use {
  const status = USE_BY_STATUS[systemText(system, "status") ?? ""];
  if (status) return status;
  const retired = systemDate(system, "retired_on");
  if (retired !== undefined && today.reached(retired)) return "retired";
  const stage = USE_BY_STAGE[systemText(system, "stage") ?? ""];
  const deployed = systemDate(system, "deployed_on");
  if (stage === "retired") return stage;
  if (deployed !== undefined) return today.reached(deployed) ? "live" : (stage ?? "development");
  return stage ?? "unknown";
}

/** How a use is said in a sentence. */
export const USE_WORDS: Readonly<Record<Use, string>> = {
  live: "live",
  pilot: "in pilot",
  development: "in development",
  planned: "planned",
  suspended: "suspended",
  retired: "retired",
  unknown: "in the inventory",
};

/** Systems a scope statement names, by id and by name, with the statement that names them. */
interface ScopeLists {
  readonly in: ReadonlyMap<string, readonly RecordFacts[]>;
  readonly out: ReadonlyMap<string, readonly RecordFacts[]>;
  /** Sentences on what is left out, in which systems may be named in passing. */
  readonly outProse: readonly ProseExclusion[];
}

interface ProseExclusion {
  readonly words: string;
  readonly ids: ReadonlySet<string>;
  readonly record: RecordFacts;
}

const proseExclusion = (text: string, record: RecordFacts): ProseExclusion => ({
  words: ` ${nameKey(text)} `,
  ids: new Set(findIds(text.slice(0, 2000)).map(({ id }) => id.toLowerCase())),
  record,
});

const scopeLists = new WeakMap<readonly RecordFacts[], ScopeLists>();

/** Scope statements that hold: neither templates nor retired. */
export const scopeRecords = (index: AimsIndex): readonly RecordFacts[] =>
  index.ofKind("scope").filter((r) => !r.template && r.plain.status !== "retired");

function keysOf(text: string): string[] {
  return [text.trim().toLowerCase(), nameKey(text), ...findIds(text.slice(0, 400)).map(({ id }) => id.toLowerCase())];
}

function listsOf(index: AimsIndex): ScopeLists {
  const records = index.ofKind("scope");
  let lists = scopeLists.get(records);
  if (!lists) {
    const made = {
      in: new Map<string, RecordFacts[]>(),
      out: new Map<string, RecordFacts[]>(),
      outProse: [] as ProseExclusion[],
    };
    for (const record of scopeRecords(index)) {
      for (const text of listOf(record, "systems")) note(made.in, text, record);
      for (const item of mapsOf(record, "exclusions", "what")) {
        const text = excludedText(item);
        if (item.system === undefined && text.length > LONGEST_NAME) made.outProse.push(proseExclusion(text, record));
        else note(made.out, text, record);
      }
    }
    lists = made;
    scopeLists.set(records, lists);
  }
  return lists;
}

/** What an entry of `exclusions` leaves out, as written. */
export function excludedText(item: { readonly [key: string]: Plain }): string {
  const system = listOf({ plain: item }, "system")[0];
  return system ?? realText({ plain: item }, "what") ?? "";
}

function note(map: Map<string, RecordFacts[]>, text: string, record: RecordFacts): void {
  for (const key of new Set(keysOf(text))) {
    if (key === "") continue;
    const list = map.get(key);
    if (!list) map.set(key, [record]);
    else if (!list.includes(record)) list.push(record);
  }
}

/** Whatever is longer is a sentence and no name. */
const LONGEST_NAME = 30;

/** A system's name as it can stand in a sentence, a blank at either end; undefined where it is too short to be sure of. */
const nameWords = (system: AiSystem): string | undefined =>
  system.name.length > 3 ? ` ${keyOfName(system)} ` : undefined;

const spoken = new WeakMap<readonly AiSystem[], readonly { readonly words: string; readonly system: AiSystem }[]>();

/** The system whose name stands in a sentence; the longest name where several do. */
export function systemMentioned(index: AimsIndex, sentence: string): AiSystem | undefined {
  const systems = systemsOf(index);
  let all = spoken.get(systems);
  if (!all) {
    all = systems
      .flatMap((system) => {
        const words = nameWords(system);
        return words === undefined ? [] : [{ words, system }];
      })
      .sort((a, b) => b.words.length - a.words.length);
    spoken.set(systems, all);
  }
  const said = ` ${nameKey(sentence)} `;
  return all.find(({ words }) => said.includes(words))?.system;
}

const NO_RECORDS: readonly RecordFacts[] = [];

function look(map: ReadonlyMap<string, readonly RecordFacts[]>, system: AiSystem): readonly RecordFacts[] {
  if (map.size === 0) return NO_RECORDS;
  const byId = map.get(system.id.toLowerCase());
  const byName = system.name === "" ? undefined : map.get(keyOfName(system));
  return byId && byName ? [...new Set([...byId, ...byName])] : (byId ?? byName ?? NO_RECORDS);
}

/** Whether a system's own record leaves it out: `in_scope: no`, or a reason for exclusion and no word of its being in. */
export const excludesItself = (record: RecordFacts): boolean =>
  record.plain.in_scope === false ||
  (record.plain.in_scope !== true && realText(record, "exclusion_reason") !== undefined);

/**
 * Whether a system is in scope, by its own records and by the scope statements. A sentence that names a system where exclusions
 * are explained counts only while nothing says that the system is in. Where the records disagree its own
 * count, and `saysIn` and `saysOut` both have entries.
 */
export function scopeOf(index: AimsIndex, system: AiSystem): ScopeStatement {
  const lists = listsOf(index);
  const known = statements.get(system);
  if (known?.lists === lists) return known.statement;
  const statement = stateScope(lists, system);
  statements.set(system, { lists, statement });
  return statement;
}

const statements = new WeakMap<AiSystem, { readonly lists: ScopeLists; readonly statement: ScopeStatement }>();

function stateScope(lists: ScopeLists, system: AiSystem): ScopeStatement {
  const ownIn = system.records.filter((r) => r.plain.in_scope === true);
  const ownOut = system.records.filter(excludesItself);
  const saysIn = [...ownIn, ...look(lists.in, system)];
  const inProse = saysIn.length > 0 ? NO_RECORDS : saidOut(lists, system);
  const saysOut = [...new Set([...ownOut, ...look(lists.out, system), ...inProse])];
  const order = [
    ["out", ownOut],
    ["in", ownIn],
    ["out", saysOut],
    ["in", saysIn],
  ] as const;
  return { state: order.find(([, says]) => says.length > 0)?.[0] ?? "unstated", saysIn, saysOut };
}

/** Statements with a sentence that leaves the system out. */
function saidOut({ outProse }: ScopeLists, system: AiSystem): readonly RecordFacts[] {
  if (outProse.length === 0) return NO_RECORDS;
  const words = nameWords(system);
  const id = system.id.toLowerCase();
  return outProse
    .filter((p) => p.ids.has(id) || (words !== undefined && p.words.includes(words)))
    .map(({ record }) => record);
}

/** Whether any scope statement names its systems one by one. */
export const scopeNamesSystems = (index: AimsIndex): boolean => listsOf(index).in.size > 0;

/** `AI-001 "Credit scorer"`, or whichever of the two there is. */
export const systemLabel = (system: AiSystem): string =>
  system.name !== "" && system.name !== system.id ? `${system.id} "${system.name}"` : system.id;
