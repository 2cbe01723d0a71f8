import { looksLikeId, normalizeId } from "../../../records/ids.ts";
import { nearest } from "../../../records/nearest.ts";
import { isSlip, slipKeys } from "../../../records/slips.ts";
import type { AimsIndex } from "../../../workspace/api.ts";

/**
 * The id that was most likely meant by one that no record has; undefined when none is near.
 * @param own the id of the record that asks, which is never the answer
 */
export function nearestId(text: string, index: AimsIndex, own: string | undefined): string | undefined {
  if (!looksLikeId(normalizeId(text)))
    return nearest(
      text,
      index.ids().filter((id) => id !== own),
    );
  for (const key of slipKeys(text)) {
    const found = index.alike(key).find((id) => id !== own && isSlip(text, id));
    if (found !== undefined) return found;
  }
  return undefined;
}
