import { listOf } from "../../coverage/values.ts";
import type { Notation, RecordFacts } from "../../records/model.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import { samePersonIn } from "../../workspace/people.ts";
import { NONE, type RawFinding, type RecordUnit, rule } from "../rule.ts";
import { itemSpan, placeOf } from "../shared/place.ts";
import { isRetired } from "../shared/records.ts";

/** Fields in which the people who made a record stand, and what they did. */
const MAKERS = [
  ["author", "wrote it"],
  ["assessor", "made the assessment"],
] as const;

/** Fields that show that somebody else looked. */
const SECOND = ["reviewed_by", "verified_by", "consulted"];

function secondPerson(index: AimsIndex, record: RecordFacts, maker: string): boolean {
  return SECOND.flatMap((field) => listOf(record, field)).some((other) => !samePersonIn(index, other, maker));
}

/** Notations of records that are documents, which people sign. */
const DOCUMENTS = new Set<Notation>(["control-header", "front-matter"]);

/** Names in the rows of a document's signature table whose first words are like this. */
const signers = (index: AimsIndex, { notation, path }: RecordFacts, as: RegExp): string[] =>
  DOCUMENTS.has(notation)
    ? (index.file(path)?.hands?.signatures ?? []).flatMap((signature) =>
        as.test(signature.as) ? [signature.name] : [],
      )
    : [];

const MADE_IT = /^(?:prepared|written|drafted|authored|author|assessed|erstellt|verfasst|rédigé)\b/i;
const APPROVED_IT = /^(?:approved|approval|approver|authorised|authorized|freigegeben|genehmigt|approuvé)(?![\p{L}])/iu;

function* approvedAlone({ facts, data }: RecordUnit, index: AimsIndex): Generator<RawFinding> {
  if (isRetired(facts)) return;
  if (facts.plain.status === "draft" || facts.plain.status === "in-review") return;
  const named = listOf(facts, "approved_by");
  const approvers = named.length > 0 ? named : signers(index, facts, APPROVED_IT);
  if (approvers.length === 0) return;
  for (const [field, did] of MAKERS) {
    const written = listOf(facts, field);
    const makers = written.length > 0 || field !== "author" ? written : signers(index, facts, MADE_IT);
    const [maker] = makers;
    if (maker === undefined || approvers.some((a) => !makers.some((m) => samePersonIn(index, a, m)))) continue;
    const milder = secondPerson(index, facts, maker);
    yield {
      at: itemSpan(data, "approved_by", (text) => text === approvers[0]) ?? placeOf(data, "approved_by"),
      message: `${approvers.join(", ")} approved this, and ${did}${maker === approvers[0] ? "" : ` as ${maker}`}.`,
      help: milder
        ? "Somebody else has read it, which is what counts; name who has the authority to approve it besides its author."
        : "An approval by the author adds no second pair of eyes. Let another person approve it, or name one who reviewed it.",
      ...(milder ? { severity: "info" } : undefined),
    };
    return;
  }
}

/** A record approved only by whoever made it; advice where the approver is its owner, since owners may have the authority. */
export const selfApproved = rule({
  id: "self-approved",
  group: "independence",
  severity: "warning",
  summary: "Finds records that are approved by the person who wrote them.",
  record(unit, { index }) {
    const { kind, plain, notation } = unit.facts;
    const named = plain.approved_by !== undefined || DOCUMENTS.has(notation);
    return named && kind !== undefined && kind !== "risk" ? approvedAlone(unit, index) : NONE;
  },
});
