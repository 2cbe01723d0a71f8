import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("self-reference", () => {
  it("finds it in single and in list fields", () => {
    check(
      ["self-reference"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: CV screener
          feeds: [AI-002, AI-001]
                          ^^^^^^ warning self-reference (fix): "AI-001" names itself under "feeds".
          systems: [AI-001]
        - id: AI-002
          name: Chatbot
          supersedes: ai-002
                      ^^^^^^ warning self-reference (fix): "AI-002" names itself under "supersedes".
      `,
    );
  });

  it("takes it out of a list", () => {
    checkFix(
      "self-reference",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: CV screener
          feeds: [AI-002, AI-001]
        - id: AI-002
          name: Chatbot
      `,
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: CV screener
          feeds: [AI-002]
        - id: AI-002
          name: Chatbot
      `,
    );
  });
});
