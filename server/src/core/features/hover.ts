import type { HoverResult } from "../analysis-api.ts";
import { systemOf } from "../coverage/systems.ts";
import { kindForWord, kindInfo } from "../records/kinds.ts";
import type { Position, Span } from "../text/span.ts";
import { compareFingerprint, differenceText } from "../workspace/fingerprint.ts";
import { relativePath } from "../workspace/names.ts";
import type { FileView } from "../workspace/view.ts";
import { type FieldAt, fieldAt } from "./at.ts";
import {
  describeField,
  describeKind,
  describeProvision,
  describeRecord,
  describeTerms,
  describeValue,
} from "./describe.ts";
import { describeParts, headedPartsAt } from "./document-parts.ts";
import { escapeMarkdown, inlineCode, paragraphs } from "./markdown.ts";
import { type Named, namedAt } from "./named.ts";
import { describeSource } from "./source-hints.ts";
import type { Target } from "./target.ts";
import { termAt } from "./term-at.ts";
import { tierNote } from "./tier-note.ts";
import { frontMatterRegion, yamlRegion, yamlSpotAt } from "./yaml-context.ts";

const MOST_DEFINITIONS = 4;

/** What is known of the word at `at`: a provision, a record, a file, a kind, a field or a value. */
export function hoverAt(view: FileView, at: Position): HoverResult | undefined {
  if (!view.document.governed) return undefined;
  const offset = view.lines.offset(at);
  const measured = aboutMeasured(view, offset);
  if (measured) return measured;
  const named = namedAt(view, offset);
  const about = named && aboutNamed(view, named);
  if (named && about) return hover(view, about, named.span);
  const kind = kindAt(view, offset);
  if (kind) return kind;
  const field = fieldAt(view, offset);
  const words = field && aboutField(view, field);
  const headed = headedPartsAt(view, offset);
  if (headed) return hover(view, describeParts(headed.parts), headed.span);
  const term = termAt(view, offset);
  if (term) return hover(view, paragraphs(describeTerms(view.aims, term.terms), words), term.span);
  return field && words ? hover(view, words, field.span) : undefined;
}

/** The number of a measurement, or where it comes from: what the results file says. */
function aboutMeasured(view: FileView, offset: number): HoverResult | undefined {
  const field = fieldAt(view, offset);
  const record = field?.record.facts;
  const name = field?.info?.name;
  if (!field || record?.kind !== "measurement" || field.part !== "value") return undefined;
  const words = name === "value" || name === "source" ? describeSource(view, record) : undefined;
  return words === undefined ? undefined : hover(view, words, field.span);
}

const hover = (view: FileView, markdown: string, span: Span): HoverResult => ({
  markdown,
  range: view.lines.range(span),
});

function aboutNamed({ aims, document }: FileView, named: Named): string | undefined {
  switch (named.what) {
    case "provision":
      return describeProvision(aims, named.standard, named.provision);
    case "record": {
      const [first, ...others] = named.records;
      if (!first) return undefined;
      const places = [...new Set(others.map((r) => relativePath(aims.root, r.path)))].slice(0, MOST_DEFINITIONS);
      const also = places.length > 0 ? `Also written in ${places.map((p) => inlineCode(p)).join(", ")}.` : undefined;
      return paragraphs(describeRecord(aims, first), also);
    }
    case "file":
      return aboutFile(aims, named.target, document.path);
  }
}

function aboutFile(aims: FileView["aims"], { path, anchor }: Target, from: string): string {
  const file = aims.index.file(path);
  const shown = `${inlineCode(relativePath(aims.root, path))}${anchor === "" ? "" : `, ${escapeMarkdown(anchor)}`}`;
  if (path !== from && file?.own)
    return paragraphs(describeRecord(aims, file.own), file.template ? "A template." : undefined);
  const title = aims.document(path)?.headings[0]?.title;
  return paragraphs(title === undefined ? undefined : `**${escapeMarkdown(title)}**`, shown);
}

/** The word after `aims:` (or `type:`) that says of which kind a record is. */
function kindAt(view: FileView, offset: number): HoverResult | undefined {
  const { text, language } = view.document;
  const region = language === "yaml" ? yamlRegion(text, offset) : frontMatterRegion(text);
  if (language === "csv" || !region || offset < region.start || offset > region.end) return undefined;
  const line = view.lines.lineStart(view.lines.position(offset).line);
  if (!/^(?:aims|type)[ \t]*:/.test(text.slice(line, line + 20))) return undefined;
  const spot = yamlSpotAt(text, region, offset);
  const [key, ...deeper] = spot?.path ?? [];
  if (spot?.at !== "value" || deeper.length > 0 || (key !== "aims" && key !== "type")) return undefined;
  const kind = kindForWord(text.slice(spot.span.start, spot.span.end));
  const about = kind && describeKind(kind);
  return about === undefined ? undefined : hover(view, about, spot.span);
}

/** Fields of a system whose hover tells what its facts make of it under the EU AI Act. */
const TIER_FIELDS: ReadonlySet<string> = new Set(["tier", "tier_reason", "role", "derogation"]);

function aboutField(view: FileView, at: FieldAt): string | undefined {
  const words = aboutFieldItself(view, at);
  const { facts } = at.record;
  const system = facts && at.info && TIER_FIELDS.has(at.info.name) ? systemOf(view.aims.index, facts) : undefined;
  return system ? paragraphs(words, tierNote(view.aims, system)) : words;
}

/** Beside a fingerprint: whether the content is still the one that it was taken of, and what is other. */
function approvalNote({ aims }: FileView, { record, info, scalar }: FieldAt): string | undefined {
  if (info?.name !== "approved_digest" || !record.facts || !scalar) return undefined;
  const print = aims.index.fingerprint(record.facts);
  const difference = print && compareFingerprint(print, scalar.text);
  if (!difference) return undefined;
  if (difference.same) return "The content is the one that was approved.";
  const what = differenceText(difference);
  return `The content has changed since it was approved${what === "" ? "" : `: ${escapeMarkdown(what, 400)}`}.`;
}

function aboutFieldItself(view: FileView, at: FieldAt): string | undefined {
  const { kind } = at.record.placed.data;
  if (!at.info) return undefined;
  if (at.part === "value" && at.info.name === "approved_digest") return approvalNote(view, at);
  if (at.part === "key") return describeField(at.info, kind);
  const value = at.scalar === undefined ? undefined : describeValue(at.info, String(at.scalar.plain));
  if (value) return value;
  const inRow = at.record.placed.data.notation === "table-row" || at.record.placed.data.notation === "csv-row";
  const column = inRow ? describeField(at.info, kind && kindInfo(kind).id) : undefined;
  return at.info.type === "version" ? (versionNote(view, at) ?? column) : column;
}

/** Beside an assessed or measured version: the version in use. */
function versionNote({ aims }: FileView, at: FieldAt): string | undefined {
  if (at.info?.name !== "system_version") return undefined;
  const plain = at.record.placed.data.plain;
  const ids = [plain.system, ...(Array.isArray(plain.systems) ? plain.systems : [plain.systems])];
  const lines = ids.flatMap((id) =>
    typeof id !== "string"
      ? []
      : aims.index
          .byId(id)
          .filter((r) => r.kind === "system" && r.plain.version !== undefined)
          .map((r) => `${escapeMarkdown(id)}: version ${escapeMarkdown(String(r.plain.version))} is in use.`),
  );
  return lines.length > 0 ? [...new Set(lines)].join("\n\n") : undefined;
}
