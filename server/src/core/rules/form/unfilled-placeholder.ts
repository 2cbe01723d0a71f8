import type { Placeholder, RecordFacts } from "../../records/model.ts";
import { baseName, isBelow } from "../../workspace/names.ts";
import { type RawFinding, type RuleContext, rule } from "../rule.ts";
import { quoted } from "../shared/words.ts";

const isInForce = (own: RecordFacts | undefined): boolean => own?.plain.status === "approved";

function* unfilled(placeholders: readonly Placeholder[], own: RecordFacts | undefined): Generator<RawFinding> {
  const inForce = isInForce(own);
  for (const { span, text } of placeholders) {
    yield {
      at: span,
      severity: inForce ? "warning" : "info",
      message: inForce
        ? `${quoted(text)} still holds the place of an answer, and this document is approved.`
        : `${quoted(text)} still holds the place of an answer.`,
      help: inForce
        ? "What was approved is not complete. Fill it and have the change approved, or say that it is a known gap."
        : "Fill it in. Until then what depends on it does not count.",
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
  *block({ data, own, template }) {
    if (!template) yield* unfilled(data.placeholders, own);
  },
  *document({ document }, ctx) {
    if (!document.template || !ctx.config().record || isKeptAsTemplate(document.path, ctx)) return;
    yield {
      at: { path: document.path },
      severity: "info",
      message: "This is a template that is still to be filled, so it counts for nothing.",
      help: "Fill it, or keep it in a folder named templates, where nobody takes it for the document itself.",
    };
  },
});
