import { controls, type Provision, provision } from "../../../catalog/catalog.ts";
import { justificationOf, listOf, realText } from "../../../coverage/values.ts";
import type { RecordFacts } from "../../../records/model.ts";
import type { AimsIndex } from "../../../workspace/api.ts";
import type { RawFinding } from "../../rule.ts";

/** One entry of the statement of applicability. */
export interface SoaEntry {
  readonly record: RecordFacts;
  /** The control, or the group of controls, it is about; undefined where the number names none. */
  readonly provision: Provision | undefined;
  /** Undefined where the entry does not say. */
  readonly applicable: boolean | undefined;
}

/** The statement of applicability of an AIMS: all its entries, and the standard whose controls they are about. */
export interface Soa {
  readonly standard: string;
  readonly controls: readonly Provision[];
  readonly entries: readonly SoaEntry[];
}

/** The standard whose controls a statement of applicability decides on: the first one worked to that has controls. */
const standardOf = (index: AimsIndex): string | undefined =>
  index.config().standards.find((id) => controls(id).length > 0);

/** What one control record decides. */
export function entryOf(index: AimsIndex, record: RecordFacts): SoaEntry {
  const standard = standardOf(index);
  const number = realText(record, "control") ?? record.id;
  const found = standard === undefined ? undefined : decidedOn(standard, record, number);
  const decided = found?.kind === "control" || found?.kind === "group" ? found : undefined;
  return { record, provision: decided, applicable: applicableOf(record) };
}

/** The provision an entry names; undefined where it names several. */
function decidedOn(standard: string, record: RecordFacts, number: string | undefined): Provision | undefined {
  const own = record.addresses.filter((ref) => ref.standard === standard);
  const named = own.filter((ref) => provision(standard, ref.provision)?.kind !== "clause");
  if (number !== undefined && SEVERAL_NUMBERS.test(number)) return undefined;
  const id = named[0]?.provision ?? number;
  return id === undefined ? undefined : provision(standard, id);
}

/** A wildcard or a range: `A.7.x`, `A.7.2 – A.7.6`. */
export const SEVERAL_NUMBERS =
  /^[^\w]{0,4}(?:annex |controls? )?[A-Z](?:\.\d+){1,2}\.?[x*]\b|^[^\w]{0,4}(?:annex |controls? )?[A-Z](?:\.\d+){1,3}\s*(?:[-–—]|to|through|bis|à)\s*(?:[A-Z]\.)?\d/i;

function applicableOf(record: RecordFacts): boolean | undefined {
  if (typeof record.plain.applicable === "boolean") return record.plain.applicable;
  return record.plain.status === "not-applicable" ? false : undefined;
}

/** By the list of control records; kept also where they decide nothing, as it is asked for once for each of them. */
const known = new WeakMap<readonly RecordFacts[], { readonly standard: string; readonly soa: Soa | undefined }>();

/** The statement of applicability; undefined where no record decides on a control (a list of controls alone decides nothing). */
export function soaOf(index: AimsIndex): Soa | undefined {
  const standard = standardOf(index);
  const records = index.ofKind("control");
  if (standard === undefined) return undefined;
  const before = known.get(records);
  if (before?.standard === standard) return before.soa;
  const entries = records.filter((r) => !r.template).map((r) => entryOf(index, r));
  const decides = entries.some((e) => e.applicable !== undefined || justificationOf(e.record) !== undefined);
  const soa = decides ? { standard, controls: controls(standard), entries } : undefined;
  known.set(records, { standard, soa });
  return soa;
}

/** Controls on which no entry decides; an entry for a group stands for the controls in it. */
export function undecided(soa: Soa): readonly Provision[] {
  const ids = new Set(soa.entries.map((e) => e.provision?.id));
  return soa.controls.filter((c) => !ids.has(c.id) && !(c.parent !== undefined && ids.has(c.parent)));
}

/** `A.2.2 (AI policy)`, or what the entry's number reads. */
export const controlLabel = ({ provision: found, record }: SoaEntry): string =>
  found ? `${found.id} (${found.title})` : (realText(record, "control") ?? record.id ?? "This control");

/** Columns of other names in which people write where the proof is. */
const EVIDENCE_LABEL =
  /\b(?:evidence|documents?|documentation|records?|links?|artefacts?|artifacts?|nachweis|preuve)\b/i;

/** Whether an entry names anything a reader could look at. */
export function hasEvidence({ record }: SoaEntry): boolean {
  if (listOf(record, "evidence").length > 0 || listOf(record, "measures").length > 0) return true;
  if (Object.keys(record.plain).some((key) => EVIDENCE_LABEL.test(key) && realText(record, key) !== undefined))
    return true;
  const told = `${realText(record, "implementation") ?? ""} ${realText(record, "notes") ?? ""}`.slice(0, 4000);
  return /https?:\/\/|\b[\w-]+\.(?:md|ya?ml|csv|json|pdf|docx?|xlsx?|html?)\b|\b[A-Z]{2,}(?:-[A-Z]{2,})*-\d+\b/.test(
    told,
  );
}

/** Registers longer than this are no statement of applicability and are not summed up. */
const MOST = 400;
/** As many entries as make one finding for all of them kinder than one for each. */
const MANY = 5;

const registers = new WeakMap<readonly RecordFacts[], readonly RecordFacts[]>();

function controlsIn(records: readonly RecordFacts[]): readonly RecordFacts[] {
  let found = registers.get(records);
  if (!found) {
    found = records.filter((r) => r.kind === "control" && !r.template);
    registers.set(records, found);
  }
  return found;
}

/**
 * One finding for each entry that `fails`; where every entry of its file that could (`can`) fails, one for the first of them in
 * place of all the others.
 */
export function* eachOrAll(
  index: AimsIndex,
  record: RecordFacts,
  can: (entry: SoaEntry) => boolean,
  fails: (entry: SoaEntry) => boolean,
  say: { one(entry: SoaEntry): RawFinding; all(entries: readonly SoaEntry[]): RawFinding },
): Generator<RawFinding> {
  const entry = entryOf(index, record);
  if (!can(entry) || !fails(entry)) return;
  const inFile = controlsIn(index.file(record.path)?.records ?? []);
  const able = inFile.length > MOST ? [] : inFile.map((r) => entryOf(index, r)).filter(can);
  if (able.length >= MANY && able.every(fails)) {
    if (able[0]?.record === record) yield say.all(able);
  } else yield say.one(entry);
}
