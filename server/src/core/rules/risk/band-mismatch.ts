import {
  AFTER,
  BEFORE,
  isJudged,
  type Judgement,
  type JudgementFields,
  judgementOf,
  written,
} from "../../coverage/judgement.ts";
import { bandBy, type MatrixInUse, matrixFor, whereOf } from "../../coverage/risk-matrix.ts";
import type { PlacedRecord, RecordData } from "../../records/model.ts";
import { canonicalLevel } from "../../records/values.ts";
import type { AimsConfig } from "../../workspace/api.ts";
import { type Band, levelWord, rangeText } from "../../workspace/bands.ts";
import { type PerUnit, type RawFinding, rule } from "../rule.ts";
import { within } from "../shared/place.ts";
import { quoted } from "../shared/words.ts";

/** A word for a band as written in a field. */
interface Word {
  readonly name: string;
  readonly word: string;
  readonly level: string;
}
/** What a record says of its score and band, whatever the matrix. */
interface Judged extends Judgement {
  readonly words: readonly Word[];
}
/** A band as written, and the one the matrix gives. */
interface Banded extends Word {
  readonly placed: PlacedRecord;
  /** What the band was taken from: `A score of 12`. */
  readonly from: string;
  readonly right: { readonly name: string; readonly level: string; readonly range?: Band };
}

function judgedBy(fields: JudgementFields, data: RecordData, config: AimsConfig): Judged | undefined {
  if (data.kind !== "risk" || data.template || !isJudged(data, fields)) return undefined;
  const words = [fields.rating, fields.score].flatMap((name) => {
    const text = written(data, name)?.text;
    const word = text === undefined ? undefined : levelWord(text);
    return word === undefined ? [] : [{ name, word, level: canonicalLevel(word) }];
  });
  return words.length === 0 ? undefined : { ...judgementOf(data, fields, config), words };
}

const JUDGEMENTS: readonly (readonly [JudgementFields, PerUnit<RecordData, Judged>])[] = [BEFORE, AFTER].map(
  (fields) => [fields, (data, config) => judgedBy(fields, data, config)],
);

/** Levels by the names a matrix uses. */
function levelsOf({ bands = [], grid }: MatrixInUse): ReadonlySet<string> {
  const cells = grid?.cells.flatMap((row) =>
    row.flatMap(({ band }) => (band === undefined ? [] : canonicalLevel(band))),
  );
  return new Set([...bands.map(({ level }) => level), ...(cells ?? [])]);
}

function banded(
  placed: PlacedRecord,
  judged: Judged,
  fields: JudgementFields,
  matrix: MatrixInUse,
  known: ReadonlySet<string>,
): Banded | undefined {
  const found = judged.words.find(({ level }) => known.has(level));
  const right = found && bandBy(matrix, judged.score, judged.likelihood, judged.impact);
  if (!right) return undefined;
  const residual = fields === AFTER;
  const from = right.range
    ? `${residual ? "A residual" : "A"} score of ${judged.score} is`
    : `${residual ? "Residual likelihood" : "Likelihood"} ${judged.likelihood} with impact ${judged.impact} is`;
  return { placed, ...found, from, right };
}

const isRight = ({ level, right }: Banded): boolean => level === right.level;

function* mismatch(found: Banded, matrix: MatrixInUse, root: string): Generator<RawFinding> {
  const { placed, name, word, from, right } = found;
  const value = placed.data.fields.get(name)?.value;
  if (value?.type !== "scalar") return;
  const start = value.text.indexOf(word);
  const exact = start >= 0 && within(value, start, start + word.length);
  const span = exact || value.span;
  const at = { start: placed.base + span.start, end: placed.base + span.end };
  const newText = word === word.toLowerCase() ? right.name.toLowerCase() : right.name;
  const replaceable = exact && exact.end - exact.start === word.length;
  const { record, path, section } = matrix;
  yield {
    at,
    message: `${from} called ${quoted(word)}, and is ${quoted(right.name)}${right.range ? ` (${rangeText(right.range)})` : ""} by ${whereOf(matrix, root)}.`,
    help: "The band decides who must act and how soon. Correct the band, or the score it was taken from.",
    related: [
      {
        at: record ? { record, field: "matrix" } : { path, ...(section === undefined ? undefined : { section }) },
        message: "The matrix.",
      },
    ],
    ...(matrix.from === "near" ? { severity: "warning" } : undefined),
    ...(replaceable
      ? { fixes: [{ title: `Set the band to "${newText}"`, changes: [{ op: "replace", span: at, newText }] }] }
      : undefined),
  };
}

/** As many bands as tell that a register goes by another matrix, when most of them differ from the one found. */
const FEW = 4;

/** Bands that the matrix gives another name; silent where no matrix is written down. */
export const bandMismatch = rule({
  id: "band-mismatch",
  group: "risk",
  severity: "error",
  summary:
    "Finds risks whose band is not the one that the matrix gives: the document's own, that of a document linked with it, or that of aims.yaml.",
  documentsWith: ["risk"],
  readsRecords: JUDGEMENTS.map(([, read]) => read),
  *document({ document, eachRecord }, { index }) {
    const asked = JUDGEMENTS.map(([fields, read]) => ({ fields, judged: eachRecord(read) }));
    if (!asked.some(({ judged }) => judged.some((one) => one !== undefined))) return;
    const matrix = matrixFor(document, index);
    if (!matrix) return;
    const known = levelsOf(matrix);
    for (const { fields, judged } of asked) {
      const all = judged.flatMap((one, i) => {
        const placed = document.records[i];
        return (one && placed && banded(placed, one, fields, matrix, known)) ?? [];
      });
      const wrong = all.filter((one) => !isRight(one));
      if (all.length >= FEW && wrong.length * 2 > all.length) continue;
      for (const one of wrong) yield* mismatch(one, matrix, index.root);
    }
  },
});
