import { assessmentsOf } from "../../coverage/assessments.ts";
import { recordWith, systemDate, systemLabel } from "../../coverage/systems.ts";
import { dateOf, textOf } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { systemsAssessed } from "./shared/assessment.ts";

/** Words by which an assessment says itself that it was made afterwards. */
const ADMITTED =
  /\b(?:retrospectiv\w*|retroactiv\w*|after (?:the )?(?:fact|go-?live|deployment|release|launch)|post[- ]deployment assessment|already (?:live|in use|deployed)|nachträglich|rétrospectiv\w*)\b/i;

const isAdmitted = (record: RecordFacts): boolean =>
  ["title", "notes", "description", "conclusion", "gap"].some((f) => ADMITTED.test(textOf(record, f) ?? "")) ||
  record.plain.gap !== undefined ||
  record.sections.some((s) => ADMITTED.test(s.title));

/** A first assessment made when the system was already in use. */
export const assessmentAfterDeployment = rule({
  id: "assessment-after-deployment",
  group: "assessment",
  severity: "warning",
  summary: "Finds first impact assessments dated after the system went into use.",
  kinds: ["impact-assessment"],
  *record({ facts, data }, { index, today }) {
    const assessedOn = dateOf(facts, "assessed_on");
    if (assessedOn === undefined) return;
    for (const system of systemsAssessed(facts, index)) {
      const deployed = systemDate(system, "deployed_on");
      if (deployed === undefined || assessedOn <= deployed || isAdmitted(facts)) continue;
      const made = assessmentsOf(index, system, today()).filter((a) => a.counts);
      const dates = made.flatMap((a) => a.assessedOn ?? []).sort();
      const first = made.find((a) => a.assessedOn === dates[0]);
      if (first?.record !== facts || made.some((a) => a.assessedOn === undefined)) continue;
      const record = recordWith(system, "deployed_on");
      yield {
        at: placeOf(data, "assessed_on"),
        message: `${systemLabel(system)} was first assessed on ${assessedOn}, and has been in use since ${deployed}.`,
        help: "An assessment made afterwards could not shape the decision to use it. Say in it that it came late, and what was changed because of it.",
        ...(record ? { related: [{ at: { record, field: "deployed_on" }, message: "In use since." }] } : undefined),
      };
    }
  },
});
