import { fieldForLabel, kindInfo } from "../records/kinds.ts";
import type { Heading } from "../syntax/document.ts";
import type { MarkdownBlock } from "../syntax/markdown-blocks.ts";
import type { YamlDocument } from "../syntax/yaml-document.ts";
import type { ReadField } from "./record-builder.ts";
import type { ReadSetting } from "./setting.ts";

/** Keys of the metadata that Hugging Face reads from a model's README. */
const CARD_KEYS: ReadonlySet<string> = new Set([
  ...["license", "license_name", "license_link", "language", "datasets", "metrics", "model-index", "library_name"],
  ...["pipeline_tag", "base_model", "base_model_relation", "new_version", "tags", "thumbnail", "co2_eq_emissions"],
]);
/** Keys that data sets' and spaces' READMEs have and models' have not. */
const OTHER_CARD_KEYS: ReadonlySet<string> = new Set([
  ...["task_categories", "task_ids", "size_categories", "annotations_creators", "language_creators", "multilinguality"],
  ...["source_datasets", "dataset_info", "configs", "pretty_name", "sdk", "sdk_version", "app_file", "app_port"],
]);

/** Whether front matter is that of a model card: at least two of its keys, and none of another card's. */
export function isModelCard(documents: readonly YamlDocument[]): boolean {
  const keys = documents.flatMap((document) => document.entries.map(({ entry }) => entry.key));
  return !keys.some((key) => OTHER_CARD_KEYS.has(key)) && keys.filter((key) => CARD_KEYS.has(key)).length >= 2;
}

/** Longest section taken as a field's value. */
const LONGEST = 4000;

/** Sections whose heading names a field of a model card, as its fields. Spans relative to `base`. */
export function modelCardFields(
  text: string,
  headings: readonly Heading[],
  blocks: readonly MarkdownBlock[],
  base: number,
  setting: ReadSetting,
): ReadField[] {
  void setting;
  const fields: ReadField[] = [];
  for (const heading of headings) {
    const name = heading.level > 1 ? fieldForLabel("model-card", heading.title) : undefined;
    if (name === undefined) continue;
    const info = kindInfo("model-card").field(name);
    const first = blocks.find((block) => block.start > heading.span.end && block.start < heading.extent.end);
    if (!info || !first || first.type === "heading") continue;
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
