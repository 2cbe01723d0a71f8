import type { Document, Problem, Suppression } from "../syntax/document.ts";
import { readSuppressions, SUPPRESSES } from "../syntax/suppressions.ts";
import type { Memo } from "./memo.ts";
import type { ReadSetting } from "./setting.ts";

/** A file while it is read. */
export interface Source {
  readonly path: string;
  /** The text to be read: unfinished merges blanked out, offsets unchanged. */
  readonly text: string;
  /** Where the content starts, after a byte order mark. */
  readonly start: number;
  readonly setting: ReadSetting;
  readonly memo: Memo;
  /** Problems of the file as a whole. */
  readonly problems: readonly Problem[];
}

/** What a reader of one language finds; what it leaves out is empty. */
export type Contents = Pick<Document, "governed" | "records" | "blocks"> &
  Partial<Pick<Document, "template" | "ownRecord" | "headings" | "suppressions" | "problems" | "about">>;

/** A file that is no governance document. */
export const NOT_GOVERNED: Contents = { governed: false, records: [], blocks: [] };

/** The comments of a file that switch rules off; see `readSuppressions`. */
export const suppressionsOf = ({ text, memo }: Source, hashFrom: number, hashTo: number): readonly Suppression[] =>
  memo.holds(SUPPRESSES) ? readSuppressions(text, hashFrom, hashTo) : [];

/** A file's name without folder and ending. */
export function baseName(path: string): string {
  const start = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1;
  const dot = path.lastIndexOf(".");
  return path.slice(start, dot < start ? path.length : dot);
}
