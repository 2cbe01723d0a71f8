import { type ReviewInput, reviewInputs } from "../../coverage/nature.ts";
import { holds, textOf } from "../../coverage/values.ts";
import type { Plain, RecordFacts } from "../../records/model.ts";
import type { Span } from "../../text/span.ts";
import { type RawFinding, rule } from "../rule.ts";
import { absolute } from "../shared/in-document.ts";
import { placeOf } from "../shared/place.ts";
import { oneOf } from "../shared/words.ts";
import type { Today } from "../../workspace/today.ts";

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

const held = ({ kind, plain, template }: RecordFacts, today: Today): boolean =>
  kind === "management-review" &&
  !template &&
  plain.status !== "planned" &&
  typeof plain.held_on === "string" &&
  today.reached(plain.held_on);

/** What neither a review's inputs nor its text say anything about. */
function* check(record: RecordFacts, text: string, at: Span): Generator<RawFinding> {
  const inputs = inputsOf(record) ?? {};
  const absent = reviewInputs().filter(
    (input) => textOf({ plain: inputs }, input.field) === undefined && !pattern(input).test(text),
  );
  if (absent.length === 0) return;
  yield {
    at,
    message: `This review says nothing on ${oneOf(
      absent.map(({ title }) => title),
      "and",
    )}.`,
    help: "Top management can decide only on what it was shown. Add what was looked at, or write that it was looked at and nothing had changed.",
  };
}

/** Minutes of a review that was held and is silent on something it had to look at. */
export const managementReviewIncomplete = rule({
  id: "management-review-incomplete",
  group: "cycle",
  severity: "warning",
  summary: "Finds management reviews whose record says nothing on something the review has to look at.",
  documentsWith: ["management-review"],
  *document({ document, own }, { index, today }) {
    const placed = document.ownRecord === undefined ? undefined : document.records[document.ownRecord];
    const record = own && index.file(document.path)?.own;
    if (!placed || !record || document.language !== "markdown" || !held(record, today())) return;
    yield* check(record, document.text, absolute(placeOf(placed.data, "inputs", "title"), placed.base));
  },
  kinds: ["management-review"],
  *record({ facts, data }, { today }) {
    const isYaml = facts.notation === "yaml" || facts.notation === "yaml-item";
    if (!isYaml || !held(facts, today()) || !inputsOf(facts) || holds(facts, "minutes")) return;
    yield* check(facts, JSON.stringify(facts.plain), placeOf(data, "inputs"));
  },
});
