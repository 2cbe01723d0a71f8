import type { Span } from "../text/span.ts";
import { flowAt, flowWordEnd } from "./yaml-flow.ts";
import { LineWalk, readLine, valueEnd, type YamlLine } from "./yaml-lines.ts";

/** A place in YAML where something can be written, told from the text alone, so that half-written YAML has one too. */
export interface YamlSpot {
  /** `item`: an item of a block list, which may be a scalar or the first key of a mapping. */
  readonly at: "key" | "value" | "item";
  /** Keys from the document's top to the mapping the spot is in; for a value or an item, its own key last. */
  readonly path: readonly string[];
  /** The other keys of the mapping the spot is in, with their values where they stand on one line. */
  readonly siblings: ReadonlyMap<string, string>;
  /** Other items of the list the spot is in. */
  readonly others: readonly string[];
  /** The word, value or item under the offset; what is written replaces it. */
  readonly span: Span;
  readonly flow: boolean;
  /** A colon follows the key already. */
  readonly colon: boolean;
  /** Nothing parts the spot from the colon before it. */
  readonly tight: boolean;
}

/** The stretch of one YAML document: `[start, end)` of a text. */
export type Region = Span;

/** The YAML document an offset of a YAML file stands in. */
export function yamlRegion(text: string, offset: number): Region {
  const before = /^(?:---|\.\.\.)(?=\s|$)[^\n]*\n?/gm;
  let start = 0;
  let end = text.length;
  for (let m = before.exec(text); m; m = before.exec(text)) {
    if (m.index + m[0].length <= offset) start = m.index + m[0].length;
    else if (m.index >= offset) {
      end = m.index;
      break;
    }
    if (m[0] === "") break;
  }
  return { start, end };
}

/** The front matter of a Markdown text, its `---` lines not included; where it is not closed, up to the first blank line or heading. */
export function frontMatterRegion(text: string): Region | undefined {
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (!open) return undefined;
  const start = open[0].length;
  const close = /^(?:---|\.\.\.)[ \t]*\r?$/m.exec(text.slice(start));
  if (close) return { start, end: start + close.index };
  const stop = /^(?:[ \t]*\r?$|#)/m.exec(text.slice(start));
  return { start, end: stop ? start + stop.index : text.length };
}

/** What the lines around the spot say of its place. */
interface Surroundings {
  readonly path: string[];
  readonly siblings: Map<string, string>;
  readonly others: string[];
  /** Value text of the nearest parent key and where it starts. */
  parent: { readonly value: string; readonly from: number } | undefined;
}

interface Climb {
  /** Column of the mapping whose keys are being met. */
  column: number;
  /** Column of the dash of the list item the mapping is in, once known. */
  list: number | undefined;
  /** How many mappings up. */
  level: number;
}

/** Where in the YAML of `region` an offset stands; undefined where nothing is to be written (comments, block scalars, odd YAML). */
export function yamlSpotAt(text: string, region: Region, offset: number): YamlSpot | undefined {
  const walk = new LineWalk(text, region.start, region.end);
  const start = walk.start(offset);
  const line = readLine(walk.line(start));
  const at = offset - start;
  if (at > line.text.length || line.dashes.length > 1 || inComment(line, at)) return undefined;
  const column = line.text.trim() === "" ? at : line.column;
  if (line.text.trim() !== "" && at < line.column && !opensEmptyItem(line, at)) return undefined;
  const around = lookAround(walk, start, column, line.dashes[0]);
  if (!around || isBlockScalar(around.parent?.value)) return undefined;
  const bracketed = around.parent && /^[[{]/.test(around.parent.value) ? around.parent : undefined;
  const within = bracketed && flowAt(text, bracketed.from, offset, region.end);
  if (within) return flowSpot(text, region, offset, around, around.path, within);
  const opened = !line.key && /[[{]/.test(line.text[line.column] ?? "") ? start + line.column : undefined;
  const inItem = opened === undefined ? undefined : flowAt(text, opened, offset, region.end);
  if (inItem) return flowSpot(text, region, offset, around, around.path, inItem);
  if (line.key && at > line.key.colon) return valueSpot(text, region, start, line, offset, around);
  return keySpot(start, line, offset, around);
}

/** Whether a place is behind the dash of an item that holds nothing yet. */
const opensEmptyItem = ({ text, column, dashes: [dash] }: YamlLine, at: number): boolean =>
  dash !== undefined && at > dash && text.slice(column).trim() === "";

const isBlockScalar = (value: string | undefined): boolean => value !== undefined && /^[|>]/.test(value);

function inComment(line: YamlLine, at: number): boolean {
  const end = valueEnd(line.text, line.key ? line.key.colon + 1 : line.column);
  const hash = line.text.indexOf("#", end);
  return hash >= 0 && at > hash;
}

function keySpot(start: number, line: YamlLine, offset: number, around: Surroundings): YamlSpot | undefined {
  const { path, siblings, others } = around;
  const empty = line.text.slice(line.column).trim() === "";
  const from = empty ? offset : start + line.column;
  const to = line.key ? start + line.key.end : empty ? offset : start + valueEnd(line.text, line.column);
  const span = { start: from, end: Math.max(from, to, offset) };
  if (line.key && offset > start + line.key.end) return undefined;
  const at = line.dashes.length > 0 && !line.key ? "item" : "key";
  const tight = at === "item" && offset === start + (line.dashes[0] as number) + 1;
  return { at, path, siblings, others, span, flow: false, colon: line.key !== undefined, tight };
}

function valueSpot(
  text: string,
  region: Region,
  start: number,
  line: YamlLine,
  offset: number,
  around: Surroundings,
): YamlSpot | undefined {
  const key = line.key;
  if (!key) return undefined;
  const path = [...around.path, key.name];
  const colonEnd = start + key.colon + 1;
  const flow = flowAt(text, colonEnd, offset, region.end);
  if (flow) return flowSpot(text, region, offset, around, path, flow);
  if (/^[&*!|>]/.test(key.value)) return undefined;
  const lead = (/^[ \t]*/.exec(line.text.slice(key.colon + 1)) as RegExpExecArray)[0].length;
  const valueStart = key.value === "" ? offset : colonEnd + lead;
  if (offset < valueStart) return undefined;
  const end = key.value === "" ? offset : Math.max(offset, start + valueEnd(line.text, key.colon + 1 + lead));
  const { siblings } = around;
  const span = { start: valueStart, end };
  return { at: "value", path, siblings, others: [], span, flow: false, colon: false, tight: valueStart === colonEnd };
}

function flowSpot(
  text: string,
  region: Region,
  offset: number,
  around: Surroundings,
  path: readonly string[],
  flow: NonNullable<ReturnType<typeof flowAt>>,
): YamlSpot {
  const end = Math.max(offset, flowWordEnd(text, flow.start, region.end));
  return {
    at: flow.at === "key" ? "key" : "value",
    path: [...path, ...flow.path],
    siblings:
      flow.at === "item" && flow.path.length === 0 ? around.siblings : new Map(flow.keys.map((key) => [key, ""])),
    others: flow.others,
    span: { start: flow.start, end },
    flow: true,
    colon: flow.at === "key" && /^\s*:/.test(text.slice(end, end + 3)),
    tight: flow.at === "value" && text[flow.start - 1] === ":",
  };
}

/** Reads the lines above and below for the keys beside the spot and the keys above it; undefined for YAML it cannot follow. */
function lookAround(walk: LineWalk, start: number, column: number, dash: number | undefined): Surroundings | undefined {
  const around: Surroundings = { path: [], siblings: new Map(), others: [], parent: undefined };
  const climb: Climb = { column, list: dash, level: 0 };
  for (const at of walk.above(start)) {
    if (climb.column === 0 && climb.list === undefined && climb.level > 0) break;
    const indent = walk.indent(at);
    if (indent > climb.column && (climb.list === undefined || indent > climb.list)) continue;
    const wanted = climb.level === 0 && dash !== undefined;
    if (!wanted && indent === climb.list && walk.opensItem(at, indent)) continue;
    const line = readLine(walk.line(at));
    if (line.content && !climbLine(line, at, climb, around)) return undefined;
  }
  lookBelow(walk, start, column, dash, around);
  return around;
}

/** Takes in one line above; false when it fits no picture. */
function climbLine(line: YamlLine, at: number, climb: Climb, around: Surroundings): boolean {
  const dash = line.dashes.at(-1);
  if (climb.list !== undefined) {
    if (dash === climb.list) {
      if (climb.level === 0) noteItem(line, around);
      return true;
    }
    if (line.column > climb.list) return true;
    return line.key ? enter(line, at, dash, climb, around) : dash !== undefined && dash < climb.list;
  }
  if (line.column > climb.column) return true;
  if (line.column === climb.column) {
    if (line.key && climb.level === 0) note(line.key, around);
    climb.list = dash;
    return true;
  }
  if (line.key) return enter(line, at, dash, climb, around);
  if (dash === undefined) return false;
  climb.list = dash;
  return true;
}

/** The line's key is the parent of what was met so far. */
function enter(line: YamlLine, at: number, dash: number | undefined, climb: Climb, around: Surroundings): boolean {
  const key = line.key;
  if (!key) return false;
  around.path.unshift(key.name);
  around.parent ??= { value: key.value, from: at + key.colon + 1 };
  climb.column = line.column;
  climb.list = dash;
  climb.level++;
  return true;
}

function note(key: NonNullable<YamlLine["key"]>, around: Surroundings): void {
  if (!around.siblings.has(key.name)) around.siblings.set(key.name, key.value);
}

function noteItem(line: YamlLine, around: Surroundings): void {
  const text = line.text.slice(line.column, valueEnd(line.text, line.column)).replace(/^(["'])(.*)\1$/, "$2");
  if (!line.key && text !== "") around.others.push(text);
}

function lookBelow(
  walk: LineWalk,
  start: number,
  column: number,
  dash: number | undefined,
  around: Surroundings,
): void {
  for (const at of walk.below(start)) {
    const line = readLine(walk.line(at));
    if (!line.content) continue;
    const own = line.dashes.at(-1);
    if (own !== undefined && own === dash) {
      if (line.key) return;
      noteItem(line, around);
    } else if ((line.dashes[0] ?? line.column) < column) return;
    else if (own === undefined && line.column === column && line.key) note(line.key, around);
  }
}

/** Values of top-level keys of a YAML document: what says of which kind it is. */
export function topKeys(text: string, region: Region): Map<string, string> {
  const found = new Map<string, string>();
  const pattern = /^([A-Za-z][\w-]{0,60}):(?:[ \t]([^\r\n]{0,200}))?[^\S\n]*\r?$/gm;
  pattern.lastIndex = region.start;
  for (let m = pattern.exec(text); m && m.index < region.end; m = pattern.exec(text)) {
    const [, key = "", value = ""] = m;
    if (!found.has(key))
      found.set(
        key,
        value
          .replace(/\s#.*$/, "")
          .trim()
          .replace(/^(["'])(.*)\1$/, "$2"),
      );
  }
  return found;
}
