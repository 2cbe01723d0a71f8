import type { Finding } from "../analysis-api.ts";
import { applyEdits, type TextEdit } from "../text/edit.ts";
import { overlaps } from "../text/span.ts";
import type { AnalysisHost } from "./host.ts";
import { firstWhere } from "../text/many.ts";

const MAX_ROUNDS = 10;

/**
 * The edits that apply every safe fix of a file until none is left. The host is taken through the intermediate texts and
 * back to the text it had.
 */
export function fixAll(host: AnalysisHost, path: string): TextEdit[] {
  const original = host.textOf(path);
  if (original === undefined) return [];
  const first = safeEdits(host.eachFinding(path, "now"), path);
  if (first.length === 0) return [];
  let text = applyEdits(original, first);
  let rounds = 1;
  for (; rounds < MAX_ROUNDS; rounds++) {
    host.apply([{ type: "set", path, text }]);
    const edits = safeEdits(host.eachFinding(path, "now"), path);
    const next = applyEdits(text, edits);
    if (edits.length === 0 || next === text) break;
    text = next;
  }
  host.apply([{ type: "set", path, text: original }]);
  return rounds === 1 ? first : [middleEdit(original, text)];
}

/** Edits of the safe fixes that stay within the file and do not meet each other, in the order of the text. */
function safeEdits(findings: readonly Finding[], path: string): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find((f) => f.safe);
    const files = fix?.edits();
    const only = files?.length === 1 ? files[0] : undefined;
    if (!only || !("edits" in only) || only.path !== path) continue;
    if (only.edits.some((edit) => meetsAny(edit, taken))) continue;
    for (const edit of only.edits) taken.splice(placeIn(taken, edit), 0, edit);
  }
  return taken;
}

/** How many of the edits, which are in the order of the text, start before this one. */
const placeIn = (taken: readonly TextEdit[], { span }: TextEdit): number =>
  firstWhere(taken, (other) => other.span.start >= span.start);

/** Whether an edit meets one of those taken; as they do not meet each other, only its neighbours can. */
function meetsAny(edit: TextEdit, taken: readonly TextEdit[]): boolean {
  const at = placeIn(taken, edit);
  return [taken[at - 1], taken[at]].some(
    (other) => other && (overlaps(edit.span, other.span) || edit.span.start === other.span.start),
  );
}

/** One edit that turns `before` into `after`, the common start and end left alone. */
function middleEdit(before: string, after: string): TextEdit {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) start++;
  let end = 0;
  while (end < limit - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { span: { start, end: before.length - end }, newText: after.slice(start, after.length - end) };
}
