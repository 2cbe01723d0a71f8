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
import { addAll } from "../text/many.ts";
import { overlaps, shift, type Span } from "../text/span.ts";

/** Gathers what stands in one stretch of text. Spans relative to its base. */
export class BlockBuilder {
  readonly #place: CitationSetting;
  readonly #mayHaveGaps: boolean;
  #citations: Citation[] | undefined;
  #links: Link[] | undefined;
  #mentions: Mention[] | undefined;
  #placeholders: Placeholder[] | undefined;
  #problems: Problem[] | undefined;

  /**
   * @param place where what is prose in it stands
   * @param gaps whether placeholders may stand in it
   */
  constructor(place: CitationSetting, gaps = true) {
    this.#place = place;
    this.#mayHaveGaps = gaps;
  }

  /** Inline Markdown, or plain prose, at `at`. Gives up to where it was read, and says so where that is not all. */
  prose(raw: string, at: number): number {
    if (raw.length <= MOST_PROSE && holdsWordsOnly(raw)) {
      if (this.#mayHaveGaps) this.#gaps(raw, at);
      return raw.length;
    }
    const inline = scanInline(raw);
    const end = raw.length > MOST_PROSE ? raw.lastIndexOf(" ", MOST_PROSE) + 1 || MOST_PROSE : raw.length;
    if (end < raw.length) this.problems([unreadProse(at + end)]);
    const prose = end < raw.length ? inline.prose.slice(0, end) : inline.prose;
    const links = end < raw.length ? inline.links.filter(({ span }) => span.end <= end) : inline.links;
    for (const link of links) this.#link(at === 0 ? link : { ...link, span: shift(link.span, at) });
    this.cite(scanCitations(prose, this.#place), at);
    for (const { id, start, end } of findIds(prose)) {
      this.#mentions ??= [];
      this.#mentions.push({ id, span: { start: at + start, end: at + end } });
    }
    if (this.#mayHaveGaps) this.#gaps(prose, at);
    return end;
  }

  /** Citations whose spans count from `at`. */
  cite(citations: readonly Citation[], at: number): void {
    if (citations.length === 0) return;
    this.#citations ??= [];
    for (const citation of citations) this.#citations.push(shiftCitation(citation, at));
  }

  /** Whether any of a span is cited already. */
  isCited(place: Span): boolean {
    return this.#citations?.some(({ span }) => overlaps(span, place)) === true;
  }

  #link(link: Link): void {
    this.#links ??= [];
    this.#links.push(link);
  }

  #gaps(prose: string, at: number): void {
    for (const { text, start, end } of findPlaceholders(prose)) {
      if (this.#place.place === "heading" && isTodoList(text, prose.slice(0, start))) continue;
      this.#placeholders ??= [];
      this.#placeholders.push({ text, span: { start: at + start, end: at + end } });
    }
  }

  /** What is wrong with the stretch as a whole. */
  problems(problems: readonly Problem[]): void {
    this.#problems ??= [];
    addAll(this.#problems, problems);
  }

  /** A field's value; `source` is the text of the whole stretch. */
  field(info: FieldInfo | undefined, value: Value, source: string): void {
    if (value.type === "scalar") this.#scalar(info, value, source);
    else if (value.type === "list" && !info?.nested)
      for (let i = 0; i < value.items.length; i++) this.#item(info, value.items[i] as Value, source);
    else if (info?.type === "satisfies" && value.type === "map") this.#satisfies(value, source);
    else if (value.type === "empty") return;
    else if (info?.nested) this.#nested(info, value, source);
    else this.#item(info, value, source);
  }

  #item(info: FieldInfo | undefined, item: Value, source: string): void {
    if (item.type === "scalar") this.#word(info, item, source);
    else eachScalar(item, (scalar) => this.#word(info, scalar, source));
  }

  /** A word in a list, and what else stands in the mapping that it may stand for. */
  #word(info: FieldInfo | undefined, word: ScalarValue, source: string): void {
    this.#scalar(info, word, source);
    if (!word.of) return;
    for (const { value } of word.of.entries) {
      if (!overlaps(value.span, word.span)) this.field(undefined, value, source);
    }
  }

  #nested(info: FieldInfo, value: Value, source: string): void {
    if (value.type === "list") for (const item of value.items) this.#nested(info, item, source);
    else if (value.type !== "map") this.field(undefined, value, source);
    else {
      for (const entry of value.entries) {
        const nested = info.nested?.find((field) => field.name === entry.key);
        this.field(nested, entry.value, source);
      }
    }
  }

  #satisfies(value: Extract<Value, { type: "map" }>, source: string): void {
    const { standards } = this.#place;
    for (const entry of value.entries) {
      const known = standard(entry.key);
      if (!known) continue;
      const named: CitationSetting = { standards, place: "field", standard: known.id };
      eachScalar(entry.value, (scalar) => this.#provisions(scalar, source, named));
    }
  }

  #provisions({ span: { start, end } }: ScalarValue, source: string, setting: CitationSetting): void {
    this.cite(parseProvisionField(source.slice(start, end), setting), start);
  }

  #scalar(info: FieldInfo | undefined, scalar: ScalarValue, source: string): void {
    const type = info?.type ?? "text";
    const { start, end } = scalar.span;
    if (PROSE_TYPES.has(type)) {
      this.prose(source.slice(start, end), start);
      return;
    }
    if (type === "provision" || type === "provisions") {
      this.#provisions(scalar, source, { standards: this.#place.standards, place: "field" });
    } else if ((type === "path" || type === "paths") && isPath(scalar.text)) {
      this.#link({ span: textSpan(scalar, source), target: scalar.text, kind: "field", field: info?.name ?? "" });
    }
    if (this.#mayHaveGaps) this.#gaps(source.slice(start, end), start);
  }

  build(text: string): BlockData {
    return {
      text,
      heading: this.#place.place === "heading" ? true : undefined,
      citations: this.#citations ? exact(inOrder(this.#citations, byPlace)) : NONE,
      links: this.#links ? exact(this.#links) : NONE,
      mentions: this.#mentions ? exact(this.#mentions) : NONE,
      placeholders: this.#placeholders ? exact(this.#placeholders) : NONE,
      problems: this.#problems ? exact(this.#problems) : NONE,
    };
  }
}

const NONE: readonly never[] = [];

/** Something of every citation, id and link, and of code; most short texts have none of it, and this is told sooner. */
const MORE = /[\d`[<]|https?:|annex\s/i;

/** A quick look: whether nothing is in a text that is read in prose, placeholders left aside. */
export const holdsWordsOnly = (text: string): boolean => !MORE.test(text);

/** Whether a heading begins with the name of a list of what is to be done: `# TODO — release 2`. */
const isTodoList = (found: string, before: string): boolean => found === "TODO" && /^[#\s*_]*$/.test(before);

/** What is read of one paragraph or cell: far above any, and little enough for a check of it to be no halt. */
const MOST_PROSE = 300_000;

const unreadProse = (at: number): Problem => ({
  code: "unreadable-file",
  span: { start: at, end: at + 1 },
  message: `What stands from here on was not read: of one paragraph or cell no more is than ${MOST_PROSE.toLocaleString("en")} characters.`,
  help: "Nothing is known of what stands there. Put an empty line between paragraphs, and shorten what stands in one cell.",
});

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
    meant: citation.meant,
    provision: citation.provision,
  };
}

/** A stretch of prose read by itself. */
export function proseBlock(text: string, place: CitationSetting): BlockData {
  const builder = new BlockBuilder(place);
  const end = builder.prose(text, 0);
  return builder.build(end < text.length ? text.slice(0, end) : text);
}

const byPlace = (a: Citation, b: Citation): number => a.span.start - b.span.start || a.span.end - b.span.end;
