import { provision as findProvision, standard as findStandard } from "../catalog/catalog.ts";
import { speaksOfAnotherLaw } from "../catalog/citation-laws.ts";
import { scanStandardNames } from "../catalog/citations.ts";
import type { RecordFacts } from "../records/model.ts";
import { type Span, shift, touches } from "../text/span.ts";
import { linkAt, citationAt, type FieldAt, fieldAt, mentionAt, recordsAt } from "./at.ts";
import { fullestFirst, type Target, targetOf } from "./target.ts";
import type { FileView } from "../workspace/view.ts";

/** What the word at an offset names. */
export type Named =
  | { readonly what: "provision"; readonly standard: string; readonly provision: string; readonly span: Span }
  | { readonly what: "record"; readonly records: readonly RecordFacts[]; readonly span: Span }
  | { readonly what: "file"; readonly target: Target; readonly span: Span };

/** The provision, record or file named at an offset: a citation before a link, a mention, and a field's value. */
export function namedAt(view: FileView, offset: number): Named | undefined {
  return citedAt(view, offset) ?? linkedAt(view, offset) ?? mentionedAt(view, offset) ?? valueNamedAt(view, offset);
}

function citedAt(view: FileView, offset: number): Named | undefined {
  const citation = citationAt(view, offset);
  const provision = citation?.item.provision;
  if (!citation || !provision || (citation.item.implied && namesAnotherLaw(view, provision.standard))) return undefined;
  const { standard, id } = provision;
  return { what: "provision", standard, provision: id, span: citation.span };
}

/** Whether the document speaks of a law beside the one meant, so that an article without a name may be of either. */
function namesAnotherLaw({ document }: FileView, id: string): boolean {
  const law = findStandard(id);
  if (law === undefined || speaksOfAnotherLaw(document.text, law, false)) return true;
  return document.blocks.some(({ data }) =>
    scanStandardNames(data.text).some(
      ({ standard: other }) =>
        other !== undefined && other !== id && findStandard(other)?.citation.articles !== undefined,
    ),
  );
}

function linkedAt(view: FileView, offset: number): Named | undefined {
  const link = linkAt(view, offset);
  if (!link) return undefined;
  const byId = recordNamed(view, link.item.target, link.span);
  if (byId) return byId;
  const target = targetOf(view.aims, view.document.path, link.item.target);
  return target && { what: "file", target, span: link.span };
}

function mentionedAt(view: FileView, offset: number): Named | undefined {
  const mention = mentionAt(view, offset);
  return mention && recordNamed(view, mention.item.id, mention.span);
}

function recordNamed(view: FileView, id: string, span: Span): Named | undefined {
  const records = view.aims.index.byId(id);
  return records.length > 0 ? { what: "record", records: fullestFirst(records), span } : undefined;
}

/** Field types whose values name records. */
const REFERENCES: ReadonlySet<string> = new Set(["ref", "refs", "id"]);
const PATHS: ReadonlySet<string> = new Set(["path", "paths", "refs"]);

function valueNamedAt(view: FileView, offset: number): Named | undefined {
  const own = ownIdAt(view, offset);
  if (own) return own;
  const at = fieldAt(view, offset);
  const text = at?.part === "value" ? at.scalar?.text : undefined;
  if (!at || text === undefined) return undefined;
  const type = at.info?.type ?? "";
  if (REFERENCES.has(type) || !at.field.known) {
    const record = recordNamed(view, text, at.span);
    if (record) return record;
  }
  if (PATHS.has(type)) {
    const target = targetOf(view.aims, view.document.path, text);
    if (target) return { what: "file", target, span: at.span };
  }
  return type === "provision" || type === "provisions" || type === "satisfies"
    ? provisionNamed(view, at, text)
    : undefined;
}

function ownIdAt(view: FileView, offset: number): Named | undefined {
  for (const { placed } of recordsAt(view, offset)) {
    const span = placed.data.idSpan && shift(placed.data.idSpan, placed.base);
    if (span && touches(span, offset) && placed.data.id !== undefined) return recordNamed(view, placed.data.id, span);
  }
  return undefined;
}

function provisionNamed(view: FileView, at: FieldAt, text: string): Named | undefined {
  const standards =
    at.info?.type === "satisfies" && at.key !== at.field.label ? [at.key] : view.aims.config().standards;
  for (const standard of standards) {
    const found = findProvision(standard, text);
    if (found) return { what: "provision", standard: found.standard, provision: found.id, span: at.span };
  }
  return undefined;
}
