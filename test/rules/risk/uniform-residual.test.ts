import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("uniform-residual", () => {
  it("is silent on a short register and where bands are unknown", () => {
    check(
      ["uniform-residual"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Rating | Controls | Residual |
      |---|---|---|---|---|---|---|
      | RISK-002 | Risk 2 | 3 | 5 | High | A.6.2.6 | Low |
      | RISK-003 | Risk 3 | 2 | 3 | Medium | A.6.2.6 | Low |
      | RISK-004 | Risk 4 | 3 | 5 | High | A.6.2.6 | Low |
      | RISK-005 | Risk 5 | 2 | 3 | Medium | A.6.2.6 | Low |
      | RISK-006 | Risk 6 | 3 | 5 | High | A.6.2.6 | Low |
      | RISK-007 | Risk 7 | 2 | 3 | Medium | A.6.2.6 | Low |
      | RISK-009 | Risk 9 | 3 | 5 | High | A.6.2.6 | |
      `,
    );
  });

  it("counts risks that all were high, and scores that all fall by one amount", () => {
    const rows = (of: (i: number) => string, n = 8): string =>
      Array.from({ length: n }, (_, i) => `\n      | RISK-00${i} | Risk ${i} | ${of(i)} |`).join("");
    const register = (columns: string, body: string, label: string): string => {
      const [first, ...rest] = body.split("\n      ").slice(1);
      return `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      //- /aims/risks.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | ${columns} |
      |---|---|---|---|---|---|
      ${first}${label === "" ? "" : `\n      ${label}`}
      ${rest.join("\n      ")}
      `;
    };
    check(
      ["uniform-residual"],
      register(
        "Rating | Residual",
        rows(() => "4 | 4 | High | Low"),
        `                                     ^^^ info uniform-residual: All 8 risks here end as low, though they began as high.`,
      ),
    );
    check(
      ["uniform-residual"],
      register(
        "Score | Residual score",
        rows((i) => `${(i % 3) + 3} | 4 | ${((i % 3) + 3) * 4} | ${((i % 3) + 3) * 4 - 6}`),
        `                                   ^ info uniform-residual: The scores of all 8 risks here fall by exactly 6, from 12 as from 20.`,
      ),
    );
    for (const quiet of [
      register(
        "Rating | Residual",
        rows(() => "2 | 2 | Medium | Low"),
        "",
      ),
      register(
        "Score | Residual score",
        rows((i) => `3 | 4 | 12 | ${i < 1 ? 5 : 6}`),
        "",
      ),
      register(
        "Score | Residual score",
        rows(() => "3 | 4 | 12 | 6"),
        "",
      ),
      register(
        "Score | Residual score",
        rows((i) => `${(i % 3) + 3} | 4 | ${((i % 3) + 3) * 4} | 1`, 7),
        "",
      ),
    ])
      check(["uniform-residual"], quiet);
  });
});
