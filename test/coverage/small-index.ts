import { normalizeProvision } from "../../server/src/core/catalog/catalog.ts";
import type { KindId } from "../../server/src/core/generated/kinds.ts";
import type { Plain, ProvisionRef, RecordFacts, Section } from "../../server/src/core/records/model.ts";
import type { AimsConfig, AimsIndex, FileFacts } from "../../server/src/core/workspace/api.ts";

/** A record in as few words as a test can use. */
export interface Sketch {
  readonly path?: string;
  readonly id?: string;
  readonly satisfies?: readonly string[];
  readonly template?: boolean;
  readonly sections?: readonly Section[];
  /** The record is its file's own. */
  readonly own?: boolean;
  readonly [field: string]: unknown;
}

/** Facts of one record. */
export function facts(kind: KindId, sketch: Sketch): RecordFacts {
  const { path = `/w/${kind}.yaml`, satisfies = [], template = false, sections = [], own, ...plain } = sketch;
  const control = kind === "control" ? [String(plain.control)] : [];
  const addresses = [...satisfies, ...control].flatMap(
    (n) => normalizeProvision("iso-42001", n) ?? ([] as ProvisionRef[]),
  );
  return {
    path,
    kind,
    id: sketch.id,
    notation: own ? "front-matter" : "yaml-item",
    plain: plain as { [field: string]: Plain },
    template,
    sections,
    addresses,
    hasPlaceholders: false,
  };
}

/** An index over records given as `[kind, sketch]`; the world's other files do not exist. */
export function smallIndex(
  list: readonly (readonly [KindId, Sketch])[],
  plain: { readonly [field: string]: Plain } = {},
): AimsIndex {
  const records = list.map(([kind, sketch]) => facts(kind, sketch));
  const owns = new Map(
    list.flatMap(([, s], i) => (s.own ? [[records[i]?.path as string, records[i] as RecordFacts]] : [])),
  );
  const config: AimsConfig = { root: "/w", record: undefined, standards: ["iso-42001"], rules: new Map(), plain };
  const kinds = new Map<KindId, RecordFacts[]>();
  for (const record of records) if (record.kind) kinds.set(record.kind, [...(kinds.get(record.kind) ?? []), record]);
  const file = (path: string): FileFacts | undefined => {
    const here = records.filter((r) => r.path === path);
    if (here.length === 0) return undefined;
    const own = owns.get(path);
    return {
      path,
      governed: true,
      template: false,
      records: here,
      own,
      sections: [],
      anchors: [],
      cites: [],
      mentions: [],
    };
  };
  const none: RecordFacts[] = [];
  return {
    root: "/w",
    folder: "/w",
    config: () => config,
    byId: (id) => records.filter((r) => r.id?.toLowerCase() === id.toLowerCase()),
    ids: () => records.flatMap((r) => r.id ?? []),
    alike: () => [],
    ofKind: (kind) => kinds.get(kind) ?? none,
    referencesTo: () => [],
    addressing: (standard, provision) =>
      records.filter((r) => r.addresses.some((a) => a.standard === standard && a.provision === provision)),
    citing: () => [],
    mentioning: () => [],
    withMatrix: () => [],
    withHands: () => [],
    file,
    own: (path) => owns.get(path),
    files: () => [...new Set(records.map((r) => r.path))].flatMap((path) => file(path) ?? []),
    exists: (path) => records.some((r) => r.path === path),
    named: () => [],
    source: () => undefined,
    history: () => [],
    fingerprint: () => undefined,
    part: (_name, key, parting) => parting.items().filter((item) => parting.keys(item).includes(key)),
  } as AimsIndex;
}
