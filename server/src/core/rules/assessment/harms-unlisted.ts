import { holds, listOf, mapsOf, saysNothing, textOf } from "../../coverage/values.ts";
import { itemsIn, paragraphsIn, type Seen } from "../../notation/seen.ts";
import { type RawFinding, rule } from "../rule.ts";
import { quoted } from "../shared/words.ts";
import {
  assessmentName,
  assessmentsIn,
  lacking,
  placeIn,
  type WrittenAssessment,
  writtenIn,
} from "./shared/assessment.ts";
import { labelsOf, saysUnder } from "./shared/labels.ts";

const BENEFITS = ["benefit", "positive impact", "positive effect", "advantage", "opportunity", "Nutzen", "bénéfice"];
const HARMS = [
  "harm",
  "negative",
  "adverse",
  "risk",
  "threat",
  "impact on",
  "fundamental right",
  "discrimination",
  "bias",
  "fairness",
  "disadvantage",
  "damage",
  "failure",
  "downside",
  "concern",
  "consequence",
  "Schaden",
  "Schäden",
  "Risiken",
  "préjudice",
  "risque",
];
/** Headings under which harms, and nothing else, are listed. */
const ONLY_HARMS =
  /(?:^| )(?:potential |possible )?(?:harm|negative impact|adverse impact|negative effect|schaden|schäden|préjudice)s? ?$/;

const NONE =
  /^(?:there (?:are|were) )?(?:no|none|not any)\b(?: (?:significant|material|known|relevant|potential|direct|negative|adverse|foreseeable))*(?: (?:harms?|impacts?|effects?|consequences?|risks?))?(?: (?:on|to|for) [\w ]{1,40})?(?: (?:were|are|was|is|have been|has been))?(?: (?:identified|found|expected|foreseen|anticipated|known|noted|likely|possible))?\s*[.!]?$/i;

const HELP =
  "A search that finds no harm was seldom a search. Name what could go wrong for each group affected; if nothing was found, say what was looked for and how.";

/** Text that says that there is no harm, where the harms belong. */
function* denied(written: WrittenAssessment): Generator<RawFinding> {
  const text = textOf(written.facts, "harms");
  const isNone = text !== undefined && (saysNothing(text) || NONE.test(text.trim()));
  if (isNone) yield deny(written, text, placeIn(written, "harms"));
  if (!written.own) return;
  for (const { key, heading } of labelsOf(written.document)) {
    if (!heading || !ONLY_HARMS.test(key.trimEnd())) continue;
    const said: Seen[] = [
      ...paragraphsIn(written.document, heading.extent),
      ...itemsIn(written.document, heading.extent),
    ];
    const only = said.length === 1 ? said[0] : undefined;
    if (only && NONE.test(only.text.trim())) yield deny(written, only.text, only.span);
  }
}

const deny = (written: WrittenAssessment, text: string, at: RawFinding["at"]): RawFinding => ({
  at,
  message: `${quoted(text)} is all this assessment says of harm.`,
  help: HELP,
  ...lacking(written.facts),
});

function listsBenefits({ facts, document, own }: WrittenAssessment): boolean {
  if (holds(facts, "benefits")) return true;
  if (mapsOf(facts, "impacts", "party").some((i) => i.direction === "benefit")) return true;
  return own && saysUnder(document, BENEFITS);
}

function listsHarms({ facts, document, own }: WrittenAssessment): boolean {
  if (listOf(facts, "harms").length > 0 || holds(facts, "failures") || holds(facts, "risks") || holds(facts, "misuse"))
    return true;
  if (mapsOf(facts, "impacts", "party").some((i) => i.direction !== "benefit")) return true;
  return own && saysUnder(document, HARMS);
}

/** An assessment that sees the good and no harm. */
export const harmsUnlisted = rule({
  id: "harms-unlisted",
  group: "assessment",
  severity: "warning",
  summary: "Finds impact assessments that list benefits and no harm, or say that there is none.",
  documentsWith: ["impact-assessment"],
  *document(unit, { index }) {
    const whole = new Set(writtenIn(unit, index).map((w) => w.facts));
    for (const written of assessmentsIn(unit, index)) {
      const said = [...denied(written)];
      yield* said;
      if (said.length > 0 || !whole.has(written.facts) || !listsBenefits(written) || listsHarms(written)) continue;
      const { facts, placed } = written;
      yield {
        at: placeIn(written, "harms", "benefits"),
        message: `${assessmentName(facts, index)} lists benefits and no harm.`,
        help: HELP,
        ...lacking(facts),
        ...(placed.data.fields.has("harms")
          ? undefined
          : {
              fixes: [
                {
                  title: "Add harms",
                  changes: [{ op: "add-fields", record: facts, fields: { harms: "" } }],
                  preferred: true,
                },
              ],
            }),
      };
    }
  },
});
