import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("nonconformity-unregistered", () => {
  it("is silent where no register is kept or the finding is no shortcoming", () => {
    check(
      ["nonconformity-unregistered"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/findings.yaml
      audit_findings:
        - id: FND-001
          description: System live without assessment
          grade: major
        - id: FND-002
          description: Link missing
          grade: observation
        - id: FND-003
          description: Ungraded
      `,
    );
  });
});
