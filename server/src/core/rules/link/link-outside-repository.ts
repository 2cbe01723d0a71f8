import { rule } from "../rule.ts";
import { readTarget } from "../../workspace/targets.ts";
import { quoted } from "../shared/words.ts";

/** Paths that climb out of the folder that is opened, and so out of what others receive. */
export const linkOutsideRepository = rule({
  id: "link-outside-repository",
  group: "link",
  severity: "warning",
  summary: "Finds links that lead above the workspace folder.",
  blocksWith: "links",
  *block({ path, data }, ctx) {
    for (const { kind, span, target } of data.links) {
      if (kind === "code" || readTarget(target, path, ctx.index, kind === "field").type !== "outside") continue;
      yield {
        at: span,
        message: `${quoted(target)} leads out of this repository.`,
        help: "Whoever gets a copy of it does not get that file, and nothing here can tell whether it exists. Keep it here, or name where it is kept.",
      };
    }
  },
});
