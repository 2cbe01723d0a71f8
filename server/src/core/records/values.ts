import type { FieldInfo } from "./kinds.ts";
import type { Plain } from "./model.ts";

/** The schema's own value for scalar text as written; text that cannot be read as the field's type stays text, so that validation reports it. */
export function coerce(_field: FieldInfo, text: string): Plain {
  return text;
}

/** One item of a list written in one cell or line; offsets into the text given. */
export interface ListItem {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Items of a comma-, semicolon- or `<br>`-separated text; separators inside brackets, parentheses or code marks do not count. */
export function splitList(_text: string): ListItem[] {
  return [];
}
