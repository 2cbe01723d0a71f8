import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

const AIMS = `//- /aims/aims.yaml
aims: management-system
organisation: Alder Bank
standards: [iso-42001]
`;

describe("claim-page-mismatch", () => {
  it("tells a claim that may not be said and is", () => {
    check(
      ["claim-page-mismatch"],
      `${AIMS}//- /aims/claims.md
# Public claims

| Claim ID | Claim | Where | Status |
| --- | --- | --- | --- |
| CLM-001 | Our scoring is fair to women and men | site/index.html | Withdrawn |
                                                   ^^^^^^^^^^^^^^^ error claim-page-mismatch: This claim is withdrawn, and index.html still makes it.
| CLM-002 | We answer complaints within ten days | site/index.html | Proposed |
                                                   ^^^^^^^^^^^^^^^ warning claim-page-mismatch: This claim is not approved yet, and index.html makes it already.
| CLM-003 | We never share data | site/index.html | Withdrawn |
//- /aims/site/index.html
<p>Our scoring is <b>fair</b> to
women and men.</p><p>We answer complaints within ten days!</p>
`,
    );
  });

  it("tells a page in other words, and one in which the words are gone", () => {
    check(
      ["claim-page-mismatch"],
      `${AIMS}//- /aims/claims.yaml
claims:
  - id: CLM-001
    text: Our AI management system is certified to ISO/IEC 42001:2023; scope is credit scoring in Finland.
    where: [site/index.md, "https://example.org/"]
            ^^^^^^^^^^^^^ warning claim-page-mismatch: index.md says this in other words: "Our AI management system is certified to ISO/IEC 42001:2023; its scope is scoring of credit in Finland and Sweden".
    status: published
  - id: CLM-002
    text: Each refusal is read by a person.
    where: site/index.md
           ^^^^^^^^^^^^^ warning claim-page-mismatch: index.md does not say this.
    status: published
  - id: CLM-003
    text: Each refusal is read by two persons.
    where: site/index.md
    status: approved
//- /aims/site/index.md
Our AI management system is certified to ISO/IEC 42001:2023; its scope is scoring of credit in Finland and Sweden.
`,
    );
  });

  it("is silent where layout alone differs, and where another claim says what is alike", () => {
    check(
      ["claim-page-mismatch"],
      `${AIMS}//- /aims/claims.yaml
claims:
  - id: CLM-001
    text: "We measured the approval rate of women and men in May 2026. It is published."
    where: [site/index.md]
    status: published
  - id: CLM-002
    text: We measured the approval rate of women and men in May 2025.
    where: [site/index.md]
    status: approved
//- /aims/site/index.md
# Fairness

- We measured the **approval rate** of [women and men](rates.md) in
  May 2026. It is published.
`,
    );
  });
});
