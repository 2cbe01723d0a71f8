import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("unsigned-approval", () => {
  it("reads the signature page", () => {
    check(
      ["unsigned-approval"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/policy.md
      # AI policy

      **Document ID:** AIMS-POL-001
      **Effective date:** 1 March 2026
      **Owner:** Bo Lind
      **Standard:** ISO/IEC 42001:2023

      We say what AI may do here and who answers for it.

      ## Sign-off

      | Role | Name | Signature | Date |
      |------|------|-----------|------|
      | CEO | Ana Silva | ______ | ______ |
                          ^^^^^^ warning unsigned-approval: This document is in force since 2026-03-01, and nobody has signed its signature table.
      | CTO | Jane Doe | ______ | ______ |
      //- /aims/signed.md
      # Logging policy

      **Document ID:** AIMS-POL-002
      **Effective date:** 1 March 2026
      **Owner:** Bo Lind
      **Standard:** ISO/IEC 42001:2023

      | Role | Name | Signature | Date |
      |------|------|-----------|------|
      | CEO | Ana Silva | A. Silva | 2026-02-20 |
      | CTO | Jane Doe | | |
      `,
    );
  });

  it("is silent for drafts and when nothing says that it holds", () => {
    check(
      ["unsigned-approval"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/draft.md
      # AI policy

      **Document ID:** AIMS-POL-001
      **Status:** Draft
      **Approved by:** ____
      **Standard:** ISO/IEC 42001:2023
      //- /aims/unknown.md
      # Logging policy

      **Document ID:** AIMS-POL-002
      **Approved by:** ____
      **Standard:** ISO/IEC 42001:2023
      //- /aims/none.md
      # Data policy

      **Document ID:** AIMS-POL-003
      **Status:** Approved
      **Standard:** ISO/IEC 42001:2023
      //- /aims/later.md
      # Use policy

      **Document ID:** AIMS-POL-004
      **Effective date:** 2027-01-01
      **Approved by:** ____
      **Standard:** ISO/IEC 42001:2023
      `,
    );
  });
});
