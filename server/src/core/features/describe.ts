import { type Provision, provision as findProvision } from "../catalog/catalog.ts";
import { assessmentStateOf } from "../coverage/assessments.ts";
import { scopeOf, systemOf } from "../coverage/systems.ts";
import type { KindId } from "../generated/kinds.ts";
import { type FieldInfo, kindInfo } from "../records/kinds.ts";
import type { RecordFacts } from "../records/model.ts";
import { plainText, titleOf } from "../records/summary.ts";
import { relativePath } from "../workspace/names.ts";
import type { AimsView } from "../workspace/view.ts";
import { provisionMarkdown, provisionText } from "./describe-provision.ts";
import { escapeMarkdown, inlineCode, paragraphs } from "./markdown.ts";
import { tierLine } from "./tier-note.ts";

const MOST_RAISES = 3;
const MOST_FACTS = 6;

/** Field values that are too much or too private for a summary. */
const SUMMARISED: ReadonlySet<string> = new Set([
  "text",
  "enum",
  "date",
  "boolean",
  "number",
  "integer",
  "ref",
  "refs",
  "version",
  "person",
]);

/** What a provision is about, how far this AIMS covers it, and what to read with it. */
export function describeProvision(aims: AimsView, standardId: string, number: string): string | undefined {
  const text = provisionText(standardId, number, aims.today().date());
  const found = findProvision(standardId, number);
  if (!text || !found) return undefined;
  const worked = aims.config().standards.includes(found.standard);
  return provisionMarkdown(text, worked ? describeCoverage(aims, found.standard, found.id) : undefined);
}

const MOST_TERMS = 2;

/** What the vocabularies say of a term. */
export function describeTerms(aims: AimsView, terms: readonly Provision[]): string {
  const texts = terms.slice(0, MOST_TERMS).flatMap((p) => provisionText(p.standard, p.id, aims.today().date()) ?? []);
  return texts.map((text) => provisionMarkdown({ ...text, links: [] }, undefined)).join("\n\n---\n\n");
}

function describeCoverage(aims: AimsView, standard: string, provision: string): string | undefined {
  const coverage = aims.coverage.of(standard, provision);
  if (!coverage) return undefined;
  const raise = coverage.raise.slice(0, MOST_RAISES).map((r) => `- ${escapeMarkdown(r.text)}`);
  const against = coverage.evidence
    .filter(({ role }) => role === "against")
    .slice(0, MOST_RAISES)
    .map(
      ({ record, note }) =>
        `- ${escapeMarkdown(`${record.id ?? record.path}, ${note} (${relativePath(aims.root, record.path)})`)}`,
    );
  const planned = coverage.planned === undefined ? "" : ` Planned by ${escapeMarkdown(coverage.planned)}.`;
  return paragraphs(
    `Coverage here: **${coverage.level}**. ${escapeMarkdown(coverage.why)}${planned}`,
    (coverage.reuse ?? []).length > 0
      ? `Can be reused:\n\n${(coverage.reuse ?? []).map((r) => `- ${escapeMarkdown(r.note)}`).join("\n")}`
      : undefined,
    against.length > 0 ? `Against it:\n\n${against.join("\n")}` : undefined,
    raise.length > 0 ? `What would raise it:\n\n${raise.join("\n")}` : undefined,
  );
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  text: "text",
  enum: "one of a list of values",
  "enum-list": "one or more of a list of values",
  date: "a date, `YYYY-MM-DD`",
  boolean: "yes or no",
  number: "a number",
  integer: "a whole number",
  id: "an id",
  ref: "the id of a record",
  refs: "ids of records",
  person: "a person or post",
  people: "people or posts",
  provision: "the number of a provision",
  provisions: "numbers of provisions",
  path: "the path of a file",
  paths: "paths of files",
  list: "a list",
  map: "fields of its own",
  maps: "a list of entries with fields of their own",
  version: "a version",
  satisfies: "provisions by standard",
};

/** A field of a kind: what belongs in it, in which form, and which values are allowed. */
export function describeField(field: FieldInfo, kind?: KindId): string {
  const need = field.required ? "required" : field.recommended ? "expected" : "optional";
  const refs = field.refKinds?.map((k) => kindInfo(k)?.title ?? k).join(", ");
  const values = field.values?.map((v) => `- ${inlineCode(v.value)}: ${v.description}`);
  const type = field.open
    ? "text; words of your own do as well as those below"
    : (TYPE_WORDS[field.type] ?? field.type);
  const of = kind === undefined ? "" : ` of ${kindInfo(kind)?.title ?? kind}`;
  return paragraphs(
    `**${field.title}** (${inlineCode(field.name)}${of})`,
    field.description,
    `${capital(type)}${refs ? ` (${refs})` : ""}; ${need}.`,
    values?.join("\n"),
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One allowed value of a field. */
export function describeValue(field: FieldInfo, value: string): string | undefined {
  const found = field.values?.find((v) => v.value === value);
  return found && paragraphs(`**${field.title}:** ${inlineCode(found.value)}`, found.description);
}

/** A kind of record. */
export function describeKind(kind: KindId): string | undefined {
  const info = kindInfo(kind);
  if (!info) return undefined;
  const required = info.required.filter((name) => name !== "aims").map((name) => inlineCode(name));
  return paragraphs(
    `**${info.title}** (${inlineCode(info.id)})`,
    info.summary,
    required.length > 0 ? `Needs: ${required.join(", ")}.` : undefined,
  );
}

/** A record in a few lines: kind, title, owner, where it stands, its telling fields. */
export function describeRecord(aims: AimsView, record: RecordFacts): string {
  const kind = record.kind === undefined ? undefined : kindInfo(record.kind);
  const name = titleOf(record);
  const head = [record.id, name === record.id ? "" : name]
    .filter((part) => part)
    .map((part) => escapeMarkdown(part ?? ""));
  const facts = telling(record).map(([title, text]) => `- ${title}: ${escapeMarkdown(text, 160)}`);
  return paragraphs(
    `**${head.join(" · ") || "Record"}**`,
    `${kind?.title ?? "Record"} in ${inlineCode(relativePath(aims.root, record.path))}${record.template ? " (a template)" : ""}`,
    [...facts, ...systemFacts(aims, record)].join("\n"),
  );
}

/** Fields that tell most of a record: status and owner, then what its kind expects. */
function telling(record: RecordFacts): [string, string][] {
  if (record.kind === undefined) return [];
  const fields = kindInfo(record.kind)?.fields ?? [];
  const wanted = [
    ...fields.filter((f) => f.name === "status" || f.name === "owner"),
    ...fields.filter((f) => f.recommended && f.name !== "status" && f.name !== "owner"),
  ];
  return wanted
    .filter((f) => SUMMARISED.has(f.type))
    .map((f): [string, string] => [f.title, plainText(record.plain[f.name])])
    .filter(([, text]) => text !== "" && text !== titleOf(record))
    .slice(0, MOST_FACTS);
}

/** For a system: whether it is in scope and where it stands with its assessment. */
function systemFacts(aims: AimsView, record: RecordFacts): string[] {
  const system = record.kind === "system" ? systemOf(aims.index, record) : undefined;
  if (!system) return [];
  const scope = { in: "in scope", out: "out of scope", unstated: "not said" }[scopeOf(aims.index, system).state];
  const { state, why, assessments } = assessmentStateOf(aims.index, system, aims.today());
  const ids = assessments.flatMap((a) => a.record.id ?? []).slice(0, MOST_RAISES);
  const tier = tierLine(system);
  const said = ids.length > 0 ? `(${ids.join(", ")})` : "";
  return [
    `- Scope: ${scope}`,
    `- Impact assessment: ${state}${said === "" ? "" : ` ${escapeMarkdown(said)}`}. ${escapeMarkdown(why)}`,
    ...(tier === undefined ? [] : [`- ${escapeMarkdown(tier, 400)}`]),
  ];
}
