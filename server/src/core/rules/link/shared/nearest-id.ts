import { looksLikeId, normalizeId } from "../../../records/ids.ts";
import { nearest } from "../../../records/nearest.ts";
import { isSlip, slipKeys } from "../../../records/slips.ts";
import { once } from "../../../text/once.ts";
import type { AimsIndex } from "../../../workspace/api.ts";
import { push } from "../../../workspace/push.ts";

/** Among more ids than these only so many are compared with a word, of those that begin as it does. */
const MANY = 1000;
const START = 3;

const byStart = once((ids: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const map = new Map<string, string[]>();
  for (const id of ids) push(map, id.slice(0, START).toLowerCase(), id);
  return map;
});

function maybeMeant(text: string, ids: readonly string[]): readonly string[] {
  if (ids.length <= MANY) return ids;
  return byStart(ids).get(text.slice(0, START).toLowerCase())?.slice(0, MANY) ?? [];
}

/**
 * The id that was most likely meant by one that no record has; undefined when none is near.
 * @param own the id of the record that asks, which is never the answer
 */
export function nearestId(text: string, index: AimsIndex, own: string | undefined): string | undefined {
  if (!looksLikeId(normalizeId(text)))
    return nearest(
      text,
      maybeMeant(text, index.ids()).filter((id) => id !== own),
    );
  for (const key of slipKeys(text)) {
    const found = index.alike(key).find((id) => id !== own && isSlip(text, id));
    if (found !== undefined) return found;
  }
  return undefined;
}
