import { isOnlyPlaceholder, PLACEHOLDER_BEGINNINGS } from "../records/placeholders.ts";
import type { Plain } from "../records/model.ts";
import { beginnings, beginsElse } from "../text/begins.ts";

/** Whatever has fields: a record's facts or its data. */
export interface Fielded {
  readonly plain: { readonly [field: string]: Plain };
}

/** Words that say that there is nothing: `None`, `n/a`, `-`. */
const NOTHING =
  /^(?:none|nil|no|nobody|no one|nothing|n\/?a|na|not applicable|not available|not assigned|unassigned|unknown|blank|keine?r?s?|nein|niemand|aucune?|néant|non|nd|[-–—_.…\s]*)\.?$/iu;

/** How those words begin that begin with letters of ASCII. */
const NOTHINGS = ["no", "ni", "n/", "na", "ne", "nd", "un", "bl", "ke", "au"];
const BEGINNINGS = beginnings(NOTHINGS);
/** How those words or placeholders begin. */
const BEGINNINGS_OF_EITHER = beginnings([...NOTHINGS, ...PLACEHOLDER_BEGINNINGS]);
/** The longest of those words, with its full stop; longer is only a row of dashes and dots. */
const LONGEST_NOTHING = "not applicable.".length;

/** Whether a text says that there is nothing (`None`, `n/a`, `-`), or says nothing at all. */
export function saysNothing(text: string): boolean {
  const said = text.trim();
  if (beginsElse(said, BEGINNINGS)) return false;
  return (said.length <= LONGEST_NOTHING || /^[-–—_.…]/.test(said)) && NOTHING.test(said);
}

function asText(value: Plain | undefined): string | undefined {
  if (typeof value === "string") return value.trim();
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) {
    const parts: string[] = [];
    for (const item of value as readonly Plain[]) {
      const text = asText(item);
      if (text !== undefined && text !== "") parts.push(text);
    }
    return parts.length > 0 ? parts.join(", ") : undefined;
  }
  return value && typeof value === "object" ? asText((value as { readonly [key: string]: Plain }).name) : undefined;
}

/** A field's value as text: undefined where it is absent, empty or only a placeholder. People and lists give their names. */
export function textOf(record: Fielded, field: string): string | undefined {
  const text = asText(record.plain[field]);
  return text === undefined || text === "" || isOnlyPlaceholder(text) ? undefined : text;
}

/** Like `textOf`, and undefined too where the value says that there is nothing (`None`, `n/a`). */
export function realText(record: Fielded, field: string): string | undefined {
  const value = record.plain[field];
  return value === undefined ? undefined : realTextOf(value);
}

function realTextOf(value: Plain): string | undefined {
  const text = asText(value);
  if (text === undefined || text === "") return undefined;
  if (beginsElse(text, BEGINNINGS_OF_EITHER)) return text;
  return isOnlyPlaceholder(text) || saysNothing(text) ? undefined : text;
}

/** The items of a list field as text; placeholders and items that say that there is nothing are left out. */
export function listOf(record: Fielded, field: string): string[] {
  const value = record.plain[field];
  if (value === undefined || value === null) return [];
  const items: readonly Plain[] = Array.isArray(value) ? value : [value];
  const texts: string[] = [];
  for (const item of items) {
    const text = realTextOf(item);
    if (text !== undefined) texts.push(text);
  }
  return texts;
}

/** The mappings of a list of mappings; an item that is only text stands as `{ [textKey]: text }`. */
export function mapsOf(record: Fielded, field: string, textKey: string): { readonly [key: string]: Plain }[] {
  const value = record.plain[field];
  const items: readonly Plain[] = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return items.flatMap((item): { readonly [key: string]: Plain }[] => {
    if (item && typeof item === "object" && !Array.isArray(item)) return [item as { readonly [key: string]: Plain }];
    const text = asText(item);
    return text === undefined || text === "" || isOnlyPlaceholder(text) || saysNothing(text)
      ? []
      : [{ [textKey]: text }];
  });
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A field's ISO date; undefined where none can be read. */
export function dateOf(record: Fielded, field: string): string | undefined {
  const value = record.plain[field];
  return typeof value === "string" && value.length === 10 && DATE.test(value) ? value : undefined;
}

/** Whether a field holds anything a reader could use: text, a list with items, a mapping with entries. */
export function holds(record: Fielded, field: string): boolean {
  const value = record.plain[field];
  return value !== undefined && saysSomething(value);
}

function saysSomething(value: Plain): boolean {
  if (typeof value === "boolean") return true;
  if (value === null || typeof value !== "object") return realTextOf(value) !== undefined;
  const items: readonly Plain[] = Array.isArray(value) ? value : Object.values(value);
  for (const item of items) if (item !== null && saysSomething(item)) return true;
  return false;
}

/** A name for comparing: letter case, punctuation, articles and a version at the end taken off. */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .slice(0, 2000)
    .replace(/[^\p{L}\p{N}.]+/gu, " ")
    .replace(/(?:^|\s)(?:the|our)(?=\s)/g, " ")
    .replace(/\sv?\d+(?:\.\d+)*\s*$/, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** A text for comparing, letter case and all but letters and figures aside; unlike `nameKey` it keeps the numbers at the end. */
export const plainKey = (text: string): string =>
  text
    .toLowerCase()
    .slice(0, 2000)
    .replace(/[^\p{L}\p{N}.]+/gu, " ")
    .trim();

/** Labels under which people write reasons. */
export const REASON_LABEL = /justif|reason|rationale|begründung|motif/i;
/** Columns in which a mark or a word says where the need for a control comes from. */
const ORIGIN_LABEL =
  /\b(?:legal|law|regulat\w*|contract\w*|risks?|business|obligations?|drivers?|source|requirements?|best practice)\b/i;

/**
 * Why a control is taken in or left out: its justification, or, where a statement of applicability has a column for inclusions
 * and one for exclusions, the one that is filled. `field` is the name under which it stands.
 */
export function justificationOf(record: Fielded): { readonly text: string; readonly field: string } | undefined {
  const found: { readonly text: string; readonly field: string }[] = [];
  for (const field of ["justification", ...Object.keys(record.plain).filter((key) => REASON_LABEL.test(key))]) {
    const text = textOf(record, field);
    if (text !== undefined && (!saysNothing(text) || field === "justification")) found.push({ text, field });
  }
  return found.find(({ text }) => !saysNothing(text)) ?? found[0];
}

/** Whether a column of its own says where the need for a control comes from: a law, a contract, a risk. */
export const hasOrigin = (record: Fielded): boolean =>
  holds(record, "risks") ||
  Object.keys(record.plain).some((key) => ORIGIN_LABEL.test(key) && realText(record, key) !== undefined);
