import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

const AIMS = "//- /aims/aims.yaml\naims: management-system\norganisation: Lender Ltd\nstandards: [iso-42001]\n";

describe("threshold-breached", () => {
  it("goes by the file, and not by what the document says", () => {
    check(
      ["threshold-breached"],
      `${AIMS}//- /aims/m.yaml
measurements:
  - id: MEAS-001
    metric: recall
    threshold: ">= 0.9"
    value: 0.95
           ^^^^ error threshold-breached: recall is "0.7" in r.json, outside its threshold ">= 0.9".
    source: r.json#/v
//- /aims/r.json
{"v": 0.7}
`,
    );
  });
  it("holds each group against the bound", () => {
    check(
      ["threshold-breached"],
      `${AIMS}//- /aims/m.yaml
measurements:
  - id: MEAS-001
    metric: false positive rate
    groups: [women, men]
    threshold: "<= 10 %"
    source: r.json#/fpr
            ^^^^^^^^^^^ error threshold-breached: false positive rate is "12 %" for "women" in r.json, outside its threshold "<= 10 %".
  - id: MEAS-002
    metric: selection rate
    threshold: ">= 0.8"
    value: "women: 0.7; men: 0.9"
           ^^^^^^^^^^^^^^^^^^^^^^ warning threshold-breached: selection rate is "0.7" for "women", outside its threshold ">= 0.8".
//- /aims/r.json
{"fpr": {"women": "12 %", "men": "3 %", "n": "4000 %"}}
`,
    );
  });
  it("tells a failure that is recorded from one that is called a pass, and history from today", () => {
    check(
      ["threshold-breached"],
      `${AIMS}//- /aims/m.yaml
measurements:
  - id: MEAS-001
    metric: recall
    threshold: ">= 0.9"
    value: 0.7
           ^^^ warning threshold-breached: recall is "0.7", outside its threshold ">= 0.9".
    result: fail
  - id: MEAS-002
    metric: precision
    threshold: at least 90 %
    value: 70 %
           ^^^^ error threshold-breached (fix): precision is "70 %", outside its threshold "at least 90 %".
    result: pass
  - id: MEAS-003
    metric: accuracy
    threshold: "> 0.9"
    value: 0.9
           ^^^ info threshold-breached: accuracy is "0.9", outside its threshold "> 0.9".
    measured_on: 2026-01-01
  - id: MEAS-004
    metric: accuracy
    threshold: "> 0.9"
    value: 0.91
    measured_on: 2026-06-01
`,
    );
  });
  it("stays silent where it cannot be told", () => {
    check(
      ["threshold-breached"],
      `${AIMS}//- /aims/m.yaml
measurements:
  - id: MEAS-001
    metric: recall
    threshold: ">= 95 %"
    value: 0.97
  - id: MEAS-002
    metric: recall
    threshold: 0.9
    value: 0.5
  - id: MEAS-003
    metric: recall
    threshold: improving
    value: 0.5
  - id: MEAS-004
    metric: complaints
    threshold: "<= 1,500"
    value: 1,200
`,
    );
  });
});
