import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("absolute-claim", () => {
  it("is milder where outsiders do not read, and silent on requirements and statistics", () => {
    check(
      ["absolute-claim"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      standards: [iso-42001]
      public: [site/**, README.md]
      //- /aims/README.md
      Our scoring is unbiased.
                     ^^^^^^^^ warning absolute-claim (fix)

      The model returns an unbiased estimate. It must be completely fair. It is always safe to restart the model.
      //- /aims/policy.md
      ---
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      ---

      # AI policy

      Our AI is completely neutral.
                ^^^^^^^^^^^^^^^^^^ info absolute-claim (fix)

      Decisions shall be unbiased.
      `,
    );
  });

  it("is as grave in each claim of a register as in public, and silent where it may not be said", () => {
    check(
      ["absolute-claim"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      standards: [iso-42001]
      //- /aims/claims.yaml
      claims:
        - id: CLM-001
          text: Our scoring is unbiased.
                               ^^^^^^^^ warning absolute-claim (fix)
          status: published
        - id: CLM-002
          text: Our scoring is unbiased.
          status: withdrawn
        - id: CLM-003
          text: We publish the rates by group.
      `,
    );
  });

  it("offers the sentence a measurement supports, a breach included", () => {
    checkFix(
      "absolute-claim",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      public: [README.md]
      //- /aims/measurements.yaml
      aims: measurement
      id: MEAS-001
      metric: demographic parity difference
      threshold: at most 0.05
      value: 0.08
      measured_on: 2026-08-14
      //- /aims/README.md
      We lend in Finland. Our model is bias-free. Ask us.
      `,
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      public: [README.md]
      //- /aims/measurements.yaml
      aims: measurement
      id: MEAS-001
      metric: demographic parity difference
      threshold: at most 0.05
      value: 0.08
      measured_on: 2026-08-14
      //- /aims/README.md
      We lend in Finland. On 2026-08-14 the demographic parity difference was 0.08, outside our threshold of at most 0.05. Ask us.
      `,
    );
  });
});
