import type { PlacedRecord } from "../../records/model.ts";
import { canonicalLevel } from "../../records/values.ts";
import type { AimsConfig } from "../../workspace/api.ts";
import { type RawFinding, rule } from "../rule.ts";
import { within } from "../shared/place.ts";
import { quoted } from "../shared/words.ts";
import { type Band, bandWord, configuredMatrix, matrixIn, rangeText } from "./shared/bands.ts";
import { AFTER, BEFORE, type JudgementFields, madeOnce, scoreIn, written } from "./shared/judgement.ts";

/** A band as written, and the one its score falls into. */
interface Banded {
  readonly placed: PlacedRecord;
  readonly fields: JudgementFields;
  readonly name: string;
  readonly word: string;
  readonly level: string;
  readonly score: number;
  readonly right: Band;
}

const levelWord = (text: string): string | undefined =>
  bandWord(text) ?? bandWord(text.replace(/\d+(?:\.\d+)?/g, " ").replace(/[x×*=/]/gi, " "));

/** What a record says of its score and band, whatever the matrix. */
const reading = madeOnce((data, fields, config) => {
  const score = scoreIn(data, fields, config);
  if (score === undefined) return undefined;
  const words = [fields.rating, fields.score].flatMap((name) => {
    const text = written(data, name)?.text;
    const word = text === undefined ? undefined : levelWord(text);
    return word === undefined ? [] : [{ name, word, level: canonicalLevel(word) }];
  });
  return { score, words };
});

function banded(
  placed: PlacedRecord,
  fields: JudgementFields,
  bands: readonly Band[],
  config: AimsConfig,
): Banded | undefined {
  const read = reading(placed.data, fields, config);
  const right = read && bands.find((b) => b.from <= read.score && read.score <= b.to);
  if (!read || !right) return undefined;
  const found = read.words.find(({ level }) => bands.some((b) => b.level === level));
  return found && { placed, fields, ...found, score: read.score, right };
}

const isRight = ({ level, right }: Banded): boolean => level === right.level;

function* mismatch(found: Banded, where: string): Generator<RawFinding> {
  const { placed, fields, name, word, score, right } = found;
  const value = placed.data.fields.get(name)?.value;
  if (value?.type !== "scalar") return;
  const start = value.text.indexOf(word);
  const exact = start >= 0 && within(value, start, start + word.length);
  const span = exact || value.span;
  const at = { start: placed.base + span.start, end: placed.base + span.end };
  const newText = word === word.toLowerCase() ? right.name.toLowerCase() : right.name;
  const replaceable = exact && exact.end - exact.start === word.length;
  yield {
    at,
    message: `${fields === AFTER ? "A residual" : "A"} score of ${score} is called ${quoted(word)}, and is ${quoted(right.name)} (${rangeText(right)}) by ${where}.`,
    help: "The band decides who must act and how soon. Correct the band, or the score it was taken from.",
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
    "Finds risks whose band is not the one that the matrix in the same document or in aims.yaml gives their score.",
  *document({ document }, { config }) {
    const risks = document.records.filter(({ data }) => data.kind === "risk" && !data.template);
    if (risks.length === 0) return;
    const own = document.language === "markdown" ? matrixIn(document.text) : undefined;
    const bands = own ?? configuredMatrix(config());
    if (!bands) return;
    for (const fields of [BEFORE, AFTER]) {
      const all = risks.flatMap((placed) => banded(placed, fields, bands, config()) ?? []);
      const wrong = all.filter((one) => !isRight(one));
      if (all.length >= FEW && wrong.length * 2 > all.length) continue;
      for (const one of wrong) yield* mismatch(one, own ? "this document's own matrix" : "the matrix in aims.yaml");
    }
  },
});
