import type { KindId } from "../generated/kinds.ts";
import type { FieldInfo, FieldType } from "../records/kinds.ts";
import type { Span } from "../text/span.ts";
import type { DocumentPart } from "./document-parts.ts";
import type { ProseSpot } from "./prose-context.ts";
import type { Style } from "./written.ts";

/** A field's name is to be written. */
export interface KeySpot {
  readonly what: "key";
  readonly kind: KindId | undefined;
  /** Fields that may stand here, those there already left out. */
  readonly fields: readonly FieldInfo[];
  /** Keys above, from the record. */
  readonly fieldPath: readonly string[];
  readonly span: Span;
  /** `block` and `flow` YAML, or a bold label. */
  readonly form: "block" | "flow" | "label";
  /** A colon follows already. */
  readonly colon: boolean;
  /** What goes before the name: a space after a dash, the bullet of a labelled line. */
  readonly lead: string;
}

/** A value of a field is to be written. */
export interface ValueSpot {
  readonly what: "value";
  readonly kind: KindId | undefined;
  readonly field: FieldInfo;
  readonly fieldPath: readonly string[];
  /** The key under `satisfies`. */
  readonly standard?: string;
  readonly siblings: ReadonlyMap<string, string>;
  /** Other items of the list. */
  readonly others: readonly string[];
  readonly span: Span;
  readonly style: Style;
}

/** The name of a kind, a kind or a standard as a key, or a top-level key is to be written. */
export interface NameSpot {
  readonly what: "kind" | "kind-key" | "standard" | "top";
  readonly present: ReadonlySet<string>;
  readonly span: Span;
  readonly style: Style;
  readonly colon: boolean;
}

/** The heading of a part is to be written. */
export interface HeadingSpot {
  readonly what: "heading";
  readonly parts: readonly DocumentPart[];
  readonly span: Span;
}

/** A place at which something can be written, in any notation. */
export type Spot = KeySpot | ValueSpot | NameSpot | HeadingSpot | ProseSpot;

const LISTS: ReadonlySet<FieldType> = new Set<FieldType>([
  "refs",
  "people",
  "provisions",
  "paths",
  "list",
  "enum-list",
]);

/** Whether a field holds several values. */
export const isList = (field: FieldInfo): boolean => LISTS.has(field.type);

/** The item of a list written in one stretch of text that an offset stands in; the separators are commas, semicolons and `<br>`. */
export function itemAt(
  text: string,
  span: Span,
  offset: number,
): { readonly span: Span; readonly others: string[]; readonly tight: boolean } {
  const list = text.slice(span.start, span.end);
  const others: string[] = [];
  let found: Span | undefined;
  let tight = false;
  let from = 0;
  for (const match of [...list.matchAll(/[,;]|<br ?\/?>/gi), undefined]) {
    const to = match?.index ?? list.length;
    const item = list.slice(from, to);
    const at = offset - span.start;
    if (!found && at >= from && at <= to) {
      const empty = item.trim() === "";
      const lead = item.length - item.trimStart().length;
      found = empty
        ? { start: offset, end: offset }
        : {
            start: Math.min(offset, span.start + from + lead),
            end: Math.max(offset, span.start + from + item.trimEnd().length),
          };
      tight = empty && at === from && from > 0;
    } else if (item.trim() !== "") others.push(item.trim());
    from = to + (match?.[0].length ?? 0);
  }
  return { span: found ?? { start: offset, end: offset }, others, tight };
}
