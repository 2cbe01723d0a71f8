import { isIsoDate, readDate } from "../../records/dates.ts";
import { isOnlyPlaceholder } from "../../records/placeholders.ts";
import type { ScalarValue } from "../../records/model.ts";
import { type Fix, NONE, type RawFinding, type RecordUnit, rule } from "../rule.ts";
import { MONTHS } from "../shared/months.ts";
import { replaceScalar, type TypedScalar, typedScalars } from "../shared/values.ts";
import { quoted } from "../shared/words.ts";

const spoken = (iso: string): string =>
  `${Number(iso.slice(8, 10))} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;

const HELP = "What falls due and what came first is worked out from dates. Write year-month-day, as in 2026-03-14.";

function ambiguous(
  unit: RecordUnit,
  path: readonly (string | number)[],
  scalar: ScalarValue,
  isos: readonly string[],
): RawFinding {
  const fixes = isos.flatMap((iso): Fix[] => {
    const change = replaceScalar(unit.facts, path, scalar, iso);
    return change ? [{ title: `Write ${iso} (${spoken(iso)})`, changes: [change] }] : [];
  });
  return {
    at: scalar.span,
    message: `${quoted(scalar.text)} can be ${isos.map(spoken).join(" or ")}.`,
    help: HELP,
    fixes,
  };
}

/** Words without a digit say something other than a day ("ongoing"); only YAML, where the field takes nothing else, is told so. */
const saysNoDay = (unit: RecordUnit, text: string): boolean =>
  !/\d/.test(text) && !unit.data.notation.startsWith("yaml");

function trouble(unit: RecordUnit, { path, scalar }: TypedScalar): RawFinding[] {
  if (isIsoDate(scalar.text) || scalar.plain === null || scalar.text.trim() === "") return [];
  const read = readDate(scalar.text);
  if (read && "ambiguous" in read) return [ambiguous(unit, path, scalar, read.ambiguous)];
  if (read || isOnlyPlaceholder(scalar.text) || saysNoDay(unit, scalar.text)) return [];
  if (typeof scalar.plain === "string" && readDate(scalar.plain)) return [];
  return [{ at: scalar.span, message: `${quoted(scalar.text)} cannot be read as a date.`, help: HELP }];
}

/** Dates that cannot be read, and those that can be read in two ways. */
export const unreadableDate = rule({
  id: "unreadable-date",
  group: "form",
  severity: "warning",
  summary: "Finds dates that cannot be read or can be read in two ways.",
  recordsWith: ["dates"],
  record(unit) {
    const { dates } = typedScalars(unit.data);
    return dates.every(({ scalar }) => isIsoDate(scalar.text)) ? NONE : dates.flatMap((date) => trouble(unit, date));
  },
});
