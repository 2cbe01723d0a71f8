import { type Provision, provisions } from "../catalog/catalog.ts";
import { type AiSystem, systemLabel, systemNamed, systemsOf } from "../coverage/systems.ts";
import { listOf, nameKey, realText } from "../coverage/values.ts";
import { addRecords } from "../notation/write.ts";
import type { Plain } from "../records/model.ts";
import type { FileEdit } from "../text/edit.ts";
import { statedIn } from "../tier/condition.ts";
import type { AimsView } from "../workspace/view.ts";
import { freePath, question } from "./new-file.ts";
import { idsFrom } from "./next-id.ts";
import { lastOfRegister } from "./record.ts";
import { cannotName, repeated } from "./said.ts";
import { yamlFields } from "./yaml-out.ts";

/** The catalogue that lists the risks of generative AI. */
const PROFILE = "nist-ai-600-1";

/** Whether a system's records declare that it is generative: by the flag, or by the content it makes. */
export const isGenerative = (system: AiSystem): boolean =>
  statedIn(system, "generative").values.includes("true") || statedIn(system, "synthetic_content").values.length > 0;

/** The risks of generative AI that no risk of the system in the register names by title. */
export function risksToConsider(aims: AimsView, system: AiSystem): Provision[] {
  const known = aims.index
    .ofKind("risk")
    .filter(
      (risk) => !risk.template && listOf(risk, "systems").some((id) => id.toLowerCase() === system.id.toLowerCase()),
    )
    .map((risk) => ` ${nameKey(`${realText(risk, "title") ?? ""} ${realText(risk, "description") ?? ""}`)} `);
  return provisions(PROFILE).filter(
    ({ kind, title }) => kind === "risk" && !known.some((words) => words.includes(` ${nameKey(title)} `)),
  );
}

/** Systems declared generative for which some risk is not in the register yet. */
export const generativeSystems = (aims: AimsView): AiSystem[] =>
  systemsOf(aims.index).filter((system) => isGenerative(system) && risksToConsider(aims, system).length > 0);

/** A row that asks: the risk's name, and what to answer; likelihood, impact and all else is left to a person. */
const rowOf = (id: string, { title, asks }: Provision, system: AiSystem, label: string): Record<string, Plain> => ({
  id,
  title,
  description: question(
    `Can this happen with ${label}, to whom, and what would follow? If it cannot, say why and close it. ${asks}`,
  ),
  systems: [system.id],
});

/**
 * Adds the risks of generative AI to consider for a system to the risk register, in its own notation, or to a new one. Nothing is
 * judged: each row asks. Says in a sentence what stands against it.
 */
export function generativeRisksScaffold(aims: AimsView, named: string): FileEdit[] | string {
  const system = systemNamed(aims.index, named);
  if (!system) return `There is no AI system "${named}".`;
  if (!isGenerative(system)) {
    return `${systemLabel(system)} is not declared generative; set "generative" or "synthetic_content" in its record first.`;
  }
  const risks = risksToConsider(aims, system);
  if (risks.length === 0) return `The register names every risk of generative AI for ${system.id} already.`;
  const draft = { aims, path: lastOfRegister(aims, "risk")?.path ?? freePath(aims, aims.root, "risks", ".yaml") };
  const odd = cannotName(draft, system.id, system.name);
  if (odd !== undefined) return odd;
  const label = repeated(draft, systemLabel(system)) ?? system.id;
  const ids = idsFrom(aims, "risk", risks.length);
  const rows = risks.map((risk, i) => rowOf(ids[i] ?? "", risk, system, label));
  return inRegister(aims, rows) ?? [newRegister(aims, rows)];
}

function inRegister(aims: AimsView, rows: readonly Record<string, Plain>[]): FileEdit[] | undefined {
  const beside = lastOfRegister(aims, "risk");
  const document = beside && aims.document(beside.path);
  const ordinal = beside && aims.ordinal(beside);
  const edits = document && ordinal !== undefined ? addRecords(document, ordinal, "risk", rows) : undefined;
  return beside && edits ? [{ path: beside.path, edits }] : undefined;
}

function newRegister(aims: AimsView, rows: readonly Record<string, Plain>[]): FileEdit {
  const items = rows.map((row) => {
    const [first = "", ...rest] = yamlFields(Object.entries(row), 4);
    return `  - ${first.trimStart()}\n${rest.map((line) => `${line}\n`).join("")}`;
  });
  return { path: freePath(aims, aims.root, "risks", ".yaml"), create: `risks:\n${items.join("")}` };
}
