import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("auditor-audits-own-work", () => {
  it("looks at auditees, documents and who runs the system", () => {
    check(
      ["auditor-audits-own-work"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      owner: Ana Silva
      //- /aims/a1.yaml
      aims: audit
      id: AUD-2026-01
      lead_auditor: Bo Lind
                    ^^^^^^^ warning auditor-audits-own-work: Bo Lind audited this and is named among those audited.
      auditees: [Bo Lind (Head of Risk), Kim Larsen]
      //- /aims/a2.yaml
      aims: audit
      id: AUD-2026-02
      auditors: [Petra Novak, Cy Berg]
                              ^^^^^^^ warning auditor-audits-own-work: Cy Berg audited this and wrote AIMS-POL-001, which answers 5.2.
      provisions: [5.2]
      //- /aims/a3.yaml
      aims: audit
      id: AUD-2026-03
      lead_auditor: Ana Silva (AIMS manager)
                    ^^^^^^^^^^^^^^^^^^^^^^^^ warning auditor-audits-own-work: Ana Silva (AIMS manager) audited this and runs the management system.
      //- /aims/policy.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      author: Cy Berg
      satisfies: { iso-42001: [5.2] }
      `,
    );
  });

  it("is silent for other audits and when people are unknown", () => {
    check(
      ["auditor-audits-own-work"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/a1.yaml
      aims: audit
      id: AUD-2026-01
      auditees: [Bo Lind]
      provisions: [5.2]
      //- /aims/a2.yaml
      aims: audit
      id: AUD-2026-02
      type: certification
      lead_auditor: Bo Lind
      auditees: [Bo Lind]
      //- /aims/a3.yaml
      aims: audit
      id: AUD-2026-03
      lead_auditor: Audit team
      auditees: [Audit team]
      //- /aims/a4.yaml
      aims: audit
      id: AUD-2026-04
      lead_auditor: Petra Novak
      provisions: [9.2.2]
      //- /aims/plan.yaml
      aims: procedure
      id: AIMS-PROC-009
      title: Audit programme
      owner: Petra Novak
      satisfies: { iso-42001: [9.2.2] }
      `,
    );
  });

  it("knows from a table of responsibilities who does what was audited", () => {
    check(
      ["auditor-audits-own-work"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      //- /aims/raci.md
      # Who does what

      **Document ID:** AIMS-PROC-010
      **Owner:** Ana Ruiz, Head of AI governance

      ## RACI

      | Activity | Head of AI governance | Petra Novak (Data scientist) | Bo Lind |
      |---|---|---|---|
      | AI risk assessment | A | R | C |
      | Running AI-001 | I | C | A/R |
      | Internal audit | I | A/R | I |
      //- /aims/a1.yaml
      aims: audit
      id: AUD-2026-01
      lead_auditor: Data scientist
                    ^^^^^^^^^^^^^^ warning auditor-audits-own-work: Data scientist audited this and is responsible for "AI risk assessment", which was audited.
      provisions: [8]
      //- /aims/a2.yaml
      aims: audit
      id: AUD-2026-02
      lead_auditor: Bo Lind
                    ^^^^^^^ warning auditor-audits-own-work: Bo Lind audited this and is responsible for "Running AI-001", which was audited.
      systems: [AI-001]
      //- /aims/a3.yaml
      aims: audit
      id: AUD-2026-03
      lead_auditor: Ana Ruiz
                    ^^^^^^^^ warning auditor-audits-own-work: Ana Ruiz audited this and is accountable for "AI risk assessment", which was audited.
      provisions: [6.1.2]
      //- /aims/a4.yaml
      aims: audit
      id: AUD-2026-04
      lead_auditor: Petra Novak
      provisions: [5.2, 9.2]
      systems: [AI-001]
      `,
    );
  });
});
