import { rule } from "../rule.ts";
import { passOn } from "../shared/problems.ts";

/** Files are found by the host, which alone knows that one is there and its text is not; parts of documents by whoever read the rest. */
export const unreadableFile = rule({
  id: "unreadable-file",
  group: "form",
  severity: "warning",
  summary: "Finds files, and parts of documents, that could not be read and were therefore not checked.",
  blocksWith: "problems",
  block: ({ data }) => passOn(data.problems, "unreadable-file"),
});
