import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("broken-link", () => {
  it("finds missing files, wrong letter case and places on one computer", () => {
    check(
      ["broken-link", "missing-evidence-file"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      ---
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      ---

      [a](missing.md), ![b](img/chart.png), [c](Minutes.md), [d](sub%20folder/x.md), [e](sub/), [f](nowhere/)
          ^^^^^^^^^^ error broken-link: There is no file "missing.md" here.
                            ^^^^^^^^^^^^^ error broken-link: There is no file "img/chart.png" here.
                                                ^^^^^^^^^^ error broken-link (fix): "Minutes.md" differs from the file's name in upper and lower case.
                                                                 ^^^^^^^^^^^^^^^^^ error broken-link (fix): There is no file "sub%20folder/x.md" here.
                                                                                                    ^^^^^^^^ error broken-link: There is no file "nowhere/" here.
      [g](file:///C:/Users/jane/x.xlsx), [h](C:\\Users\\jane\\x.xlsx), [i]: and [j][ref].
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error broken-link: "file:///C:/Users/jane/x.xlsx" leads to a place on one person's computer.
                                             ^^^^^^^^^^^^^^^^^^^^ error broken-link: "C:\\Users\\jane\\x.xlsx" leads to a place on one person's computer.

      [ref]: gone.md
             ^^^^^^^ error broken-link: There is no file "gone.md" here.
      //- /aims/minutes.md
      # Minutes
      //- /aims/sub/x.md
      # X
      //- /aims/evidence.yaml
      evidence:
        - id: EV-001
          title: Report
          path: reports/report.pdf
                ^^^^^^^^^^^^^^^^^^ error missing-evidence-file: There is no file "reports/report.pdf" here.
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Drift
          evidence: [EV-001, evidence/drift.csv, sub/x.md, Jane.Doe]
                             ^^^^^^^^^^^^^^^^^^ error missing-evidence-file: There is no file "evidence/drift.csv" here.
      //- /aims/registers/evidence.yaml
      evidence:
        - id: EV-002
          title: Written from the top of the repository
          path: sub/x.md
      `,
    );
  });

  it("leaves the net, mail, code, placeholders and pages without ending alone", () => {
    check(
      ["broken-link"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      ---
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      ---

      [a](https://example.org/missing.md), <https://example.org>, [b](mailto:jane@example.org), \`[c](missing.md)\`,
      \`reports/missing.csv\`, [d](link), [e](#), [f](minutes), [g](minutes.html), [h](/minutes.md), [i](./minutes.md?plain=1),
      [j](www.example.org/page), [k](<minutes 2.md>), [l](minutes%202.md), [m](/aims/minutes.md)
                                                                               ^^^^^^^^^^^^^^^^ error broken-link (fix): There is no file "/aims/minutes.md" here.
      //- /aims/minutes.md
      # Minutes
      //- /aims/minutes 2.md
      # Minutes
      `,
    );
  });

  it("looks at anchors in the same file and in others", () => {
    check(
      ["broken-link"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      ---
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      ---

      # AI policy

      ## 2. Scope & purpose

      [a](#2-scope--purpose), [b](#2-scope-purpose), [c](#scope), [d](other.md#people), [e](other.md#persons), [f](#marked)
                                                         ^^^^^^ info broken-link: No heading here has the anchor "scope".
                                                                                            ^^^^^^^^^^^^^^^^ info broken-link: other.md has no heading with the anchor "persons".

      <a id="marked"></a>
      //- /aims/other.md
      ---
      aims: policy
      id: AIMS-POL-002
      title: People
      ---

      # People
      `,
    );
  });

  it("writes the path of the file that has the name", () => {
    checkFix(
      "broken-link",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policies/policy.md
      ---
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      ---

      See [minutes](minutes.md#top).
      //- /aims/reviews/minutes.md
      # Minutes
      `,
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policies/policy.md
      ---
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      ---

      See [minutes](../reviews/minutes.md#top).
      //- /aims/reviews/minutes.md
      # Minutes
      `,
    );
  });

  it("takes any name that a file can have, as it is in a field and as an address in a link", () => {
    check(
      ["broken-link"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/notes #1, 100% (ü).md
      # Notes
      //- /aims/a?b.md
      # Notes
      //- /aims/policies/policy.md
      ---
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      evidence: ["../notes #1, 100% (ü).md", "../a?b.md", "../gone #1.md"]
      ---

      [a](../notes%20%231,%20100%25%20%28%C3%BC%29.md), [b](../a%3Fb.md), [c](<../notes %231, 100%25 (ü).md>),
      [d](..\\a%3Fb.md), [e](../c%23d.md)
                            ^^^^^^^^^^^ error broken-link: There is no file "../c%23d.md" here.
      `,
    );
  });

  it("writes a name so that the link leads to it", () => {
    const file = (link: string): string => `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policies/policy.md
      ---
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      ---

      See [minutes](${link}).
      //- /aims/reviews/minutes #1 (100%).md
      # Minutes
      `;
    checkFix("broken-link", file("minutes%20%231%20(100%25).md"), file("../reviews/minutes%20%231%20%28100%25%29.md"));
  });
});
