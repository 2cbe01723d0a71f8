import { type AssessmentPart, assessmentParts } from "../catalog/assessment-parts.ts";
import { contents } from "../catalog/catalog.ts";
import { assessmentStateOf } from "../coverage/assessments.ts";
import { type AiSystem, recordWith, systemList, systemNamed, systemText } from "../coverage/systems.ts";
import { listOf, realText } from "../coverage/values.ts";
import type { KindId } from "../generated/kinds.ts";
import { setField } from "../notation/write.ts";
import { canBeNamed } from "../records/ids.ts";
import { kindInfo } from "../records/kinds.ts";
import type { RecordFacts } from "../records/model.ts";
import type { FileEdit } from "../text/edit.ts";
import { dirName, linkTarget, relativePath } from "../workspace/names.ts";
import type { AimsView } from "../workspace/view.ts";
import { capital, comment, folderFor, freePath, line, markdownDocument, question, slugPart } from "./new-file.ts";
import { nextId } from "./next-id.ts";
import { cannotName, type Draft, repeated, saidOf } from "./said.ts";

/** Which fields of the system's record say something about a part of the assessment. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  description: ["description", "stage", "tier", "tier_reason", "depends_on", "feeds"],
  capabilities: ["autonomy"],
  purpose: ["purpose"],
  "intended-use": ["intended_use", "users"],
  misuse: ["foreseeable_misuse", "out_of_scope_uses"],
  data: ["datasets", "personal_data"],
  algorithm: ["models", "suppliers"],
  environment: ["jurisdictions", "oversight"],
  "interested-parties": ["affected", "vulnerable_groups"],
};

/**
 * A new impact assessment of a system after ISO/IEC 42005: a draft with what the records say of the system, and a question
 * wherever a person has to answer. The system's record gets its id.
 * @param named id or name of the system
 */
export function impactAssessmentScaffold(aims: AimsView, named: string): FileEdit[] | string {
  const system = systemNamed(aims.index, named);
  if (!system) return `There is no AI system "${line(named)}" in this AIMS.`;
  if (system.record.id === undefined)
    return `Give the system "${line(system.name)}" an id first, so that the assessment can name it.`;
  const id = nextId(aims, "impact-assessment");
  const folder = folderFor(aims, "impact-assessment");
  const path = freePath(aims, folder, `${id}-${slugPart(system.name || system.id)}`, ".md");
  const draft = { aims, path };
  return (
    cannotName(draft, system.id, system.name) ?? [
      { path, create: documentText(draft, system, id) },
      ...linkBack(aims, system, id),
    ]
  );
}

const nameOf = (draft: Draft, { name, id }: AiSystem): string => (name && repeated(draft, name)) || line(id);

const versionOf = (draft: Draft, system: AiSystem): string | undefined => {
  const version = systemText(system, "version");
  return version === undefined ? undefined : repeated(draft, version);
};

function documentText(draft: Draft, system: AiSystem, id: string): string {
  const { aims } = draft;
  const title = `Impact assessment of ${nameOf(draft, system)}`;
  const datasets = systemList(system, "datasets").filter((d) => canBeNamed(d) && aims.index.byId(d).length > 0);
  const { assessments } = assessmentStateOf(aims.index, system, aims.today());
  const earlier = assessments.flatMap(({ record }) => record.id ?? []).filter(canBeNamed);
  return markdownDocument(
    [
      ["aims", "impact-assessment"],
      ["id", id],
      ["title", title],
      ["status", "draft"],
      ["systems", [system.id]],
      ["system_version", versionOf(draft, system) ?? null],
      ["datasets", datasets.length > 0 ? datasets : undefined],
      ["related", earlier.length > 0 ? earlier : undefined],
      ["version", "0.1"],
      ["owner", null],
      ["assessor", null],
      ["assessed_on", null],
      ["participants", null],
      ["consulted", null],
      ["metrics", null],
      ["decision", null],
      ["reassess_on", null],
      ["approved_by", null],
      ["approved_on", null],
    ],
    title,
    [
      comment(
        "A draft that follows the contents of ISO/IEC 42005:2025, clause 6. What stands in square brackets is a question: put your " +
          "answer in its place. What was taken from the record of the system is to be checked as well.",
      ),
      ...assessmentParts().flatMap((part) => partText(draft, system, part)),
      ...closing(),
      ...references(draft, system),
    ],
  );
}

function partText(draft: Draft, system: AiSystem, part: AssessmentPart): string[] {
  const said = (SAID[part.id] ?? []).flatMap((field) => saidOf(draft, "system", system.records, field));
  return [
    `## ${part.title}`,
    ...(part.id === "scope" ? [scopeLine(draft, system)] : []),
    ...said,
    question(askFor(part)),
  ];
}

const scopeLine = (draft: Draft, system: AiSystem): string => {
  const version = versionOf(draft, system);
  const which = `${nameOf(draft, system)} (${line(system.id)})`;
  return version === undefined ? `The system is ${which}.` : `The system is ${which} in version ${version}.`;
};

/** Contents that the document's header gives already. */
const GIVEN: ReadonlySet<string> = new Set(["system_id", "system_version", "assessment_id", "name", "version"]);

/** The part's question, and what the written answer is expected to name. */
function askFor(part: AssessmentPart): string {
  const wanted = contents(part.standard)
    .filter((item) => part.provisions.includes(item.provision) && !GIVEN.has(item.field))
    .map((item) => item.what);
  return wanted.length > 1 ? `${part.question} Name: ${[...new Set(wanted)].join("; ")}.` : part.question;
}

/** What comes after the parts: what was measured, and what follows. */
function closing(): string[] {
  const kind = kindInfo("impact-assessment");
  const metrics = kind.field("metrics")?.description ?? "";
  return [
    "## Measured outcomes",
    question(
      `Which outcomes were measured on this version, by whom and when, and do they keep to their thresholds? ${metrics}`,
    ),
    "## Conclusion",
    question(
      "What follows: use, use under conditions, or no use, and why? Who decided, and when or after which change is it assessed again?",
    ),
  ];
}

const MOST_LISTED = 50;

/** Records about the system that the assessor should read, with the files they stand in. */
function references(draft: Draft, system: AiSystem): string[] {
  const { aims, path } = draft;
  const rows = [
    ...system.records.map((record) => record),
    ...about(aims, system, "risk"),
    ...about(aims, system, "measurement"),
    ...about(aims, system, "incident"),
    ...listed(aims, system, "datasets"),
    ...listed(aims, system, "suppliers"),
  ];
  const lines = [...new Set(rows)].slice(0, MOST_LISTED).map((record) => {
    const name =
      realText(record, "title") ??
      realText(record, "name") ??
      realText(record, "metric") ??
      realText(record, "description");
    const parts = [record.id, name].flatMap((part) => (part && repeated(draft, part.replace(/[[\]]/g, ""))) || []);
    const kind = record.kind === undefined ? "Record" : kindInfo(record.kind).title;
    const target = linkTarget(relativePath(dirName(path), record.path));
    return `- ${capital(kind)}: [${parts.join(" ").slice(0, 120) || "record"}](${target})`;
  });
  return ["## References", [...new Set(lines)].join("\n")];
}

function about(aims: AimsView, system: AiSystem, kind: KindId): RecordFacts[] {
  const found = aims.index.referencesTo(system.id).map((reference) => reference.from);
  return found.filter((record) => record.kind === kind && !record.template);
}

function listed(aims: AimsView, system: AiSystem, field: string): RecordFacts[] {
  return systemList(system, field).flatMap((id) => aims.index.byId(id)[0] ?? []);
}

/** Names the assessment in the system's record; nothing where its notation has no room for it. */
function linkBack(aims: AimsView, system: AiSystem, id: string): FileEdit[] {
  const record = recordWith(system, "impact_assessment") ?? system.record;
  const document = aims.document(record.path);
  const ordinal = aims.ordinal(record);
  if (!document || ordinal === undefined) return [];
  const edits = setField(document, ordinal, "impact_assessment", [...listOf(record, "impact_assessment"), id]);
  return edits && edits.length > 0 ? [{ path: record.path, edits }] : [];
}
