import { mainStandard, scanStandardNames } from "../catalog/citations.ts";
import type { Heading } from "../syntax/document.ts";
import type { ReadSetting } from "./setting.ts";

/** A line on the standard that a document is about, in whatever form its header has. */
const STANDARD_LINE =
  /^[\s>|*_-]{0,12}(?:(?:applicable|reference|governing) )?(?:standards?|norm(?:en?|es)?|frameworks?)[\s*_]{0,6}[:|](.{1,200})$/gim;
/** How much above the first section is looked at. */
const LONGEST_TOP = 2_000;

/** Whether the standard that an AIMS is worked by is named, or only others are; undefined where none is. */
export type NamedStandard = "main" | "other" | undefined;

/** Which standard the numbers of controls below these words are of: `ISO/IEC 27001:2022 Annex A`. */
export function namedStandard(text: string, { standards }: ReadSetting): NamedStandard {
  const names = scanStandardNames(text);
  if (names.length === 0) return undefined;
  const main = mainStandard(standards);
  return names.some(({ standard }) => standard === main) ? "main" : "other";
}

/** The same of a document by its title and a line above its first section. */
export function standardOfTop(text: string, headings: readonly Heading[], setting: ReadSetting): NamedStandard {
  const [title, section] = headings;
  const top = text.slice(0, Math.min(section?.span.start ?? text.length, LONGEST_TOP));
  const lines = [...top.matchAll(STANDARD_LINE)].map(([, said = ""]) => said);
  return namedStandard([title?.title ?? "", ...lines].join("\n"), setting);
}
