import type { FieldInfo } from "../records/kinds.ts";
import { kindInfo } from "../records/kinds.ts";
import type { Plain, RecordFacts } from "../records/model.ts";
import type { FileFacts } from "../workspace/api.ts";
import type { AimsView } from "../workspace/view.ts";
import { plainText } from "../records/summary.ts";

/** People and posts named in person fields and role records of an AIMS, with how often; most named first. */
export function peopleOf(aims: AimsView): { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const file of aims.index.files()) {
    if (file.template) continue;
    for (const [name, count] of peopleIn(file)) counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

const known = new WeakMap<FileFacts, ReadonlyMap<string, number>>();

/** People and posts named in person fields and role records of a file, with how often. */
export function peopleIn(file: FileFacts): ReadonlyMap<string, number> {
  const before = known.get(file);
  if (before) return before;
  const counts = new Map<string, number>();
  for (const text of file.records.flatMap(namesIn)) {
    const name = text.trim();
    if (name !== "" && name.length <= 120 && !name.includes("\n")) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  known.set(file, counts);
  return counts;
}

function namesIn(record: RecordFacts): string[] {
  if (record.kind === undefined || record.template) return [];
  const named = namesOf(kindInfo(record.kind).fields, record.plain);
  const post = record.kind === "role" && typeof record.plain.title === "string" ? [record.plain.title] : [];
  return [...named, ...post];
}

function namesOf(fields: readonly FieldInfo[], plain: { readonly [field: string]: Plain }): string[] {
  return fields.flatMap((field) => {
    const value = plain[field.name];
    if (value === undefined || value === null) return [];
    const items: readonly Plain[] = Array.isArray(value) ? value : [value];
    if (field.type === "person" || field.type === "people") return items.map(plainText);
    if (!field.nested) return [];
    const nested = field.nested;
    return items.flatMap((item) =>
      item !== null && typeof item === "object" && !Array.isArray(item)
        ? namesOf(nested, item as { readonly [key: string]: Plain })
        : [],
    );
  });
}
