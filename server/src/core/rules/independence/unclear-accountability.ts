import { listOf, realText } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import { findIds } from "../../records/ids.ts";
import type { Block, Document } from "../../syntax/document.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import { type Activity, activitiesIn } from "../../workspace/hands.ts";
import { personKey, samePersonIn } from "../../workspace/people.ts";
import { stretchesOf } from "../../workspace/stretches.ts";
import { NONE, type RawFinding, rule } from "../rule.ts";
import { isRetired } from "../shared/records.ts";
import { oneOf, quoted } from "../shared/words.ts";

/** An activity with its row. */
interface Row {
  readonly activity: Activity;
  readonly block: Block;
}

/** The rows of each table of responsibilities that has an activity a row. */
function* tablesIn(document: Document): Generator<readonly Row[]> {
  for (const stretch of stretchesOf(document)) {
    if (stretch.type !== "table") continue;
    const activities = activitiesIn(stretch);
    if (!activities || activities.length !== stretch.rows.length - 1) continue;
    yield activities.flatMap((activity, i) => {
      const block = stretch.rows[i + 1];
      return block ? [{ activity, block }] : [];
    });
  }
}

/** People and posts that are not surely the same. */
function distinct(index: AimsIndex, names: readonly string[]): string[] {
  return names.filter((name, i) => !names.slice(0, i).some((other) => samePersonIn(index, other, name)));
}

/** Where the activity's name stands in its row. */
function spanOf({ activity, block }: Row): { start: number; end: number } {
  const start = block.data.text.indexOf(activity.what);
  return start < 0
    ? { start: block.base, end: block.base + block.data.text.length }
    : { start: block.base + start, end: block.base + start + activity.what.length };
}

/** A system or risk that an activity names by id and whose owner has no part in it, while somebody else answers for it. */
function ownerLeftOut(index: AimsIndex, { what, responsible, accountable }: Activity): RecordFacts | undefined {
  const [one, more] = accountable;
  if (one === undefined || more !== undefined || personKey(index, one) === undefined) return undefined;
  const named = findIds(what).flatMap(({ id }) => index.byId(id));
  return named.find((record) => {
    const owners = listOf(record, "owner");
    if (record.template || isRetired(record) || owners.length === 0) return false;
    const known = owners.every((owner) => personKey(index, owner) !== undefined);
    return known && !owners.some((owner) => [...responsible, one].some((name) => samePersonIn(index, owner, name)));
  });
}

/** A legend by which A is for something of which there can be several. */
const OTHER_A = /\bA\*{0,2}[ \t]{0,3}[=:|–-][ \t]{0,3}\*{0,2}(?:[Aa]pprov|[Aa]ssist|[Aa]dvis)/;

function* check(rows: readonly Row[], index: AimsIndex): Generator<RawFinding> {
  const filled = rows.filter(
    ({ activity: { responsible, accountable } }) => responsible.length + accountable.length > 0,
  );
  const several = filled.flatMap((row) => {
    const people = distinct(index, row.activity.accountable);
    return people.length > 1 ? [{ row, people }] : [];
  });
  const nobody = filled.filter(({ activity }) => activity.accountable.length === 0);
  // Where most rows are so, the letters mean something else here.
  if (several.length * 2 <= filled.length)
    for (const { row, people } of several)
      yield {
        at: spanOf(row),
        message: `${people.length} are accountable for ${quoted(row.activity.what)}: ${oneOf(people, "and")}.`,
        help: "Where two answer for the same, each can wait for the other. Let one be accountable, and the others responsible or consulted.",
      };
  if (nobody.length * 2 <= filled.length)
    for (const row of nobody)
      yield {
        at: spanOf(row),
        message: `Nobody is accountable for ${quoted(row.activity.what)}.`,
        help: "It is done by somebody and answered for by no one. Name who has the last word on it.",
        severity: "info",
      };
  for (const row of filled) {
    const record = ownerLeftOut(index, row.activity);
    if (!record) continue;
    yield {
      at: spanOf(row),
      message: `${row.activity.accountable[0]} is accountable for this, and ${record.id} names ${realText(record, "owner")} as its owner, who has no part in it here.`,
      help: "Two documents give the same to different people. Correct the one that is out of date.",
      related: [{ at: { record, field: "owner" }, message: "The owner." }],
    };
  }
}

/** An activity of a table of responsibilities (RACI) for which several people answer, or nobody, or another than its record's owner. */
export const unclearAccountability = rule({
  id: "unclear-accountability",
  group: "independence",
  severity: "warning",
  summary:
    "Finds activities in RACI tables with two who are accountable, with nobody, or with another than the owner in the record.",
  document({ document }, { index }) {
    if (!document.text.includes("|") || !index.file(document.path)?.hands?.tables.length) return NONE;
    if (OTHER_A.test(document.text)) return NONE;
    return [...tablesIn(document)].flatMap((rows) => [...check(rows, index)]);
  },
});
