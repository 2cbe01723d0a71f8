import type { RecordFacts } from "../../records/model.ts";
import { question } from "../../scaffold/new-file.ts";
import { once } from "../../text/once.ts";
import type { Fix } from "../rule.ts";

/** A part of what a document of some kind holds. */
interface Part {
  readonly title: string;
  /** What a writer has to answer. */
  readonly question: string;
  readonly fields: readonly string[];
}

const asked = once((part: Part) => question(part.question));

/** The fields that stand for parts in a record, to be filled in. */
const fieldsFor = (parts: readonly Part[]): Record<string, ""> =>
  Object.fromEntries(parts.flatMap(({ fields: [first] }) => (first === undefined ? [] : [[first, "" as const]])));

/**
 * The fix that adds what a document is silent on.
 * @param record the record to which empty fields are added; undefined to add sections, each with its question, to the document
 */
export function addParts(parts: readonly Part[], record: RecordFacts | undefined): Fix {
  const title = parts.length === 1 ? `Add "${parts[0]?.title}"` : `Add the ${parts.length} missing parts`;
  if (record) return { title, changes: [{ op: "add-fields", record, fields: fieldsFor(parts) }] };
  const sections = parts.map((part) => ({ title: part.title, text: asked(part) }));
  return { title, changes: [{ op: "add-sections", sections }] };
}
