import { listOf, realText } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import { baseName } from "../../workspace/names.ts";
import { readTarget } from "../../workspace/targets.ts";
import { type RawFinding, rule } from "../rule.ts";
import { itemSpan, placeOf } from "../shared/place.ts";
import { pageOf, type PageSentence, type PageStand, sentencesIn, standOf } from "./shared/page.ts";

const PAGE = /\.(?:md|markdown|html?|txt)$/i;

type Said = Pick<RawFinding, "message" | "help" | "severity">;

const shown = ({ text }: PageSentence): string => `"${text.length > 160 ? `${text.slice(0, 159)}…` : text}"`;

/** What is wrong about a page that has the words of a claim that may not be said. */
function said(status: string, page: string): Said | undefined {
  if (status === "withdrawn")
    return {
      message: `This claim is withdrawn, and ${page} still makes it.`,
      help: "What may not be said any more has to go from where outsiders read it. Take it off the page.",
    };
  if (status === "proposed")
    return {
      message: `This claim is not approved yet, and ${page} makes it already.`,
      help: "Have it approved with what supports it, or take it off the page until it is.",
      severity: "warning",
    };
  return undefined;
}

/** What is wrong about a page that should have the words of a claim. */
function unlike({ stand, sentence }: PageStand, status: string | undefined, page: string): Said | undefined {
  if (stand === "more" && sentence)
    return {
      message: `${page} says more than this claim: ${shown(sentence)}.`,
      help: "What was approved and is supported are the words of the record. Take the rest off the page, or have it approved with what supports it.",
      severity: "warning",
    };
  if (stand === "other" && sentence)
    return {
      message: `${page} says this in other words: ${shown(sentence)}.`,
      help: "What was approved are the words of the record. Bring page and record together.",
      severity: "warning",
    };
  if (stand === "lacks" && status === "published")
    return {
      message: `${page} does not say this.`,
      help: "The record says that the claim stands there. Name the page that makes it, or record it as withdrawn.",
      severity: "warning",
    };
  return undefined;
}

/** The sentences of all other claims that are to be said. */
const othersOf = (index: AimsIndex, record: RecordFacts): PageSentence[] =>
  index
    .ofKind("claim")
    .filter((other) => other !== record && other.plain.status !== "withdrawn")
    .flatMap((other) => sentencesIn(realText(other, "text") ?? ""));

function findingOf(record: RecordFacts, page: string, sentences: readonly PageSentence[], index: AimsIndex) {
  const status = realText(record, "status");
  const claimed = sentencesIn(realText(record, "text") ?? "");
  if (claimed.length === 0) return undefined;
  if (status === "withdrawn" || status === "proposed") {
    const all = claimed.every((one) => sentences.some(({ words }) => words.includes(one.words)));
    return all ? said(status, page) : undefined;
  }
  const others = othersOf(index, record);
  const stands = claimed.map((one) => standOf(one, sentences, others));
  const worst = ["more", "lacks", "other"].flatMap((wanted) => stands.filter(({ stand }) => stand === wanted));
  for (const stand of worst) {
    const found = unlike(stand, status, page);
    if (found) return found;
  }
  return undefined;
}

/** Claims on record whose words are not those of the page that they name, or are still there though they may not be said. */
export const claimPageMismatch = rule({
  id: "claim-page-mismatch",
  group: "claim",
  severity: "error",
  summary: "Finds claims on record that the page they name makes in other words, makes no more, or still makes.",
  kinds: ["claim"],
  *record({ facts, data }, { index }): Generator<RawFinding> {
    if (facts.template) return;
    for (const written of listOf(facts, "where")) {
      const target = readTarget(written, facts.path, index, true);
      if (target.type !== "file" || !PAGE.test(target.path) || !index.exists(target.path)) continue;
      const content = index.source(target.path);
      if (!content || "problem" in content) continue;
      const found = findingOf(facts, baseName(target.path), pageOf(target.path, content.text), index);
      if (!found) continue;
      yield {
        at: itemSpan(data, "where", (text) => text === written) ?? placeOf(data, "where"),
        ...found,
        related: [{ at: { path: target.path }, message: "The page." }],
      };
    }
  },
});
