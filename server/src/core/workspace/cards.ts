import type { CardSubject } from "../catalog/card-parts.ts";
import { kindForTitle } from "../records/kinds.ts";
import type { RecordFacts } from "../records/model.ts";
import type { Document } from "../syntax/document.ts";
import { baseName } from "./names.ts";

/** Documents about cards that are none themselves. */
const ABOUT = /\b(?:procedure|process|policy|guide(?:lines?)?|register|inventory|list|checklist|schema)\b/i;
const SYSTEM_CARD = /\bsystem[ _-]?cards?\b/i;

/**
 * What a document is a card of, by its own record and, for a data sheet with an ordinary control header, its title. A data set described
 * in YAML is an entry of a register and no data sheet. Undefined for documents about cards.
 */
export function cardSubject(document: Document, own: RecordFacts | undefined): CardSubject | undefined {
  if (own === undefined) return undefined;
  const heading = document.headings[0]?.title ?? "";
  const file = baseName(document.path);
  if (ABOUT.test(heading) || ABOUT.test(file)) return undefined;
  if (own.kind === "model-card")
    return [heading, file, own.plain.title].some((text) => typeof text === "string" && SYSTEM_CARD.test(text))
      ? "system"
      : "model";
  if (document.language !== "markdown") return undefined;
  const sheet = own.kind === "dataset" || (own.kind === "procedure" && kindForTitle(heading) === "dataset");
  return sheet ? "data" : undefined;
}
