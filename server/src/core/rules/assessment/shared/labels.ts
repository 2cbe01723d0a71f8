import { labelKey } from "../../../catalog/assessment-parts.ts";
import { labelledLines } from "../../../notation/labelled-lines.ts";
import { blocksOf, seen, tablesIn } from "../../../notation/seen.ts";
import { isOnlyPlaceholder } from "../../../records/placeholders.ts";
import type { Document, Heading } from "../../../syntax/document.ts";
import { lately } from "../../../text/lately.ts";
import { once } from "../../../text/once.ts";
import { remembering } from "../../../text/remember.ts";

/** A heading, bold label or table label of a document, and whether anything stands under or beside it. */
export interface Label {
  readonly text: string;
  /** The text for comparing. */
  readonly key: string;
  readonly content: "empty" | "placeholder" | "filled";
  /** The heading, where it is one. */
  readonly heading: Heading | undefined;
}

/** What a label is, but for its key. */
type Found = Pick<Label, "text" | "content"> & Partial<Pick<Label, "heading">>;

const keyOf = remembering(labelKey);

/** The labels of a Markdown document's body, its title left out. */
export const labelsOf = lately((document: Document): readonly Label[] =>
  document.language === "markdown"
    ? [...headings(document), ...boldLabels(document), ...tableLabels(document)].map(({ text, content, heading }) => ({
        text,
        key: keyOf(text),
        content,
        heading,
      }))
    : [],
);

function headings(document: Document): Found[] {
  const own = document.ownRecord === undefined ? undefined : document.records[document.ownRecord];
  const sections = own?.data.sections ?? [];
  return document.headings.flatMap((heading, i): Found[] => {
    const isTitle = i === 0 && heading.level === 1;
    return isTitle ? [] : [{ text: heading.title, content: sections[i]?.content ?? "filled", heading }];
  });
}

const contentOf = (text: string): Label["content"] =>
  text.trim() === "" ? "empty" : isOnlyPlaceholder(text) ? "placeholder" : "filled";

/** Where the labels of the document's own fields stand; those of its control header say nothing of its contents. */
function ownKeys(document: Document): ReadonlySet<number> {
  const own = document.ownRecord === undefined ? undefined : document.records[document.ownRecord];
  return new Set(own ? [...own.data.fields.values()].map((f) => own.base + f.keySpan.start) : []);
}

function boldLabels(document: Document): Found[] {
  if (!/\*\*|__/.test(document.text)) return [];
  const own = ownKeys(document);
  return blocksOf(document).flatMap((block): Found[] => {
    if (block.type !== "paragraph") return [];
    const labelled = (labelledLines(document.text, block) ?? []).filter((l) => !own.has(l.labelSpan.start));
    return labelled.map(({ label, value }) => ({
      text: label,
      content: contentOf(seen(document, value).text),
    }));
  });
}

/** Row labels with what stands in their row, and column headers with what stands in their column. */
function tableLabels(document: Document): Found[] {
  if (!document.text.includes("|")) return [];
  const own = ownKeys(document);
  const tables = tablesIn(document, { start: 0, end: document.text.length });
  return tables.flatMap(({ header, rows }): Found[] => {
    if ([header, ...rows.map((r) => r.cells)].some((cells) => cells[0] && own.has(cells[0].span.start))) return [];
    const filled = (text: string | undefined): boolean => contentOf(text ?? "") === "filled";
    return [
      ...rows.map(
        ({ cells }): Found => ({
          text: cells[0]?.text ?? "",
          content: cells.slice(1).some((c) => filled(c.text)) ? "filled" : "placeholder",
        }),
      ),
      ...header.map(
        (cell, i): Found => ({
          text: cell.text,
          content: rows.some(({ cells }) => filled(cells[i]?.text)) ? "filled" : "placeholder",
        }),
      ),
    ];
  });
}

const keysOf = once((words: readonly string[]) => words.map(labelKey));

/** The keys of all labels with something under them, in one text. */
const filledKeys = lately((document: Document): string =>
  labelsOf(document)
    .flatMap(({ key, content }) => (content === "filled" ? key : []))
    .join("\n"),
);

/** Whether something stands under a label that holds one of the words; the same words each time are one and the same list. */
export function saysUnder(document: Document, words: readonly string[]): boolean {
  const filled = filledKeys(document);
  for (const key of keysOf(words)) if (filled.includes(key)) return true;
  return false;
}
