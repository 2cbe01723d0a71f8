import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Entry, Value } from "../records/model.ts";
import type { Span } from "../text/span.ts";
import type { Problem } from "./document.ts";
import { hull, withoutLastBreaks } from "./values.ts";
import { parseSimpleYaml } from "./yaml-simple.ts";
import { duplicateKeyProblem, explainYamlError, unknownAliasProblem } from "./yaml-problems.ts";
import { addAll } from "../text/many.ts";

/** A stretch of YAML as read: what it says, and what is wrong with it. Spans are relative to the stretch. */
export interface YamlTree {
  /** The content; undefined where there is none (blank, or comments only). */
  readonly value: Value | undefined;
  readonly problems: readonly Problem[];
}

/** How many nodes may be reached through aliases in one stretch; what an alias bomb holds beyond it is left unread. */
const ALIAS_BUDGET = 10_000;
/** How deep values may nest; what is deeper is left unread. */
const MAX_DEPTH = 64;
/** How deep items of the outermost lists stand, be such a list read with the key it stands under, without it, or item by item. */
const ITEM_DEPTH = 1;

const NONE: readonly never[] = [];
const OPTIONS = { uniqueKeys: false, prettyErrors: false, logLevel: "silent", schema: "core", merge: false } as const;

/** Reads a stretch of YAML that holds at most one document. Never throws: what cannot be read is left out and said in `problems`. */
export function parseYaml(text: string): YamlTree {
  const value = parseSimpleYaml(text);
  return value ? { value, problems: NONE } : parseAnyYaml(text);
}

/** The same by the library alone, for whatever is YAML or wants to be. */
export function parseAnyYaml(text: string): YamlTree {
  if (isTooDeep(text)) return { value: undefined, problems: [tooDeep(text)] };
  try {
    const document = withoutStacks(() => parseDocument(text, OPTIONS));
    const walk = new Walk(text);
    const value = document.contents ? walk.value(document.contents, 0) : undefined;
    const error = document.errors.find(({ code }) => code !== "IMPOSSIBLE");
    const first = error ? [explainYamlError(text, error.code, error.pos)] : [];
    return { value: isAbsent(value) ? undefined : value, problems: [...first, ...walk.problems] };
  } catch {
    return { value: undefined, problems: [tooDeep(text)] };
  }
}

/** Runs `parse` without a stack trace for each error: the library makes one error for each stray quote of a line of thousands. */
function withoutStacks<T>(parse: () => T): T {
  const limit = Error as { stackTraceLimit?: number };
  const before = limit.stackTraceLimit ?? 10;
  limit.stackTraceLimit = 0;
  try {
    return parse();
  } finally {
    limit.stackTraceLimit = before;
  }
}

/** How many brackets may be open at once, and how far to the right a block may begin: the library goes down a call for each. */
const MAX_OPEN = 200;
const MAX_COLUMN = 500;

/** Whether the text is nested so deeply that the library would run out of stack, which no `catch` can be relied on to survive. */
function isTooDeep(text: string): boolean {
  let open = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 91 || c === 123) open++;
    else if ((c === 93 || c === 125) && open > 0) open--;
    if (open > MAX_OPEN || (c === 10 && beginsFarRight(text, i + 1))) return true;
  }
  return beginsFarRight(text, 0);
}

/** Whether blanks and the marks of lists and keys reach beyond the last column a block may begin in. */
function beginsFarRight(text: string, start: number): boolean {
  for (let i = start; i < text.length; i++) {
    if (i - start > MAX_COLUMN) return true;
    const c = text.charCodeAt(i);
    const mark = (c === 45 || c === 63 || c === 58) && isSpace(text.charCodeAt(i + 1));
    if (c !== 32 && c !== 9 && !mark) return false;
  }
  return false;
}

const isAbsent = (value: Value | undefined) => value?.type === "empty" && value.span.start === value.span.end;

const tooDeep = (text: string): Problem => ({
  code: "invalid-syntax",
  span: { start: 0, end: Math.min(text.length, 80) },
  message: "This YAML is nested too deeply to be read.",
  help: "Remove brackets or indentation until it is a few levels deep.",
});

/** Turns the library's nodes into values with spans. One a stretch: it remembers anchors as it passes them. */
class Walk {
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #anchors = new Map<string, Node>();
  #budget = ALIAS_BUDGET;
  /** While an alias is followed, the place where it stands: everything found behind it is said to stand there. */
  #via: Span | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  value(node: unknown, depth: number): Value {
    const span = this.#via ?? nodeSpan(node);
    if (depth > MAX_DEPTH || (this.#via && --this.#budget < 0)) return { type: "empty", span };
    if (isAlias(node)) return this.#alias(node.source, span, depth);
    if ((isScalar(node) || isCollection(node)) && node.anchor) this.#anchors.set(node.anchor, node);
    if (isMap(node)) return this.#map(node, span, depth);
    if (isSeq(node)) return this.#list(node, span, depth);
    return isScalar(node) ? this.#scalar(node, span) : { type: "empty", span };
  }

  #alias(name: string, span: Span, depth: number): Value {
    const target = this.#anchors.get(name);
    if (!target) {
      this.problems.push(unknownAliasProblem(span));
      return { type: "scalar", span, text: `*${name}`, plain: `*${name}` };
    }
    const outer = this.#via;
    this.#via = span;
    const value = this.value(target, depth + 1);
    this.#via = outer;
    return value;
  }

  #scalar(node: Scalar, span: Span): Value {
    const source = node.source ?? "";
    if (node.type === "PLAIN") {
      if (node.value === null) return { type: "empty", span };
      return { type: "scalar", span, text: source, plain: plainOf(node.value, source) };
    }
    const text = String(node.value ?? "");
    if (node.type !== "BLOCK_LITERAL" && node.type !== "BLOCK_FOLDED")
      return { type: "scalar", span, text, plain: text };
    const body = withoutLastBreaks(text);
    const trimmed = this.#via ?? this.#withoutTrailingSpace(span);
    return body === "" ? { type: "empty", span: trimmed } : { type: "scalar", span: trimmed, text: body, plain: body };
  }

  #list(node: YAMLSeq, span: Span, depth: number): Value {
    const inner = depth <= ITEM_DEPTH ? ITEM_DEPTH : depth + 1;
    const items = node.items.map((item) =>
      isPair(item) ? this.#pairAsMap(item, span, inner) : this.value(item, inner),
    );
    const end = node.flow || this.#via ? span.end : endOf(items, span.start + 1);
    return { type: "list", span: { start: span.start, end }, items };
  }

  #pairAsMap(pair: Pair, span: Span, depth: number): Value {
    const entries = this.#entry(pair, depth);
    return { type: "map", span: hull(entries.map(entrySpan), span), entries };
  }

  #map(node: YAMLMap, span: Span, depth: number): Value {
    if (node.flow && this.#text.startsWith("{{", span.start)) return this.#jinja(span);
    if (node.flow && isBracedWord(this.#text, span)) return this.#gap(span);
    const entries: Entry[] = [];
    const merged: Entry[] = [];
    for (const pair of node.items) {
      if (isScalar(pair.key) && pair.key.value === "<<") addAll(merged, this.#merge(pair, depth));
      else addAll(entries, this.#entry(pair, depth));
    }
    const own = this.#unrepeated(entries);
    const have = new Set(own.map((entry) => entry.key));
    const all = [...entries, ...merged.filter((entry) => !have.has(entry.key))];
    const end = node.flow || this.#via ? span.end : endOf(all.map(entrySpanned), span.start);
    return { type: "map", span: { start: span.start, end }, entries: all };
  }

  /** `key: {{ x }}` is a mapping to YAML and a gap to fill to everyone else. */
  #jinja(span: Span): Value {
    const eol = this.#text.slice(span.start).search(/[\r\n]/);
    const end = this.#via
      ? span.end
      : this.#withoutTrailingSpace({ start: span.start, end: eol < 0 ? this.#text.length : span.start + eol }).end;
    const text = this.#text.slice(span.start, end);
    return { type: "scalar", span: { start: span.start, end }, text, plain: text };
  }

  /** `key: {name}`: a gap to fill as well. */
  #gap(span: Span): Value {
    const text = this.#text.slice(span.start, span.end);
    return { type: "scalar", span, text, plain: text };
  }

  #entry(pair: Pair, depth: number): Entry[] {
    if (!isScalar(pair.key)) return [];
    const keySpan = this.#via ?? nodeSpan(pair.key);
    const key = String(pair.key.source ?? pair.key.value ?? "");
    if (key === "" && pair.value === null) return [];
    const after = { start: keySpan.end, end: keySpan.end };
    const value: Value = pair.value == null ? { type: "empty", span: after } : this.value(pair.value, depth + 1);
    return [{ key, keySpan, value }];
  }

  /** The entries that `<<: *base` or `<<: [*a, *b]` brings in; all are said to stand at the alias. */
  #merge(pair: Pair, depth: number): Entry[] {
    const value = this.value(pair.value, depth + 1);
    const maps = value.type === "list" ? value.items : [value];
    const entries = maps.flatMap((map) => (map.type === "map" ? map.entries : []));
    const seen = new Set<string>();
    return entries.filter((entry) => !seen.has(entry.key) && seen.add(entry.key));
  }

  /** Notes the keys that stand twice; the first of each name is kept by whoever reads the mapping. */
  #unrepeated(entries: readonly Entry[]): readonly Entry[] {
    const seen = new Set<string>();
    for (const entry of entries) {
      if (seen.has(entry.key) && !this.#via) this.problems.push(duplicateKeyProblem(entry));
      seen.add(entry.key);
    }
    return entries;
  }

  #withoutTrailingSpace(span: Span): Span {
    let end = span.end;
    while (end > span.start && isSpace(this.#text.charCodeAt(end - 1))) end--;
    return { start: span.start, end };
  }
}

const isBracedWord = (text: string, { start, end }: Span) =>
  end - start < 60 && end - start > 2 && /^\{[\w.-]+\}$/.test(text.slice(start, end));

const isSpace = (code: number) => code === 32 || code === 9 || code === 10 || code === 13;

function nodeSpan(node: unknown): Span {
  const range = isScalar(node) || isCollection(node) || isAlias(node) ? node.range : undefined;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}

function plainOf(value: unknown, source: string): string | number | boolean {
  if (typeof value === "boolean") return value;
  return typeof value === "number" && Number.isFinite(value) ? value : source;
}

const entrySpan = (entry: Entry): Span => ({
  start: entry.keySpan.start,
  end: Math.max(entry.keySpan.end, entry.value.span.end),
});
const entrySpanned = (entry: Entry) => ({ span: entrySpan(entry) });

function endOf(values: readonly { readonly span: Span }[], least: number): number {
  let end = least;
  for (const value of values) if (value.span.end > end) end = value.span.end;
  return end;
}
