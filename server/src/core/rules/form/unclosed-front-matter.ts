import { rule } from "../rule.ts";
import { passOn } from "../shared/problems.ts";

/** The reader sees where front matter begins and ends; this rule shows where one of the two is missing. */
export const unclosedFrontMatter = rule({
  id: "unclosed-front-matter",
  group: "form",
  severity: "error",
  summary: "Finds front matter without its opening or closing line of dashes.",
  documentsWith: "problems",
  document: ({ document }) => passOn(document.problems, "unclosed-front-matter", true),
});
