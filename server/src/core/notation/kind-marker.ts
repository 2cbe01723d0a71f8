import type { KindId } from "../generated/kinds.ts";
import { kindForWord, nearestKind } from "../records/kinds.ts";
import type { Entry } from "../records/model.ts";
import type { Span } from "../text/span.ts";
import type { ReadSetting } from "./setting.ts";

/** What a document says about its own kind. */
export interface KindMarker {
  /** Undefined when the word names no kind. */
  readonly kind: KindId | undefined;
  readonly text: string;
  /** Where the word stands, in the frame of the entry. */
  readonly span: Span;
}

/**
 * The entry `aims: <kind>`, wherever the file lies, or `type: <kind>` inside an AIMS. `aims` is a word of other people's
 * files too, so a value that is neither a kind nor close to one counts only inside an AIMS.
 */
export function markerOf(entry: Entry, setting: ReadSetting): KindMarker | undefined {
  if (entry.value.type !== "scalar" || (entry.key !== "aims" && entry.key !== "type")) return undefined;
  const { text, span } = entry.value;
  const kind = kindForWord(text);
  if (entry.key === "type") return setting.inAims && kind && !/\s/.test(text) ? { kind, text, span } : undefined;
  if (kind) return { kind, text, span };
  const meant = /^[\w-]{2,40}$/.test(text) && (setting.inAims || nearestKind(text) !== undefined);
  return meant ? { kind: undefined, text, span } : undefined;
}

/** Whether the text can hold an `aims:` key at all: a quick look before anything is parsed. */
export const mayHaveMarker = (text: string) => /(?:^|[\s{,"'])aims["']?[ \t]*:/.test(text);
