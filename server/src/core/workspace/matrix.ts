import { once } from "../text/once.ts";
import type { BlockData, Document, Heading } from "../syntax/document.ts";
import { type Band, bandsInProse, bandsInTable } from "./bands.ts";
import { type Grid, gridInTable } from "./grid.ts";
import { cellTexts, stretchesOf } from "./stretches.ts";

/** One risk matrix a document gives: bands by score, or a grid of likelihood and impact. */
export interface RiskMatrix {
  /** Anchor of the heading it stands under. */
  readonly section?: string;
  readonly bands?: readonly Band[];
  readonly grid?: Grid;
}

/** The risk matrices of a document, each once, and the files it links to (as written), which tell whose matrices they are. */
export interface Matrices {
  readonly all: readonly RiskMatrix[];
  readonly links: readonly string[];
}

const ABOUT_RISK = /\b(?:risks?|scor\w+|rating|matrix|likelihood|l ?[x×] ?i|risiko\w*|risque\w*)\b/i;
const NOT_THIS =
  /\b(?:supplier|vendor|maturity|cvss|vulnerabilit\w+|data quality|model performance|confidence|severity (?:level|scale)|likelihood (?:scale|level)|impact (?:scale|level)|consequence (?:scale|level)|probability (?:scale|level))\b/i;

/** Whether a heading or title says that a scale below it is not one for risks. */
export const isOfOther = (title: string): boolean => NOT_THIS.test(title);

/** Rows of a table that are looked at; one of more rows gives no matrix. */
const MOST_ROWS = 12;
/** Prose longer than this introduces no list of bands. */
const LONGEST_LEAD = 300;
/** Text before the first record of a YAML register that is looked at. */
const HEAD = 3000;
const PROSE = 1200;

interface Part {
  readonly heading: Heading | undefined;
  readonly rows: readonly (readonly string[])[];
  readonly prose: string;
}

const BAND_LIKE = /\b(?:low|medium|moderate|high|critical|niedrig|mittel|hoch|faible|moyen)/i;

const BAND_WORDS = new RegExp(BAND_LIKE.source, "gi");

/** What a stretch of prose may add to a matrix: bands with scores, the words that say what they are for, or nothing. */
const roleOf = once(({ text }: BlockData): "bands" | "words" | undefined =>
  /\d/.test(text) && BAND_LIKE.test(text)
    ? "bands"
    : text.length < LONGEST_LEAD && ABOUT_RISK.test(text)
      ? "words"
      : undefined,
);

/** Tables, and what prose with numbers stands under one heading, of a Markdown document. */
function* partsOf(document: Document): Generator<Part> {
  if (!ABOUT_RISK.test(document.text)) return;
  let at: Heading | undefined;
  let prose = "";
  let hasBands = false;
  for (const stretch of stretchesOf(document)) {
    const { heading } = stretch;
    if (heading !== at) {
      if (hasBands) yield { heading: at, rows: [], prose };
      [at, prose, hasBands] = [heading, "", false];
    }
    if (stretch.type === "table") {
      if (stretch.rows.length > 1 && stretch.rows.length <= MOST_ROWS)
        yield { heading, rows: stretch.rows.map(cellTexts), prose: prose.slice(-PROSE) };
    } else if (prose.length < PROSE) {
      const role = roleOf(stretch.block.data);
      if (role !== undefined) prose += `${stretch.block.data.text}\n`;
      hasBands ||= role === "bands";
    }
  }
  if (hasBands) yield { heading: at, rows: [], prose };
}

function matrixOf({ heading, rows, prose }: Part): RiskMatrix | undefined {
  const title = heading?.title ?? "";
  if (isOfOther(title) || !ABOUT_RISK.test(`${title} ${rows[0]?.join(" ") ?? ""} ${prose}`)) return undefined;
  if (rows.length === 0 && (prose.match(BAND_WORDS)?.length ?? 0) < 2) return undefined;
  const grid = rows.length > 2 ? gridInTable(rows, title) : undefined;
  const bands = grid ? undefined : rows.length > 0 ? bandsInTable(rows) : bandsInProse(prose);
  if (!grid && !bands) return undefined;
  return {
    ...(heading === undefined ? undefined : { section: heading.slug }),
    ...(bands ? { bands } : undefined),
    ...(grid ? { grid } : undefined),
  };
}

/** What stands above the records of a YAML register: comments, a legend. */
function headOf({ records, text }: Document): Part[] {
  const first = records.find(({ data }) => data.kind === "risk");
  return first === undefined
    ? []
    : [{ heading: undefined, rows: [], prose: `risks ${text.slice(0, Math.min(first.base, HEAD))}` }];
}

/** The risk matrices a document gives; undefined where it gives none. */
export function matricesOf(document: Document): Matrices | undefined {
  const parts =
    document.language === "markdown" ? partsOf(document) : document.language === "yaml" ? headOf(document) : [];
  const found = new Map<string, RiskMatrix>();
  for (const part of parts) {
    const matrix = matrixOf(part);
    if (!matrix) continue;
    const key = JSON.stringify([matrix.bands, matrix.grid]);
    if (!found.has(key)) found.set(key, matrix);
  }
  if (found.size === 0) return undefined;
  const links = new Set(document.blocks.flatMap(({ data }) => data.links.map(({ target }) => target)));
  return { all: [...found.values()], links: [...links].sort() };
}
