import type { KindId } from "../generated/kinds.ts";
import { KINDS, kindInfo } from "./registry.ts";
import { vocabulary } from "./vocabulary.ts";
import { normalizeLabel, withoutRemark } from "./words.ts";

/** Fields by label, normalised; first come, first meant. */
type Labels = Map<string, string[]>;

function add(labels: Labels, label: string, field: string): void {
  const key = normalizeLabel(label);
  const known = labels.get(key);
  if (known === undefined) labels.set(key, [field]);
  else if (!known.includes(field)) known.push(field);
}

/** A kind's own labels; then, for labels not among them, those all kinds share. */
function readLabels(kind: KindId): Labels {
  const info = kindInfo(kind);
  const own: Labels = new Map();
  for (const f of info.fields) own.set(normalizeLabel(f.name), [f.name]);
  for (const [field, labels] of Object.entries(vocabulary().kinds[kind].fields ?? {})) {
    for (const label of labels) add(own, label, field);
  }
  const shared: Labels = new Map();
  for (const f of info.fields) add(shared, f.title, f.name);
  for (const [field, labels] of Object.entries(vocabulary().fields)) {
    if (info.field(field) !== undefined) for (const label of labels) add(shared, label, field);
  }
  for (const [label, fields] of shared) if (!own.has(label)) own.set(label, fields);
  return own;
}

const cache = new Map<KindId, Labels>();

function labelsOf(kind: KindId): Labels {
  let labels = cache.get(kind);
  if (labels === undefined) {
    labels = readLabels(kind);
    cache.set(kind, labels);
  }
  return labels;
}

/** The fields a label may name in a record of `kind`, the likeliest first. */
export function fieldsForLabel(kind: KindId, label: string): readonly string[] {
  const labels = labelsOf(kind);
  return labels.get(normalizeLabel(label)) ?? labels.get(normalizeLabel(withoutRemark(label))) ?? [];
}

/** The schema field a label names in a record of `kind`, letter case, punctuation, emphasis and plural aside. */
export function fieldForLabel(kind: KindId, label: string): string | undefined {
  return fieldsForLabel(kind, label)[0];
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
