/** Where an offset stands inside brackets on a YAML value. */
export interface FlowSpot {
  /** Keys of flow mappings around the offset, outermost first; a list leaves no key. */
  readonly path: readonly string[];
  /** `key` or `value` of a flow mapping, `item` of a flow list. */
  readonly at: "key" | "value" | "item";
  /** Start of the word being written. */
  readonly start: number;
  /** Texts of the other items of the innermost list. */
  readonly others: readonly string[];
  /** Keys of the innermost mapping before the offset. */
  readonly keys: readonly string[];
}

interface Frame {
  readonly open: "[" | "{";
  readonly start: number;
  readonly keys: string[];
  key: string | undefined;
}

/** Reads from `from`, the start of a value, to `offset`; undefined when no bracket is open there. */
export function flowAt(text: string, from: number, offset: number, to: number): FlowSpot | undefined {
  const frames: Frame[] = [];
  let token = from;
  for (let i = from; i < offset; i++) {
    const c = text[i] as string;
    const top = frames.at(-1);
    if ((c === '"' || c === "'") && text.slice(token, i).trim() === "") {
      const close = closeOf(text, i, offset);
      if (close === undefined) break;
      i = close;
    } else if (c === "[" || c === "{") {
      frames.push({ open: c, start: i, keys: [], key: undefined });
      token = i + 1;
    } else if (c === "]" || c === "}") {
      frames.pop();
      token = i + 1;
    } else if (c === "," && top) {
      if (top.key !== undefined) top.keys.push(top.key);
      top.key = undefined;
      token = i + 1;
    } else if (c === ":" && top?.open === "{" && top.key === undefined && /[\s,[\]{}]/.test(text[i + 1] ?? " ")) {
      top.key = unquote(text.slice(token, i).trim());
      token = i + 1;
    }
  }
  const top = frames.at(-1);
  if (!top) return undefined;
  const start = Math.min(offset, token + (/^\s*/.exec(text.slice(token, offset)) as RegExpExecArray)[0].length);
  const path = frames.flatMap((frame) => (frame.key === undefined ? [] : [frame.key]));
  if (top.open === "[") return { path, at: "item", start, others: itemsOf(text, top.start, start, to), keys: [] };
  return { path, at: top.key === undefined ? "key" : "value", start, others: [], keys: top.keys };
}

function closeOf(text: string, open: number, limit: number): number | undefined {
  const quote = text[open];
  for (let i = open + 1; i < limit; i++) {
    if (text[i] === "\\" && quote === '"') i++;
    else if (text[i] === quote) return i;
  }
  return undefined;
}

const unquote = (text: string): string => text.replace(/^(["'])(.*)\1$/s, "$2");

const LONGEST_LIST = 20_000;

/** The items of the list that opens at `open`, but for the one at `except`. */
function itemsOf(text: string, open: number, except: number, to: number): string[] {
  const limit = Math.min(to, open + LONGEST_LIST);
  const items: string[] = [];
  let token = open + 1;
  let depth = 0;
  for (let i = open + 1; i <= limit; i++) {
    const c = text[i];
    if (c === "[" || c === "{") depth++;
    const ends = depth === 0 && (c === "," || c === "]" || i === limit);
    if (ends) {
      const item = unquote(text.slice(token, i).trim());
      if (item !== "" && !(token <= except && except <= i)) items.push(item);
      token = i + 1;
    }
    if (c === "]" || c === "}") {
      if (depth === 0) break;
      depth--;
    }
  }
  return items;
}

/** End of the word of a flow list or mapping that starts at `start`. */
export function flowWordEnd(text: string, start: number, to: number): number {
  const quote = text[start];
  if (quote === '"' || quote === "'") {
    const close = closeOf(text, start, to);
    if (close !== undefined && !text.slice(start, close).includes("\n")) return close + 1;
  }
  let end = start;
  while (
    end < to &&
    !",[]{}\n\r".includes(text[end] as string) &&
    !(text[end] === ":" && /[\s]/.test(text[end + 1] ?? " "))
  )
    end++;
  return start + text.slice(start, end).trimEnd().length;
}
