import { labelKey } from "../../../catalog/assessment-parts.ts";
import { labelledLines } from "../../../notation/labelled-lines.ts";
import { blocksOf, seen, tablesIn } from "../../../notation/seen.ts";
import { isOnlyPlaceholder } from "../../../records/placeholders.ts";
import type { Document, Heading } from "../../../syntax/document.ts";

/** A heading, bold label or table label of a document, and whether anything stands under or beside it. */
export interface Label {
  readonly text: string;
  readonly content: "empty" | "placeholder" | "filled";
  /** The heading, where it is one. */
  readonly heading?: Heading;
}

const readings = new WeakMap<Document, readonly Label[]>();

/** The labels of a Markdown document's body, its title left out. */
export function labelsOf(document: Document): readonly Label[] {
  let labels = readings.get(document);
  if (!labels) {
    labels =
      document.language === "markdown"
        ? [...headings(document), ...boldLabels(document), ...tableLabels(document)]
        : [];
    readings.set(document, labels);
  }
  return labels;
}

function headings(document: Document): Label[] {
  const own = document.ownRecord === undefined ? undefined : document.records[document.ownRecord];
  const sections = own?.data.sections ?? [];
  return document.headings.flatMap((heading, i): Label[] => {
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

function boldLabels(document: Document): Label[] {
  const own = ownKeys(document);
  return blocksOf(document).flatMap((block): Label[] => {
    if (block.type !== "paragraph") return [];
    const labelled = (labelledLines(document.text, block) ?? []).filter((l) => !own.has(l.labelSpan.start));
    return labelled.map(({ label, value }) => ({
      text: label,
      content: contentOf(seen(document, value).text),
    }));
  });
}

/** Row labels with what stands in their row, and column headers with what stands in their column. */
function tableLabels(document: Document): Label[] {
  const own = ownKeys(document);
  const tables = tablesIn(document, { start: 0, end: document.text.length });
  return tables.flatMap(({ header, rows }): Label[] => {
    if ([header, ...rows.map((r) => r.cells)].some((cells) => cells[0] && own.has(cells[0].span.start))) return [];
    const filled = (text: string | undefined): boolean => contentOf(text ?? "") === "filled";
    return [
      ...rows.map(
        ({ cells }): Label => ({
          text: cells[0]?.text ?? "",
          content: cells.slice(1).some((c) => filled(c.text)) ? "filled" : "placeholder",
        }),
      ),
      ...header.map(
        (cell, i): Label => ({
          text: cell.text,
          content: rows.some(({ cells }) => filled(cells[i]?.text)) ? "filled" : "placeholder",
        }),
      ),
    ];
  });
}

/** Whether something stands under a label that holds one of the words. */
export function saysUnder(document: Document, words: readonly string[]): boolean {
  const keys = words.map(labelKey);
  return labelsOf(document).some(({ text, content }) => {
    const key = labelKey(text);
    return content === "filled" && keys.some((k) => key.includes(k));
  });
}
