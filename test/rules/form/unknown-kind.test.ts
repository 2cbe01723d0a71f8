import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("unknown-kind", () => {
  it("offers the nearest kind, and lists them where none is near", () => {
    check(
      ["unknown-kind"],
      `
      //- /aims/a.yaml
      aims: "polisy"
            ^^^^^^^^ error unknown-kind (fix): There is no kind of record called "polisy", so nothing in this record is checked or counted.
      id: AIMS-POL-001
      //- /aims/b.yaml
      aims: umbrella
      id: U-001
      //- /aims/c.md
      ---
      aims: risc
            ^^^^ error unknown-kind (fix): There is no kind of record called "risc", so nothing in this record is checked or counted.
      id: RISK-001
      ---

      # A risk
      `,
    );
  });

  it("knows kinds by other names", () => {
    check(
      ["unknown-kind"],
      `
      //- /aims/a.yaml
      aims: AI system
      id: AI-001
      name: CV screener
      `,
    );
  });

  it("writes the nearest kind", () => {
    checkFix(
      "unknown-kind",
      `
      //- /aims/a.yaml
      aims: sytem
      id: AI-001
      name: CV screener
      `,
      `
      //- /aims/a.yaml
      aims: system
      id: AI-001
      name: CV screener
      `,
    );
  });
});
