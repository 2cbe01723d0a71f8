import { rule } from "../rule.ts";
import { passOn } from "../shared/problems.ts";

/** The reader explains what it could not read; this rule shows it. */
export const invalidSyntax = rule({
  id: "invalid-syntax",
  group: "form",
  severity: "error",
  summary: "Finds YAML, CSV or Markdown that cannot be read as it stands.",
  blocksWith: "problems",
  block: ({ data }) => passOn(data.problems, "invalid-syntax"),
  documentsWith: "problems",
  document: ({ document }) => passOn(document.problems, "invalid-syntax"),
});
