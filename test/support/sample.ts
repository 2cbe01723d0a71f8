import { readFixture } from "./fixture.ts";

/** A small AIMS in every notation, with things to find; the ground from which properties are tested. */
export const SAMPLE = readFixture(`
  //- /aims/aims.yaml
  aims: management-system
  organisation: Sample Lending
  roles: [deployer]
  standards: [iso-42001]
  //- /aims/scope.md
  ---
  aims: scope
  id: AIMS-SCOPE-001
  title: Scope of the AIMS
  status: approved
  approved_by: Jon Bakker (COO)
  approved_on: 2026-01-10
  systems: [AI-001, AI-002]
  exclusions:
    - system: AI-003
      reason: phase 2
  ---

  # Scope of the AIMS

  ISO/IEC 42001 clause 4.3 asks for this. Our 39 controls of Annex A are listed in the SoA.
  //- /aims/systems.yaml
  systems:
    - id: AI-001
      name: Credit scorer
      owner: Tomas Reyes (ML Lead)
      version: "2.1"
      status: live
      tier: high
      in_scope: true
      deployed_on: 2026-02-01
      last_change: 2026-05-01
    - id: AI-002
      name: Letter writer
      owner: Ines Okafor
      tier: limitted
      status: live
      in_scope: yes
    - id: AI-003
      name: Fraud model
      tier: high
      in_scope: no
      feeds: [AI-001]
  //- /aims/assessments/AIIA-001.md
  # Impact assessment of the credit scorer

  **Document ID:** AIIA-001
  **System:** AI-001
  **System version:** 1.9
  **Assessed on:** 14 March 2026
  **Status:** Approved
  **Approved by:** Jon Bakker (COO)

  ## Harms

  - Wrong refusals; see A.5.4 and clause 6.1.4.

  ## Measured outcomes

  | Metric | Threshold | Value | Measured on | Source |
  |---|---|---|---|---|
  | approval rate of women | >= 0.6 | 0.5 | 2026-03-01 | results.csv#row=women&column=rate |
  //- /aims/assessments/AIIA-002.yaml
  aims: impact-assessment
  id: AIIA-002
  system: AI-002
  system_version: "1.0"
  assessed_on: 2026-03-01
  measures:
    - what: Read letters before they go
      owner: Ines Okafor
      metric: letters in error
      threshold: "<= 0.3"
      value: 0.4
      source: ../results.csv#row=letters&column=rate
  metrics:
    - { metric: complaints, value: 3 }
  //- /aims/results.csv
  group,rate
  women,0.5
  letters,0.2
  //- /aims/claims.yaml
  claims:
    - id: CLM-001
      text: Nothing is decided by the letter writer alone.
      where: [notes.md]
      status: published
  //- /aims/risks.md
  # Risk register

  | Risk ID | Description | AI System | Likelihood | Impact | Treatment | Owner | Status |
  |---|---|---|---|---|---|---|---|
  | RISK-001 | Proxy for postcode | AI-001 | 3 | 4 | Mitigate | Tomas Reyes | Open |
  | RISK-002 | Supplier outage | AI-009 | 2 | 2 | Acept | Mara Lindqvist | Open |

  ### RISK-003: Unexplained outcomes

  - **System:** AI-002
  - **Likelihood:** 2
  - **Impact:** 5
  - **Due:** 03/04/2026
  //- /aims/soa.csv
  Control,Title,Applicable,Justification,Status,Evidence
  A.2.2,AI policy,Yes,Needed,Implemented,scope.md
  A.5.1,Objective,Yes,Needed,Implemented,missing.md
  A.6.2.44,Testing,No,,Planned,
  //- /aims/notes.md
  # Notes

  Nothing of governance here, see [the scope](scope.md).
`).files;

/** Lines that edits put into files: right, wrong, half-typed and hostile ones. */
export const LINES = [
  "",
  "  - id: AI-004",
  "    owner: Tomas Reyes",
  "    systems: [AI-001, AI-004",
  "status: approved",
  "id: AI-001",
  "aims: risk",
  "---",
  "# Another heading",
  "## Harms",
  "| RISK-004 | Drift | AI-001 | 3 | 3 | Mitigate | Mara | Open |",
  "|---|---|---|---|---|---|---|---|",
  "**Owner:** Jon Bakker",
  "See ISO/IEC 42001 clause 6.1.44 and A.6.2.4.",
  "### RISK-005: Something else",
  "- **System:** AI-003",
  "A.2.3,Alignment,Yes,Needed,Planned,",
  "```",
  "<!-- aims-ignore unknown-provision: the draft edition -->",
  "# aims-ignore invalid-value: known",
  "\t- tab: here",
  "key: &a [*a, *b]",
  "<<<<<<< HEAD",
  "{{ jinja }}",
  "“quotes” 𝕏 \u202e",
  "    deployed_on: 01-Mar-2026",
  "system: AI-001",
  "      value: 0.2",
  "    - what: Another measure",
  "women,0.6",
];

/** Days that something in the sample names, those after them, and some far away. */
export const DAYS: readonly string[] = [
  ...new Set([...SAMPLE.values()].flatMap((text) => text.match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? [])),
]
  .flatMap((day) => [day, new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)])
  .concat("2019-01-01", "2035-12-31");
