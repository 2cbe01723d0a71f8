import { withinThreshold } from "../../../coverage/measured.ts";
import { systemNamed } from "../../../coverage/systems.ts";
import { dateOf, listOf, realText } from "../../../coverage/values.ts";
import type { RecordFacts } from "../../../records/model.ts";
import type { Fix, RuleContext } from "../../rule.ts";
import { certificateInForce, certifiedSentence } from "./certificates.ts";
import type { Statement } from "./statements.ts";

const record = (kind: string, title: string): Fix => ({
  title,
  changes: [{ op: "scaffold", scaffold: "record", args: { kind } }],
});

const replacing = (statement: Statement, sentence: string): Fix => ({
  title: `Say what the records support: "${sentence.length > 90 ? `${sentence.slice(0, 88)}…` : sentence}"`,
  changes: [{ op: "replace", span: statement.sentence, newText: sentence }],
  preferred: true,
});

/** The sentence a certificate supports in the place of a claim, or else a record of the certificate to be filled in. */
export function certificateFixes(statement: Statement, { index, today, config }: RuleContext): Fix[] {
  if (config().record === undefined) return [];
  const certificate = certificateInForce(index, today());
  if (!certificate) return [record("certificate", "Record the certificate")];
  const sentence = certifiedSentence(certificate);
  return sentence !== undefined && statement.whole ? [replacing(statement, sentence)] : [];
}

const MOST = 3;

/** Sentences that measurements support in the place of a claim, or else a record of a measurement to be filled in. */
export function measurementFixes(statement: Statement, ctx: RuleContext): Fix[] {
  if (ctx.config().record === undefined) return [];
  const sentences = ctx.index
    .ofKind("measurement")
    .filter((m) => !m.template)
    .flatMap((m) => measuredSentence(m, ctx) ?? []);
  if (sentences.length === 0) return [record("measurement", "Record the measurement that supports it")];
  return statement.whole ? sentences.slice(-MOST).map((s) => replacing(statement, s)) : [];
}

/** A record of the objective by which a commitment can be held to, to be filled in. */
export const objectiveFixes = ({ config }: RuleContext): Fix[] =>
  config().record === undefined ? [] : [record("objective", "Record the objective that it can be measured by")];

/** What a measurement shows, in one sentence, breach included. */
export function measuredSentence(m: RecordFacts, { index }: RuleContext): string | undefined {
  const [metric, value, threshold, on] = [
    realText(m, "metric"),
    realText(m, "value"),
    realText(m, "threshold"),
    dateOf(m, "measured_on"),
  ];
  const within = withinThreshold(index, m);
  if (metric === undefined || value === undefined || threshold === undefined || on === undefined) return undefined;
  if (within === undefined) return undefined;
  const [named] = [...listOf(m, "system"), ...listOf(m, "systems")];
  const system = named === undefined ? undefined : (systemNamed(index, named)?.name ?? named);
  const version = realText(m, "system_version");
  const of = system === undefined ? "" : ` of ${system}${version === undefined ? "" : ` ${version}`}`;
  const groups = listOf(m, "groups");
  const among = groups.length > 0 ? ` (${groups.slice(0, 4).join(", ")})` : "";
  return `On ${on} the ${metric}${of}${among} was ${value}, ${within ? "within" : "outside"} our threshold of ${threshold}.`;
}
