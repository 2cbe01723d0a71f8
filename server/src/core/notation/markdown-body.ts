import { parseProvisionField } from "../catalog/provision-field.ts";
import type { KindId } from "../generated/kinds.ts";
import type { PlacedRecord, RecordData } from "../records/model.ts";
import type { Block, BlockData, Citation, Heading } from "../syntax/document.ts";
import type { MarkdownBlock, MarkdownTable } from "../syntax/markdown-blocks.ts";
import { cellsOf } from "../syntax/markdown-table.ts";
import { type Range, Refilled } from "../text/refilled.ts";
import { shift, type Span } from "../text/span.ts";
import type { Steps } from "../text/to-end.ts";
import { BlockBuilder, proseBlock, shiftCitation } from "./block-builder.ts";
import { type HeadingRecord, headingRecord, readHeadingRecord } from "./heading-record.ts";
import type { ReadField } from "./record-builder.ts";
import { type NamedStandard, namedStandard, standardOfTop } from "./other-standard.ts";
import { fieldsOfRows, readRegister, readRow, tableLabels } from "./register-table.ts";
import type { Space } from "./memo.ts";
import type { Source } from "./source.ts";

/** What stands in the body of a Markdown file. */
export interface Body {
  readonly records: readonly PlacedRecord[];
  readonly blocks: readonly Block[];
}

/** What was read of the rows of a table: their places in the lists of the body. */
interface Rows {
  readonly spans: readonly Span[];
  readonly records: Range;
  readonly blocks: Range;
}

/** What is left of a body for the next reading. */
interface Left extends Body {
  readonly tables: readonly Rows[];
}

/** Header labels of columns that hold provision numbers in tables that are no registers. */
const NUMBER_COLUMN = /\b(?:clause|annex a|42001|iso control|control (?:id|no|ref|number)|control)\b/i;

/** So many blocks are read at a step. */
const AT_A_TIME = 256;

/** Reads registers, heading records and prose. `taken` are blocks read otherwise (a control header's), in order. */
export class BodyReader {
  readonly #source: Source;
  /** The tables before, by where their rows stood. */
  readonly #before: ReadonlyMap<readonly Span[], Rows> | undefined;
  readonly #records: Refilled<RecordData>;
  readonly #blocks: Refilled<BlockData>;
  readonly #tables: Rows[] = [];
  readonly #docKind: KindId | undefined;
  readonly #title: string;
  #headings: readonly Heading[] = [];
  /** For each block that was taken its place among the blocks. */
  readonly #rooms: number[] = [];
  readonly #proseAt: (start: number, end: number) => BlockData;
  readonly #titleAt: (start: number, end: number) => BlockData;
  /** Which standard the top of the document names, once it was asked for. */
  #ofTop: { readonly named: NamedStandard } | undefined;

  constructor(source: Source, docKind: KindId | undefined, title: string) {
    this.#source = source;
    this.#docKind = docKind;
    this.#title = title;
    this.#proseAt = proseIn(source, "prose");
    this.#titleAt = proseIn(source, "heading");
    const before = source.memo.left<Left>("body");
    this.#before = before && new Map(before.tables.map((table) => [table.spans, table]));
    this.#records = new Refilled(before?.records);
    this.#blocks = new Refilled(before?.blocks);
  }

  *read(blocks: readonly MarkdownBlock[], headings: readonly Heading[], taken: readonly MarkdownBlock[]): Steps<Body> {
    this.#headings = headings;
    let h = -1;
    let done: Set<MarkdownBlock> | undefined;
    for (let i = 0; i < blocks.length; i++) {
      if (i % AT_A_TIME === AT_A_TIME - 1) yield;
      const block = blocks[i] as MarkdownBlock;
      if (block.type === "heading") {
        h++;
        const found = this.#headingRecord(headings[h] as Heading, blocks, i);
        if (found) {
          done ??= new Set();
          for (const used of found.blocks) done.add(used);
        }
      }
      if (block === taken[this.#rooms.length]) this.#rooms.push(this.#blocks.leaveRoom());
      else if (done?.has(block)) continue;
      else if (block.type === "table") yield* this.#table(block, headings[h]);
      else this.#block(block);
    }
    const body = { records: this.#records.filled(), blocks: this.#blocks.filled() };
    const { memo } = this.#source;
    if (!memo.isBlank) memo.leave("body", { ...body, tables: this.#tables } satisfies Left);
    return body;
  }

  #headingRecord(heading: Heading, blocks: readonly MarkdownBlock[], at: number): HeadingRecord | undefined {
    const { text, memo, setting } = this.#source;
    const found = headingRecord(text, heading, blocks, at);
    if (!found) return undefined;
    const base = heading.extent.start;
    const source = text.slice(base, found.end);
    const shape = found.blocks.map((block) => block.start - base).join(",");
    const { data, blocks: labelled } = memo.space(`heading record ${heading.level} ${shape}`).get(source, (kept) => {
      const { data, fields } = readHeadingRecord(kept, found, setting);
      return { data, blocks: found.blocks.map((block) => this.#labelled(shift(block, -base), fields, kept, "prose")) };
    });
    this.#records.put(base, data);
    for (const [i, block] of found.blocks.entries()) this.#blocks.put(block.start, labelled[i] as BlockData);
    return found;
  }

  /** Takes in the blocks that were taken, whose labelled values were read as fields; the fields' spans are relative to `base`. */
  takenBlocks(blocks: readonly MarkdownBlock[], fields: readonly ReadField[], base: number): void {
    for (const [i, block] of blocks.entries()) {
      const source = this.#source.text.slice(base, block.end);
      const data = this.#labelled(shift(block, -base), fields, source, "header");
      this.#blocks.put(block.start, data, this.#rooms[i]);
    }
  }

  /** @param source what `within` and the fields' spans are relative to */
  #labelled(within: Span, fields: readonly ReadField[], source: string, place: Citation["place"]): BlockData {
    const { start, end } = within;
    const builder = new BlockBuilder({ standards: this.#source.setting.standards, place });
    for (const { field, info } of fields) {
      if (field.keySpan.start >= start && field.keySpan.start < end) builder.field(info, field.value, source);
    }
    return shiftBlock(builder.build(source.slice(start, end)), -start);
  }

  #block(block: MarkdownBlock): void {
    if (block.type === "heading") {
      const { start, end } = block.title;
      if (end > start) this.#blocks.put(start, this.#titleAt(start, end));
    } else if (block.type === "paragraph") this.#prose(block);
    else if (block.type === "html") this.#html(block);
  }

  #prose({ start, end }: Span): void {
    if (end > start) this.#blocks.put(start, this.#proseAt(start, end));
  }

  #html(block: MarkdownBlock): void {
    const { text, memo, setting } = this.#source;
    const source = text.slice(block.start, block.end);
    if (source.startsWith("<!--")) return;
    const data = memo.space("html").get(source, (kept) => {
      const bare = kept.replace(/<[^<>]*>/g, (tag) => tag.replace(/[^\r\n]/g, " "));
      const builder = new BlockBuilder({ standards: setting.standards, place: "prose" });
      builder.prose(bare, 0);
      return builder.build(kept);
    });
    this.#blocks.put(block.start, data);
  }

  *#table(table: MarkdownTable, heading: Heading | undefined): Steps<void> {
    const { text, memo, setting } = this.#source;
    const title = heading && heading.level > 1 ? heading.title : this.#title;
    const header = text.slice(table.header.start, table.header.end);
    const found = memo
      .space(`register ${this.#docKind} ${title}`)
      .get(header, (kept) => readRegister(tableLabels(kept), { title, docKind: this.#docKind }) ?? null);
    // Controls of another standard have numbers that mean something else here.
    const isOfOther = (found ? found.kind === "control" : NUMBER_COLUMN.test(header)) && this.#isOfOther(heading);
    const register = isOfOther ? null : found;
    this.#prose(table.header);
    const space = memo.space(register ? `row ${register.key}` : `cells ${isOfOther} ${header}`);
    if (register) {
      const again = memo.isBlank ? undefined : fieldsOfRows(register, setting);
      yield* this.#rows(
        table.rows,
        space,
        (kept) => readRow(kept, register, setting, again),
        (read, start) => this.#row(start, read),
      );
    } else {
      const numbered = tableLabels(header).map((label) => !isOfOther && NUMBER_COLUMN.test(label));
      yield* this.#rows(
        table.rows,
        space,
        (kept) => this.#plainRow(numbered, kept),
        (data, start) => this.#blocks.put(start, data),
      );
    }
  }

  /** Whether numbers of controls below a heading are of another standard than the one that the AIMS is worked by. */
  #isOfOther(heading: Heading | undefined): boolean {
    const { text, setting } = this.#source;
    const near = heading && namedStandard(heading.title, setting);
    if (near) return near === "other";
    this.#ofTop ??= { named: standardOfTop(text, this.#headings, setting) };
    return this.#ofTop.named === "other";
  }

  /** Rows of a table. Of those that stood in the text before nothing is looked at but where they stand. */
  *#rows<T>(
    spans: readonly Span[],
    space: Space,
    make: (text: string) => T,
    take: (value: T, start: number) => void,
  ): Steps<void> {
    const [records, blocks] = [this.#records.length, this.#blocks.length];
    yield* space.each(spans, make, take, (before) => {
      const was = this.#before?.get(before);
      if (!was) return undefined;
      return (start, end, by) => {
        if (start === end) return;
        const stretch = { start: (before[start] as Span).start, end: (before[end - 1] as Span).end };
        this.#records.again(was.records, stretch, by);
        this.#blocks.again(was.blocks, stretch, by);
      };
    });
    if (this.#source.memo.isBlank) return;
    this.#tables.push({
      spans,
      records: { start: records, end: this.#records.length },
      blocks: { start: blocks, end: this.#blocks.length },
    });
  }

  #row(base: number, read: ReturnType<typeof readRow>): void {
    if ("block" in read) this.#records.put(base, read.data);
    this.#blocks.put(base, "block" in read ? read.block : read);
  }

  /**
   * A row of a table that is no register: prose, cell by cell.
   * @param numbered of each column, whether provisions' numbers stand in it
   */
  #plainRow(numbered: readonly boolean[], source: string): BlockData {
    const { setting } = this.#source;
    const builder = new BlockBuilder({ standards: setting.standards, place: "prose" });
    for (const [i, cell] of cellsOf(source, { start: 0, end: source.length }).entries()) {
      const raw = source.slice(cell.start, cell.end);
      builder.prose(raw, cell.start);
      if (numbered[i]) this.#numbers(builder, raw, cell.start);
    }
    return builder.build(source);
  }

  /** Bare numbers below "Clause": citations as far as there is such a provision. */
  #numbers(builder: BlockBuilder, raw: string, at: number): void {
    const { standards } = this.#source.setting;
    for (const found of parseProvisionField(raw, { standards, place: "prose" })) {
      if (found.provision && !builder.isCited(shift(found.span, at))) builder.cite([found], at);
    }
  }
}

/** Reads stretches of a file that all stand in places of one sort. */
function proseIn({ memo, setting: { standards } }: Source, place: Citation["place"]) {
  const space = memo.common(place);
  const read = (text: string): BlockData => proseBlock(text, { standards, place });
  return (start: number, end: number): BlockData => space.at(start, end, read);
}

/** A block with all its spans moved by `by` offsets. */
function shiftBlock(data: BlockData, by: number): BlockData {
  if (by === 0) return data;
  const moved = <T extends { readonly span: Span }>(items: readonly T[]): readonly T[] =>
    items.length === 0 ? items : items.map((item) => ({ ...item, span: shift(item.span, by) }));
  return {
    text: data.text,
    heading: data.heading,
    citations: data.citations.length === 0 ? data.citations : data.citations.map((one) => shiftCitation(one, by)),
    links: moved(data.links),
    mentions: moved(data.mentions),
    placeholders: moved(data.placeholders),
    problems: moved(data.problems),
  };
}
