import { stringify } from "yaml";
import { standard } from "../catalog/catalog.ts";
import type { FieldInfo } from "../records/kinds.ts";
import type { Plain } from "../records/model.ts";
import { coerce } from "../records/values.ts";

const YAML_OPTIONS = { lineWidth: 0, schema: "core" } as const;

/** Whether a value says nothing: it is written as an empty place. */
export const isBlankValue = (value: Plain): boolean => value === null || value === "";

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);
const isScalarPlain = (value: Plain): value is string | number | boolean | null =>
  value === null || typeof value !== "object";

/** A value as it follows `key:`, with the blank or line break before it; `indent` is the column of the key. */
export function yamlAfterKey(value: Plain, indent: number, newline: string): string {
  if (isBlankValue(value)) return "";
  if (isScalarPlain(value)) return ` ${yamlScalar(value, indent, newline)}`;
  const flow = flowText(value);
  if (flow !== undefined && indent + flow.length < 80) return ` ${flow}`;
  const column = indent + 2;
  return newline + " ".repeat(column) + yamlBlock(value, column, newline);
}

/** A list or mapping in block style, its first line without indentation, the others from `column` on. */
export function yamlBlock(value: Plain, column: number, newline: string): string {
  const lines = stringify(value, YAML_OPTIONS).trimEnd().split("\n");
  return lines.map((line, i) => (i === 0 || line === "" ? line : " ".repeat(column) + line)).join(newline);
}

/** A scalar; of several lines as a block below the key in column `indent`. */
export function yamlScalar(value: string | number | boolean | null, indent: number, newline: string): string {
  const lines = stringify(value, YAML_OPTIONS).trimEnd().split("\n");
  return lines.map((line, i) => (i === 0 || line === "" ? line : " ".repeat(indent + 2) + line)).join(newline);
}

/** A value in flow style, `[a, b]` or `{ a: 1 }`; undefined where it would not be pleasant to read. */
export function flowText(value: Plain): string | undefined {
  if (isScalarPlain(value)) return flowScalar(value);
  if (isList(value)) {
    const items = value.map((item) => (isScalarPlain(item) ? flowScalar(item) : undefined));
    return items.includes(undefined) ? undefined : `[${items.join(", ")}]`;
  }
  const entries = Object.entries(value).map(([key, item]) => [key, flowText(item)] as const);
  if (entries.some(([, text]) => text === undefined)) return undefined;
  return entries.length === 0 ? "{}" : `{ ${entries.map(([key, text]) => `${flowScalar(key)}: ${text}`).join(", ")} }`;
}

/** A scalar inside brackets, where commas and brackets have a meaning. */
export function flowScalar(value: string | number | boolean | null): string {
  if (typeof value !== "string") return String(value);
  const plain = stringify(value, YAML_OPTIONS).trimEnd();
  return /[,[\]{}\n]/.test(value) ? JSON.stringify(value) : plain;
}

/** A value in flow style whatever it looks like. */
export function anyFlow(value: Plain): string {
  if (isScalarPlain(value)) return flowScalar(value);
  if (isList(value)) return `[${value.map(anyFlow).join(", ")}]`;
  return `{ ${Object.entries(value)
    .map(([key, item]) => `${flowScalar(key)}: ${anyFlow(item)}`)
    .join(", ")} }`;
}

/**
 * A value as people write it in a cell or after a label. `like` is a text whose manner is taken over: beside "Approved"
 * stands "In review" and not "in-review".
 */
export function cellText(info: FieldInfo | undefined, value: Plain, like = ""): string {
  if (isBlankValue(value)) return "";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "string") return manner(info, value, like);
  if (isScalarPlain(value)) return String(value);
  if (isList(value)) return value.map((item) => cellText(info, item, like)).join(listSeparator(value));
  if (info?.type === "satisfies") return satisfiesText(value);
  return Object.entries(value)
    .map(([key, item]) => `${key}: ${cellText(undefined, item)}`)
    .join("; ");
}

const listSeparator = (items: readonly Plain[]) =>
  items.some((item) => typeof item === "string" && item.includes(",")) ? "; " : ", ";

function manner(info: FieldInfo | undefined, value: string, like: string): string {
  if (!info?.values || !/^\p{Lu}/u.test(like)) return value;
  const spoken = value.replaceAll("-", " ");
  const pretty = spoken.charAt(0).toUpperCase() + spoken.slice(1);
  return coerce(info, pretty) === value ? pretty : value;
}

/** Provision numbers by standard: those of a single one alone, those of several behind its name. */
function satisfiesText(value: { readonly [key: string]: Plain }): string {
  const parts = Object.entries(value).map(([key, numbers]) => {
    const list = isList(numbers) ? numbers : [numbers];
    return { name: standard(key)?.short ?? key, numbers: list.map(String) };
  });
  if (parts.length === 1) return parts[0]?.numbers.join(", ") ?? "";
  return parts.flatMap(({ name, numbers }) => numbers.map((number) => `${name} ${number}`)).join("; ");
}

/** Text that stands in a table's cell: a pipe is escaped, a line break becomes a tag. */
export const escapeCell = (text: string): string => text.replace(/(?<!\\)\|/g, "\\|").replace(/\r?\n/g, "<br>");

/** Text that stands on one line. */
export const oneLine = (text: string): string => text.replace(/(?<!\s)\s*\r?\n\s*/g, " ");
