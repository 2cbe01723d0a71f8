import { type ReviewInput, reviewInputs } from "../../coverage/nature.ts";
import { holds, textOf } from "../../coverage/values.ts";
import type { Plain, RecordFacts } from "../../records/model.ts";
import type { Document } from "../../syntax/document.ts";
import { rule } from "../rule.ts";
import { absolute } from "../shared/in-document.ts";
import { placeOf } from "../shared/place.ts";
import { oneOf } from "../shared/words.ts";

const patterns = new Map<string, RegExp>();

function pattern({ words }: ReviewInput): RegExp {
  let found = patterns.get(words);
  if (!found) {
    found = new RegExp(`\\b(?:${words})\\b`, "iu");
    patterns.set(words, found);
  }
  return found;
}

const inputsOf = ({ plain }: RecordFacts): { readonly [key: string]: Plain } | undefined =>
  plain.inputs && typeof plain.inputs === "object" && !Array.isArray(plain.inputs)
    ? (plain.inputs as { readonly [key: string]: Plain })
    : undefined;

/** What a review's record, and in Markdown its text, says nothing about. */
function missing(record: RecordFacts, document: Document): ReviewInput[] {
  const inputs = inputsOf(record) ?? {};
  const text = document.language === "markdown" ? document.text : JSON.stringify(record.plain);
  return reviewInputs().filter(
    (input) => textOf({ plain: inputs }, input.field) === undefined && !pattern(input).test(text),
  );
}

/** Minutes of a review that was held and is silent on something it had to look at. */
export const managementReviewIncomplete = rule({
  id: "management-review-incomplete",
  group: "cycle",
  severity: "warning",
  summary: "Finds management reviews whose record says nothing on something the review has to look at.",
  *document({ document, own }, { index, today }) {
    const placed = document.ownRecord === undefined ? undefined : document.records[document.ownRecord];
    const record = own && index.file(document.path)?.own;
    if (!placed || record?.kind !== "management-review" || record.plain.status === "planned") return;
    const held = record.plain.held_on;
    if (typeof held !== "string" || held > today()) return;
    if (document.language === "yaml" && (!inputsOf(record) || holds(record, "minutes"))) return;
    const absent = missing(record, document);
    if (absent.length === 0) return;
    yield {
      at: absolute(placeOf(placed.data, "inputs", "title"), placed.base),
      message: `This review says nothing on ${oneOf(
        absent.map(({ title }) => title),
        "and",
      )}.`,
      help: "Top management can decide only on what it was shown. Add what was looked at, or write that it was looked at and nothing had changed.",
    };
  },
});
