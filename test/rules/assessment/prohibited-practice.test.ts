import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

const AIMS = `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Shop Ltd
      standards: [iso-42001, eu-ai-act]`;

describe("prohibited-practice", () => {
  it("goes by declared facts, and by the day on which a ban begins", () => {
    check(
      ["prohibited-practice"],
      `${AIMS}
      //- /aims/s.yaml
      systems:
        - id: AI-001
          name: Score
          article_5_practices: [social-scoring]
                               ^^^^^^^^^^^^^^^^ error prohibited-practice: The record of AI-001 "Score" declares social scoring, which Art. 5(1)(c) of the EU AI Act has banned since 2025-02-02 …
        - id: AI-002
          name: Picture maker
          article_5_practices: intimate-imagery-without-consent
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning prohibited-practice: The record of AI-002 "Picture maker" declares intimate imagery of real people without consent, which Art. 5(1)(ba) of the EU AI Act bans from 2026-12-02 …
        - id: AI-003
          name: Looked at
          article_5_practices: none
        - id: AI-004
          name: Prose only
          purpose: Social scoring of citizens.
        - id: AI-005
          name: Gone
          status: retired
          article_5_practices: [social-scoring]
      `,
    );
  });

  it("asks where two facts come close", () => {
    check(
      ["prohibited-practice"],
      `${AIMS}
      //- /aims/s.yaml
      systems:
        - id: AI-001
          name: Mood in class
          use_areas: [education]
          annex_iii_uses: [emotion-recognition, grading]
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning prohibited-practice (fix): What the record of AI-001 "Mood in class" declares …
        - id: AI-002
          name: Mood in shops
          use_areas: [none]
          annex_iii_uses: [emotion-recognition]
      `,
    );
  });

  it("makes room for the answer", () => {
    checkFix(
      "prohibited-practice",
      `${AIMS}
      //- /aims/s.yaml
      systems:
        - id: AI-001
          name: Mood in class
          use_areas: [education]
          annex_iii_uses: [emotion-recognition]
      `,
      `
      //- /aims/s.yaml
      systems:
        - id: AI-001
          name: Mood in class
          use_areas: [education]
          annex_iii_uses: [emotion-recognition]
          article_5_practices:
      `,
    );
  });
});
