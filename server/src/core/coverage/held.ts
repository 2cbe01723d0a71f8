import type { RecordFacts } from "../records/model.ts";
import type { AimsIndex } from "../workspace/api.ts";
import { systemTexts } from "./live.ts";

const inFile = (index: AimsIndex, { path }: RecordFacts, kind: RecordFacts["kind"]): readonly RecordFacts[] =>
  index.file(path)?.records.filter((record) => record.kind === kind && !record.template) ?? [];

const sameSystem = (a: RecordFacts, b: RecordFacts): boolean => {
  const [one, other] = [systemTexts(a), systemTexts(b)];
  return one.some((text) => other.includes(text));
};

/** Measurements that are written down in the same file as an assessment and are of its system. */
export const measurementsHeld = (index: AimsIndex, assessment: RecordFacts): readonly RecordFacts[] =>
  inFile(index, assessment, "measurement").filter((record) => sameSystem(record, assessment));

/** Assessments that are written down in the same file as a measurement and are of its system. */
export const assessmentsHolding = (index: AimsIndex, measurement: RecordFacts): readonly RecordFacts[] =>
  inFile(index, measurement, "impact-assessment").filter((record) => sameSystem(record, measurement));
