import type { CompletionEntry, Completions } from "../analysis-api.ts";
import { standard as findStandard } from "../catalog/catalog.ts";
import { type FieldInfo, fieldForLabel, KINDS, kindInfo } from "../records/kinds.ts";
import { partOnPath } from "../records/groups.ts";
import type { Position, Span } from "../text/span.ts";
import { linkTarget } from "../workspace/names.ts";
import type { FileView } from "../workspace/view.ts";
import {
  type Candidate,
  candidatesFor,
  citationCandidates,
  fileCandidates,
  kindCandidates,
  recordCandidates,
  standardCandidates,
} from "./candidates.ts";
import { describeField, describeKind, describeProvision, describeRecord, describeValue } from "./describe.ts";
import { describeParts, documentParts } from "./document-parts.ts";
import { Best, tierOf } from "./fit.ts";
import { paragraphs } from "./markdown.ts";
import type { KeySpot, NameSpot, Spot, ValueSpot } from "./spot.ts";
import { spotsAt } from "./spots.ts";
import { tierDuties } from "./tier-note.ts";
import { written } from "./written.ts";

/** The most entries given of a place: nobody looks along more, and to hand over thousands at a key takes a tenth of a second. */
const MOST = 100;

/** What can be written at `at`; where that is more than `MOST`, what fits what was begun best. */
export function complete(view: FileView, at: Position): Completions {
  const offset = view.lines.offset(at);
  const all = spotsAt(view, offset).map((spot) => entriesFor(view, spot, offset));
  const entries = all.flatMap((one) => one.entries);
  return {
    entries: entries.map((entry, i) => ({ ...entry, sortText: String(i).padStart(5, "0") })),
    incomplete: all.some(({ incomplete }) => incomplete),
  };
}

function entriesFor(view: FileView, spot: Spot, offset: number): Completions {
  const best = (candidates: readonly Candidate[], text: (candidate: Candidate) => string): Completions => {
    const incomplete = candidates.length > MOST;
    const given = incomplete ? fitting(candidates, begunAt(view, spot.span, offset)) : candidates;
    return { entries: given.map((c) => entry(view, spot.span, c, text(c))), incomplete };
  };
  switch (spot.what) {
    case "key":
      return whole(spot.fields.map((field) => keyEntry(view, spot, field)));
    case "value":
      return best(valueCandidates(view, spot, offset), (c) =>
        written(c.text ?? c.label, spot.style, spot.field.type === "boolean"),
      );
    case "kind":
      return best(kindCandidates(), (c) => written(c.label, spot.style));
    case "kind-key":
    case "standard": {
      const all = spot.what === "standard" ? standardCandidates() : kindCandidates();
      const free = all.filter((c) => !spot.present.has(c.label));
      return best(free, (c) => `${c.label}${spot.colon ? "" : ": "}`);
    }
    case "top":
      return whole(topEntries(view, spot));
    case "provision":
      return best(citationCandidates(view.aims, spot.standard, spot.asked), (c) => c.label);
    case "heading":
      return whole(
        spot.parts.map(({ title, question }) =>
          entry(view, spot.span, { label: title, kind: "field", detail: question, data: `heading:${title}` }, title),
        ),
      );
    case "record": {
      const all = recordCandidates(view.aims, undefined);
      const begun = all.filter((c) => c.label.toLowerCase().startsWith(spot.prefix.toLowerCase()));
      return best(begun, (c) => c.label);
    }
    case "link":
      return best(fileCandidates(view.aims, view.document.path), (c) => linkTarget(c.label));
  }
}

/** What of the words at a place stands before the cursor, without an opening quote. */
const begunAt = ({ document }: FileView, { start }: Span, offset: number): string =>
  document.text.slice(start, Math.max(start, offset)).replace(/^["']/, "");

const whole = (entries: readonly CompletionEntry[]): Completions => ({ entries, incomplete: false });

const filterOf = ({ filter, label }: Candidate): string => filter ?? label;

function fitting(candidates: readonly Candidate[], begun: string): Candidate[] {
  const word = begun.toLowerCase();
  const best = new Best<Candidate>(MOST);
  for (const candidate of candidates) {
    const tier = tierOf(candidate.label.toLowerCase(), filterOf(candidate).toLowerCase(), word, best.wanted);
    if (tier < best.wanted) best.add(tier, candidate);
  }
  return best.all();
}

function entry(view: FileView, span: Span, candidate: Candidate, newText: string): CompletionEntry {
  const first = view.document.text[span.start];
  const quote = span.end > span.start && (first === '"' || first === "'") ? first : "";
  return {
    label: candidate.label,
    kind: candidate.kind,
    ...(candidate.detail !== undefined && { detail: candidate.detail }),
    filterText: `${quote}${filterOf(candidate)}`,
    edit: { range: view.lines.range(span), newText },
    data: candidate.data,
  };
}

function valueCandidates(view: FileView, spot: ValueSpot, offset: number): Candidate[] {
  const taken = new Set(spot.others.map((item) => item.toLowerCase()));
  const { aims, document } = view;
  const prose = spot.style.as !== "yaml";
  const begun = begunAt(view, spot.span, offset);
  return candidatesFor({ ...spot, aims, path: document.path, prose, begun }).filter(
    (c) => !taken.has((c.text ?? c.label).toLowerCase()),
  );
}

function keyEntry(view: FileView, spot: KeySpot, field: FieldInfo): CompletionEntry {
  const { name } = field;
  const data = `field:${spot.kind ?? ""}:${[...spot.fieldPath, name].join(".")}`;
  const need = field.required ? "required" : field.recommended ? "expected" : "";
  const detail = [field.title, need].filter(Boolean).join(", ");
  if (spot.form === "label") {
    const label = labelOf(spot, field);
    const candidate: Candidate = { label, kind: "field", detail, filter: `**${label}`, data };
    return entry(view, spot.span, candidate, `${spot.lead}**${label}:** `);
  }
  const { character } = view.lines.position(spot.span.start);
  const newText = `${spot.lead}${name}${spot.colon ? "" : afterKey(field, spot.form, character + spot.lead.length)}`;
  return entry(view, spot.span, { label: name, kind: "field", detail, data }, newText);
}

/** The label that reads back as the field: its title, or its name in words. */
function labelOf(spot: KeySpot, field: FieldInfo): string {
  const reads = (label: string): boolean => spot.kind !== undefined && fieldForLabel(spot.kind, label) === field.name;
  const plain = field.name.charAt(0).toUpperCase() + field.name.slice(1).replace(/_/g, " ");
  return reads(field.title) ? field.title : reads(plain) ? plain : field.name;
}

/** What follows a new key: a space, or a new line where a mapping or a list of mappings begins. */
function afterKey(field: FieldInfo, form: KeySpot["form"], column: number): string {
  if (form === "flow") return ": ";
  const inner = " ".repeat(column + 2);
  if (field.type === "map" || field.type === "satisfies") return `:\n${inner}`;
  return field.type === "maps" ? `:\n${inner}- ` : ": ";
}

/** The key that says a file's kind, and those of registers. */
function topEntries(view: FileView, spot: NameSpot): CompletionEntry[] {
  const colon = spot.colon ? "" : ": ";
  const aims: Candidate = { label: "aims", kind: "field", detail: "Says which kind of record this is", data: "" };
  const own = entry(view, spot.span, aims, `aims${colon}`);
  if (view.aims.config().record === undefined) return [own];
  const { character } = view.lines.position(spot.span.start);
  const registers = KINDS.filter((k) => k.id !== "management-system" && !spot.present.has(k.registerKey)).map((k) => {
    const candidate: Candidate = {
      label: k.registerKey,
      kind: "field",
      detail: `A register: ${k.title}`,
      data: `kind:${k.id}`,
    };
    return entry(
      view,
      spot.span,
      candidate,
      `${k.registerKey}${spot.colon ? "" : `:\n${" ".repeat(character + 2)}- `}`,
    );
  });
  return [own, ...registers];
}

/** Markdown documentation of a completion entry by its `data`. */
export function resolveCompletion(view: FileView, data: string): string | undefined {
  const [what, first = "", second = "", ...rest] = data.split(":");
  switch (what) {
    case "kind":
      return describeKind(first as never);
    case "field": {
      const field = fieldByPath(first, second);
      return field && describeField(field, kindInfo(first as never)?.id);
    }
    case "value": {
      const field = fieldByPath(first, second);
      const about = field && describeValue(field, rest.join(":"));
      const isTier = first === "system" && second === "tier";
      return about && isTier ? paragraphs(about, tierDuties(rest.join(":"), view.aims.today().date())) : about;
    }
    case "provision":
      return findStandard(first) ? describeProvision(view.aims, first, second) : undefined;
    case "heading": {
      const parts = documentParts(view).filter(({ title }) => title === data.slice("heading:".length));
      return parts.length > 0 ? describeParts(parts) : undefined;
    }
    case "record": {
      const record = view.aims.index.byId([first, second, ...rest].filter((p) => p !== "").join(":"))[0];
      return record && describeRecord(view.aims, record);
    }
    default:
      return undefined;
  }
}

function fieldByPath(kind: string, path: string): FieldInfo | undefined {
  const part = kindInfo(kind as never) && partOnPath(kind as never, path.split("."));
  if (part) return part;
  let fields: readonly FieldInfo[] | undefined = kindInfo(kind as never)?.fields;
  let field: FieldInfo | undefined;
  for (const name of path.split(".")) {
    field = fields?.find((f) => f.name === name);
    fields = field?.nested;
  }
  return field;
}
