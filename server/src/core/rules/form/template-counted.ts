import type { FieldInfo } from "../../records/kinds.ts";
import type { RecordFacts } from "../../records/model.ts";
import { dirName, resolvePath } from "../../workspace/names.ts";
import { type RuleContext, rule } from "../rule.ts";
import { typedScalars } from "../shared/values.ts";
import { quoted } from "../shared/words.ts";

const FILES = new Set<FieldInfo["type"]>(["path", "paths"]);
const IDS = new Set<FieldInfo["type"]>(["ref", "refs"]);

/** The template a value names, by id or by path; undefined when it names something else. */
function templateNamed(text: string, record: RecordFacts, ctx: RuleContext): RecordFacts | string | undefined {
  const named = ctx.index.byId(text);
  if (named.length > 0) return named.every((r) => r.template) ? named[0] : undefined;
  if (!/[./]/.test(text) || /\s{2}|:\/\//.test(text)) return undefined;
  const path = resolvePath(dirName(record.path), text.replace(/[#?].*$/, ""));
  return path !== undefined && path !== record.path && ctx.index.file(path)?.template ? path : undefined;
}

const isProof = (field: FieldInfo): boolean =>
  FILES.has(field.type) || (IDS.has(field.type) && /evidence$/.test(field.name));

/** Fields that offer something as proof, where what they name is only a form. */
export const templateCounted = rule({
  id: "template-counted",
  group: "form",
  severity: "warning",
  summary: "Finds templates that are named as evidence.",
  *record({ facts, data }, ctx) {
    if (facts.kind === "management-system") return;
    for (const { field, scalar } of typedScalars(facts, data)) {
      if (!isProof(field)) continue;
      const template = templateNamed(scalar.text.trim(), facts, ctx);
      if (template === undefined) continue;
      yield {
        at: scalar.span,
        message: `${quoted(scalar.text)} is a template, and a template shows nothing that happened.`,
        help: "Name the filled document, or leave the field empty until there is one.",
        related: [
          {
            at: typeof template === "string" ? { path: template } : { record: template },
            message: "The template is here.",
          },
        ],
      };
    }
  },
});
