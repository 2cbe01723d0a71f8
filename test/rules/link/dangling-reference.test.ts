import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { check, checkFix, hostOf } from "../../support/fixture.ts";

describe("dangling-reference", () => {
  it("finds ids no record has, in lists, cells and nested fields", () => {
    check(
      ["dangling-reference"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: CV screener
          risks: [RISK-001, RISK-010, RISK-1, RISKS-001, RISK-002]
                            ^^^^^^^^ error dangling-reference (fix): No risk here has the id "RISK-010".
                                      ^^^^^^ error dangling-reference (fix): No risk here has the id "RISK-1".
                                              ^^^^^^^^^ error dangling-reference (fix): No risk here has the id "RISKS-001".
                                                         ^^^^^^^^ error dangling-reference: No risk here has the id "RISK-002".
          feeds: screener-2
                 ^^^^^^^^^^ error dangling-reference: No AI system here has the id "screener-2".
      //- /aims/scope.yaml
      aims: scope
      id: AIMS-SCOPE-001
      title: Scope
      exclusions:
        - system: AI-009
                  ^^^^^^ error dangling-reference: No AI system here has the id "AI-009".
          reason: Not ours
      //- /aims/risks.md
      # AI risk register

      | Risk ID  | AI system      | Description | Likelihood | Impact | Owner    | Status |
      |----------|----------------|-------------|------------|--------|----------|--------|
      | RISK-001 | AI-001, AI-002 | Drift       | 3          | 4      | Jane Doe | open   |
                           ^^^^^^ error dangling-reference: No AI system here has the id "AI-002".
      `,
    );
  });

  it("leaves words, names, files and provisions alone", () => {
    check(
      ["dangling-reference"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: CV screener
          evidence: [reports/test.pdf, "https://example.org/x", n/a, JIRA-1234, minutes-of-march]
        - id: ai-002
          name: Chatbot
      //- /aims/policy.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      systems: [all, CV screener, AI-002]
      //- /aims/risks.md
      # AI risk register

      | Risk ID  | AI system     | Description | Likelihood | Impact | Owner    | Status |
      |----------|---------------|-------------|------------|--------|----------|--------|
      | RISK-001 | All chatbots  | Drift       | 3          | 4      | Jane Doe | open   |
      | RISK-002 | CV screener   | Bias        | 3          | 4      | Jane Doe | open   |
      `,
    );
  });

  it("leaves what a table names alone where no such record is here, as its list may be one that is not read", () => {
    check(
      ["dangling-reference"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/risks.md
      # AI risk register

      | Risk ID  | Description | Likelihood | Impact | Owner    | Status | Evidence | AI system |
      |----------|-------------|------------|--------|----------|--------|----------|-----------|
      | RISK-001 | Drift       | 3          | 4      | Jane Doe | open   | EV-009   | AI-003    |
      //- /aims/index.md
      # Index of working papers

      | Paper  | Where it lies     |
      |--------|-------------------|
      | EV-009 | metrics/june.json |
      `,
    );
  });

  it("without aims.yaml knows only the registers that are here", () => {
    check(
      ["dangling-reference"],
      `
      //- /aims/risk.yaml
      aims: risk
      id: RISK-001
      title: Drift
      systems: [AI-001]
      related: [RISK-007]
                ^^^^^^^^ warning dangling-reference: No record here has the id "RISK-007".
      `,
    );
  });

  it("writes the nearest id", () => {
    checkFix(
      "dangling-reference",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/risk.yaml
      aims: risk
      id: RISK-001
      title: Drift
      systems: [AI-001, "AI-O02"]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: CV screener
        - id: AI-002
          name: Chatbot
      `,
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/risk.yaml
      aims: risk
      id: RISK-001
      title: Drift
      systems: [AI-001, AI-002]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: CV screener
        - id: AI-002
          name: Chatbot
      `,
    );
  });

  it("finds the one that was meant for the hundredth as for the first, and no longer once it is gone", () => {
    const pad = (i: number): string => String(i).padStart(3, "0");
    const numbers = Array.from({ length: 100 }, (_, i) => i + 1);
    const systems = (of: readonly number[]): string =>
      `systems:\n${of.map((i) => `  - id: AI-${pad(i)}\n    name: S\n`).join("")}`;
    const host = hostOf(
      new Map([
        ["/aims/aims.yaml", "aims: management-system\norganisation: Example Lending\n"],
        ["/aims/systems.yaml", systems(numbers)],
        [
          "/aims/risks.yaml",
          `risks:\n${numbers.map((i) => `  - id: RISK-${pad(i)}\n    systems: [AI-0${pad(i)}]\n`).join("")}`,
        ],
      ]),
    );
    const mended = (i: number): string => `Replace "AI-0${pad(i)}" with "AI-${pad(i)}"`;
    const meant = (): (string | undefined)[] =>
      host.snapshot
        .findings("/aims/risks.yaml", "now")
        .filter(({ rule }) => rule === "dangling-reference")
        .map(({ fixes }) => fixes[0]?.title);
    assert.deepEqual(meant(), numbers.map(mended));
    host.apply([{ type: "set", path: "/aims/systems.yaml", text: systems(numbers.slice(2)) }]);
    assert.deepEqual(
      meant(),
      numbers.map((i) => (i <= 2 ? undefined : mended(i))),
    );
  });
});
