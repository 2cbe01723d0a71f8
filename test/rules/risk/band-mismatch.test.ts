import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { check, hostOf, readFixture } from "../../support/fixture.ts";

describe("band-mismatch", () => {
  it("reads a matrix in a table, a list and a sentence", () => {
    check(
      ["band-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/table.md
      # AI risk register

      ## Risk rating

      | Level | Score range | Action |
      |-------|-------------|--------|
      | 🟢 **Low** | 1-4 | Watch |
      | 🟡 **Medium** | 5-9 | Treat |
      | 🟠 **High** | 10-14 | Treat soon |
      | 🔴 **Critical** | ≥ 15 | Stop |

      ## Register

      | Risk ID | Risk | Likelihood | Impact | Risk score | Rating |
      |---------|------|------------|--------|-------|--------|
      | RISK-001 | Drift | 3 | 4 | 12 | 🔴 Critical |
                                           ^^^^^^^^ error band-mismatch (fix): A score of 12 is called "Critical", and is "High" (10–14) by this document's own matrix.
      | RISK-002 | Bias | 4 | 5 | 20 | 🔴 Critical |
      | RISK-003 | Leak | 2 | 4 | 8 (Medium) | 🟡 Medium Risk |
      //- /aims/list.md
      # AI risk register

      Risk scores:

      - Low: 1–5
      - Medium: 6–12
      - High: 13–25

      | Risk ID | Risk | Likelihood | Impact | Risk rating |
      |---------|------|------------|--------|--------|
      | RISK-011 | Drift | 3 | 5 | 15 (Medium) |
                                       ^^^^^^ error band-mismatch (fix): A score of 15 is called "Medium", and is "High" (13–25) by this document's own matrix.
      | RISK-012 | Bias | 2 | 2 | Low (4) |
      `,
    );
  });

  it("reads the matrix in aims.yaml", () => {
    check(
      ["band-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      matrix:
        - { rating: low, from: 1, to: 5 }
        - { rating: medium, from: 6, to: 12 }
        - { rating: high, from: 13, to: 25 }
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Drift
          likelihood: 3
          impact: 4
          rating: high
                  ^^^^ error band-mismatch (fix): A score of 12 is called "high", and is "medium" (6–12) by the matrix in aims.yaml.
          residual_score: 6
          residual: low
                    ^^^ error band-mismatch (fix): A residual score of 6 is called "low", and is "medium" (6–12) by the matrix in aims.yaml.
        - id: RISK-002
          title: Leak
          score: 3
          rating: low
      `,
    );
  });

  it("does not take a scale of single steps for a matrix", () => {
    check(
      ["band-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.md
      # AI risk register

      ## Consequence scale

      | Score | Level | Meaning |
      |-------|-------|---------|
      | 1 | Very low | Hardly noticed |
      | 2 | Low | Small |
      | 3 | Medium | Some |
      | 4 | High | Grave |
      | 5 | Critical | Deadly |

      | Risk ID | Risk | Likelihood | Impact | Score | Rating |
      |---------|------|------------|--------|-------|--------|
      | RISK-001 | Drift | 1 | 4 | 4 | Low |
      `,
    );
  });

  it("is silent when something is unknown", () => {
    check(
      ["band-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.md
      # AI risk register

      Risk bands: Low 1–5, Medium 6–12, High 13–25.

      | Risk ID | Risk | Likelihood | Impact | Score | Rating |
      |---------|------|------------|--------|-------|--------|
      | RISK-001 | Drift | 3 | 4 | 12 | |
      | RISK-002 | Drift | | 4 | | High |
      | RISK-003 | Drift | 3 | 4 | 12 | Tier B |
      | RISK-004 | Drift | 9 | 9 | 81 | Low |
      //- /aims/none.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Score | Rating |
      |---------|------|------------|--------|-------|--------|
      | RISK-011 | Drift | 1 | 1 | 1 | High |
      `,
    );
  });

  it("reads the matrix of a document that the register is linked with, whichever of them names the other", () => {
    const register = (link: string): string => `
      # AI risk register

      **Document ID:** AIMS-REG-001
      **Owner:** Ana Ruiz

      Scored by ${link}.

      | Risk ID | Risk | Likelihood | Impact | Score | Rating |
      |---------|------|------------|--------|-------|--------|
      | RISK-001 | Drift | 3 | 4 | 12 | High |
                                        ^^^^ error band-mismatch (fix): A score of 12 is called "High", and is "Medium" (6–12) by the matrix in method/scoring.md.
`;
    const method = (about: string): string => `
      # How we score

      **Document ID:** AIMS-PROC-004
      **Owner:** Ana Ruiz
      **Standard:** ISO/IEC 42001:2023

      For ${about}:

      | Score | Risk level |
      |-------|------------|
      | 1 – 5 | Low |
      | 6 – 12 | Medium |
      | 13 or more | High |
`;
    for (const [link, about] of [
      ["[the method](../method/scoring.md#bands)", "all risks"],
      ["AIMS-PROC-004", "all risks"],
      ["our method", "[the register](../risks/register.md)"],
      ["our method", "AIMS-REG-001"],
    ] as const)
      check(
        ["band-mismatch"],
        `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      matrix:
        - { rating: low, from: 1, to: 2 }
        - { rating: high, from: 3, to: 25 }
      //- /aims/risks/register.md${register(link)}
      //- /aims/method/scoring.md${method(about)}
      `,
      );
  });

  it("reads the matrix of the nearest document that sets the rules on risk, after that in aims.yaml", () => {
    const files = (config: string, label: string): string => `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      ${config}
      //- /aims/risks/register.csv
      Risk ID,Risk,Likelihood,Impact,Score,Rating
      RISK-001,Drift,3,4,12,High
      ${label}
      //- /aims/risks/criteria.md
      # Risk criteria

      **Document ID:** AIMS-PROC-004
      **Owner:** Ana Ruiz

      Scores of 1–5 are low, 6–12: medium, 13–25: high.
      //- /aims/other/method.md
      # Risk assessment methodology

      **Document ID:** AIMS-PROC-005
      **Owner:** Ana Ruiz

      Risks: Low 1–9, High 10–25.
      //- /aims/risks/suppliers.md
      # Supplier risk procedure

      **Document ID:** AIMS-PROC-006
      **Owner:** Ana Ruiz

      Risks: Low 1–11, High 12–25.
      `;
    check(
      ["band-mismatch"],
      files(
        "standards: [iso-42001]",
        `                      ^^^^ warning band-mismatch (fix): A score of 12 is called "High", and is "medium" (6–12) by the matrix in risks/criteria.md.`,
      ),
    );
    check(["band-mismatch"], files("matrix: [{ rating: low, from: 1, to: 9 }, { rating: high, from: 10 }]", ""));
  });

  it("is silent when two documents could be meant, or two matrices of one", () => {
    check(
      ["band-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      //- /aims/risks/register.csv
      Risk ID,Risk,Likelihood,Impact,Score,Rating
      RISK-001,Drift,3,4,12,High
      //- /aims/risks/criteria.md
      # Risk criteria

      **Document ID:** AIMS-PROC-004
      **Owner:** Ana Ruiz

      Risks: Low 1–5, Medium 6–12, High 13–25.
      //- /aims/risks/method.md
      # Risk methodology

      **Document ID:** AIMS-PROC-005
      **Owner:** Ana Ruiz

      Risks: Low 1–9, High 10–25.
      //- /aims/two/register.md
      # Risk register

      For operations: risks Low 1–5, Medium 6–12, High 13–25.

      ## For people

      Risks: Low 1–9, High 10–25.

      | Risk ID | Risk | Likelihood | Impact | Score | Rating |
      |---------|------|------------|--------|-------|--------|
      | RISK-001 | Drift | 3 | 4 | 12 | Medium |
      | RISK-002 | Bias | 1 | 1 | 1 | High |
      `,
    );
  });

  it("reads a grid, its scales by number or by word and either way round", () => {
    const register = `
      | Risk ID | Risk | Likelihood | Impact | Risk level |
      |---------|------|------------|--------|--------|
      | RISK-001 | Drift | Likely | Minor | High |
                                            ^^^^ error band-mismatch (fix): Likelihood Likely with impact Minor is called "High", and is "Medium" by this document's own matrix.
      | RISK-002 | Bias | 1 | 2 | Low |
      | RISK-003 | Leak | 3 - Likely | 3 - Major | High |
      | RISK-004 | Abuse | 1 (Rare) | 3 (Major) | Low |
                                                  ^^^ error band-mismatch (fix): Likelihood 1 with impact 3 is called "Low", and is "Medium" by this document's own matrix.
      | RISK-005 | Loss | Certain | Major | Low |
      `;
    const grids = [
      `
      | Likelihood \\ Impact | 1 – Slight | 2 – Minor | 3 – Major |
      |---|---|---|---|
      | 3 – Likely | 🟢 Low | 🟡 Medium | 🔴 High |
      | 2 – Possible | 🟢 Low | 🟡 Medium | 🟡 Medium |
      | 1 – Rare | 🟢 Low | 🟢 Low | 🟡 Medium |
      `,
      `
      | Impact ↓ / Likelihood → | Rare (1) | Possible (2) | Likely (3) |
      |---|---|---|---|
      | Slight (1) | Low (1) | Low (2) | Low (3) |
      | Minor (2) | Low (2) | Medium (4) | Medium (6) |
      | Major (3) | Medium (3) | Medium (6) | High (9) |
      `,
      `
      | | Slight 1 | Minor 2 | Major 3 |
      |---|---|---|---|
      | Rare 1 | L | L | M |
      | Possible 2 | L | **M** | M |
      | Likely 3 | L (3) | M (6) | H (9) |
      `,
    ];
    for (const grid of grids)
      check(
        ["band-mismatch"],
        `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      //- /aims/risks.md
      # AI risk register

      ## Risk matrix
      ${grid}
      ## Risks
      ${register}
      `,
      );
  });

  it("takes no other table for a grid, and is silent where bands and grid differ", () => {
    check(
      ["band-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      //- /aims/risks.md
      # AI risk register

      | Department | Likelihood 1 | Likelihood 2 |
      |---|---|---|
      | Sales 1 | Low | High |
      | Ops 2 | High | Low |

      ## Risk heat map

      | Quarter | 1 | 2 |
      |---|---|---|
      | 1 | 3 | 4 |
      | 2 | 5 | 6 |

      | Risk ID | Risk | Likelihood | Impact | Risk level |
      |---------|------|------------|--------|--------|
      | RISK-001 | Drift | 1 | 1 | High |
      //- /aims/both.md
      # AI risk register

      | Likelihood \\ Impact | 1 | 2 |
      |---|---|---|
      | 1 | Low | Low |
      | 2 | Low | High |

      Risk scores: 1–3 low, 4–6 medium.

      | Risk ID | Risk | Likelihood | Impact | Risk level |
      |---------|------|------------|--------|--------|
      | RISK-011 | Drift | 2 | 2 | Low |
      `,
    );
  });

  it("reads legends across a table, in a comment and in a field above a YAML register", () => {
    check(
      ["band-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      //- /aims/across.md
      # AI risk register

      | Risk level | Low | Medium | High |
      |---|---|---|---|
      | Score | 1–4 | 5–9 | 10+ |

      | Risk ID | Risk | Likelihood | Impact | Rating |
      |---------|------|------------|--------|--------|
      | RISK-001 | Drift | 2 | 4 | Low |
                                   ^^^ error band-mismatch (fix): A score of 8 is called "Low", and is "Medium" (5–9) by this document's own matrix.
      //- /aims/comment.yaml
      # 1–4 low, 5–9 medium, 10–25 high
      risks:
        - id: RISK-011
          title: Drift
          likelihood: 2
          impact: 4
          rating: low
                  ^^^ error band-mismatch (fix): A score of 8 is called "low", and is "medium" (5–9) by this document's own matrix.
      `,
    );
  });

  it("leads to the matrix", () => {
    const { files } = readFixture(`
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      //- /aims/criteria.md
      # Risk criteria

      **Document ID:** AIMS-PROC-004
      **Owner:** Ana Ruiz

      ## Bands

      Risks: Low 1–5, Medium 6–12, High 13–25.
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Drift
          score: 12
          rating: high
    `);
    const [found] = hostOf(files)
      .snapshot.findings("/aims/risks.yaml")
      .filter(({ rule }) => rule === "band-mismatch");
    assert.deepEqual(
      found?.related.map(({ path, range }) => [path, range.start]),
      [["/aims/criteria.md", { line: 5, character: 3 }]],
    );
  });
});
