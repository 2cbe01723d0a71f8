/** Documents in every notation, for the reader's and writers' tests. Names and figures are invented. */
export interface Fixture {
  readonly path: string;
  readonly text: string;
}

const yaml = (text: string): Fixture => ({ path: "/aims/file.yaml", text });
const markdown = (text: string): Fixture => ({ path: "/aims/file.md", text });

export const SYSTEM_YAML = yaml(`aims: system
id: AI-001
name: "Credit screener"   # shown to staff
owner: Ana Lima
version: 2.10
in_scope: yes
suppliers: [SUP-001, SUP-002]
affected:
  - Applicants
  - 'Staff: branch'
purpose: |
  Sorts applications by A.6.2.4.

  Nothing else.
satisfies:
  iso-42001: [5.2, A.2.2]
  eu-ai-act: [Art. 9]
notes:
`);

export const RISKS_YAML = yaml(`# The register
aims: risk
risks:
  - id: RISK-001
    title: Proxy bias
    systems: [AI-001]
    likelihood: 3
    impact: 4
    score: 12
    residual: low

  - id: RISK-002
    title: Drift
    systems:
      - AI-001
      - AI-002
    owner:
    status: open # since spring

  - { id: RISK-003, title: "Leak", owner: TBD }
`);

/** Judgements in mappings of their own, and mappings where words are asked for. */
export const GROUPED_YAML = yaml(`risks:
  - id: RISK-001
    title: Proxy bias
    inherent: { likelihood: 4, impact: 5, score: 20, band: critical }
    controls:
      - { id: A.6.2.4, name: Verification and validation, status: done }
      - id: A.7.4
        name: "Checks by [Name]"
    residual_risk:
      severity: 3 # after the checks
      level: medium
      rationale: As found by A.6.2.6
    treatment: { strategy: mitigate, actions: [Retrain, Watch] }
    owner: Ana Lima
  - id: RISK-002
    current:
      probability: 2
    target: { likelihood: 1 }
    mitigations:
      - description: Rules for use
        owner: Bo Ek
      - Training
    status: open
  - { id: RISK-003, residual: { impact: 2 }, title: Leak }
`);

export const SEVERAL_YAML = yaml(`---
aims: policy
id: AIMS-POL-001
title: AI policy
---
aims: objective
id: OBJ-001
title: Fewer complaints
`);

export const FRONT_MATTER = markdown(`---
aims: impact-assessment
id: AIIA-001
system: AI-001
version: "3.1"
participants: [Ana Lima, Bo Ek]
---

# Impact assessment of the screener

## Benefits

Faster answers, see [the plan](plans/plan.md) and A.5.2.

## Harms

TBD

## Measures
`);

export const BOLD_HEADER = markdown(`# AI policy
## ISO/IEC 42001:2023 | Clause 5.2

**Document ID:** AIMS-POL-001  
**Version**: 1.0  
**Owner:** Ana Lima  
**Approved by:** ____________  
**Review cycle:** Annual

---

## Purpose

This policy follows ISO/IEC 42001 clause 5.2.
`);

export const ONE_LINE_HEADER = markdown(`# Data management procedure

> **ID:** AIMS-PROC-004 | **Version:** 2 | **Owner:** Bo Ek | **Status:** Approved

Follows ISO/IEC 42001.
`);

export const TABLE_HEADER = markdown(`# AI policy

| Field         | Value        |
|---------------|--------------|
| Document ID   | AIMS-POL-002 |
| Owner         | **Bo Ek**    |
| Approved by   |              |
| Colour        | green        |

## Purpose

ISO/IEC 42001, A.2.2.
`);

export const PLAIN_HEADER = markdown(`![Logo](logo.png)

# AI policy

Document ID: AIMS-POL-003
Owner: Ana Lima
Version: 1.0

Internal. Follows ISO/IEC 42001, 5.2.
`);

export const RISK_TABLE = markdown(`# AI risk register

**Document ID:** AIMS-RR-001
**Owner:** Ana Lima
**Version:** 1

ISO/IEC 42001, 6.1.2.

| **Risk ID** | Description        | Likelihood | Impact | Score | Owner     | Status  |
|-------------|--------------------|-----------:|:------:|-------|-----------|---------|
| RISK-001    | Proxy bias in \`a\\|b\` | 3          | 4      | 12    | Ana Lima  | ✅ Open |
| **RISK-002** | Drift             | 2          | 2      | 4     |           | Closed  |
| RISK-003    |                    |            |        |       |           |         |
`);

export const HEADING_RECORDS = markdown(`---
aims: procedure
id: AIMS-PROC-001
title: Risks
---

### RISK-001: Proxy bias

- **Likelihood:** 3
- **Impact:** 4
- **Owner:** Ana Lima

### RISK-002 — Drift

| Field | Value |
|-------|-------|
| Likelihood | 2 |
| Owner | |

Text about RISK-001.
`);

export const PLAIN_HEADING_RECORDS = markdown(`---
aims: procedure
id: AIMS-PROC-001
title: Risks
---

### RISK-001: Proxy bias

- Likelihood: 3
- Impact: 4
- Owner: Ana Lima

### RISK-002: Drift

Likelihood: 2
Impact: 3
Owner:
`);

export const MODEL_CARD: Fixture = {
  path: "/aims/models/screener/README.md",
  text: `---
license: mit
language: en
datasets:
- loans
tags:
- tabular
---

# Screener

## Intended use

Loans below 5,000.
`,
};

export const RISKS_CSV: Fixture = {
  path: "/aims/risk-register.csv",
  text: `Risk ID,Description,Likelihood,Impact,Score,Owner,Status
RISK-001,"Bias, by proxy",3,4,12,Ana Lima,Open
RISK-002,"He said ""no""",2,2,4,,Closed
`,
};

export const AIMS_YAML: Fixture = {
  path: "/aims/aims.yaml",
  text: `organisation: Lindgren Loans AB
standards: [iso-42001]
rules:
  unassessed-system: warning
`,
};

export const ALL: Readonly<Record<string, Fixture>> = {
  SYSTEM_YAML,
  RISKS_YAML,
  GROUPED_YAML,
  SEVERAL_YAML,
  FRONT_MATTER,
  BOLD_HEADER,
  ONE_LINE_HEADER,
  TABLE_HEADER,
  PLAIN_HEADER,
  RISK_TABLE,
  HEADING_RECORDS,
  PLAIN_HEADING_RECORDS,
  MODEL_CARD,
  RISKS_CSV,
  AIMS_YAML,
};
