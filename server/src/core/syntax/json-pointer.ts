import type { Span } from "../text/span.ts";

/** What a JSON pointer leads to. Numbers keep the digits they are written with; `NaN` and `Infinity`, which Python writes, are scalars. */
export type JsonFound =
  | { readonly type: "scalar"; readonly text: string; readonly quoted: boolean; readonly span: Span }
  | { readonly type: "object" | "array"; readonly span: Span };

/** Why a pointer leads nowhere. `after` is how many of its steps lead somewhere. */
export interface JsonProblem {
  readonly problem: "missing" | "duplicate" | "syntax";
  readonly after: number;
}

/** A member of an object, or an item of an array under its number. */
export interface JsonMember {
  readonly key: string;
  readonly value: JsonFound;
}

/** Longest pointer followed, in steps. */
const MOST_STEPS = 64;
const SCALAR = /(?:-?(?:Infinity|\d[\d.eE+-]{0,400})|NaN|true|false|null)(?![\w.])/y;

/** The steps of a JSON pointer (RFC 6901) in a fragment, `~1` and `~0` read as `/` and `~`. Undefined where it does not begin with a slash. */
export function pointerSteps(pointer: string): string[] | undefined {
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) return undefined;
  return pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A step as it is written in a pointer. */
export const pointerStep = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");

/**
 * Follows a pointer through a JSON text without building it: what lies aside is passed over. A key that stands twice in an object on the
 * way is a problem, since readers of JSON differ in which they take. Never throws; linear in the text for each step.
 */
export function jsonAt(text: string, steps: readonly string[]): JsonFound | JsonProblem {
  let value = valueAt(text, skipSpace(text, text.charCodeAt(0) === 0xfeff ? 1 : 0));
  if (!value) return { problem: "syntax", after: 0 };
  for (const [i, step] of steps.slice(0, MOST_STEPS).entries()) {
    if (value.type === "scalar") return { problem: "missing", after: i };
    let found: JsonFound | undefined;
    for (const member of jsonMembers(text, value)) {
      if (member === undefined) return { problem: "syntax", after: i };
      if (member.key !== step) continue;
      if (found) return { problem: "duplicate", after: i };
      found = member.value;
    }
    if (!found) return { problem: "missing", after: i };
    value = found;
  }
  return value;
}

/** The members of an object or array in their order; an undefined one ends them where the text is no JSON. */
export function* jsonMembers(text: string, { type, span }: JsonFound): Generator<JsonMember | undefined> {
  if (type === "scalar") return;
  let at = skipSpace(text, span.start + 1);
  for (let i = 0; at < span.end - 1; i++) {
    let key = String(i);
    if (type === "object") {
      const end = stringEnd(text, at);
      const colon = end === undefined ? -1 : skipSpace(text, end);
      if (end === undefined || text[colon] !== ":") return yield undefined;
      key = unquote(text.slice(at, end));
      at = skipSpace(text, colon + 1);
    }
    const value = valueAt(text, at);
    if (!value) return yield undefined;
    yield { key, value };
    at = skipSpace(text, value.span.end);
    if (at < span.end - 1 && text[at] !== ",") return yield undefined;
    at = skipSpace(text, at + 1);
  }
}

function valueAt(text: string, at: number): JsonFound | undefined {
  const c = text[at];
  if (c === '"') {
    const end = stringEnd(text, at);
    return end === undefined
      ? undefined
      : { type: "scalar", text: unquote(text.slice(at, end)), quoted: true, span: { start: at, end } };
  }
  if (c === "{" || c === "[") {
    const end = bracketEnd(text, at);
    return end === undefined ? undefined : { type: c === "{" ? "object" : "array", span: { start: at, end } };
  }
  SCALAR.lastIndex = at;
  const written = SCALAR.exec(text)?.[0];
  return written === undefined
    ? undefined
    : { type: "scalar", text: written, quoted: false, span: { start: at, end: at + written.length } };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  return at;
}

/** Where a string that opens at `at` ends; undefined where none opens there or it is never closed. */
function stringEnd(text: string, at: number): number | undefined {
  if (text[at] !== '"') return undefined;
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === '"') return i + 1;
  }
  return undefined;
}

function bracketEnd(text: string, from: number): number | undefined {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const c = text[i];
    if (c === '"') {
      const end = stringEnd(text, i);
      if (end === undefined) return undefined;
      i = end - 1;
    } else if (c === "{" || c === "[") depth++;
    else if ((c === "}" || c === "]") && --depth === 0) return i + 1;
  }
  return undefined;
}

function unquote(raw: string): string {
  try {
    return String(JSON.parse(raw));
  } catch {
    return raw.slice(1, -1);
  }
}
