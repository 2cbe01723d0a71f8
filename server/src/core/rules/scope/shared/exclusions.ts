import {
  type AiSystem,
  excludesItself,
  scopeOf,
  scopeRecords,
  systemMentioned,
  systemNamed,
  systemOf,
} from "../../../coverage/systems.ts";
import { mapsOf, REASON_LABEL, realText, saysNothing, textOf } from "../../../coverage/values.ts";
import { isOnlyPlaceholder } from "../../../records/placeholders.ts";
import type { Entry, Field, PlacedRecord, RecordFacts, Value } from "../../../records/model.ts";
import type { Document } from "../../../syntax/document.ts";
import { type Span, shift } from "../../../text/span.ts";
import type { AimsIndex } from "../../../workspace/api.ts";
import { type ExcludedItem, excludedSentence, scopeSections } from "../../../workspace/scope-sections.ts";
import type { DocumentUnit, Fix, RecordUnit } from "../../rule.ts";
import type { Seen } from "../../../notation/seen.ts";
import { ordinalsOf } from "../../shared/in-document.ts";
import { fieldSpan, phraseIn, placeOf, within } from "../../shared/place.ts";

/** Something left out of scope, wherever it is written. Spans in the frame of the unit it was read from. */
export interface Exclusion {
  /** What is left out, as written. */
  readonly what: string;
  readonly at: Span;
  /** The system it is, where it is one of the inventory. */
  readonly system: AiSystem | undefined;
  /** The reason as written, if there is one. */
  readonly reason: string | undefined;
  /** Where the reason stands, or would. */
  readonly reasonAt: Span;
  /** Where a stretch of the reason stands. */
  phraseAt(start: number, end: number): Span;
  readonly approved: boolean;
  /** Day on which the exclusion is to be looked at again, ISO. */
  readonly reviewOn: string | undefined;
  /** An edit that makes room for the reason. */
  readonly reasonFix: Fix | undefined;
  /** An edit that makes room for approver and date. */
  readonly approvalFix: Fix | undefined;
}

/** Where a system's record gives its reason: the field for it, a column of another name, or its notes. */
function reasonField({ facts, data }: RecordUnit): Field | undefined {
  const own = data.fields.get("exclusion_reason");
  if (own && own.value.type !== "empty") return own;
  const others = [...data.fields.values()].filter(
    (f) => (!f.known && REASON_LABEL.test(f.label)) || f.name === "notes",
  );
  return others.find((f) => realText(facts, f.name) !== undefined) ?? own;
}

/** The exclusion a system's record states of itself: `in_scope: no`, or a reason for exclusion. */
export function ownExclusion(unit: RecordUnit, index: AimsIndex): Exclusion | undefined {
  const { facts, data } = unit;
  const system = facts.kind === "system" && excludesItself(facts) ? systemOf(index, facts) : undefined;
  if (!system) return undefined;
  const reason = reasonField(unit);
  const missing = ["exclusion_approved_by", "exclusion_approved_on"].filter((name) => !data.fields.has(name));
  return {
    what: system.name || system.id,
    at: placeOf(data, "in_scope", "exclusion_reason"),
    system,
    reason: (reason && textOf(facts, reason.name)) ?? putOff(reason?.value) ?? reasonElsewhere(index, system),
    reasonAt: placeOf(data, reason?.name ?? "exclusion_reason", "in_scope"),
    phraseAt: (start, end) => (reason ? within(reason.value, start, end) : data.head),
    approved: realText(facts, "exclusion_approved_by") !== undefined || approvedElsewhere(index, system),
    reviewOn: undefined,
    reasonFix: reason ? undefined : addFields(facts, ["exclusion_reason"], "Add a reason for the exclusion"),
    approvalFix:
      missing.length === 0 ? undefined : addFields(facts, missing, "Add who approved the exclusion and when"),
  };
}

/** A placeholder is a word too: a reason that reads "TBD" puts it off. */
const putOff = (value: Value | undefined): string | undefined =>
  value?.type === "scalar" && /^(?:tb[dc]|to be (?:determined|decided|confirmed|defined))\b/i.test(value.text.trim())
    ? value.text.trim()
    : undefined;

const addFields = (record: RecordFacts, names: readonly string[], title: string): Fix => ({
  title,
  changes: [{ op: "add-fields", record, fields: Object.fromEntries(names.map((name) => [name, ""])) }],
  preferred: true,
});

const prose = new WeakMap<RecordFacts, boolean>();
const SHORTEST_SENTENCE = 40;

/** Whether a scope statement has sentences on exclusions: they may speak of any system. */
function explainsInProse(record: RecordFacts): boolean {
  let explains = prose.get(record);
  if (explains === undefined) {
    const items = mapsOf(record, "exclusions", "what");
    explains = items.some((item) => item.system === undefined && String(item.what ?? "").length > SHORTEST_SENTENCE);
    prose.set(record, explains);
  }
  return explains;
}

/** A reason in another record of the system; a scope statement that leaves it out is taken to answer for the reason itself. */
function reasonElsewhere(index: AimsIndex, system: AiSystem): string | undefined {
  for (const record of system.records) {
    const reason = realText(record, "exclusion_reason");
    if (reason !== undefined) return reason;
  }
  const named = scopeOf(index, system).saysOut.some((record) => record.kind === "scope");
  return named || scopeRecords(index).some(explainsInProse) ? "see the scope statement" : undefined;
}

/** Whether another record answers for the approval: one of the system, a scope statement that lists it, or an approved one that explains its exclusions in prose. */
function approvedElsewhere(index: AimsIndex, system: AiSystem): boolean {
  if (system.records.some((r) => realText(r, "exclusion_approved_by") !== undefined)) return true;
  if (scopeOf(index, system).saysOut.some((record) => record.kind === "scope")) return true;
  return scopeRecords(index).some((r) => isApproved(r) && explainsInProse(r));
}

const isApproved = (record: RecordFacts): boolean =>
  record.plain.status === "approved" || realText(record, "approved_by") !== undefined;

interface Reading {
  readonly facts: readonly RecordFacts[];
  readonly scopes: readonly RecordFacts[];
  readonly systems: readonly RecordFacts[];
  readonly exclusions: readonly Exclusion[];
}

const readings = new WeakMap<Document, Reading>();

/**
 * What the scope statements of a document leave out: their field `exclusions`, and the tables, lists and sentences of their
 * sections on exclusions. Worked out once for all rules that ask.
 */
export function scopeExclusions(unit: DocumentUnit, index: AimsIndex): readonly Exclusion[] {
  const { document } = unit;
  if (ordinalsOf(unit, "scope").length === 0) return [];
  const facts = index.file(document.path)?.records ?? [];
  const [scopes, systems] = [index.ofKind("scope"), index.ofKind("system")];
  const known = readings.get(document);
  if (known?.facts === facts && known.scopes === scopes && known.systems === systems) return known.exclusions;
  const exclusions = readExclusions(unit, facts, index);
  readings.set(document, { facts, scopes, systems, exclusions });
  return exclusions;
}

function readExclusions({ document, own }: DocumentUnit, facts: readonly RecordFacts[], index: AimsIndex): Exclusion[] {
  const out = document.records.flatMap((placed, i) => {
    const record = facts[i];
    return record?.kind === "scope" && !record.template ? fieldExclusions(document, placed, record, index) : [];
  });
  if (own?.kind !== "scope" || own.template) return out;
  const said = [...out.map((e) => e.at), ...ownWord(document)];
  const items = scopeSections(document).excluded.filter(
    ({ what }) => !said.some((s) => s.start <= what.span.start && what.span.end <= s.end),
  );
  return [...out, ...items.flatMap((item) => fromSection(item, own, index) ?? [])];
}

/** Rows of systems that exclude themselves; they speak for themselves. */
const ownWord = (document: Document): Span[] =>
  document.records.flatMap(({ base, data }) =>
    data.kind === "system" && (data.plain.in_scope === false || data.plain.exclusion_reason !== undefined)
      ? [shift(data.span, base)]
      : [],
  );

function fieldExclusions(
  document: Document,
  { base, data }: PlacedRecord,
  record: RecordFacts,
  index: AimsIndex,
): Exclusion[] {
  const field = data.fields.get("exclusions");
  if (!field || field.value.type === "empty") return [];
  const items = field.value.type === "list" ? field.value.items : [field.value];
  return items.flatMap((item) => fromItem(document, base, item, record, index) ?? []);
}

function fromItem(
  document: Document,
  base: number,
  item: Value,
  record: RecordFacts,
  index: AimsIndex,
): Exclusion | undefined {
  if (item.type === "scalar") {
    const [found] = excludedSentence({ text: item.text, span: shift(item.span, base) });
    return found && fromSection(found, record, index);
  }
  if (item.type !== "map") return undefined;
  const entry = (key: string): Entry | undefined => item.entries.find((e) => e.key === key && e.value.type !== "empty");
  const what = entry("system") ?? entry("what") ?? item.entries.find((e) => e.value.type === "scalar");
  if (!what) return undefined;
  const reason = item.entries.find((e) => e.key === "reason");
  const text = (e: Entry | undefined): string | undefined => (e?.value.type === "scalar" ? e.value.text : undefined);
  const reasonSpan = reason ? fieldSpan({ ...reason, name: "", known: true, label: "" }) : what.value.span;
  return {
    what: text(what) ?? "",
    at: shift(what.value.span, base),
    system: systemNamed(index, text(what) ?? ""),
    reason: text(reason),
    reasonAt: shift(reasonSpan, base),
    phraseAt: (start, end) => phraseIn(document.text, shift(reasonSpan, base), (text(reason) ?? "").slice(start, end)),
    approved: isApproved(record) || real(text(entry("approved_by"))),
    reviewOn: text(entry("review_on")),
    reasonFix: reason ? undefined : addKeys(document, base, item.entries, ["reason"], "Add a reason for the exclusion"),
    approvalFix: addKeys(
      document,
      base,
      item.entries,
      ["approved_by", "approved_on"].filter((key) => !item.entries.some((e) => e.key === key)),
      "Add who approved the exclusion and when",
    ),
  };
}

const real = (text: string | undefined): boolean =>
  text !== undefined && text.trim() !== "" && !saysNothing(text) && !isOnlyPlaceholder(text);

/** Adds keys to a YAML mapping written in block style, at the indentation of its last key. */
function addKeys(
  document: Document,
  base: number,
  entries: readonly Entry[],
  keys: readonly string[],
  title: string,
): Fix | undefined {
  const last = entries[entries.length - 1];
  if (!last || keys.length === 0 || document.language === "csv") return undefined;
  const { text } = document;
  const keyAt = base + last.keySpan.start;
  const lineAt = text.lastIndexOf("\n", keyAt - 1) + 1;
  const before = text.slice(lineAt, keyAt);
  if (!/^[ ]*(?:- +)?$/.test(before)) return undefined;
  const valueEnd = base + Math.max(last.value.span.end, last.keySpan.end);
  const lineEnd = /\r?\n|$/.exec(text.slice(valueEnd));
  const at = valueEnd + (lineEnd?.index ?? 0);
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const newText = keys.map((key) => `${eol}${" ".repeat(before.length)}${key}:`).join("");
  return { title, changes: [{ op: "replace", span: { start: at, end: at }, newText }], preferred: true };
}

/** @returns undefined for a sentence of prose that names no system which the records leave out */
function fromSection(item: ExcludedItem, own: RecordFacts, index: AimsIndex): Exclusion | undefined {
  const { what, reason, approvedBy, reviewOn } = item;
  const prose = item.sentence !== undefined;
  const named = systemNamed(index, item.system) ?? systemNamed(index, what.text);
  const system = named ?? (prose ? systemMentioned(index, what.text) : undefined);
  if (prose && (!system || scopeOf(index, system).state !== "out")) return undefined;
  const exact = reason !== undefined && reason.span.end - reason.span.start === reason.text.length;
  const place = reason && reason.text !== "" ? reason.span : what.span;
  return {
    what: what.text,
    at: prose && system ? nameIn(what, system) : what.span,
    system,
    reason: reason && reason.text.trim() !== "" ? reason.text : undefined,
    reasonAt: place,
    phraseAt: (start, end) =>
      exact && reason ? { start: reason.span.start + start, end: reason.span.start + end } : place,
    approved: isApproved(own) || real(approvedBy?.text),
    reviewOn: reviewOn?.text,
    reasonFix: undefined,
    approvalFix: undefined,
  };
}

/** Where a sentence writes a system's name. */
function nameIn({ text, span }: Seen, { name }: AiSystem): Span {
  const at = name === "" ? -1 : text.toLowerCase().indexOf(name.toLowerCase());
  return at < 0 ? span : { start: span.start + at, end: span.start + at + name.length };
}
