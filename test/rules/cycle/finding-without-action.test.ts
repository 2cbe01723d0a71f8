import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("finding-without-action", () => {
  it("is silent for observations, new findings and those registered elsewhere", () => {
    check(
      ["finding-without-action"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/findings.yaml
      audit_findings:
        - id: FND-001
          description: Link missing
          grade: observation
        - id: FND-002
          description: Logs missing
          grade: minor
          found_on: 2026-11-20
        - id: FND-003
          description: Logs missing
          grade: minor
        - id: FND-004
          description: Ungraded
      //- /aims/nc.yaml
      nonconformities:
        - id: NC-001
          description: Logs missing
          source: Audit 2026, FND-003
          action: Switch them on
      `,
    );
  });
});
