import type { KindId } from "../generated/kinds.ts";
import { remembering } from "../text/remember.ts";
import { KINDS, kindInfo } from "./registry.ts";
import { vocabulary } from "./vocabulary.ts";
import { normalizeLabel, withoutRemark } from "./words.ts";

/** Fields a label may name, the likeliest first, and how early the label stands among the first field's own. */
interface Meaning {
  readonly fields: string[];
  readonly rank: number;
}
type Labels = Map<string, Meaning>;

function add(labels: Labels, label: string, field: string, rank: number): void {
  const key = normalizeLabel(label);
  const known = labels.get(key);
  if (known === undefined) labels.set(key, { fields: [field], rank });
  else if (!known.fields.includes(field)) known.fields.push(field);
}

function addAll(
  labels: Labels,
  words: Readonly<Record<string, readonly string[]>>,
  known: (field: string) => boolean,
): void {
  for (const [field, list] of Object.entries(words)) {
    if (known(field)) for (const [rank, label] of list.entries()) add(labels, label, field, rank);
  }
}

/** Ranks of labels that no list holds. */
const NAME_RANK = -1;
const TITLE_RANK = 500;
const SHARED_RANK = 1000;

/** A kind's own labels; then, for labels not among them, schema names, titles, and labels all kinds share. */
function readLabels(kind: KindId): Labels {
  const info = kindInfo(kind);
  const layers: Labels[] = [new Map(), new Map(), new Map(), new Map()];
  const [own, names, titles, shared] = layers as [Labels, Labels, Labels, Labels];
  addAll(own, vocabulary().kinds[kind].fields ?? {}, () => true);
  if (info.field("id") !== undefined) add(own, `${info.title} ID`, "id", 0);
  for (const f of info.fields) {
    add(names, f.name, f.name, NAME_RANK);
    add(titles, f.title, f.name, TITLE_RANK);
  }
  addAll(shared, vocabulary().fields, (field) => info.field(field) !== undefined);
  const all: Labels = new Map();
  for (const layer of layers) {
    for (const [label, { fields, rank }] of layer) {
      if (!all.has(label)) all.set(label, { fields, rank: layer === shared ? SHARED_RANK + rank : rank });
    }
  }
  return all;
}

const cache = new Map<KindId, (label: string) => Meaning>();

/** What labels mean in records of a kind. */
function meaningsOf(kind: KindId): (label: string) => Meaning {
  let meanings = cache.get(kind);
  if (meanings === undefined) {
    const [info, labels] = [kindInfo(kind), readLabels(kind)];
    meanings = remembering((label) => {
      if (info.field(label) !== undefined) return { fields: [label], rank: NAME_RANK };
      return labels.get(normalizeLabel(label)) ?? labels.get(normalizeLabel(withoutRemark(label))) ?? NOTHING;
    }, MOST_LABELS);
    cache.set(kind, meanings);
  }
  return meanings;
}

const NOTHING: Meaning = { fields: [], rank: Number.POSITIVE_INFINITY };
/** So many labels of a kind are remembered at once. */
const MOST_LABELS = 512;

/** The fields a label may name in a record of `kind`, and its rank among the labels of the first of them (lower is likelier). */
export const meaningOf = (kind: KindId, label: string): { readonly fields: readonly string[]; readonly rank: number } =>
  meaningsOf(kind)(label);

/** Whether a label of a kind's id is one that any kind may have: `ID`, `Ref`. */
export const isSharedLabel = (kind: KindId, label: string): boolean =>
  meaningOf(kind, label).rank >= SHARED_RANK || ["id", "identifier"].includes(normalizeLabel(label));

/**
 * The schema field a label names in a record of `kind`: a schema name as it is, or a label of the vocabulary, letter case,
 * punctuation, emphasis, a remark in parentheses and plural aside.
 */
export function fieldForLabel(kind: KindId, label: string): string | undefined {
  return meaningsOf(kind)(label).fields[0];
}

let words: ReadonlyMap<string, KindId> | undefined;

function readWords(): ReadonlyMap<string, KindId> {
  const map = new Map<string, KindId>();
  for (const k of KINDS) for (const word of vocabulary().kinds[k.id].words) map.set(normalizeLabel(word), k.id);
  for (const k of KINDS) map.set(normalizeLabel(k.id), k.id);
  return map;
}

/** Every word that names a kind, normalised. */
export function kindWords(): ReadonlyMap<string, KindId> {
  words ??= readWords();
  return words;
}

let keys: ReadonlyMap<string, KindId> | undefined;

function readKeys(): ReadonlyMap<string, KindId> {
  const map = new Map<string, KindId>();
  for (const k of KINDS) {
    for (const key of [k.registerKey, ...(vocabulary().kinds[k.id].registers ?? [])]) map.set(registerKey(key), k.id);
  }
  return map;
}

const registerKey = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");

/** The kind of the items of a YAML register with this key (`risks`). */
export function kindForRegisterKey(key: string): KindId | undefined {
  keys ??= readKeys();
  return keys.get(registerKey(key));
}
