import type { Action, Finding } from "../analysis-api.ts";
import { assessmentStateOf } from "../coverage/assessments.ts";
import { systemLabel, systemNamed, systemOf } from "../coverage/systems.ts";
import { realText } from "../coverage/values.ts";
import { addFields, headerToFrontMatter, setField } from "../notation/write.ts";
import { type FieldType, kindInfo } from "../records/kinds.ts";
import type { Notation, Plain, RecordFacts } from "../records/model.ts";
import { isGenerative, risksToConsider } from "../scaffold/generative-risks.ts";
import { approveScaffold } from "../scaffold/approve.ts";
import { missingControls, soaRegisters, soaScaffold } from "../scaffold/soa.ts";
import { runScaffold } from "../scaffold/scaffold.ts";
import type { FileEdit, TextEdit } from "../text/edit.ts";
import { type Range, type Span, shift, touches } from "../text/span.ts";
import { writeFingerprint } from "../workspace/fingerprint.ts";
import { relativePath } from "../workspace/names.ts";
import type { FileView } from "../workspace/view.ts";
import { recordsAt } from "./at.ts";
import { namedAt } from "./named.ts";
import { suppressActions } from "./suppress.ts";

/** Code actions that touch `range`: the fixes of the findings there, refactorings of the record there, and comments that pass a finding over. */
export function actionsAt(view: FileView, range: Range, findings: readonly Finding[]): Action[] {
  if (!view.document.governed) return [];
  const span = view.lines.span(range);
  const here = findings.filter((finding) => meets(view.lines.span(finding.range), span));
  return [
    ...here.flatMap(fixActions),
    ...scaffoldActions(view, span.start, here),
    ...generativeAction(view, span.start),
    ...headerAction(view, span),
    ...approveAction(view, span),
    ...reviewedAction(view, span.start),
    ...fieldsAction(view, span.start),
    ...soaAction(view),
    ...suppressActions(view, here),
  ];
}

const meets = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

function fixActions(finding: Finding): Action[] {
  return finding.fixes.map((fix) => ({
    title: fix.title,
    kind: "quickfix",
    edits: () => fix.edits(),
    finding,
    preferred: fix.preferred,
  }));
}

const editOf = (path: string, edits: readonly TextEdit[] | undefined): FileEdit[] | undefined =>
  edits && edits.length > 0 ? [{ path, edits }] : undefined;

/** The impact assessment of the system at the offset, where it has none that counts and no finding here offers it. */
function scaffoldActions(view: FileView, offset: number, here: readonly Finding[]): Action[] {
  const { aims } = view;
  const system = systemAt(view, offset);
  if (!system || aims.config().record === undefined) return [];
  const offered = `impact assessment of ${system.id}`;
  if (here.some((finding) => finding.fixes.some((fix) => fix.title.includes(offered)))) return [];
  const { state } = assessmentStateOf(aims.index, system, aims.today());
  if (state === "assessed" || state === "not-needed" || state === "draft") return [];
  return [
    {
      title: `Scaffold the impact assessment of ${systemLabel(system)}`,
      kind: "refactor.rewrite",
      edits: () => edited(runScaffold(aims, "impact-assessment", { system: system.id })),
    },
  ];
}

/** The risks of generative AI that the register does not name yet, for a system declared generative. */
function generativeAction(view: FileView, offset: number): Action[] {
  const { aims } = view;
  const system = aims.config().record === undefined ? undefined : systemAt(view, offset);
  if (!system || !isGenerative(system) || risksToConsider(aims, system).length === 0) return [];
  return [
    {
      title: `Add the generative-AI risks to consider for ${systemLabel(system)}`,
      kind: "refactor.rewrite",
      edits: () => edited(runScaffold(aims, "generative-risks", { system: system.id })),
    },
  ];
}

const edited = (result: FileEdit[] | string): FileEdit[] | undefined =>
  typeof result === "string" ? undefined : result;

function systemAt(view: FileView, offset: number) {
  const named = namedAt(view, offset);
  const record = named?.what === "record" ? named.records.find((r) => r.kind === "system") : undefined;
  if (record?.id !== undefined) return systemNamed(view.aims.index, record.id);
  const own = recordsAt(view, offset)[0]?.facts;
  return own?.kind === "system" ? systemOf(view.aims.index, own) : undefined;
}

/** A control header written as front matter. */
function headerAction(view: FileView, span: Span): Action[] {
  const { document } = view;
  const own = document.ownRecord === undefined ? undefined : document.records[document.ownRecord];
  if (own?.data.notation !== "control-header") return [];
  const first = document.headings[0]?.span;
  const near = meets(shift(own.data.span, own.base), span) || (first !== undefined && touches(first, span.start));
  if (!near || !headerToFrontMatter(document)) return [];
  return [
    {
      title: "Write the document's header as front matter",
      kind: "refactor.rewrite",
      edits: () => editOf(document.path, headerToFrontMatter(document)),
    },
  ];
}

/** Who is written as the approver of a document approves it as it is now; the approval is written with its fingerprint. */
function approveAction({ aims, document, facts }: FileView, span: Span): Action[] {
  const own = document.ownRecord === undefined ? undefined : document.records[document.ownRecord];
  const by = facts.own && realText(facts.own, "approved_by");
  if (!own || by === undefined || document.template || own.data.template) return [];
  const near = ["approved_by", "approved_on", "approved_digest", "status"].some((name) => {
    const field = own.data.fields.get(name);
    const lies = field && { start: field.keySpan.start, end: Math.max(field.keySpan.end, field.value.span.end) };
    return lies !== undefined && meets(shift(lies, own.base), span);
  });
  if (!near) return [];
  return [
    {
      title: `Approve this document as ${by}, today`,
      kind: "refactor.rewrite",
      edits: () => edited(approveScaffold(aims, relativePath(aims.root, document.path), by)),
    },
  ];
}

/** On another record's id: writes down that this record was reviewed against it as it is now. */
function reviewedAction(view: FileView, offset: number): Action[] {
  const { aims, document } = view;
  const named = namedAt(view, offset);
  const [other, ...more] = named?.what === "record" ? named.records : [];
  const at = recordsAt(view, offset)[0];
  const id = other?.id;
  if (!at?.facts?.kind || !other || id === undefined || more.length > 0 || other === at.facts) return [];
  if (!MAPS.has(at.placed.data.notation) || at.facts.template) return [];
  const print = aims.index.fingerprint(other);
  const before = at.facts.plain.reviewed_against;
  const known = before && typeof before === "object" && !Array.isArray(before) ? before : {};
  if (!print || id in known) return [];
  const value = { ...known, [id]: writeFingerprint(print) };
  return [
    {
      title: `Mark as reviewed against ${id} as it is now`,
      kind: "refactor.rewrite",
      edits: () => editOf(document.path, setField(document, at.ordinal, "reviewed_against", value)),
    },
  ];
}

/** Notations that can hold a mapping. */
const MAPS: ReadonlySet<Notation> = new Set<Notation>(["yaml", "yaml-item", "yaml-block", "front-matter"]);

/** Notations in which a field can be added to one record without touching the others. */
const ALONE: ReadonlySet<Notation> = new Set<Notation>([
  "yaml",
  "yaml-item",
  "yaml-block",
  "front-matter",
  "control-header",
  "heading",
]);

/** Notations of Markdown documents, in which a heading may say what a field of prose would. */
const WITH_BODY: ReadonlySet<Notation> = new Set<Notation>(["front-matter", "control-header"]);
const PROSE: ReadonlySet<FieldType> = new Set<FieldType>(["text", "list", "map", "maps"]);

/** The fields that the record at the offset is expected to have and has not, to be filled in. */
function fieldsAction(view: FileView, offset: number): Action[] {
  const { document } = view;
  const at = recordsAt(view, offset)[0];
  const { kind, notation, fields } = at?.placed.data ?? {};
  if (!at || kind === undefined || notation === undefined || fields === undefined || !ALONE.has(notation)) return [];
  const missing = kindInfo(kind).fields.filter(
    (f) => (f.required || f.recommended) && f.name !== "aims" && !fields.has(f.name),
  );
  const inBody = (type: FieldType): boolean => WITH_BODY.has(notation) && PROSE.has(type);
  const wanted = missing.filter((f) => !inBody(f.type) && !answeredOtherwise(at.facts, f.name));
  if (wanted.length === 0) return [];
  const empty: Record<string, Plain> = Object.fromEntries(wanted.map((f) => [f.name, null]));
  const names = wanted.map((f) => f.title.toLowerCase()).join(", ");
  return [
    {
      title: `Add the fields still expected: ${names.length > 80 ? `${wanted.length} fields` : names}`,
      kind: "refactor.rewrite",
      edits: () => editOf(document.path, addFields(document, at.ordinal, empty)),
    },
  ];
}

/** Whether another field already says what an absent one would: `systems` for `system`. */
const answeredOtherwise = (record: RecordFacts | undefined, field: string): boolean =>
  (field === "system" && record?.plain.systems !== undefined) ||
  (field === "systems" && record?.plain.system !== undefined);

/** In a statement of applicability: the rows still missing. */
function soaAction(view: FileView): Action[] {
  const { aims, document } = view;
  const register = soaRegisters(aims)[0];
  if (register?.path !== document.path || register.records.length < 2) return [];
  const missing = missingControls(aims).length;
  if (missing === 0) return [];
  return [
    {
      title:
        missing === 1
          ? "Add the control missing from the statement of applicability"
          : `Add the ${missing} controls missing from the statement of applicability`,
      kind: "source",
      edits: () => edited(soaScaffold(aims, document.path)),
    },
  ];
}
