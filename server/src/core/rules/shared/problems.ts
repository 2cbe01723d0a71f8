import type { Problem } from "../../syntax/document.ts";
import type { RawFinding } from "../rule.ts";

/**
 * What the reader noticed under a rule's id, as findings of that rule.
 * @param safe whether the reader's own edits can be applied unasked
 */
export function* passOn(problems: readonly Problem[], code: string, safe = false): Generator<RawFinding> {
  for (const { code: found, span, message, help, fix } of problems) {
    if (found !== code) continue;
    const changes = fix?.edits.map((edit) => ({ op: "replace" as const, ...edit }));
    yield {
      at: span,
      message,
      ...(help === undefined ? undefined : { help }),
      ...(fix && changes ? { fixes: [{ title: fix.title, changes, safe, preferred: true }] } : undefined),
    };
  }
}
