import type { KindId } from "../generated/kinds.ts";
import { looksLikeId } from "../records/ids.ts";
import { fieldForLabel, kindForId, kindForTitle, kindInfo } from "../records/kinds.ts";
import type { MarkdownBlock, MarkdownHeading, MarkdownParagraph, MarkdownTable } from "../syntax/markdown-blocks.ts";
import { cellsOf } from "../syntax/markdown-table.ts";
import { type LabelledValue, labelledValues, plainLines } from "./labelled-lines.ts";
import { visibleText } from "./visible-text.ts";
import { addAll } from "../text/many.ts";

/** The document-control header of a Markdown file: labelled lines or a two-column table at its top. */
export interface ControlHeader {
  readonly values: readonly LabelledValue[];
  /** What is said of the document's kind, below `aims`. */
  readonly said: LabelledValue | undefined;
  /** The blocks the values stand in. */
  readonly blocks: readonly MarkdownBlock[];
}

/** The beginning of a Markdown file: title, subtitle and control header. */
export interface DocumentTop {
  readonly title: MarkdownHeading | undefined;
  readonly subtitle: MarkdownHeading | undefined;
  readonly header: ControlHeader | undefined;
}

const CONTROL_HEADING =
  /^(?:\d+(?:\.\d+)*[.)]?\s+)?(?:document|record|policy|procedure)\s+(?:control|information|details|properties|metadata|identification|header)(?:\s+(?:information|table|block|sheet))?$/i;
/** Fields of which a control header has some: what a README's badges and notes do not say. */
const TELLING: ReadonlySet<string> = new Set([
  ...["id", "owner", "approved_by", "approved_on", "effective", "review_cycle", "next_review", "reviewed_on"],
  ...["reviewed_by", "classification", "author"],
]);

/**
 * Finds title, subtitle and control header.
 * @param kindOf the kind that a title names
 */
export function readTop(
  text: string,
  blocks: readonly MarkdownBlock[],
  kindOf: (title: string) => KindId | undefined = kindForTitle,
): DocumentTop {
  const shown = shownAtTop(blocks);
  const at = titleAt(text, shown);
  const title = at === undefined ? undefined : (shown[at] as MarkdownHeading);
  const from = at === undefined ? 0 : at + 1;
  const [second, third] = [shown[from], shown[from + 1]];
  const isSubtitle = title && second?.type === "heading" && third && headerBlock(text, third) !== undefined;
  const subtitle = isSubtitle ? (second as MarkdownHeading) : undefined;
  const named = title ? text.slice(title.title.start, title.title.end).replace(/[*_`]/g, "") : "";
  const kind = kindOf(named);
  const header = firstHeader(text, shown, from + (subtitle ? 1 : 0), kind) ?? underControlHeading(text, blocks, kind);
  return { title, subtitle, header };
}

/** Title, subtitle and the heading that ends the top at the latest. */
const TOP_HEADINGS = 3;

/** The blocks up to there that a reader sees. */
function shownAtTop(blocks: readonly MarkdownBlock[]): MarkdownBlock[] {
  const shown: MarkdownBlock[] = [];
  let headings = 0;
  for (let i = 0; i < blocks.length && headings < TOP_HEADINGS; i++) {
    const block = blocks[i] as MarkdownBlock;
    if (block.type === "html" || block.type === "rule") continue;
    if (block.type === "heading") headings++;
    shown.push(block);
  }
  return shown;
}

/** How many lines (a logo, badges, a notice) may stand above the title. */
const ABOVE_TITLE = 3;

/** Where the title is: the first heading, if it is of the first level and hardly anything stands above it. */
function titleAt(text: string, shown: readonly MarkdownBlock[]): number | undefined {
  const at = shown.slice(0, ABOVE_TITLE + 1).findIndex((block) => block.type === "heading");
  const heading = shown[at];
  if (heading?.type !== "heading" || heading.level !== 1) return undefined;
  const above = shown.slice(0, at);
  return above.every((block) => block.type === "paragraph" && !headerBlock(text, block)) ? at : undefined;
}

/** The first run of labelled blocks before the first section. */
function firstHeader(
  text: string,
  shown: readonly MarkdownBlock[],
  from: number,
  kind: KindId | undefined,
): ControlHeader | undefined {
  const values: LabelledValue[] = [];
  const used: MarkdownBlock[] = [];
  for (let i = from; i < shown.length; i++) {
    const block = shown[i] as MarkdownBlock;
    if (block.type === "heading") break;
    const found = headerBlock(text, block);
    if (found) {
      addAll(values, found);
      used.push(block);
    } else if (used.length > 0) break;
  }
  return accepted(text, values, used, kind);
}

function underControlHeading(
  text: string,
  blocks: readonly MarkdownBlock[],
  kind: KindId | undefined,
): ControlHeader | undefined {
  const at = blocks.findIndex(
    (block) =>
      block.type === "heading" &&
      CONTROL_HEADING.test(text.slice(block.title.start, block.title.end).replace(/[*_]/g, "")),
  );
  return at < 0 ? undefined : firstHeader(text, blocks, at + 1, kind);
}

/** Longest value of a header that is written without bold. */
const LONGEST_PLAIN = 100;
const PLAIN_FIELDS: ReadonlySet<string> = new Set([...TELLING, "version", "status", "title"]);

/** Lines without bold, where several are of the sort that only a header has. */
function plainHeader(text: string, paragraph: MarkdownParagraph): LabelledValue[] | undefined {
  const values = plainLines(text, paragraph);
  if (!values || values.some(({ value }) => value.end - value.start > LONGEST_PLAIN)) return undefined;
  return knownIn(values).filter((name) => PLAIN_FIELDS.has(name)).length >= 2 ? values : undefined;
}

/** Labelled values of a block, where they can be a header's: a table must have labels that are a document's. */
function headerBlock(text: string, block: MarkdownBlock): LabelledValue[] | undefined {
  const values = labelledValues(text, block);
  if (!values) return block.type === "paragraph" ? plainHeader(text, block) : undefined;
  return block.type !== "table" || (knownIn(values).length >= 2 && !readsAcross(text, block, values))
    ? values
    : undefined;
}

/** Whether a table has its labels above its values and not beside them. */
function readsAcross(text: string, table: MarkdownTable, beside: readonly LabelledValue[]): boolean {
  if (table.rows.length !== 1) return false;
  const above = cellsOf(text, table.header).map(({ start, end }) => visibleText(text.slice(start, end)).text);
  const known = new Set(above.flatMap((label) => fieldForLabel("procedure", label) ?? []));
  return known.size > knownIn(beside).length;
}

/** @param kind the kind the title names: its own labels (`Assessment ID`, `System version`) count like those of any document */
function accepted(
  text: string,
  values: readonly LabelledValue[],
  blocks: readonly MarkdownBlock[],
  kind: KindId | undefined,
): ControlHeader | undefined {
  const common = knownIn(values);
  const own = ownIn(values, kind);
  const said = values.find(saysKind);
  const known = common.length + own.length;
  const telling = own.length > 1 || common.some(isTelling) || own.some(isTelling);
  return said || (known >= 2 && telling) || isDocumentId(text, values) ? { values, said, blocks } : undefined;
}

const isTelling = (field: string): boolean => TELLING.has(field);

/** Whether a labelled value is what says the kind of the document. */
export const saysKind = ({ label }: LabelledValue): boolean => label.length === 4 && label.toLowerCase() === "aims";

/** Whether all that is said is the id of a controlled document: `**Document ID:** AIMS-POL-001`. */
function isDocumentId(text: string, values: readonly LabelledValue[]): boolean {
  const [only] = values;
  if (!only || values.length > 1 || fieldForLabel("procedure", only.label) !== "id") return false;
  const id = visibleText(text.slice(only.value.start, only.value.end)).text;
  return looksLikeId(id) && kindForId(id) !== undefined;
}

/** The fields the labels name: those every controlled document has, or those of a kind. */
function knownIn(values: readonly LabelledValue[], kind: KindId = "procedure"): string[] {
  const names = new Set<string>();
  for (const { label } of values) {
    const name = fieldForLabel(kind, label);
    if (name !== undefined) names.add(name);
  }
  return [...names];
}

/** The fields they name that only documents of a kind have. */
function ownIn(values: readonly LabelledValue[], kind: KindId | undefined): string[] {
  if (!kind || kind === "procedure") return [];
  return knownIn(values, kind).filter((name) => kindInfo("procedure").field(name) === undefined);
}
