import { type AiSystem, systemText } from "../coverage/systems.ts";
import { aiAct, type Tier } from "../tier/data.ts";
import { deriveTier } from "../tier/derive.ts";
import { dutiesOf, rolesTogether } from "../tier/duties.ts";
import { dutyText, notice, reasoning, rolesText, verdict } from "../tier/say.ts";
import type { AimsView } from "../workspace/view.ts";
import { escapeMarkdown, paragraphs } from "./markdown.ts";

const MOST_DUTIES = 6;

/** What the declared facts of a system make of it under the EU AI Act, why, and which duties come when. */
export function tierNote(aims: AimsView, system: AiSystem): string {
  const derivation = deriveTier(system);
  const declared = systemText(system, "tier") as Tier | undefined;
  const duties = dutiesOf(system, derivation, declared)
    .slice(0, MOST_DUTIES)
    .map((duty) => dutyText(duty, aims.today().date()));
  const lines = [...rolesTogether(system).map(rolesText), ...duties].map((line) => `- ${line}`);
  return paragraphs(
    `EU AI Act, by the facts declared: **${escapeMarkdown(verdict(derivation))}**`,
    reasoning(derivation)
      .map((line) => `- ${escapeMarkdown(line)}`)
      .join("\n"),
    duties.length > 0 ? `Duties:\n\n${lines.join("\n")}` : undefined,
    `*${escapeMarkdown(notice())}*`,
  );
}

/** The duties that come with a class as its name stands in `tier`, whatever the role, by date; empty where there are none. */
export function tierDuties(tier: string, today: string): string {
  const lines = aiAct()
    .duties.filter((duty) => duty.tier === tier)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .map((duty) => `- ${dutyText(duty, today)}`);
  return lines.length === 0
    ? ""
    : paragraphs(`Duties by role:\n\n${lines.join("\n")}`, `*${escapeMarkdown(notice())}*`);
}

/** The class and the first reason in one line, for a summary; undefined where the records declare no fact that bears on it. */
export function tierLine(system: AiSystem): string | undefined {
  const derivation = deriveTier(system);
  const touched = [...derivation.reasons, ...derivation.open, ...derivation.relied, ...derivation.model].length > 0;
  if (!touched && derivation.tier === undefined) return undefined;
  const first = reasoning(derivation)[0];
  return `EU AI Act, by the facts declared: ${verdict(derivation)}${first === undefined ? "" : `. ${first}`}`;
}
