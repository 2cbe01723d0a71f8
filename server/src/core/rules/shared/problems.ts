import type { Problem } from "../../syntax/document.ts";
import { NONE, type RawFinding } from "../rule.ts";

/**
 * What the reader noticed under a rule's id, as findings of that rule.
 * @param safe whether the reader's own edits can be applied unasked
 */
export function passOn(problems: readonly Problem[], code: string, safe = false): readonly RawFinding[] {
  if (problems.length === 0) return NONE;
  return problems
    .filter((problem) => problem.code === code)
    .map(({ span, message, help, fix }) => {
      const changes = fix?.edits.map((edit) => ({ op: "replace" as const, ...edit }));
      return {
        at: span,
        message,
        ...(help === undefined ? undefined : { help }),
        ...(fix && changes ? { fixes: [{ title: fix.title, changes, safe, preferred: true }] } : undefined),
      };
    });
}
