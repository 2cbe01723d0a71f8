import type { KindId } from "../generated/kinds.ts";
import { remembering } from "../text/remember.ts";
import { fieldForLabel } from "./labels.ts";
import { type FieldInfo, type GroupInfo, kindInfo } from "./registry.ts";
import { vocabulary } from "./vocabulary.ts";
import { normalizeLabel } from "./words.ts";

/** A group that a label may name, and how early the label stands among the group's own. */
export interface NamedGroup {
  readonly group: GroupInfo;
  readonly rank: number;
}

const NONE: readonly NamedGroup[] = [];
const byLabel = new Map<KindId, (label: string) => readonly NamedGroup[]>();

/** The groups of fields that a mapping under this label may be in a record of `kind`. */
export function groupsForLabel(kind: KindId, label: string): readonly NamedGroup[] {
  const { groups } = kindInfo(kind);
  if (groups.length === 0) return NONE;
  let named = byLabel.get(kind);
  if (named === undefined) {
    const labels = groups.map((group) => (vocabulary().kinds[kind].groups?.[group.name] ?? []).map(normalizeLabel));
    named = remembering((said) => {
      const word = normalizeLabel(said);
      return groups.flatMap((group, i) => {
        const rank = labels[i]?.indexOf(word) ?? -1;
        return rank < 0 ? [] : [{ group, rank }];
      });
    });
    byLabel.set(kind, named);
  }
  return named(label);
}

/**
 * The record's field that a key in a group's mapping names: a part's own name, a label that names such a field behind the group's name
 * (`level` in `residual`: "residual level"), or one that names outside the group what the part is called in it.
 */
export function partForLabel(kind: KindId, { name, means }: GroupInfo, key: string): FieldInfo | undefined {
  const own = means.get(key);
  if (own) return own;
  const fields = [...means.values()];
  const behind = fieldForLabel(kind, `${name} ${key}`);
  const alone = fieldForLabel(kind, key);
  return (
    fields.find((field) => field.name === behind) ??
    means.get(alone ?? "") ??
    fields.find((field) => field.name === alone)
  );
}

/** The record's field that the second of two keys names, where the first is of a mapping that holds such fields. */
export function partOnPath(kind: KindId, path: readonly string[]): FieldInfo | undefined {
  const [label, key] = path;
  if (label === undefined || key === undefined || path.length > 2) return undefined;
  const named = groupsForLabel(kind, label)[0];
  return named && partForLabel(kind, named.group, key);
}
