import { rule } from "../rule.ts";

/** Found by the host, which alone knows that a file is there and its text is not. */
export const unreadableFile = rule({
  id: "unreadable-file",
  group: "form",
  severity: "warning",
  summary: "Finds files that could not be read and were therefore not checked.",
});
