import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { cardParts } from "../../../server/src/core/catalog/card-parts.ts";
import { provision, standard as catalogued } from "../../../server/src/core/catalog/catalog.ts";
import { kindInfo } from "../../../server/src/core/records/kinds.ts";
import { check, checkFix, hostOf, readFixture } from "../../support/fixture.ts";

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

  it("asks a system card for what a system has besides its models", () => {
    check(
      ["incomplete-card"],
      `${AIMS}
      //- /aims/scorer.md
      # System card: Scorer
        ^^^^^^^^^^^^^^^^^^^ info incomplete-card (fix): This card says nothing on safeguards and human oversight and monitoring and incidents.
      ## Purpose
      ${REST}
      ## People
      Applicants for credit.
      `,
    );
  });

  it("asks a data sheet for its parts, by the declared use", () => {
    const sheet = (uses: string): string => `${AIMS}
      //- /aims/test-set.md
      ---
      aims: dataset
      id: DATA-001
      name: Test set
      uses: [${uses}]
      ---
      # Datasheet for the test set
`;
    const body = `
      ## Motivation
      Gathered for scoring.
      ## Composition
      One row an applicant.
      ## Collection process
      Exported from the loan system.
      ## Preprocessing
      Nothing was removed.
      ## Gaps
      Nobody under 20.
      ## Licence
      Contract.
      ## Maintenance
      Kept by Data.
      `;
    const label = (what: string): string =>
      `        ^^^^^^^^^^^^^^^^^^^^^^^^^^ info incomplete-card (fix): This data sheet says nothing on ${what}.\n`;
    check(["incomplete-card"], sheet("training") + body);
    check(["incomplete-card"], sheet("testing") + label("kept apart from training") + body);
    check(["incomplete-card"], sheet("retrieval") + label("how current they are kept") + body);
    check(
      ["incomplete-card"],
      `${sheet("training")}${label("why and by whom they were made, where they come from, gaps and bias and licence and access")}
      ## Motivation
      <!-- Where were the data collected, and under which licence? -->
      ## Composition
      One row an applicant.
      ## Preprocessing
      Columns renamed.
      ## Maintenance
      Kept by Data.
      `,
    );
  });

  it("reads the card of a data set on the hub, and not that of an application or a register's entry", () => {
    check(
      ["incomplete-card", "missing-field", "provenance-missing"],
      `${AIMS}
      //- /aims/data/README.md
      ---
      license: mit
      task_categories: [text-classification]
      size_categories: [n<1K]
      ---
      # Letters
        ^^^^^^^ info incomplete-card (fix): This data sheet says nothing on …
      //- /aims/app/README.md
      ---
      license: mit
      sdk: gradio
      tags: [x]
      ---
      # Letters
      //- /aims/data.yaml
      datasets:
        - { id: DATA-001, name: A, origin: Ours }
      `,
    );
  });

  it("asks for what a standard brings only where the AIMS works to it", () => {
    const work = (standards: string, label: string): string => `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [${standards}]
      //- /aims/systems.yaml
      systems:
        - { id: AI-001, name: Sorter, tier: high }
      //- /aims/one.md
      ---
      aims: model-card
      title: One
      system: AI-001
      ---
      # Sorter
${label}      ${REST} Results by group: none.
      `;
    const label = (what: string): string =>
      `        ^^^^^^ info incomplete-card (fix): This card says nothing on ${what}.\n`;
    check(["incomplete-card"], work("iso-42001", ""));
    check(["incomplete-card"], work("iso-42001, iso-6254", label("how results are explained")));
    check(["incomplete-card"], work("iso-42001, iso-12792", label("inputs and outputs and version and changes")));
    const [finding] = hostOf(readFixture(work("iso-42001, iso-12792", "")).files)
      .snapshot.allFindings()
      .filter((f) => f.rule === "incomplete-card");
    assert.match(
      finding?.help ?? "",
      /works to ISO\/IEC 12792, so "Inputs and outputs" and "Version and changes" are asked for: this project's reading, not the text\.$/,
    );
  });

  it("draws on provisions and fields that exist", () => {
    for (const part of cardParts()) {
      for (const cited of part.cites) {
        const colon = cited.indexOf(":");
        assert.ok(provision(cited.slice(0, colon), cited.slice(colon + 1)), cited);
      }
      const kind = kindInfo(part.of.includes("data") ? "dataset" : "model-card");
      for (const field of part.fields) assert.ok(kind.field(field), `${part.id} ${field}`);
      for (const use of part.uses ?? []) {
        assert.ok(
          kindInfo("dataset")
            .field("uses")
            ?.values?.some((v) => v.value === use),
          use,
        );
      }
      for (const standard of part.standards ?? []) assert.ok(catalogued(standard), standard);
      for (const words of part.said) assert.equal(words, words.toLowerCase());
    }
  });
});
