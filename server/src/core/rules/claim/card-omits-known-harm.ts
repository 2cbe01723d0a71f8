import { withinThreshold } from "../../coverage/measured.ts";
import { type AiSystem, systemLabel, systemNamed, systemText } from "../../coverage/systems.ts";
import { listOf, realText } from "../../coverage/values.ts";
import { compareVersions } from "../../coverage/versions.ts";
import type { RecordFacts } from "../../records/model.ts";
import { NONE, type RawFinding, type RuleContext, rule } from "../rule.ts";
import { systemOfCard } from "./shared/card-system.ts";

const GRAVE = new Set(["high", "very-high", "critical", "severe", "extreme"]);

const about = (record: RecordFacts, system: AiSystem, { index }: RuleContext): boolean =>
  [...listOf(record, "system"), ...listOf(record, "systems")].some(
    (text) => systemNamed(index, text)?.record === system.record,
  );

/** Words of a name that carry its meaning. */
const wordsOf = (text: string): string[] => [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])];

/** Whether a text speaks of something by its id or by half the words of its name. */
function speaksOf(text: string, id: string | undefined, name: string): boolean {
  if (id !== undefined && text.includes(id.toLowerCase())) return true;
  const words = wordsOf(name);
  return words.length === 0 || words.filter((w) => text.includes(w.slice(0, 6))).length * 2 >= words.length;
}

/** Measurements of the version in use that breach their threshold. */
const breaches = (system: AiSystem, ctx: RuleContext): RecordFacts[] =>
  ctx.index.ofKind("measurement").filter((m) => {
    if (m.template || withinThreshold(ctx.index, m) !== false || !about(m, system, ctx)) return false;
    const [measured, used] = [realText(m, "system_version"), systemText(system, "version")];
    return measured !== undefined && used !== undefined && compareVersions(measured, used) === "same";
  });

const graveRisks = (system: AiSystem, ctx: RuleContext): RecordFacts[] =>
  ctx.index
    .ofKind("risk")
    .filter(
      (r) =>
        !r.template &&
        r.plain.status !== "closed" &&
        GRAVE.has((realText(r, "residual") ?? "").toLowerCase()) &&
        about(r, system, ctx),
    );

function* omissions(
  text: string,
  system: AiSystem,
  ctx: RuleContext,
): Generator<Pick<RawFinding, "message" | "related">> {
  for (const m of breaches(system, ctx)) {
    const metric = realText(m, "metric") ?? "a metric";
    if (speaksOf(text, m.id, metric)) continue;
    yield {
      message: `This card says nothing of ${metric}, which breaches its threshold on the version in use (${m.id ?? systemLabel(system)}).`,
      related: [{ at: { record: m, field: "value" }, message: "The measurement." }],
    };
  }
  for (const r of graveRisks(system, ctx)) {
    const name = realText(r, "title") ?? realText(r, "description") ?? "";
    if (name === "" || speaksOf(text, r.id, name)) continue;
    yield {
      message: `This card says nothing of ${r.id ?? "a risk"}, whose residual rating is ${realText(r, "residual")}.`,
      related: [{ at: { record: r, field: "residual" }, message: "The risk." }],
    };
  }
}

/** Public model cards silent on a breached metric or a grave residual risk of their system. */
export const cardOmitsKnownHarm = rule({
  id: "card-omits-known-harm",
  group: "claim",
  severity: "warning",
  summary: "Finds public model cards that leave out a breached metric or a grave residual risk of their system.",
  documentsWith: ["model-card"],
  document({ document, own }, ctx) {
    if (!document.published || own?.kind !== "model-card") return NONE;
    const system = systemOfCard(own, ctx);
    if (!system) return NONE;
    return [...omissions(document.text.toLowerCase(), system, ctx)].map((omission) => ({
      at: { path: document.path },
      ...omission,
      help: "Those who use the model decide by the card. Say under its limitations what was found and what is done about it.",
    }));
  },
});
