import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

const AIMS = "//- /aims/aims.yaml\naims: management-system\norganisation: Lender Ltd\nstandards: [iso-42001]\n";

describe("missing-evidence-file", () => {
  it("looks at evidence, paths of evidence and sources", () => {
    check(
      ["missing-evidence-file"],
      `${AIMS}//- /aims/e.yaml
evidence_records:
  - id: EV-001
    title: Minutes
    path: minutes/2026.md
          ^^^^^^^^^^^^^^^ error missing-evidence-file (fix): There is no file "minutes/2026.md" here.
  - id: EV-002
    title: Elsewhere
    path: https://example.org/a.pdf
//- /aims/c.yaml
aims: control
id: CTL-1
control: A.2.2
evidence: [EV-001, logs/run.csv, old/2026.md]
                   ^^^^^^^^^^^^ error missing-evidence-file: There is no file "logs/run.csv" here.
//- /aims/old/2026.md
# Minutes
`,
    );
  });
  it("tells what lies on one person's computer, in every notation", () => {
    check(
      ["missing-evidence-file"],
      `${AIMS}//- /aims/e.md
# Evidence register

| Evidence ID | Evidence | Path | Obtained on | Controls |
| --- | --- | --- | --- | --- |
| EV-004 | Notes | C:\\Users\\jane\\notes.docx | 2026-05-01 | A.6.2.4 |
                   ^^^^^^^^^^^^^^^^^^^^^^^^ error missing-evidence-file: This evidence lies on one person's computer.
| EV-005 | Notes | SharePoint: Security/2026 | 2026-05-01 | A.6.2.4 |
//- /aims/m.yaml
measurements:
  - id: MEAS-001
    metric: recall
    source: ~/results/run.json
            ^^^^^^^^^^^^^^^^^^ error missing-evidence-file: This evidence lies on one person's computer.
`,
    );
  });
  it("says what a file has instead of what is pointed to", () => {
    check(
      ["missing-evidence-file"],
      `${AIMS}//- /aims/m.yaml
measurements:
  - id: MEAS-001
    metric: recall
    source: r.json#/groups/x
            ^^^^^^^^^^^^^^^^ warning missing-evidence-file: No value could be read from r.json: it has no "x"; there are women, men.
  - id: MEAS-002
    metric: recall
    source: r.json#/twice
            ^^^^^^^^^^^^^ warning missing-evidence-file: No value could be read from r.json: "twice" stands twice in it, so its value cannot be told.
  - id: MEAS-003
    metric: recall
    source: bad.json#/v
            ^^^^^^^^^^^ warning missing-evidence-file: No value could be read from bad.json: it is not valid JSON.
  - id: MEAS-004
    metric: recall
    source: r.csv#row=women&column=share
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning missing-evidence-file: No value could be read from r.csv: it has no column "share"; there are group, rate.
  - id: MEAS-005
    metric: recall
    source: r.csv#rows
            ^^^^^^^^^^ warning missing-evidence-file: No value could be read from r.csv: "rows" names no cell; write row=…&column=… or cell=ROW,COLUMN.
//- /aims/r.json
{"groups": {"women": 0.1, "men": 0.2}, "twice": 1, "twice": 2}
//- /aims/bad.json
{"v": 0.5
//- /aims/r.csv
group,rate
women,0.4
`,
    );
  });
});
