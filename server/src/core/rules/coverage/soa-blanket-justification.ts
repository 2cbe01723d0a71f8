import { justificationOf, realText } from "../../coverage/values.ts";
import { type DocumentUnit, NONE, type RawFinding, type RecordUnit, type RuleContext, rule } from "../rule.ts";
import { itemsIn, paragraphsIn } from "../../notation/seen.ts";
import { ordinalsOf } from "../shared/in-document.ts";
import { placeOf } from "../shared/place.ts";
import { quoted } from "../shared/words.ts";
import { entryOf, SEVERAL_NUMBERS, soaOf, undecided } from "./shared/soa.ts";

const HELP =
  "The standard asks for the reasons control by control: what holds for one seldom holds for all. Write one entry for each control.";

/** Words that stand for several controls. */
const SEVERAL = /\b(?:all|any|every|other|others|rest|remaining|various|several|alle übrigen|autres)\b/i;

/** A sentence that decides on the controls nobody listed. */
const REST =
  /\b(?:all|the|any|every|each)(?: of)?(?: the)? (?:other|others|remaining|rest(?: of the)?|further|unlisted|not listed)\b[^.\n|]{0,80}\b(?:not applicable|n\/a|applicable|applies|apply|excluded|included|implemented|in place|out of scope|not relevant|not needed|not required|covered|deemed|considered)\b/i;

function* inRow({ facts, data }: RecordUnit, { index }: RuleContext): Generator<RawFinding> {
  const entry = entryOf(index, facts);
  const field = data.fields.get("control")?.value;
  const number = field?.type === "scalar" ? field.text : (realText(facts, "control") ?? "");
  const several =
    entry.provision?.kind === "group" || SEVERAL_NUMBERS.test(number) || (!entry.provision && SEVERAL.test(number));
  const decides = entry.applicable !== undefined || justificationOf(facts) !== undefined;
  if (!several || !decides) return;
  yield {
    at: placeOf(data, "control"),
    message: `${quoted(number)} decides on several controls in one entry.`,
    help: HELP,
  };
}

/** Whether a document holds controls, or is a statement of applicability by its title. */
function isOnControls(unit: DocumentUnit): boolean {
  const { document, own } = unit;
  if (document.language !== "markdown") return false;
  const title = own?.plain.title?.toString() ?? document.headings[0]?.title ?? "";
  return /statement of applicability|\bsoa\b/i.test(title) || ordinalsOf(unit, "control").length > 0;
}

function* inProse({ document }: DocumentUnit, { index }: RuleContext): Generator<RawFinding> {
  const soa = soaOf(index);
  if (soa && undecided(soa).length === 0) return;
  const whole = { start: 0, end: document.text.length };
  for (const { text, span } of [...paragraphsIn(document, whole), ...itemsIn(document, whole)]) {
    const match = /\bcontrols?\b/i.test(text) ? REST.exec(text.slice(0, 5000)) : null;
    if (!match) continue;
    const exact = span.end - span.start === text.length;
    yield {
      at: exact ? { start: span.start + match.index, end: span.start + match.index + match[0].length } : span,
      message: `One sentence decides on all controls that this statement of applicability does not list${soa ? ` (${undecided(soa).length} of ${soa.controls.length})` : ""}.`,
      help: HELP,
    };
  }
}

/** One justification for a group of controls, or for all the rest. */
export const soaBlanketJustification = rule({
  id: "soa-blanket-justification",
  group: "coverage",
  severity: "warning",
  summary: "Finds entries and sentences of a statement of applicability that decide on several controls at once.",
  kinds: ["control"],
  record: inRow,
  document: (unit, ctx) => (isOnControls(unit) ? inProse(unit, ctx) : NONE),
});
