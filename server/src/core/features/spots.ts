import type { FileView } from "../workspace/view.ts";
import { headingSpotAt } from "./document-parts.ts";
import { csvSpots, labelSpots, tableSpots } from "./markdown-spots.ts";
import { proseSpotAt } from "./prose-context.ts";
import type { Spot } from "./spot.ts";
import { frontMatterRegion, yamlRegion } from "./yaml-context.ts";
import { yamlSpots } from "./yaml-spots.ts";

/** The places at an offset where something can be written, best first: in some YAML an item may be a value or a key. */
export function spotsAt(view: FileView, offset: number): Spot[] {
  const { text, language } = view.document;
  switch (language) {
    case "yaml":
      return orProse(view, offset, yamlSpots(view, yamlRegion(text, offset), offset));
    case "csv":
      return csvSpots(view, offset);
    case "markdown": {
      const matter = frontMatterRegion(text);
      if (matter && offset >= matter.start && offset <= matter.end) {
        return orProse(view, offset, yamlSpots(view, matter, offset));
      }
      return markdownSpots(view, offset);
    }
  }
}

function markdownSpots(view: FileView, offset: number): Spot[] {
  if (!view.document.governed) return [];
  const prose = proseSpotAt(view.document.text, offset, view.aims.config().standards);
  if (prose?.what === "link") return [prose];
  const heading = prose ? undefined : headingSpotAt(view, offset);
  if (heading) return [{ what: "heading", ...heading }];
  const table = tableSpots(view, offset);
  if (table.length > 0) return orProse(view, offset, table);
  const label = labelSpots(view, offset);
  if (label.length > 0) return orProse(view, offset, label);
  return prose ? [prose] : [];
}

/** Where the only thing asked for is free text, what the text itself begins. */
function orProse(view: FileView, offset: number, spots: Spot[]): Spot[] {
  const free = spots.every((spot) => spot.what === "value" && spot.field.type === "text" && !spot.field.values);
  const prose =
    free && view.document.governed ? proseSpotAt(view.document.text, offset, view.aims.config().standards) : undefined;
  return prose ? [prose] : spots;
}
