import type { FieldInfo } from "../../records/kinds.ts";
import type { RecordFacts } from "../../records/model.ts";
import { NONE, type RawFinding, type RuleContext, rule } from "../rule.ts";
import { readTarget } from "../../workspace/targets.ts";
import { type TypedScalar, typedScalars } from "../shared/values.ts";
import { quoted } from "../shared/words.ts";

const FILES = new Set<FieldInfo["type"]>(["path", "paths"]);
const IDS = new Set<FieldInfo["type"]>(["ref", "refs"]);

/** States in which nothing is claimed yet: the form that is going to be filled may be named. */
const TO_COME = new Set(["planned", "not-started", "not-applicable", "draft"]);

/** The template a value names, by id or by path; undefined when it names something else. */
function templateNamed(text: string, record: RecordFacts, ctx: RuleContext): RecordFacts | string | undefined {
  const named = ctx.index.byId(text);
  if (named.length > 0) return named.every((r) => r.template) ? named[0] : undefined;
  if (!/[./]/.test(text)) return undefined;
  const target = readTarget(text, record.path, ctx.index, true);
  const path = target.type === "file" && target.path !== record.path ? target.path : undefined;
  return path !== undefined && ctx.index.file(path)?.template ? path : undefined;
}

const isProof = (field: FieldInfo): boolean =>
  FILES.has(field.type) || (IDS.has(field.type) && /evidence$/.test(field.name));

function* counted(proof: readonly TypedScalar[], facts: RecordFacts, ctx: RuleContext): Generator<RawFinding> {
  if (facts.kind === "management-system" || TO_COME.has(String(facts.plain.status))) return;
  for (const { scalar } of proof) {
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
}

/** Fields that offer something as proof, where what they name is only a form. */
export const templateCounted = rule({
  id: "template-counted",
  group: "form",
  severity: "warning",
  summary: "Finds templates that are named as evidence.",
  recordsWith: ["files"],
  record({ facts, data }, ctx) {
    const { files } = typedScalars(data);
    const proof = files.filter(({ field }) => isProof(field));
    return proof.length === 0 ? NONE : counted(proof, facts, ctx);
  },
});
