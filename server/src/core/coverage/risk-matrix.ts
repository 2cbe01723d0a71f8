import { canonicalLevel } from "../records/values.ts";
import type { RecordFacts } from "../records/model.ts";
import type { Document } from "../syntax/document.ts";
import type { AimsConfig, AimsIndex, FileFacts } from "../workspace/api.ts";
import { type Band, inBand } from "../workspace/bands.ts";
import { cellAt, type Grid } from "../workspace/grid.ts";
import { isOfOther, type RiskMatrix } from "../workspace/matrix.ts";
import { baseName, dirName, relativePath } from "../workspace/names.ts";
import { readTarget } from "../workspace/targets.ts";
import { once } from "../text/once.ts";
import { mapsOf, realText } from "./values.ts";
import { least } from "../text/many.ts";

/** The matrix a register goes by. */
export interface MatrixInUse {
  readonly bands?: readonly Band[];
  readonly grid?: Grid;
  /** Where it was found: in the register's own document, in one of the two linked with it, in `aims.yaml`, or in the nearest that could be meant. */
  readonly from: "own" | "linked" | "config" | "near";
  /** The file it stands in. */
  readonly path: string;
  /** Anchor of the heading it stands under, in Markdown. */
  readonly section?: string;
  /** The record whose field `matrix` it is, for one in `aims.yaml`. */
  readonly record?: RecordFacts;
}

/** The matrix that `aims.yaml` gives. */
function configured({ record, plain }: AimsConfig): MatrixInUse | undefined {
  const bands = mapsOf({ plain }, "matrix", "rating").flatMap(({ rating, from, to }) =>
    typeof rating === "string" && typeof from === "number" && (to === undefined || typeof to === "number")
      ? [{ name: rating, level: canonicalLevel(rating), from, ...(to === undefined ? undefined : { to }) }]
      : [],
  );
  return record && bands.length > 1 ? { bands, from: "config", path: record.path, record } : undefined;
}

/** What several matrices agree on: their bands where all that have some have the same, their grid likewise. */
function agreed(all: readonly RiskMatrix[], from: MatrixInUse["from"], path: string): MatrixInUse | undefined {
  const [bands, grids] = [all.filter((m) => m.bands), all.filter((m) => m.grid)];
  if (bands.length > 1 || grids.length > 1) return undefined;
  const [ofBands, ofGrid] = [bands[0], grids[0]];
  const section = (ofBands ?? ofGrid)?.section;
  return {
    ...(ofBands?.bands ? { bands: ofBands.bands } : undefined),
    ...(ofGrid?.grid ? { grid: ofGrid.grid } : undefined),
    from,
    path,
    ...(section === undefined ? undefined : { section }),
  };
}

const titleOf = ({ own, path }: FileFacts): string => `${(own && realText(own, "title")) ?? ""} ${baseName(path)}`;

const ABOUT_RISK = /risk|risiko|risque/i;
const SETS_RULES =
  /methodolog|criteri|matrix|procedure|process|framework|policy|standard|appetite|scoring|assessment|management|kriterien|verfahren|méthod|critère/i;

/** Whether a document may set the matrix for others: one that sets rules, or one of no kind of its own. */
const setsRules = ({ own, template }: FileFacts): boolean =>
  !template && (own === undefined || own.kind === "policy" || own.kind === "procedure");

const targets = once((document: Document) => [
  ...new Set(document.blocks.flatMap(({ data }) => data.links.map(({ target }) => target))),
]);

const leadsTo = (links: readonly string[], from: string, to: string, index: AimsIndex): boolean =>
  links.some((link) => {
    const target = readTarget(link, from, index);
    return target.type === "file" && target.path === to;
  });

/** Whether a register and a document with a matrix name one another, by link or by id. */
function linked(document: Document, facts: FileFacts | undefined, other: FileFacts, index: AimsIndex): boolean {
  const id = other.own?.id;
  const own = facts?.own?.id;
  return (
    leadsTo(targets(document), document.path, other.path, index) ||
    leadsTo(other.matrices?.links ?? [], other.path, document.path, index) ||
    (id !== undefined &&
      (facts?.mentions.includes(id.toLowerCase()) === true ||
        index.referencesTo(id).some(({ from }) => from.path === document.path))) ||
    (own !== undefined && other.mentions.includes(own.toLowerCase()))
  );
}

/** Steps from folder to folder. */
function distance(a: string, b: string): number {
  const [x, y] = [dirName(a).split("/"), dirName(b).split("/")];
  let same = 0;
  while (same < x.length && same < y.length && x[same] === y[same]) same++;
  return x.length + y.length - 2 * same;
}

/** The matrix on which all of these documents agree; of several that differ, those that set rules on risk count. */
function among(files: readonly FileFacts[], from: MatrixInUse["from"]): MatrixInUse | undefined {
  const found = files.flatMap((file) => agreed(file.matrices?.all ?? [], from, file.path) ?? []);
  const say = ({ bands, grid }: MatrixInUse): string => JSON.stringify([bands, grid]);
  const [first] = found;
  return found.every((m) => say(m) === say(first as MatrixInUse)) ? first : undefined;
}

function elsewhere(document: Document, index: AimsIndex): MatrixInUse | undefined {
  const candidates = index
    .withMatrix()
    .filter((file) => file.path !== document.path && setsRules(file) && !isOfOther(titleOf(file)));
  const facts = index.file(document.path);
  const joined = candidates.filter((file) => linked(document, facts, file, index));
  if (joined.length > 0) {
    const onRisk = joined.filter((file) => ABOUT_RISK.test(titleOf(file)));
    return among(onRisk.length > 0 ? onRisk : joined, "linked");
  }
  const set = configured(index.config());
  if (set) return set;
  const meant = candidates.filter((file) => ABOUT_RISK.test(titleOf(file)) && SETS_RULES.test(titleOf(file)));
  const nearest = least(meant.map((file) => distance(document.path, file.path)));
  return among(
    meant.filter((file) => distance(document.path, file.path) === nearest),
    "near",
  );
}

/**
 * The risk matrix that the register in a document goes by: the document's own; else that of a document it is linked with; else that of
 * `aims.yaml`; else that of the nearest document that sets the rules on risk. Undefined where there is none, or several that differ.
 */
export function matrixFor(document: Document, index: AimsIndex): MatrixInUse | undefined {
  const own = index.file(document.path)?.matrices;
  return own ? agreed(own.all, "own", document.path) : elsewhere(document, index);
}

/** The band a matrix gives; undefined where it gives none, or its bands and its grid differ. */
export function bandBy(
  { bands, grid }: MatrixInUse,
  score: number | undefined,
  likelihood: number | string | undefined,
  impact: number | string | undefined,
): { readonly name: string; readonly level: string; readonly range?: Band } | undefined {
  const range = score === undefined ? undefined : bands?.find((b) => inBand(score, b));
  const cell =
    grid && likelihood !== undefined && impact !== undefined ? cellAt(grid, likelihood, impact)?.band : undefined;
  if (range && cell !== undefined && canonicalLevel(cell) !== range.level) return undefined;
  if (range) return { name: range.name, level: range.level, range };
  return cell === undefined ? undefined : { name: cell, level: canonicalLevel(cell) };
}

/** Which matrix it is, in words; paths as seen from the AIMS's folder `root`. */
export function whereOf({ from, path }: MatrixInUse, root: string): string {
  if (from === "own") return "this document's own matrix";
  return from === "config" ? "the matrix in aims.yaml" : `the matrix in ${relativePath(root, path)}`;
}
