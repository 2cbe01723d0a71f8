import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { cardParts } from "../../../server/src/core/catalog/card-parts.ts";
import { provision } from "../../../server/src/core/catalog/catalog.ts";
import { kindInfo } from "../../../server/src/core/records/kinds.ts";
import { check, checkFix } from "../../support/fixture.ts";

const AIMS = `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]`;
const REST = `
      Developed by Lender Ltd, intended for ranking applications; must not set the rate.
      Trained on own applications, AUC 0.81. It fails for short histories.`;

describe("incomplete-card", () => {
  it("asks for results by group only where the system weighs on people", () => {
    check(
      ["incomplete-card"],
      `${AIMS}
      //- /aims/systems.yaml
      systems:
        - { id: AI-001, name: Scorer, tier: high }
        - { id: AI-002, name: Sorter, tier: minimal }
      //- /aims/one.md
      ---
      aims: model-card
      title: One
      system: AI-001
      ---
      # Scorer
        ^^^^^^ info incomplete-card (fix): This card says nothing on results by group.
      ${REST}
      //- /aims/two.md
      ---
      aims: model-card
      title: Two
      system: AI-002
      ---
      # Sorter
      ${REST}
      `,
    );
  });

  it("reads a hub card as it is, fields and YAML too, and leaves templates and other files alone", () => {
    check(
      ["incomplete-card"],
      `${AIMS}
      //- /aims/hub/README.md
      ---
      license: mit
      pipeline_tag: text-classification
      datasets: [imdb]
      metrics: [f1]
      ---
      # Sentiment
        ^^^^^^^^^ info incomplete-card (fix): This card says nothing on uses ruled out and limits and harms.

      ## Model details

      ## Uses

      Direct use on reviews. Developed by us.
      //- /aims/card.yaml
      aims: model-card
      title: Plain
      developers: [Us]
      intended_use: Ranking
      out_of_scope_uses: [Prices]
      limitations: [Short histories]
      datasets: [DATA-001]
      metrics: [AUC]
      //- /aims/_TEMPLATE-card.md
      ---
      aims: model-card
      title: Template
      ---
      # Model card template
      //- /aims/notes.md
      # Notes
      `,
    );
    check(["incomplete-card"], "//- /aims/c.md\n---\naims: model-card\ntitle: X\n---\n# X\n");
  });

  it("adds the sections with their questions", () => {
    checkFix(
      "incomplete-card",
      `${AIMS}
      //- /aims/one.md
      ---
      aims: model-card
      title: One
      ---
      # One

      Developed by Lender Ltd, intended for ranking. Trained on own applications, AUC 0.81. It fails for short histories.
      `,
      `
      //- /aims/one.md
      ---
      aims: model-card
      title: One
      ---
      # One

      Developed by Lender Ltd, intended for ranking. Trained on own applications, AUC 0.81. It fails for short histories.

      ## Uses ruled out

      [TODO: What must it not be used for, and why?]
      `,
    );
  });

  it("draws on provisions and fields that exist", () => {
    for (const part of cardParts()) {
      for (const cited of part.cites) {
        const colon = cited.indexOf(":");
        assert.ok(provision(cited.slice(0, colon), cited.slice(colon + 1)), cited);
      }
      for (const field of part.fields) assert.ok(kindInfo("model-card").field(field), field);
      for (const words of part.said) assert.equal(words, words.toLowerCase());
    }
  });
});
