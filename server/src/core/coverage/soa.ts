import { controls, provision } from "../catalog/catalog.ts";
import { findIds } from "../records/ids.ts";
import type { ProvisionRef, RecordFacts } from "../records/model.ts";
import type { AimsIndex } from "../workspace/api.ts";
import { dirName, resolvePath } from "../workspace/names.ts";
import { justificationOf, listOf } from "./values.ts";
import { nameOfRef, type World } from "./world.ts";

/** What the statement of applicability says of one control. */
export interface SoaEntry {
  readonly record: RecordFacts;
  readonly excluded: boolean;
  readonly justification: string | undefined;
  /** Records its evidence names, by id or by file. */
  readonly evidence: readonly RecordFacts[];
}

/** The entries of the statement of applicability for a control, templates left out; a clause has none. */
export function soaEntries({ index, share }: World, ref: ProvisionRef): readonly SoaEntry[] {
  if (provision(ref.standard, ref.provision)?.kind !== "control") return [];
  return share(`soa ${nameOfRef(ref)}`, () =>
    index
      .addressing(ref.standard, ref.provision)
      .filter((record) => record.kind === "control" && !record.template)
      .map((record) => entryOf(index, record)),
  );
}

const entryOf = (index: AimsIndex, record: RecordFacts): SoaEntry => ({
  record,
  excluded: record.plain.applicable === false || record.plain.status === "not-applicable",
  justification: justificationOf(record)?.text,
  evidence: referred(index, record, "evidence"),
});

/** Records a field names, by their ids or by the files whose own records they are. */
export function referred(index: AimsIndex, record: RecordFacts, field: string): RecordFacts[] {
  const found = new Set<RecordFacts>();
  for (const text of listOf(record, field)) {
    for (const { id } of findIds(text.slice(0, 400))) for (const other of index.byId(id)) found.add(other);
    for (const path of pathsIn(index, record, text)) {
      const own = index.file(path)?.own;
      if (own) found.add(own);
    }
  }
  found.delete(record);
  return [...found];
}

/** Paths a text can name: itself or the target of a link in it, from the record's folder or the AIMS's. */
function pathsIn(index: AimsIndex, record: RecordFacts, text: string): string[] {
  const target = (/\]\(([^()\s]{1,300})\)/.exec(text)?.[1] ?? text).replace(/#[\s\S]*/, "");
  if (!/\.[a-z]{2,5}$/i.test(target) || target.length > 300 || target.includes("://")) return [];
  const paths = [dirName(record.path), index.root].map((folder) => resolvePath(folder, target));
  return [...new Set(paths)].filter((path) => path !== undefined);
}

/** Controls of a standard for which no entry stands in the statement of applicability. */
export function controlsWithoutEntry(index: AimsIndex, standard: string): string[] {
  const named = new Set<string>();
  for (const record of index.ofKind("control")) {
    if (record.template) continue;
    for (const a of record.addresses) if (a.standard === standard) named.add(a.provision);
  }
  return controls(standard)
    .map((c) => c.id)
    .filter((id) => !named.has(id));
}
