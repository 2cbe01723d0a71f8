import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("objective-not-measurable", () => {
  it("is silent where the wording or another column can be measured", () => {
    check(
      ["objective-not-measurable"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/objectives.yaml
      objectives:
        - id: OBJ-001
          title: Assess every system before release
        - id: OBJ-002
          title: Answer complaints within a week
        - id: OBJ-003
          title: Be fairer
          status: dropped
        - id: OBJ-004
          title: Be fairer
          success criteria: panel says so
      `,
    );
  });
});
