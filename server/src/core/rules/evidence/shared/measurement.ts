import { systemTexts } from "../../../coverage/live.ts";
import { type AiSystem, scopeOf, systemNamed, systemText, useOf } from "../../../coverage/systems.ts";
import { dateOf, listOf, plainKey, realText } from "../../../coverage/values.ts";
import { compareVersions } from "../../../coverage/versions.ts";
import type { RecordFacts } from "../../../records/model.ts";
import type { AimsIndex } from "../../../workspace/api.ts";
import type { RuleContext } from "../../rule.ts";

/** The AI system that a record is about, where it names one that is known. */
export function systemMeasured(index: AimsIndex, record: RecordFacts): AiSystem | undefined {
  const [named] = systemTexts(record);
  return named === undefined ? undefined : systemNamed(index, named);
}

/** What was measured, as a message calls it. */
export const metricOf = (record: RecordFacts): string =>
  (realText(record, "metric") ?? realText(record, "title") ?? record.id ?? "The value").slice(0, 80);

/** What tells a series apart: the metric, and the groups it compares. */
const seriesOf = (record: RecordFacts): string => `${plainKey(metricOf(record))}|${listOf(record, "groups").join(",")}`;

/** A later measurement of the same on the same system: what was found before it is history. */
export function laterMeasurement(index: AimsIndex, record: RecordFacts): RecordFacts | undefined {
  const day = dateOf(record, "measured_on");
  const [series, system] = [seriesOf(record), systemMeasured(index, record)?.id];
  if (day === undefined) return undefined;
  return index
    .ofKind("measurement")
    .find(
      (other) =>
        other !== record &&
        !other.template &&
        (dateOf(other, "measured_on") ?? "") > day &&
        seriesOf(other) === series &&
        systemMeasured(index, other)?.id === system,
    );
}

/** Whether nobody has to measure a system any more. */
export const isOutOfUse = (system: AiSystem, { index, today }: RuleContext): boolean =>
  useOf(system, today()) === "retired" || scopeOf(index, system).state === "out";

/** How the version a record speaks of stands to the version of its system in use. */
export function versionStand(record: RecordFacts, system: AiSystem) {
  const [done, used] = [realText(record, "system_version"), systemText(system, "version")];
  return done === undefined || used === undefined ? undefined : { done, used, stand: compareVersions(done, used) };
}

const FAIRNESS =
  /\b(?:(?:demographic|statistical|predictive) parity|equali[sz]ed odds|equal opportunity|disparate impact|adverse impact|impact ratio|fairness|four[- ]fifths|parity (?:difference|ratio|gap)|sub ?group|disparit(?:y|ies)|(?:demographic|group|selection[- ]rate|approval[- ]rate) (?:gap|difference|ratio))\b/i;

/** Whether a metric compares groups of people, so that it says nothing without them. */
export const isFairness = (record: RecordFacts): boolean =>
  FAIRNESS.test((realText(record, "metric") ?? "").replace(/[_-]+/g, " ").slice(0, 300));
