import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("closed-by-owner", () => {
  it("reads registers and posts", () => {
    check(
      ["closed-by-owner"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/roles.yaml
      roles:
        - id: ROLE-001
          title: Risk manager
          holder: Bo Lind
      //- /aims/incidents.md
      # Incident log

      | Incident ID | Description | Severity | Owner | Closed by | Status |
      |-------------|-------------|----------|-------|-----------|--------|
      | INC-001 | Wrong refusals | High | Risk manager | Bo Lind | Closed |
                                                         ^^^^^^^ warning closed-by-owner: This was closed by Bo Lind, who owns it.
      | INC-002 | Slow answers | Low | Bo Lind | Petra Novak | Closed |
      //- /aims/soa.yaml
      controls:
        - control: A.6.2.4
          applicable: yes
          owner: Bo Lind
          verified_by: Bo Lind
                       ^^^^^^^ warning closed-by-owner: This was verified by Bo Lind, who owns it.
      `,
    );
  });

  it("is silent when one of the two is unknown", () => {
    check(
      ["closed-by-owner"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/incidents.md
      # Incident log

      | Incident ID | Description | Severity | Owner | Closed by | Status |
      |-------------|-------------|----------|-------|-----------|--------|
      | INC-001 | Wrong refusals | High | | Bo Lind | Closed |
      | INC-002 | Wrong refusals | High | Bo Lind | | Closed |
      | INC-003 | Wrong refusals | High | Risk team | Risk team | Closed |
      `,
    );
  });
});
