import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

const AIMS = `//- /aims/aims.yaml
aims: management-system
organisation: Lender Ltd
standards: [iso-42001]
//- /aims/systems.yaml
systems:
  - id: AI-001
    name: Credit scorer
    version: "2.1"
    status: live
    deployed_on: 2026-02-01
    last_change: 2026-04-10
//- /aims/evals/f.json
{"date": "2026-05-01", "overall": {"dpd": 0.08, "recall": 0.91}, "rates": {"women": 0.7, "men": 0.9}}
`;
const RULES = [
  "missing-evidence-file",
  "measurement-disagrees-with-source",
  "threshold-breached",
  "metric-without-threshold",
  "metric-without-groups",
  "evidence-older-than-system",
  "test-data-after-deployment",
  "unknown-field",
  "invalid-value",
];

describe("measurements inside other records", () => {
  it("are held against their files where an assessment lists its measures", () => {
    check(
      RULES,
      `${AIMS}//- /aims/a.yaml
aims: impact-assessment
id: AIIA-001
system: AI-001
system_version: "2.1"
assessed_on: 2026-01-15
measures:
  - what: Threshold per group
    owner: Jane
    status: open
    due: 2026-12-31
    metric: demographic_parity_difference
    ^^^^^^ warning metric-without-groups (fix): demographic_parity_difference does not say which groups it compares.
    threshold: "<= 0.05"
    value: 0.04
           ^^^^ error measurement-disagrees-with-source (fix): demographic_parity_difference is written as "0.04", and f.json has "0.08".
           ^^^^ error threshold-breached: demographic_parity_difference is "0.08" in f.json, outside its threshold "<= 0.05".
    source: evals/f.json#/overall/dpd
  - what: Retrain
    metric:
      name: recall
      ^^^^ warning metric-without-threshold (fix): recall has no threshold.
      value: 0.91
      source: evals/f.json#/overall/recal
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning missing-evidence-file: No value could be read from f.json: it has no "recal"; there are dpd, recall.
  - what: Ask people
    metric: share of answers
  - what: Say when to act
    metric: complaints a month
    threshold: "< 5"
`,
    );
  });
  it("are held against their files where an assessment lists its outcomes", () => {
    check(
      RULES,
      `${AIMS}//- /aims/a.yaml
impact_assessments:
  - id: AIIA-001
    system: AI-001
    system_version: "2.1"
    assessed_on: 2026-01-15
    metrics:
      - MEAS-009
      - metric: precision
        threshold: ">= 0.9"
        treshold_note: kept
        ^^^^^^^^^^^^^ info unknown-field: A measurement has no field "treshold_note"…
        value: 0.95
        source: evals/none.json#/x
                ^^^^^^^^^^^^^^^^^^ error missing-evidence-file: There is no file "evals/none.json" here.
      - id: MEAS-007
        metric: recall
        threshold: ">= 0.9"
        value: 0.91
        source: evals/f.json#/overall/recall
        test_data_from: 2026-03-01
                        ^^^^^^^^^^ warning test-data-after-deployment: The test data begins on 2026-03-01…
        system_version: "1.9"
                        ^^^^^ warning evidence-older-than-system: This is of…
      - metric: false positive rate
        threshold: "<= 0.5"
        value: 0.4
        measured_on: 2026-03-01
                     ^^^^^^^^^^ warning evidence-older-than-system: This is of…
measurements:
  - id: MEAS-009
    metric: fairness
    groups: [women, men]
    threshold: ">= 0.8"
    source: evals/f.json#/rates
            ^^^^^^^^^^^^^^^^^^^ error threshold-breached: fairness is "0.7" for "women" in f.json, outside its threshold ">= 0.8".
`,
    );
  });
  it("are read in front matter and in tables of an assessment, which give them system and version", () => {
    check(
      RULES,
      `${AIMS}//- /aims/a.md
---
aims: impact-assessment
id: AIIA-002
system: AI-001
system_version: "2.1"
assessed_on: 2026-05-15
metrics:
  - { metric: recall, threshold: ">= 0.95", source: "evals/f.json#/overall/recall" }
                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error threshold-breached: recall is "0.91" in f.json, outside its threshold ">= 0.95".
---
# Assessment of the credit scorer

## Measured outcomes

| Metric | Threshold | Value | Measured on | Source |
| --- | --- | --- | --- | --- |
| precision | >= 0.9 | 0.99 | 2026-03-01 | evals/f.json#/overall/recall |
                       ^^^^ error measurement-disagrees-with-source (fix): precision is written as "0.99", and f.json has "0.91".
                              ^^^^^^^^^^ warning evidence-older-than-system: This is of 2026-03-01, before the change of AI-001 "Credit scorer" on 2026-04-10.

| Metric | Threshold | Value |
| --- | --- | --- |
| quoted from elsewhere | >= 0.9 | 0.1 |
`,
    );
  });
  it("are read in the results of a card that name a file here, and the hub's own figures are left alone", () => {
    check(
      RULES,
      `${AIMS}//- /aims/card.md
---
license: mit
library_name: x
model-index:
- name: scorer
  results:
  - task: { type: classification }
    dataset: { name: loans, type: loans }
    metrics:
    - type: recall
      name: Recall
      ^^^^ info metric-without-threshold (fix): Recall has no threshold.
      value: 0.85
             ^^^^ error measurement-disagrees-with-source (fix): Recall is written as "0.85", and f.json has "0.91".
      verified: false
    source:
      name: our run
      url: evals/f.json#/overall/recall
  - task: { type: classification }
    metrics:
    - { type: f1, value: 0.2 }
    - { type: recall, value: 0.2, threshold: ">= 0.9" }
                             ^^^ warning threshold-breached: recall is "0.2", outside its threshold ">= 0.9".
    source:
      name: leader board
      url: https://example.org/z.json
  - metrics:
    - { type: f1, value: 0.2 }
    - { type: recall, value: 0.3 }
    source:
      url: evals/f.json#/overall/recall
---
# Card
`,
    );
  });
  it("take the file's number by a fix where they stand", () => {
    checkFix(
      "measurement-disagrees-with-source",
      `${AIMS}//- /aims/a.yaml
aims: impact-assessment
id: AIIA-001
system: AI-001
measures:
  - what: Retrain
    metric: recall
    value: 0.99
    threshold: ">= 0.9"
    source: evals/f.json#/overall/recall
`,
      `${AIMS}//- /aims/a.yaml
aims: impact-assessment
id: AIIA-001
system: AI-001
measures:
  - what: Retrain
    metric: recall
    value: 0.91
    threshold: ">= 0.9"
    source: evals/f.json#/overall/recall
`,
    );
    checkFix(
      "metric-without-threshold",
      `${AIMS}//- /aims/a.yaml
aims: impact-assessment
id: AIIA-001
system: AI-001
measures:
  - what: Retrain
    metric: recall
    value: 0.91
  - what: More
`,
      `${AIMS}//- /aims/a.yaml
aims: impact-assessment
id: AIIA-001
system: AI-001
measures:
  - what: Retrain
    metric: recall
    value: 0.91
    threshold:
  - what: More
`,
    );
  });
});
