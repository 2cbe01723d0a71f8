import { type OutcomeSource, sourceOf } from "../../coverage/outcome.ts";
import type { RecordData, RecordFacts, ScalarValue } from "../../records/model.ts";
import { baseName } from "../../workspace/names.ts";
import { isThere, readTarget } from "../../workspace/targets.ts";
import { type RawFinding, type RecordUnit, type RuleContext, rule } from "../rule.ts";
import { FILE_NAME, isAddress, isNoFile, missingFile, WORDS } from "../shared/missing-file.ts";
import { placeOf, within } from "../shared/place.ts";
import { isVerbatim, type TypedScalar, typedScalars } from "../shared/values.ts";

/** A file that is named as proof and is not there. */
function* missing(scalar: ScalarValue, facts: RecordFacts, data: RecordData, ctx: RuleContext): Generator<RawFinding> {
  const target = readTarget(scalar.text, facts.path, ctx.index, true);
  if (target.type === "personal") {
    yield {
      at: scalar.span,
      message: "This evidence lies on one person's computer.",
      help: "Nobody else can open it, an auditor neither. Put the file into the repository, or say where it is kept.",
    };
  }
  if (!FILE_NAME.test(scalar.text) || !isVerbatim(scalar)) return;
  if (target.type !== "file" || isNoFile(target) || isAddress(target) || isThere(target.path, ctx.index)) return;
  const span = within(scalar, 0, scalar.text.length);
  const found = missingFile({ target: scalar.text, span }, target, facts.path, ctx);
  yield WORDS.has(data.notation) ? { ...found, severity: "warning" } : found;
}

/** A results file that is there and does not hold what the measurement points to. */
function* unread(source: OutcomeSource, data: RecordData): Generator<RawFinding> {
  if (source.state !== "unread") return;
  const limit = /limit|outside|permission|could not be read/.test(source.problem);
  yield {
    at: placeOf(data, "source"),
    severity: limit ? "info" : "warning",
    message: `No value could be read from ${baseName(source.path)}: ${source.problem}.`,
    help: limit
      ? "So the number was not compared with its source: treat it as neither right nor wrong."
      : "So nobody can find the number where it is said to come from. Correct what stands after the #.",
  };
}

function* lacking({ facts, data }: RecordUnit, files: readonly TypedScalar[], ctx: RuleContext): Generator<RawFinding> {
  for (const { field, scalar } of files) {
    const proof =
      field.name === "evidence" || field.name === "source" || (field.name === "path" && facts.kind === "evidence");
    if (proof) yield* missing(scalar, facts, data, ctx);
  }
  if (facts.kind === "measurement") yield* unread(sourceOf(ctx.index, facts), data);
}

/** Proof that is named and cannot be found. */
export const missingEvidenceFile = rule({
  id: "missing-evidence-file",
  group: "evidence",
  severity: "error",
  summary:
    "Finds files named as evidence or as the source of a number that do not exist, or do not hold the value named.",
  recordsWith: ["files"],
  record: (unit, ctx) => lacking(unit, typedScalars(unit.data).files, ctx),
});
