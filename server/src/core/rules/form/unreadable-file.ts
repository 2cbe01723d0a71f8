import { MOST_IN_SCOPE, scopeSections } from "../../workspace/scope-sections.ts";
import { NONE, rule } from "../rule.ts";
import { passOn } from "../shared/problems.ts";

/** Files are found by the host, which alone knows that one is there and its text is not; parts of documents by whoever read the rest. */
export const unreadableFile = rule({
  id: "unreadable-file",
  group: "form",
  severity: "warning",
  summary: "Finds files, and parts of documents, that could not be read and were therefore not checked.",
  blocksWith: "problems",
  block: ({ data }) => passOn(data.problems, "unreadable-file"),
  documentsWith: ["scope"],
  document({ document }) {
    const { unread } = scopeSections(document);
    if (!unread) return NONE;
    const most = MOST_IN_SCOPE.toLocaleString("en");
    return [
      {
        at: unread,
        message: `What stands from here on was not read: of one scope no more is than ${most} systems and exclusions.`,
        help: "Nothing is known of what stands there. Say it in the register of systems, where each has a row of its own.",
      },
    ];
  },
});
