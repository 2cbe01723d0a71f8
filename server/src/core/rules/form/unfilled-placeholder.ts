import type { Placeholder } from "../../records/model.ts";
import type { BlockData } from "../../syntax/document.ts";
import { shift } from "../../text/span.ts";
import { baseName, isBelow } from "../../workspace/names.ts";
import { type DocumentUnit, NONE, type RawFinding, type RuleContext, rule } from "../rule.ts";
import { given } from "../shared/in-document.ts";
import { quoted } from "../shared/words.ts";

/** From so many open places on, a document that is not in force is told once and not at each of them. */
const MANY = 10;

const placeholdersIn = ({ placeholders }: BlockData): readonly Placeholder[] | undefined =>
  placeholders.length > 0 ? placeholders : undefined;

const NOWHERE: readonly never[] = [];

function placesOf({ document, eachBlock }: DocumentUnit): readonly Placeholder[] {
  const all = given(eachBlock(placeholdersIn));
  if (all.length === 0) return NOWHERE;
  const places = new Map<number, Placeholder>();
  for (const [i, placeholders] of all) {
    const base = document.blocks[i]?.base ?? 0;
    for (const { span, text } of placeholders) places.set(base + span.start, { span: shift(span, base), text });
  }
  return [...places.values()];
}

function* open(places: readonly Placeholder[]): Generator<RawFinding> {
  const help = "Fill it in. Until then what depends on it does not count.";
  const [first] = places;
  if (first && places.length > MANY) {
    const message = `${quoted(first.text)} and ${places.length - 1} other places in this document still wait for an answer.`;
    yield { at: first.span, severity: "info", message, help };
    return;
  }
  for (const { span, text } of places) {
    yield { at: span, severity: "info", message: `${quoted(text)} still holds the place of an answer.`, help };
  }
}

function* openInForce(places: readonly Placeholder[]): Generator<RawFinding> {
  for (const { span, text } of places) {
    yield {
      at: span,
      message: `${quoted(text)} still holds the place of an answer, and this document is approved.`,
      help: "What was approved is not complete. Fill it and have the change approved, or say that it is a known gap.",
    };
  }
}

/** Whether a file is kept as a template, by its name, its folder or `aims.yaml`. */
function isKeptAsTemplate(path: string, ctx: RuleContext): boolean {
  const { plain, root } = ctx.config();
  if (/template|vorlage|plantilla|gabarit|mod[eè]le/i.test(path.slice(root.length))) return true;
  const globs = Array.isArray(plain.templates) ? plain.templates : [plain.templates];
  return globs.some((glob) => {
    if (typeof glob !== "string") return false;
    const literal = glob.split(/[*?[{]/, 1)[0]?.replace(/\/$/, "") ?? "";
    return literal === "" ? glob.endsWith(baseName(path)) : isBelow(`${root}/${literal}`, path);
  });
}

/** Places left open in a document. A whole template is told so once; one that is kept as a template is left alone. */
export const unfilledPlaceholder = rule({
  id: "unfilled-placeholder",
  group: "form",
  severity: "warning",
  summary: "Finds places that still wait for an answer, and templates that lie among the documents.",
  onTemplates: true,
  documentsWith: "placeholders",
  document(unit, ctx) {
    const { document, own } = unit;
    if (!document.template) {
      const places = placesOf(unit);
      if (places.length === 0) return NONE;
      return own?.plain.status === "approved" ? openInForce(places) : open(places);
    }
    if (!ctx.config().record || isKeptAsTemplate(document.path, ctx)) return NONE;
    return [
      {
        at: { path: document.path },
        severity: "info",
        message: "This is a template that is still to be filled, so it counts for nothing.",
        help: "Fill it, or keep it in a folder named templates, where nobody takes it for the document itself.",
      },
    ];
  },
});
