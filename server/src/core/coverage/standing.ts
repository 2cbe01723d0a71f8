import type { KindId } from "../generated/kinds.ts";
import { type KindInfo, kindInfo } from "../records/kinds.ts";
import type { RecordFacts } from "../records/model.ts";
import { happening } from "./dated.ts";
import { happeningOf } from "./nature.ts";
import { once } from "../text/once.ts";
import { dateOf, holds, realText } from "./values.ts";
import type { Today } from "../workspace/today.ts";

/**
 * Whether a record may count as evidence. `counts`: it does. `placeholder`: it holds the place of something (a template, a
 * draft, an empty form). `void`: it says nothing either way (retired, planned, rejected).
 */
export interface Standing {
  readonly state: "counts" | "placeholder" | "void";
  /** A few words that go on after the record's name: `approved 2026-02-02`, `is a template`, `has mostly empty sections`. */
  readonly note: string;
  /** The record by which it counts, when that is the document around it. */
  readonly by?: RecordFacts;
}

const counts = (note: string): Standing => ({ state: "counts", note });
const placeholder = (note: string): Standing => ({ state: "placeholder", note });
const nothing = (note: string): Standing => ({ state: "void", note });

/**
 * Where a record stands; `register` is the document around it, if there is one.
 * - A document counts when it is approved: `status: approved`, or an approver with a day that has come; and when at least half of
 *   its sections hold text.
 * - A row of a register counts when its register's document counts, when it has its own approval, or, in a register without a
 *   document around it, when the fields its kind requires and three in four of those it recommends are filled (any five, where
 *   hardly any are recommended).
 * - A record of something that happened counts from its day on and needs no approval.
 */
export function standingOf(record: RecordFacts, register: RecordFacts | undefined, today: Today): Standing {
  if (record.template) return placeholder("is a template");
  const status = realText(record, "status");
  if (status === "retired" && record.kind !== "system") return nothing("retired");
  if (status === "draft" || status === "in-review")
    return placeholder(status === "draft" ? "is a draft" : "is still in review");
  if (happeningOf(record.kind).event) return eventStanding(record, register, status, today);
  if (record.kind === undefined || kindInfo(record.kind).document) return documentStanding(record, today);
  return rowStanding(record, register, today);
}

/** Whether the document around records of a kind has a say in where they stand or when they were done. */
export function goesByRegister(kind: KindId | undefined): boolean {
  if (kind === undefined) return false;
  const { event, register } = happeningOf(kind);
  return register === true || (event !== true && !kindInfo(kind).document);
}

function eventStanding(
  record: RecordFacts,
  register: RecordFacts | undefined,
  status: string | undefined,
  today: Today,
): Standing {
  if (status !== undefined && happeningOf(record.kind).not?.includes(status)) return nothing(status);
  const day = happening(record, register)?.day;
  if (day === undefined) return placeholder("has no date");
  return today.reached(day) ? counts(`dated ${day}`) : nothing(`dated ${day}, a day to come`);
}

/** The approval a record has by its own fields. */
function approvalOf(record: RecordFacts, today: Today): string | undefined {
  const on = dateOf(record, "approved_on");
  if (on !== undefined && !today.reached(on)) return undefined;
  const by = realText(record, "approved_by");
  if (record.plain.status !== "approved" && (by === undefined || on === undefined)) return undefined;
  return on === undefined ? "approved" : `approved ${on}`;
}

/** Worked out once for a document: each row of its registers asks. */
const isMostlyEmpty = once((record: RecordFacts): boolean => {
  const sections = record.sections.filter((s) => s.level > 1);
  const filled = sections.filter((s) => s.content === "filled").length;
  return sections.length > 1 && filled * 2 < sections.length;
});

function documentStanding(record: RecordFacts, today: Today): Standing {
  if (isMostlyEmpty(record)) return placeholder("has mostly empty sections");
  const approval = approvalOf(record, today);
  if (approval !== undefined) return counts(approval);
  const on = dateOf(record, "approved_on");
  return placeholder(on !== undefined && !today.reached(on) ? `is approved only from ${on}` : "is not approved");
}

function rowStanding(record: RecordFacts, register: RecordFacts | undefined, today: Today): Standing {
  const own = approvalOf(record, today);
  if (own !== undefined) return counts(own);
  if (register !== undefined) return byRegister(register, today);
  return complete(record) ? counts("complete") : placeholder("has mostly empty fields");
}

let last: { readonly register: RecordFacts; readonly today: Today; readonly standing: Standing } | undefined;

/** Where rows stand by their register: one standing for all of them, which are asked one after another. */
function byRegister(register: RecordFacts, today: Today): Standing {
  if (last?.register !== register || last.today !== today)
    last = { register, today, standing: { ...standingOf(register, undefined, today), by: register } };
  return last.standing;
}

/** A kind that recommends fewer fields than this says little of when a row is complete; then any five fields do. */
const FEW = 4;

const recommended = once(({ fields }: KindInfo) => fields.filter((f) => f.recommended).map((f) => f.name));

function complete(record: RecordFacts): boolean {
  if (record.kind === undefined) return false;
  const info = kindInfo(record.kind);
  if (heldIn(record, info.required) < info.required.length) return false;
  if (info.oneOf && heldIn(record, info.oneOf, 1) === 0) return false;
  const wanted = recommended(info);
  const filled = heldIn(record, wanted, Math.max(3, Math.ceil((wanted.length * 3) / 4)));
  const isMostlyFilled = filled * 4 >= wanted.length * 3;
  if (!isMostlyFilled && wanted.length >= FEW) return false;
  const enough = isMostlyFilled ? 3 : 5;
  if (filled >= enough) return true;
  const known = Object.keys(record.plain).filter((field) => info.field(field));
  return heldIn(record, known, enough) === enough;
}

/** How many of some fields hold something, counted up to `most`. */
function heldIn(record: RecordFacts, fields: readonly string[], most = fields.length): number {
  let held = 0;
  for (const field of fields) if (holds(record, field) && ++held === most) break;
  return held;
}
