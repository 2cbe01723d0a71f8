import { type CitationSetting, scanCitations } from "../catalog/citations.ts";
import { standard } from "../catalog/catalog.ts";
import { parseProvisionField } from "../catalog/provision-field.ts";
import { findIds } from "../records/ids.ts";
import type { FieldInfo, FieldType } from "../records/kinds.ts";
import type { Placeholder, ScalarValue, Value } from "../records/model.ts";
import { findPlaceholders } from "../records/placeholders.ts";
import type { BlockData, Citation, Link, Mention, Problem } from "../syntax/document.ts";
import { scanInline } from "../syntax/markdown-inline.ts";
import { eachScalar } from "../syntax/values.ts";
import { inOrder } from "../text/in-order.ts";
import { exact } from "../text/exact.ts";
import { shift, type Span } from "../text/span.ts";
import type { Place, ReadSetting } from "./setting.ts";

/** Gathers what stands in one stretch of text. Spans relative to its base. */
export class BlockBuilder {
  readonly citations: Citation[] = [];
  readonly links: Link[] = [];
  readonly mentions: Mention[] = [];
  readonly placeholders: Placeholder[] = [];
  readonly problems: Problem[] = [];

  /** Inline Markdown, or plain prose, at `at`. */
  prose(raw: string, at: number, place: Place): void {
    const { prose, links } = scanInline(raw);
    for (const link of links) this.links.push(at === 0 ? link : { ...link, span: shift(link.span, at) });
    this.#text(prose, at, { standards: place.setting.standards, place: place.place });
  }

  #text(prose: string, at: number, setting: CitationSetting): void {
    for (const citation of scanCitations(prose, setting)) this.citations.push(shiftCitation(citation, at));
    for (const { id, start, end } of findIds(prose))
      this.mentions.push({ id, span: { start: at + start, end: at + end } });
    this.#gaps(prose, at);
  }

  #gaps(prose: string, at: number): void {
    for (const { text, start, end } of findPlaceholders(prose)) {
      this.placeholders.push({ text, span: { start: at + start, end: at + end } });
    }
  }

  /** A field's value; `source` is the text of the whole stretch, `place` that of what is prose in it. */
  field(info: FieldInfo | undefined, value: Value, source: string, place: Place): void {
    if (info?.type === "satisfies" && value.type === "map") this.#satisfies(value, source, place.setting);
    else if (info?.nested && (value.type === "map" || value.type === "list")) this.#nested(info, value, source, place);
    else eachScalar(value, (scalar) => this.#scalar(info, scalar, source, place));
  }

  #nested(info: FieldInfo, value: Value, source: string, place: Place): void {
    if (value.type === "list") for (const item of value.items) this.#nested(info, item, source, place);
    else if (value.type !== "map") this.field(undefined, value, source, place);
    else {
      for (const entry of value.entries) {
        const nested = info.nested?.find((field) => field.name === entry.key);
        this.field(nested, entry.value, source, place);
      }
    }
  }

  #satisfies(value: Extract<Value, { type: "map" }>, source: string, setting: ReadSetting): void {
    for (const entry of value.entries) {
      const known = standard(entry.key);
      if (!known) continue;
      const named: CitationSetting = { standards: setting.standards, place: "field", standard: known.id };
      eachScalar(entry.value, (scalar) => this.#provisions(scalar, source, named));
    }
  }

  #provisions(scalar: ScalarValue, source: string, setting: CitationSetting): void {
    const { start, end } = scalar.span;
    for (const citation of parseProvisionField(source.slice(start, end), setting)) {
      this.citations.push(shiftCitation(citation, start));
    }
  }

  #scalar(info: FieldInfo | undefined, scalar: ScalarValue, source: string, place: Place): void {
    const type = info?.type ?? "text";
    if (PROSE_TYPES.has(type)) {
      this.prose(source.slice(scalar.span.start, scalar.span.end), scalar.span.start, place);
      return;
    }
    if (type === "provision" || type === "provisions") {
      this.#provisions(scalar, source, { standards: place.setting.standards, place: "field" });
    } else if ((type === "path" || type === "paths") && isPath(scalar.text)) {
      this.links.push({ span: textSpan(scalar, source), target: scalar.text, kind: "field", field: info?.name ?? "" });
    }
    this.#gaps(source.slice(scalar.span.start, scalar.span.end), scalar.span.start);
  }

  build(text: string, heading?: true): BlockData {
    const { citations, links, mentions, placeholders, problems } = this;
    return {
      text,
      heading,
      citations: exact(inOrder(citations, byPlace)),
      links: exact(links),
      mentions: exact(mentions),
      placeholders: exact(placeholders),
      problems: exact(problems),
    };
  }
}

/** Fields whose text is read like prose: citations and ids in it are mentions. */
const PROSE_TYPES: ReadonlySet<FieldType> = new Set(["text", "list", "map", "maps", "person", "people", "satisfies"]);

/** Something that can be the path of a file: no spaces-only prose, no placeholder. */
function isPath(text: string): boolean {
  if (text === "" || text.length > 400 || /[\n<>{}|*"]/.test(text)) return false;
  return !/\s/.test(text) || /^[^:?!,;]*\.[A-Za-z0-9]{1,8}(?:#\S*)?$/.test(text);
}

/** Where the text of a scalar stands, quotes not included. */
function textSpan(scalar: ScalarValue, source: string): Span {
  const { start, end } = scalar.span;
  const quote = source[start];
  return quote === '"' || quote === "'" ? { start: start + 1, end: Math.max(start + 1, end - 1) } : scalar.span;
}

/** `citation` with its spans moved by `by` offsets. */
export function shiftCitation(citation: Citation, by: number): Citation {
  if (by === 0) return citation;
  const { title } = citation;
  const span = shift(citation.span, by);
  return {
    span,
    text: citation.text,
    numberSpan: citation.numberSpan === citation.span ? span : shift(citation.numberSpan, by),
    number: citation.number,
    standard: citation.standard,
    implied: citation.implied,
    edition: citation.edition,
    title: title && { span: shift(title.span, by), text: title.text },
    place: citation.place,
  };
}

/** A stretch of prose read by itself. */
export function proseBlock(text: string, place: Place): BlockData {
  const builder = new BlockBuilder();
  builder.prose(text, 0, place);
  return builder.build(text, place.place === "heading" ? true : undefined);
}

const byPlace = (a: Citation, b: Citation): number => a.span.start - b.span.start || a.span.end - b.span.end;
