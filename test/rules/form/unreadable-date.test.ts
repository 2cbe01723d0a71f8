import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("unreadable-date", () => {
  it("finds what is no day and what can be two, wherever it is written", () => {
    check(
      ["unreadable-date"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      approved_on: 2026-02-30
                   ^^^^^^^^^^ warning unreadable-date: "2026-02-30" cannot be read as a date.
      next_review: soon
                   ^^^^ warning unreadable-date: "soon" cannot be read as a date.
      effective: 14 March 2026
      //- /aims/risks.md
      # AI risk register

      | Risk ID  | Description | Likelihood | Impact | Owner    | Due        | Status |
      |----------|-------------|------------|--------|----------|------------|--------|
      | RISK-001 | Drift       | 3          | 4      | Jane Doe | 03/04/2026 | open   |
                                                                  ^^^^^^^^^^ warning unreadable-date (fix): "03/04/2026" can be 3 April 2026 or 4 March 2026.
      | RISK-002 | Bias        | 3          | 4      | Jane Doe | ongoing    | open   |
      | RISK-003 | Misuse      | 3          | 4      | Jane Doe | Q3 2026    | open   |
      | RISK-004 | Opacity     | 3          | 4      | Jane Doe | TBD        | open   |
      | RISK-005 | Leakage     | 3          | 4      | Jane Doe | 2026‑01‑10 | open   |
      `,
    );
  });

  it("reads nested dates", () => {
    check(
      ["unreadable-date"],
      `
      //- /aims/policy.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      gap:
        note: The complaints route is missing
        planned_by: 13/13/2026
                    ^^^^^^^^^^ warning unreadable-date: "13/13/2026" cannot be read as a date.
      `,
    );
  });

  it("writes the first reading", () => {
    checkFix(
      "unreadable-date",
      `
      //- /aims/a.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      approved_on: 03/04/2026
      `,
      `
      //- /aims/a.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      approved_on: 2026-04-03
      `,
    );
  });

  it("writes the second reading", () => {
    checkFix(
      "unreadable-date",
      `
      //- /aims/a.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      approved_on: "03/04/2026"
      `,
      `
      //- /aims/a.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      approved_on: 2026-03-04
      `,
      "Write 2026-03-04 (4 March 2026)",
    );
  });
});
