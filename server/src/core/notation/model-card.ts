import { fieldForLabel, kindInfo } from "../records/kinds.ts";
import type { Heading } from "../syntax/document.ts";
import type { MarkdownBlock } from "../syntax/markdown-blocks.ts";
import type { YamlDocument } from "../syntax/yaml-document.ts";
import type { ReadField } from "./record-builder.ts";

/** Keys of the metadata that Hugging Face reads from the README of a model or of data. */
const CARD_KEYS: ReadonlySet<string> = new Set([
  ...["license", "license_name", "license_link", "language", "tags", "thumbnail"],
]);
const MODEL_KEYS: ReadonlySet<string> = new Set([
  ...["datasets", "metrics", "model-index", "library_name", "pipeline_tag", "base_model", "base_model_relation"],
  ...["new_version", "co2_eq_emissions"],
]);
const DATA_KEYS: ReadonlySet<string> = new Set([
  ...["task_categories", "task_ids", "size_categories", "annotations_creators", "language_creators", "multilinguality"],
  ...["source_datasets", "dataset_info", "configs", "pretty_name", "language_details", "license_details"],
]);
/** Keys of the READMEs of applications. */
const SPACE_KEYS: ReadonlySet<string> = new Set(["sdk", "sdk_version", "app_file", "app_port"]);

/** What the keys of front matter make it the card of: at least two of such a card's keys, and none of another card's. */
export function cardKind(documents: readonly YamlDocument[]): "model-card" | "dataset" | undefined {
  const keys = documents.flatMap((document) => document.entries.map(({ entry }) => entry.key));
  const count = (known: ReadonlySet<string>): number => keys.filter((key) => known.has(key)).length;
  const [common, model, data] = [count(CARD_KEYS), count(MODEL_KEYS), count(DATA_KEYS)];
  if (count(SPACE_KEYS) > 0 || common + model + data < 2) return undefined;
  if (data > 0) return model > 0 ? undefined : "dataset";
  return "model-card";
}

/** Types of fields that a section of prose can fill. */
const PROSE: ReadonlySet<string> = new Set(["text", "list", "people"]);

/** Longest section taken as a field's value. */
const LONGEST = 4000;

/** Sections of a card whose heading names a field of its kind, as its fields. Spans relative to `base`. */
export function cardFields(
  kind: "model-card" | "dataset",
  text: string,
  headings: readonly Heading[],
  blocks: readonly MarkdownBlock[],
  base: number,
): ReadField[] {
  const fields: ReadField[] = [];
  for (const heading of headings) {
    const name = heading.level > 1 ? fieldForLabel(kind, heading.title) : undefined;
    if (name === undefined) continue;
    const info = kindInfo(kind).field(name);
    const within = (block: MarkdownBlock): boolean =>
      block.start > heading.span.end && block.start < heading.extent.end && !text.startsWith("<!--", block.start);
    const first = blocks.find(within);
    if (!info || !PROSE.has(info.type) || !first || first.type === "heading") continue;
    const raw = text.slice(first.start, Math.min(heading.extent.end, first.start + LONGEST)).trimEnd();
    const span = { start: first.start - base, end: first.start - base + raw.length };
    const scalar = { type: "scalar" as const, span, text: raw, plain: raw };
    const value =
      info.type === "list" || info.type === "people" ? { type: "list" as const, span, items: [scalar] } : scalar;
    const keySpan = { start: heading.span.start - base, end: heading.span.end - base };
    fields.push({ field: { name, known: true, label: heading.title, keySpan, value }, info });
  }
  return fields;
}
