import { type CardPart, type CardSubject, cardPartsOf } from "../catalog/card-parts.ts";
import { systemLabel, systemNamed, systemsOf, systemText } from "../coverage/systems.ts";
import { listOf, realText } from "../coverage/values.ts";
import { setField } from "../notation/write.ts";
import type { Plain, RecordFacts } from "../records/model.ts";
import { titleOf } from "../records/summary.ts";
import type { FileEdit } from "../text/edit.ts";
import { dirName, relativePath } from "../workspace/names.ts";
import type { AimsView } from "../workspace/view.ts";
import { comment, folderFor, freePath, line, markdownDocument, question, slugPart } from "./new-file.ts";
import { nextId } from "./next-id.ts";
import { cannotName, type Draft, repeated, saidOf } from "./said.ts";

/** Which fields of the record of a system or data set say something about a part of its card. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  "intended-use": ["purpose", "intended_use", "users"],
  "ruled-out": ["out_of_scope_uses", "foreseeable_misuse"],
  "training-data": ["datasets"],
  affected: ["affected", "vulnerable_groups"],
  oversight: ["autonomy", "oversight"],
  composition: ["description", "size", "subjects"],
  collection: ["origin", "supplier", "collected_from", "collected_to"],
  preparation: ["preparation", "labelling"],
  "data-uses": ["uses"],
  "data-gaps": ["known_gaps"],
  "data-rights": ["licence", "legal_basis"],
  "data-maintenance": ["retention"],
  "data-people": ["population", "deployment_population"],
};

const TITLES: Readonly<Record<CardSubject, string>> = {
  model: "Model card",
  system: "System card",
  data: "Datasheet",
};

/** What a card can be made of: `model:AI-001`, `system:AI-001`, `data:DATA-001`. */
export function cardChoices(aims: AimsView): { readonly value: string; readonly label: string }[] {
  const systems = systemsOf(aims.index).flatMap((system) =>
    (["model", "system"] as const).map((of) => ({
      value: `${of}:${system.id}`,
      label: `${TITLES[of]} of ${systemLabel(system)}`,
    })),
  );
  const data = aims.index
    .ofKind("dataset")
    .filter(({ template, id }) => !template && id !== undefined)
    .map((record) => ({ value: `data:${record.id}`, label: `${TITLES.data} for ${record.id} "${titleOf(record)}"` }));
  return [...systems, ...data];
}

/**
 * A new model card, system card or data sheet: a draft with what the records say, and a question wherever a person has to answer. The
 * record of the system or data gets the card's path where it names none.
 * @param named see `cardChoices`
 */
export function cardScaffold(aims: AimsView, named: string): FileEdit[] | string {
  const [of = "", ...rest] = named.split(":");
  const id = rest.join(":");
  if (of !== "model" && of !== "system" && of !== "data")
    return "Say of what the card is to be: model, system or data.";
  const records = of === "data" ? dataNamed(aims, id) : (systemNamed(aims.index, id)?.records ?? []);
  const [record] = records;
  if (record === undefined)
    return `There is no ${of === "data" ? "data set" : "AI system"} "${line(id)}" in this AIMS.`;
  const folder = folderFor(aims, "model-card");
  const file = `${slugPart(titleOf(record))}-${of === "data" ? "datasheet" : `${of}-card`}`;
  const path = freePath(aims, folder, file, ".md");
  const draft = { aims, path };
  const name = repeated(draft, titleOf(record)) ?? line(record.id ?? record.kind ?? "");
  const odd = of === "data" || record.id === undefined ? undefined : cannotName(draft, record.id, titleOf(record));
  if (odd !== undefined) return odd;
  const title = of === "data" ? `${TITLES.data} for ${name}` : `${TITLES[of]}: ${name}`;
  const fields = of === "data" ? dataFields(draft, record) : cardFields(draft, record, title);
  return [
    { path, create: markdownDocument(fields, title, body(draft, of, records)) },
    ...linkBack(aims, of, record, path),
  ];
}

const dataNamed = ({ index }: AimsView, id: string): readonly RecordFacts[] =>
  index.byId(id).filter((record) => record.kind === "dataset" && !record.template);

function cardFields(draft: Draft, system: RecordFacts, title: string): [string, Plain | undefined][] {
  const { aims } = draft;
  const found = systemNamed(aims.index, system.id ?? titleOf(system));
  const version = found && systemText(found, "version");
  return [
    ["aims", "model-card"],
    ["id", nextId(aims, "model-card")],
    ["title", title],
    ["status", "draft"],
    ["system", system.id ?? titleOf(system)],
    ["model_version", version === undefined ? null : (repeated(draft, version) ?? null)],
    ["owner", null],
    ["approved_by", null],
    ["approved_on", null],
  ];
}

function dataFields(draft: Draft, data: RecordFacts): [string, Plain | undefined][] {
  const uses = listOf(data, "uses");
  return [
    ["aims", "dataset"],
    ["id", data.id],
    ["name", repeated(draft, titleOf(data)) ?? null],
    ["uses", uses.length > 0 ? uses : null],
  ];
}

function body(draft: Draft, of: CardSubject, records: readonly RecordFacts[]): string[] {
  const uses = records.flatMap((record) => listOf(record, "uses"));
  const isAsked = (part: CardPart): boolean => part.uses?.some((use) => uses.includes(use)) ?? true;
  return [
    comment(
      "A draft. What stands in square brackets is a question: put your answer in its place, or say why it cannot be said. What was taken " +
        "from the register is to be checked as well.",
    ),
    ...cardPartsOf(of, draft.aims.config().standards)
      .filter(isAsked)
      .flatMap((part) => [
        `## ${part.title}`,
        ...(SAID[part.id] ?? []).flatMap((field) =>
          saidOf(draft, of === "data" ? "dataset" : "system", records, field),
        ),
        question(part.question),
      ]),
  ];
}

/** Names the card in the record it is of; nothing where it names one or its notation has no room. */
function linkBack(aims: AimsView, of: CardSubject, record: RecordFacts, path: string): FileEdit[] {
  const field = of === "data" ? "path" : "model_card";
  const [document, ordinal] = [aims.document(record.path), aims.ordinal(record)];
  if (!document || ordinal === undefined || realText(record, field) !== undefined) return [];
  const edits = setField(document, ordinal, field, relativePath(dirName(record.path), path));
  return edits && edits.length > 0 ? [{ path: record.path, edits }] : [];
}
