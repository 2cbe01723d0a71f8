import type { Plain, RecordFacts } from "./model.ts";

/** What people call a record: its title, name or first telling text. */
export function titleOf(record: RecordFacts): string {
  for (const field of ["title", "name", "metric", "control", "what", "text", "description", "organisation"]) {
    const value = record.plain[field];
    if (typeof value === "string" && value !== "") return value;
    if (typeof value === "number") return String(value);
  }
  return record.id ?? "";
}

/** A plain value as a few words. */
export function plainText(value: Plain | undefined): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map(plainText).filter(Boolean).join(", ");
  const map = value as { readonly [key: string]: Plain };
  const { name, role } = map;
  if (typeof name === "string") return typeof role === "string" ? `${name} (${role})` : name;
  return Object.values(map).map(plainText).filter(Boolean).join(", ");
}
