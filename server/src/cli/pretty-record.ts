import type { Location, RecordAccount, RecordLink } from "../core/analysis.ts";
import { findingJson } from "./check.ts";
import { shownPath } from "./load.ts";
import { indented, type Paint, plainText } from "./paint.ts";

/** The longest text of a field that is shown whole. */
const LONGEST = 200;

const SCOPE = { in: "In scope.", out: "Out of scope.", unstated: "Whether it is in scope is not said." } as const;

/** One record as `aims explain` tells it in a terminal. */
export function prettyRecord(record: RecordAccount, base: string, paint: Paint, width: number): string {
  const columns = Math.max(40, Math.min(width, 100)) - 2;
  const head = [record.id, record.title === record.id ? "" : record.title].filter(Boolean).join(" · ");
  const place = (at: Location): string => `${shownPath(at.path, base)}:${at.selection.start.line + 1}`;
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", `  ${paint("bold", title)}`, ...lines.map((l) => indented(`- ${l}`, columns))];
  const also = record.others.length > 0 ? `, also in ${record.others.map(place).join(", ")}` : "";
  const linked = ({ id, title, kind, field, location }: RecordLink): string => {
    const name = [id, title === id ? "" : short(title)].filter(Boolean).join(" ");
    return location ? `${name} (${kind}, ${field}) ${place(location)}` : `${name} (${field}): no such record`;
  };
  return [
    paint("bold", plainText(head)),
    indented(
      `${record.kindTitle}${record.template ? " (a template)" : ""} in ${place(record.location)}${also}`,
      columns,
    ),
    ...record.fields.map(({ title, text }) => indented(`- ${title}: ${short(text)}`, columns)),
    ...part("Where it stands", standing(record)),
    ...part("EU AI Act, by the facts declared", tier(record)),
    ...part("Names", record.names.map(linked)),
    ...part("Named by", record.namedBy.map(linked)),
    ...part(
      "Named in the text of",
      record.mentionedIn.map((path) => shownPath(path, base)),
    ),
    ...part(
      "Bears on",
      record.serves.map(({ standard, provision, title, level, role, note }) => {
        const what = role === "says" ? "says that it answers it" : `${role}${note === "" ? "" : `, ${note}`}`;
        return `${standard} ${provision} ${title}: ${what}${level === undefined ? "" : `; in all ${level}`}`;
      }),
    ),
    ...part(
      "Findings",
      record.findings.map(
        (f) => `${f.severity} ${f.rule}, ${shownPath(f.path, base)}:${f.range.start.line + 1}: ${f.message}`,
      ),
    ),
  ].join("\n");
}

const short = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
};

function standing({ system }: RecordAccount): string[] {
  return system ? [SCOPE[system.scope], `Impact assessment: ${system.assessed}. ${system.why}`] : [];
}

function tier({ system, duties = [] }: RecordAccount): string[] {
  if (!system || system.derived.verdict === "") return [];
  const reasons = system.derived.reasons;
  return [system.derived.verdict, ...reasons.slice(0, -1), ...duties, ...reasons.slice(-1)];
}

/** The account as in the JSON of `explain`: paths relative to the folder, findings as `check` gives them. */
export function recordJson(record: RecordAccount, base: string) {
  const at = ({ path, range }: Location) => ({ path: shownPath(path, base), range });
  const link = ({ location, ...rest }: RecordLink) => ({ ...rest, ...(location && at(location)) });
  const { location, others, system, names, namedBy, mentionedIn, findings, ...rest } = record;
  return {
    ...rest,
    ...at(location),
    others: others.map(at),
    ...(system && {
      system: {
        ...system,
        location: undefined,
        assessments: system.assessments.map(({ label, location: where }) => ({ label, ...at(where) })),
      },
    }),
    names: names.map(link),
    namedBy: namedBy.map(link),
    mentionedIn: mentionedIn.map((path) => shownPath(path, base)),
    findings: findings.map((finding) => findingJson(finding, base)),
  };
}
