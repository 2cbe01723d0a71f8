import type { Span } from "../text/span.ts";
import type { Provision } from "./model.ts";

/**
 * A reference to a provision of a standard, wherever it stands. Every one that is read has all properties, in this order: there are so many
 * that it matters that they are alike.
 */
export interface Citation {
  /** The whole citation as written, `ISO/IEC 42001 6.1.3 f)`, or one member of an enumeration. */
  readonly span: Span;
  readonly text: string;
  /** Only the number (`A.6.2.44`); what a correction replaces. */
  readonly numberSpan: Span;
  readonly number: string;
  /** The standard named beside it (`42001:`, `ISO/IEC 42001`), its catalogue id; undefined when none is named. */
  readonly standard?: string | undefined;
  /** Whether no law is named beside an article or annex, so that the one worked to is meant unless the document speaks of others. */
  readonly implied?: true | undefined;
  /** The edition named (`2022`), if any. */
  readonly edition?: string | undefined;
  /** The title written beside the number (`A.2.2 AI policy`, a neighbouring title cell), if any. */
  readonly title?: { readonly span: Span; readonly text: string } | undefined;
  /** `field`: stands in a `satisfies` or control-number field; `prose` elsewhere. */
  readonly place: "field" | "prose" | "heading" | "header";
  /**
   * Catalogue id of the standard meant: the one named, else the first in use that has the number, else the first in use. Undefined where
   * none can be meant.
   */
  readonly meant: string | undefined;
  /** The provision meant; undefined when the standard has no such provision, or its provisions are not catalogued. */
  readonly provision: Provision | undefined;
}
