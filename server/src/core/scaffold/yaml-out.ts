import type { Plain } from "../records/model.ts";

const RESERVED = /^(?:true|false|null|yes|no|on|off|~|[+-]?\.(?:inf|nan))$/i;

/** Text as a YAML scalar on one line that reads back as the same text; plain where that is possible. */
export function yamlScalar(text: string, flow: boolean): string {
  const plain =
    text !== "" &&
    text === text.trim() &&
    !/^[-?:,[\]{}#&*!|>'"%@`=]/.test(text) &&
    !/[\n\r\t]|:\s|:$|\s#/.test(text) &&
    !(flow && /[,[\]{}]/.test(text)) &&
    !RESERVED.test(text) &&
    !changesAsNumber(text);
  return plain ? text : JSON.stringify(text);
}

/** A number that YAML would write differently: `3.10`, `007`, `1e3`. */
function changesAsNumber(text: string): boolean {
  const looksNumeric = /^[+-]?[\d.][\d._eExXoOa-fA-F+-]*$/.test(text);
  return looksNumeric && !Number.isNaN(Number(text)) && String(Number(text)) !== text;
}

/** Fields as the lines of a YAML block mapping, in the order given; undefined ones are left out, null ones stand empty. */
export function yamlFields(fields: readonly (readonly [string, Plain | undefined])[], indent = 0): string[] {
  const pad = " ".repeat(indent);
  return fields.flatMap(([key, value]) => (value === undefined ? [] : yamlEntry(`${pad}${key}:`, value, indent)));
}

const LONGEST_FLOW = 100;

function yamlEntry(key: string, value: Plain, indent: number): string[] {
  if (value === null || value === "") return [key];
  if (typeof value === "string") return [`${key} ${yamlScalar(value, false)}`];
  if (typeof value !== "object") return [`${key} ${String(value)}`];
  if (!Array.isArray(value)) {
    const entries = Object.entries(value as { readonly [key: string]: Plain });
    return entries.length === 0 ? [key] : [key, ...yamlFields(entries, indent + 2)];
  }
  const items = value as readonly Plain[];
  const flow = items.every(isScalar) ? `${key} [${items.map(flowScalar).join(", ")}]` : undefined;
  if (flow !== undefined && flow.length <= LONGEST_FLOW) return [flow];
  return [key, ...items.flatMap((item) => yamlItem(item, indent + 2))];
}

const isScalar = (value: Plain): boolean => value === null || typeof value !== "object";
const flowScalar = (value: Plain): string => (typeof value === "string" ? yamlScalar(value, true) : String(value));

function yamlItem(item: Plain, indent: number): string[] {
  const pad = " ".repeat(indent);
  if (item !== null && typeof item === "object" && !Array.isArray(item)) {
    const [first = `${pad}  {}`, ...rest] = yamlFields(
      Object.entries(item as { readonly [key: string]: Plain }),
      indent + 2,
    );
    return [`${pad}- ${first.trimStart()}`, ...rest];
  }
  return [`${pad}- ${isScalar(item) ? flowScalar(item) : JSON.stringify(item)}`];
}
