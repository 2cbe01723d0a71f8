import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("self-approved", () => {
  it("knows who holds a post and who an initial stands for", () => {
    check(
      ["self-approved"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/roles.md
      # Roles

      | Role ID | Role | Held by | Responsibilities |
      |---------|------|---------|------------------|
      | ROLE-001 | CTO | Jane Doe | Models |
      | ROLE-002 | CEO | Ana Silva | Everything |
      //- /aims/a.md
      # AI policy

      **Document ID:** AIMS-POL-001
      **Author:** J. Doe
      **Approved by:** CTO
                       ^^^ warning self-approved: CTO approved this, and wrote it as J. Doe.
      **Standard:** ISO/IEC 42001:2023
      //- /aims/b.md
      # Logging policy

      **Document ID:** AIMS-POL-002
      **Author:** Jane Doe
      **Approved by:** CEO
      **Standard:** ISO/IEC 42001:2023
      `,
    );
  });

  it("is milder where somebody else read it, and reads assessments", () => {
    check(
      ["self-approved"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/a.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      author: Jane Doe
      reviewed_by: Bo Lind
      approved_by: Jane Doe
                   ^^^^^^^^ info self-approved: Jane Doe approved this, and wrote it.
      //- /aims/b.yaml
      aims: impact-assessment
      id: AIIA-001
      title: Assessment
      assessor: Bo Lind
      approved_by: Bo Lind
                   ^^^^^^^ warning self-approved: Bo Lind approved this, and made the assessment.
      status: approved
      `,
    );
  });

  it("is silent when people are unknown, several, or not surely the same", () => {
    check(
      ["self-approved"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/a.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      approved_by: Jane Doe
      //- /aims/b.yaml
      aims: policy
      id: AIMS-POL-002
      title: Logging policy
      author: AI Governance Team
      approved_by: AI Governance Team
      //- /aims/c.yaml
      aims: policy
      id: AIMS-POL-003
      title: Data policy
      author: J. Doe
      approved_by: Jane Doe
      //- /aims/d.yaml
      aims: policy
      id: AIMS-POL-004
      title: Use policy
      author: TBD
      approved_by: TBD
      //- /aims/e.yaml
      aims: policy
      id: AIMS-POL-005
      title: Owned policy
      owner: Ana Silva
      approved_by: Ana Silva
      //- /aims/f.yaml
      aims: policy
      id: AIMS-POL-006
      title: Draft policy
      author: Ana Silva
      approved_by: Ana Silva
      status: draft
      //- /aims/g.yaml
      aims: policy
      id: AIMS-POL-007
      title: Joint policy
      author: Ana Silva
      approved_by: [Ana Silva, Bo Lind]
      `,
    );
  });

  it("reads signature tables, and posts that headers and signatures name", () => {
    check(
      ["self-approved"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      //- /aims/signed.md
      # AI policy

      **Document ID:** AIMS-POL-001
      **Effective:** 2026-01-01
      **Standard:** ISO/IEC 42001:2023

      ## Signatures

      | Role | Name | Signature | Date |
      |---|---|---|---|
      | Prepared by | Ana Ruiz | A. Ruiz | 2026-01-01 |
      | Approved by | Ana Ruiz | A. Ruiz | 2026-01-01 |
                      ^^^^^^^^ warning self-approved: Ana Ruiz approved this, and wrote it.
      //- /aims/unsigned.md
      # Data policy

      **Document ID:** AIMS-POL-002
      **Effective:** 2026-01-01
      **Standard:** ISO/IEC 42001:2023

      ## Signatures

      | Role | Name | Signature | Date |
      |---|---|---|---|
      | Prepared by | Ana Ruiz | A. Ruiz | 2026-01-01 |
      | Approved by | Ana Ruiz | ______ | |
      //- /aims/post.yaml
      aims: policy
      id: AIMS-POL-003
      title: Use policy
      author: Head of AI governance
      approved_by: Cy Dahl
                   ^^^^^^^ warning self-approved: Cy Dahl approved this, and wrote it as Head of AI governance.
      //- /aims/header.md
      # AI objectives

      **Document ID:** AIMS-PROC-004
      **Owner:** Cy Dahl (Head of AI governance)
      **Standard:** ISO/IEC 42001:2023
      //- /aims/twice.yaml
      aims: policy
      id: AIMS-POL-005
      title: Model policy
      author: Head of Data
      approved_by: Di Falk
      //- /aims/one.md
      # AI plan

      **Document ID:** AIMS-PROC-006
      **Owner:** Di Falk (Head of Data)
      **Standard:** ISO/IEC 42001:2023
      //- /aims/other.md
      # AI programme

      **Document ID:** AIMS-PROC-007
      **Owner:** Ed Gray (Head of Data)
      **Standard:** ISO/IEC 42001:2023
      `,
    );
  });
});
