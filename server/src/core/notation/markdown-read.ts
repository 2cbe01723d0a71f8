import type { KindId } from "../generated/kinds.ts";
import { everyKindHas, fieldForLabel, kindForId, kindForTitle, kindForWord, kindInfo } from "../records/kinds.ts";
import type { PlacedRecord, RecordData, Section } from "../records/model.ts";
import type { Block, Heading } from "../syntax/document.ts";
import { type FrontMatter, readFrontMatter } from "../syntax/front-matter.ts";
import { type MarkdownBlock, rescanTable, scanMarkdown, scanningMarkdown } from "../syntax/markdown-blocks.ts";
import type { YamlDocument } from "../syntax/yaml-document.ts";
import { inTextOrder } from "../text/in-order.ts";
import type { Span } from "../text/span.ts";
import { type Steps, toEnd } from "../text/to-end.ts";
import { aboutOf } from "./about.ts";
import { approvalIn } from "./approval-table.ts";
import { type ControlHeader, type DocumentTop, readTop, saysKind } from "./control-header.ts";
import { readLabelled } from "./heading-record.ts";
import { type KindMarker, markerOf, mayHaveMarker } from "./kind-marker.ts";
import { BodyReader } from "./markdown-body.ts";
import { formsIn, type LabelledValue } from "./labelled-lines.ts";
import { cardFields, cardKind } from "./model-card.ts";
import { buildRecord, fieldsSpan, type ReadField, type RecordParts } from "./record-builder.ts";
import { headingsOf, sectionsOf } from "./sections.ts";
import { baseName, type Contents, NOT_GOVERNED, type Source, suppressionsOf } from "./source.ts";
import { isTemplatePath, isTemplateTitle } from "./template.ts";
import { typeText } from "./typed-text.ts";
import { visibleText } from "./visible-text.ts";
import { parsedYaml, yamlRecords } from "./yaml-read.ts";

const CITES_42001 = /\b42001\b/;
/** A document about cards. */
const MANY_CARDS = /(?:cards|sheets)\b/i;
/** A card's title and two sections of it. */
const FEWEST_HEADINGS = 3;
/** Kinds of which nothing but a title is required. */
const BY_TITLE: ReadonlySet<KindId> = new Set<KindId>(["policy", "procedure", "scope"]);
const SPEAKS_OF_AIMS = /\b(?:AI|AIMS|IA|KI|artificial intelligence|risks?|RACI|applicability)\b/i;
/** A line of a template language's statements: a program is to make a document of it. */
const FILLED_BY_PROGRAM = /^[ \t]{0,20}\{%-? ?(?:if|for|set|block|include|extends)\b/m;
/** A table of who is responsible and accountable. */
const SHARES_DUTIES = /\bRACI\b|\| ?\*{0,2}Accountable\b/;
/** Files that tell of what lies around them. */
const ABOUT_FOLDER = /^(?:readme|index|changelog|contributing|summary)\b/i;
/** The label of what says which sort of document it is. */
const TYPE_LABEL = /^(?:document |record )?type(?: of document)?$/i;
const NO_SPAN: Span = { start: 0, end: 0 };
const NONE: readonly never[] = [];

/** Reads a Markdown file. */
export const readMarkdown = (source: Source): Steps<Contents> => new MarkdownReader(source).read();

/** A text of fewer characters is read at one step, but for what stands in its tables. */
const LONG = 16_384;

/** A quick look that spares reading what cannot be a governance document. */
function mayBeGoverned({ text, setting }: Source, front: FrontMatter | undefined): boolean {
  if (setting.inAims || CITES_42001.test(text)) return true;
  return front !== undefined && mayHaveMarker(text.slice(front.yaml.start, front.yaml.end));
}

/** Why a Markdown file is a governance document, and of which kind. */
interface Recognised {
  /** The kind of the document's own record; undefined when it has none, or names one that does not exist. */
  readonly kind: KindId | undefined;
  readonly own: "front-matter" | "control-header" | "model-card" | undefined;
}

/** The blocks of a text from an offset on. */
interface Scanned {
  readonly from: number;
  readonly blocks: readonly MarkdownBlock[];
}

class MarkdownReader {
  readonly #source: Source;
  #front: FrontMatter | undefined;
  #blocks: readonly MarkdownBlock[] = NONE;
  #headings: readonly Heading[] = NONE;
  #top: DocumentTop = { title: undefined, subtitle: undefined, header: undefined };
  #title = "";
  #yaml: readonly YamlDocument[] | undefined;

  constructor(source: Source) {
    this.#source = source;
  }

  /** The blocks, where they are those of the text before but for rows of a table. */
  #rescanned(from: number): readonly MarkdownBlock[] | undefined {
    const { text, memo } = this.#source;
    const left = memo.left<Scanned>("blocks");
    const { unchanged } = memo.reading;
    return left?.from === from && unchanged ? rescanTable(text, left.blocks, unchanged) : undefined;
  }

  /** Keys without an opening line are front matter only if they say what kind of record they are. */
  #isMeant(source: Source, front: FrontMatter): boolean {
    return front.problems.length === 0 || this.#hasMarker(source, front);
  }

  #hasMarker(source: Source, front: FrontMatter): boolean {
    return this.#marker(source, front) !== undefined;
  }

  /** What the front matter says of its kind. */
  #marker({ text, memo, setting }: Source, front: FrontMatter): KindMarker | undefined {
    this.#yaml ??= toEnd(parsedYaml(text, front.yaml, memo));
    let type: KindMarker | undefined;
    for (const { entries } of this.#yaml) {
      for (const { entry } of entries) {
        const marker = markerOf(entry, setting);
        if (marker && entry.key === "aims") return marker;
        type ??= marker;
      }
    }
    return type;
  }

  /** The documents of the front matter. */
  #frontYaml(front: FrontMatter): readonly YamlDocument[] {
    this.#yaml ??= toEnd(parsedYaml(this.#source.text, front.yaml, this.#source.memo));
    return this.#yaml;
  }

  #textOf(span: Span | undefined): string {
    return span ? visibleText(this.#source.text.slice(span.start, span.end)).text : "";
  }

  *read(): Steps<Contents> {
    const { text, start, memo } = this.#source;
    const isLong = text.length >= LONG;
    const front = readFrontMatter(text, start);
    if (!mayBeGoverned(this.#source, front)) return NOT_GOVERNED;
    this.#front = front && this.#isMeant(this.#source, front) ? front : undefined;
    const from = this.#front ? this.#front.body : start;
    this.#blocks = this.#rescanned(from) ?? (isLong ? yield* scanningMarkdown(text, from) : scanMarkdown(text, from));
    if (!memo.isBlank) memo.leave("blocks", { from, blocks: this.#blocks } satisfies Scanned);
    this.#headings = headingsOf(text, this.#blocks, text.length);
    if (isLong) yield;
    this.#top = readTop(text, this.#blocks, (title) => this.#kindOfTitle(title));
    this.#title = this.#textOf(this.#top.title?.title);
    const found = this.#recognise();
    const header = found?.own ? this.#top.header : undefined;
    const body = new BodyReader(this.#source, found?.kind, this.#title);
    const { records, blocks } = yield* body.read(this.#blocks, this.#headings, header?.blocks ?? NONE);
    const recognised = found && this.#withoutRegister(found, records);
    const sections = sectionsOf(text, this.#blocks, this.#headings, memo);
    if (isLong) yield;
    const template = this.#isTemplate();
    const own = recognised?.own ? this.#own(recognised, header, sections, template) : undefined;
    if (header) body.takenBlocks(header.blocks, own?.header ?? NONE, start);
    if (!recognised && !(this.#source.setting.inAims && records.some(isOfRegister))) return NOT_GOVERNED;
    return this.#contents(
      recognised?.kind,
      own?.records ?? [],
      own?.own,
      joined(own?.blocks ?? [], blocks),
      records,
      template || own?.template === true,
    );
  }

  #contents(
    kind: KindId | undefined,
    first: readonly PlacedRecord[],
    ownRecord: number | undefined,
    blocks: readonly Block[],
    rows: readonly PlacedRecord[],
    template: boolean,
  ): Contents {
    const { text, problems, setting } = this.#source;
    const yaml = this.#front?.yaml ?? NO_SPAN;
    return {
      governed: true,
      template,
      ownRecord,
      records: joined(first, rows),
      blocks: inTextOrder(blocks),
      headings: this.#headings,
      suppressions: suppressionsOf(this.#source, yaml.start, yaml.end),
      problems: [...problems, ...(this.#front?.problems ?? [])],
      about: aboutOf(text, this.#top, this.#blocks, kind, setting),
    };
  }

  /**
   * `aims: risk` above a register of risks, with no id of its own, says what the rows are; the document is a document. A title alone above
   * a register is the register's.
   */
  #withoutRegister(found: Recognised, records: readonly PlacedRecord[]): Recognised | undefined {
    const { kind, own } = found;
    if (own === "control-header" && !this.#top.header && kind === "procedure" && records.some(isOfRegister))
      return undefined;
    if (own !== "front-matter" || !kind || !this.#front || kindInfo(kind).document) return found;
    const entries = this.#frontYaml(this.#front).flatMap((d) => d.entries);
    const named = entries.some(({ entry }) => entry.key === "id" || entry.key === "name");
    return !named && records.some(({ data }) => data.kind === kind) ? { kind: "procedure", own } : found;
  }

  #isTemplate(): boolean {
    return (
      isTemplatePath(this.#source.path) ||
      (this.#source.memo.holds("{%") && FILLED_BY_PROGRAM.test(this.#source.text)) ||
      isTemplateTitle(this.#title) ||
      isTemplateTitle(this.#textOf(this.#top.subtitle?.title))
    );
  }

  #recognise(): Recognised | undefined {
    const { text, setting } = this.#source;
    const marker = this.#front && this.#marker(this.#source, this.#front);
    if (marker) return { kind: marker.kind, own: "front-matter" };
    const { header } = this.#top;
    const kind = header && this.#headerKind(header);
    if (header && (kind?.said || CITES_42001.test(text) || (setting.inAims && kind?.kind))) {
      return { kind: kind?.kind ?? "procedure", own: "control-header" };
    }
    if (!setting.inAims) return undefined;
    const card = this.#front && cardKind(this.#frontYaml(this.#front));
    if (card) return { kind: card, own: "model-card" };
    return (this.#front && this.#unmarkedFrontMatter(this.#front)) ?? this.#titledCard() ?? this.#titleAlone();
  }

  /** A document that is headed as a card or data sheet and has sections, whatever stands above it. */
  #titledCard(): Recognised | undefined {
    const kind = this.#top.title && this.#kindOfTitle(this.#title);
    const isCard = (kind === "model-card" || kind === "dataset") && !MANY_CARDS.test(this.#title);
    return isCard && this.#headings.length >= FEWEST_HEADINGS ? { kind, own: "model-card" } : undefined;
  }

  /** A policy, procedure or scope without any header, in an AIMS, whose title leaves no doubt. */
  #titleAlone(): Recognised | undefined {
    const { path, text } = this.#source;
    const kind = this.#kindOfTitle(this.#title);
    if (!kind || !BY_TITLE.has(kind) || ABOUT_FOLDER.test(baseName(path))) return undefined;
    const sure = SPEAKS_OF_AIMS.test(this.#title) || CITES_42001.test(text) || SHARES_DUTIES.test(text);
    return sure ? { kind, own: "control-header" } : undefined;
  }

  /** Front matter that does not say its kind, in an AIMS, under a title or id that does, with the fields of a controlled document. */
  #unmarkedFrontMatter(front: FrontMatter): Recognised | undefined {
    const entries = this.#frontYaml(front).flatMap((document) => document.entries);
    const known = new Map(entries.map(({ entry }) => [fieldForLabel("procedure", entry.key), entry]));
    known.delete(undefined);
    const text = (name: string) => {
      const value = known.get(name)?.value;
      return value?.type === "scalar" ? value.text : "";
    };
    const kind = this.#kindOfTitle(text("title") || this.#title) ?? kindForId(text("id"));
    return kind && known.size >= 3 ? { kind: documentKind(kind), own: "front-matter" } : undefined;
  }

  #kindOfTitle(title: string): KindId | undefined {
    return this.#source.memo.common("title").get(title, (kept) => ({ kind: kindForTitle(kept) })).kind;
  }

  /** The kind a control header's document has: what it says, else what its title or id says. */
  #headerKind(header: ControlHeader): { kind: KindId | undefined; said: boolean } {
    const text = ({ value }: { value: Span }) => this.#textOf(value);
    if (header.said) return { kind: kindForWord(text(header.said)), said: true };
    const typed = (): KindId | undefined => {
      const type = header.values.find(({ label }) => TYPE_LABEL.test(label));
      const kind = type && kindForWord(text(type));
      return kind && kindInfo(kind).document ? kind : undefined;
    };
    const identified = (): KindId | undefined => {
      const id = header.values.find(({ label }) => fieldForLabel("procedure", label) === "id");
      return id && kindForId(text(id));
    };
    const kind = this.#kindOfTitle(this.#title) ?? typed() ?? identified();
    return { kind: kind && documentKind(kind), said: false };
  }

  /** The document's own record, with what else its front matter holds. */
  #own(recognised: Recognised, header: ControlHeader | undefined, sections: readonly Section[], template: boolean) {
    const { text, start, setting, memo, path } = this.#source;
    const { kind } = recognised;
    const inHeader = this.#headerFields(kind, header);
    const complete = (parts: RecordParts): RecordData =>
      this.#remembered(buildRecord(this.#complete(parts, recognised, inHeader, sections, template)));
    if (this.#front && recognised.own !== "control-header") {
      const hint = { as: kind, name: baseName(path), own: complete, base: start };
      const documents = this.#frontYaml(this.#front);
      const contents = toEnd(yamlRecords(documents, text, hint, setting, memo));
      return {
        header: inHeader,
        records: contents.records,
        blocks: contents.blocks,
        own: contents.own[0],
        template: contents.template,
      };
    }
    const data = complete({ kind, notation: "control-header", fields: NONE, source: text, span: NO_SPAN });
    return {
      header: inHeader,
      records: [{ base: start, data }],
      blocks: NONE,
      own: 0,
      template: data.plain.template === true,
    };
  }

  /** Fields of the control header; spans are absolute but for the byte order mark. */
  #headerFields(kind: KindId | undefined, header: ControlHeader | undefined): ReadField[] {
    const { text, start, setting } = this.#source;
    const fields: ReadField[] = [];
    for (const value of header?.values ?? NONE)
      if (!header?.said || !saysKind(value)) fields.push(readLabelled(kind, value, start, text.slice(start), setting));
    return fields;
  }

  #complete(
    parts: RecordParts,
    recognised: Recognised,
    inHeader: readonly ReadField[],
    sections: readonly Section[],
    template: boolean,
  ): RecordParts {
    const { start, text } = this.#source;
    const fields = [...parts.fields];
    addMissing(fields, inHeader);
    addMissing(fields, this.#titleFields(recognised.kind));
    addMissing(fields, this.#formFields(recognised.kind, inHeader));
    addMissing(fields, this.#approvalFields(recognised.kind, fields));
    if (recognised.kind === "model-card" || recognised.own === "model-card")
      addMissing(
        fields,
        cardFields(recognised.kind === "dataset" ? "dataset" : "model-card", text, this.#headings, this.#blocks, start),
      );
    return {
      kind: parts.kind,
      kindText: parts.kindText,
      kindSpan: parts.kindSpan,
      notation: recognised.own ?? parts.notation,
      fields,
      source: text.slice(start),
      span: fieldsSpan(fields, parts.span),
      head: parts.head,
      template,
      sections,
    };
  }

  /**
   * Fields in the forms of the body (`| Field | Value |`), but for those every kind has: there they speak of something else, as they do
   * where several forms have them.
   */
  #formFields(kind: KindId | undefined, inHeader: readonly ReadField[]): ReadField[] {
    const { text, start } = this.#source;
    if (!kind || !kindInfo(kind).document) return [];
    const written = formsIn(text, this.#blocks);
    if (written.length === 0) return [];
    const taken = new Set(inHeader.map(({ field }) => field.keySpan.start + start));
    const forms = written.map((form) =>
      this.#fieldsOf(
        kind,
        form.filter(({ labelSpan }) => !taken.has(labelSpan.start)),
      ),
    );
    const [seen, repeated] = [new Set<string>(), new Set<string>()];
    for (const form of forms)
      for (const name of new Set(form.map(({ field }) => field.name))) (seen.has(name) ? repeated : seen).add(name);
    return forms.flat().filter(({ field }) => !repeated.has(field.name));
  }

  /** Who approved it and when by its table of approvals, unless its status says that it is not approved. */
  #approvalFields(kind: KindId | undefined, known: readonly ReadField[]): ReadField[] {
    const info = kind && kindInfo(kind);
    if (!info?.document || !info.field("approved_by") || !info.field("approved_on")) return [];
    const status = known.find(({ field }) => field.name === "status")?.field.value;
    if (status?.type === "scalar" && status.plain !== "approved") return [];
    const { text, start, setting } = this.#source;
    return approvalIn(text, this.#blocks).map((value) => readLabelled(kind, value, start, text.slice(start), setting));
  }

  #fieldsOf(kind: KindId, form: readonly LabelledValue[]): ReadField[] {
    const { text, start, setting } = this.#source;
    return form
      .map((value) => readLabelled(kind, value, start, text.slice(start), setting))
      .filter(({ field, info }) => info && field.value.type !== "empty" && !everyKindHas(field.name));
  }

  /** The title, and an id before it, from the first heading, for whatever is not said elsewhere. */
  #titleFields(kind: KindId | undefined): ReadField[] {
    const { text, start, setting } = this.#source;
    const span = this.#top.title?.title;
    if (!span || !kind) return [];
    const info = kindInfo(kind);
    const name = info.field("title") ? "title" : "name";
    const raw = text.slice(span.start, span.end);
    const match = /^[*_`]{0,6}([A-Z][A-Z-]*-\d[\w.-]*?)[*_`]{0,6}\s{0,20}(?:[:–—|]|\s-\s)\s*/.exec(raw);
    const id = match && kindForId(match[1] as string) ? match : undefined;
    const at = (from: number, to: number, field: string): ReadField => {
      const value = typeText(info.field(field), raw.slice(from, to), setting);
      const by = span.start - start + from;
      const moved =
        value.type === "scalar"
          ? { ...value, span: { start: value.span.start + by, end: value.span.end + by } }
          : value;
      return {
        field: {
          name: field,
          known: info.field(field) !== undefined,
          label: field,
          keySpan: { start: by, end: by + to - from },
          value: moved,
        },
        info: info.field(field),
      };
    };
    const title = at(id ? id[0].length : 0, raw.length, name);
    return id
      ? [title, at(raw.indexOf(id[1] as string), raw.indexOf(id[1] as string) + (id[1] as string).length, "id")]
      : [title];
  }

  /** Equal text gives the same record where the same places in it are read; what stands behind it decides on these, too. */
  #remembered(data: RecordData): RecordData {
    const { text, start, memo } = this.#source;
    if (memo.isBlank) return data;
    const { kind, kindText, kindSpan, template, span, sections, head } = data;
    const places = [...data.fields.values()].map(({ keySpan }) => keySpan.start);
    const key = JSON.stringify([kind, kindText, kindSpan, template, span, sections, head, places]);
    return memo.space(`own ${key}`).get(text.slice(start, start + data.span.end), () => data);
  }
}

/** Both lists as one; of a register all records and blocks are in the second. */
const joined = <T>(first: readonly T[], second: readonly T[]): readonly T[] =>
  first.length === 0 ? second : second.length === 0 ? first : first.concat(second);

/** Adds fields of names that are not there yet; of several that are missing by one name all. */
function addMissing(fields: ReadField[], more: readonly ReadField[]): void {
  if (more.length === 0) return;
  const have = new Set(fields.map(({ field }) => field.name));
  for (const one of more) if (!have.has(one.field.name)) fields.push(one);
}

/** A document about many records of a kind (a register) is not one of them. */
const documentKind = (kind: KindId): KindId => (kindInfo(kind).document ? kind : "procedure");

/** Whether a record makes its file a register: a row of one, or a heading record that says more than one thing. */
const isOfRegister = ({ data }: PlacedRecord): boolean =>
  data.notation === "table-row" || (data.notation === "heading" && knownFields(data) > 3);

const knownFields = ({ fields }: RecordData): number => [...fields.values()].filter(({ known }) => known).length;
