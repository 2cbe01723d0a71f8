import { assessmentStateOf } from "../../coverage/assessments.ts";
import { type AiSystem, scopeOf, systemDate, systemLabel, systemsOf, useOf } from "../../coverage/systems.ts";
import { type Quality, type Range, type Subject, type Tally, tally } from "../../coverage/tally.ts";
import { dateOf, holds, realText } from "../../coverage/values.ts";
import type { KindId } from "../../generated/kinds.ts";
import { readDate } from "../../records/dates.ts";
import type { RecordFacts } from "../../records/model.ts";
import type { Block, Document } from "../../syntax/document.ts";
import type { Span } from "../../text/span.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import { bandWord } from "../../workspace/bands.ts";
import { cellTexts, stretchesOf } from "../../workspace/stretches.ts";
import { NONE, type RawFinding, type RuleContext, rule } from "../rule.ts";
import { kindsIn } from "../shared/in-document.ts";
import { placeOf } from "../shared/place.ts";
import { proseOf, sentenceAround } from "../shared/prose.ts";
import { oneOf } from "../shared/words.ts";
import { clausesIn, type Figure, figureIn, figureOfIndicator, mayCount } from "./shared/figures.ts";
import type { Today } from "../../workspace/today.ts";

/** Statements that every system was assessed, in the shapes reports use. */
const ALL_ASSESSED =
  /\b(?:100\s?%|all)\s+(?:of\s+)?(?:the\s+|our\s+)?(?:in-scope\s+|live\s+|production\s+)?(?:AI\s+)?systems\s+(?:in\s+scope\s+)?(?:have\s+been\s+|have\s+|were\s+|are\s+)?(?:fully\s+)?(?:impact[- ])?assessed\b|\b100\s?%\s+(?:impact[- ])?assessed\b|\bsystems\s+(?:impact[- ])?assessed\s*:\s*100\s?%/gi;

/** Words by which a sentence tells what is to be, is not, or is asked for. */
const NOT_SAID =
  /\b(?:targets?|goals?|aims?|objectives?|should|shall|must|will|to be|not|no|never|until|before|once|when|if|unless|plan\w*|ensure\w*|requir\w*|need\w*|by (?:end|q\d)|annually|every|at least)\b/i;

const REPORT =
  /\b(?:minutes|report|dashboard|kpis?|status|statistics|results|scorecard|indicators?|metrics|performance evaluation)\b/i;

const reports = (own: RecordFacts | undefined): boolean =>
  own !== undefined &&
  (own.kind === "management-review" || own.kind === "audit" || REPORT.test(realText(own, "title") ?? ""));

/** Systems in use and in scope on the day of the report that have no impact assessment. */
function unassessed(index: AimsIndex, own: RecordFacts, today: Today): { none: AiSystem[]; all: number } {
  const day = dateOf(own, "held_on") ?? dateOf(own, "finished_on") ?? today.date();
  const counted = systemsOf(index).filter((system) => {
    const since = systemDate(system, "deployed_on");
    return (
      useOf(system, today) === "live" && scopeOf(index, system).state !== "out" && (since === undefined || since <= day)
    );
  });
  const none = counted.filter((system) => assessmentStateOf(index, system, today).state === "unassessed");
  return { none, all: counted.length };
}

const anyAssessment = ({ index }: RuleContext): boolean => index.ofKind("impact-assessment").some((r) => !r.template);

/** Words by which a sentence speaks of another time, of a wish, or only roughly. */
const NOT_NOW =
  /\b(?:targets?|goals?|should|shall|must|will|to be|until|before|once|when|if|unless|plan\w*|ensure\w*|requir\w*|need\w*|last|previous\w*|prior|earlier|as of|in 20\d\d|q[1-4]|quarter|month|week|at least|at most|more than|less than|fewer than|about|around|approx\w*|nearly|almost|up to|over)\b/i;

/** A figure with its place in the document. */
interface Stated {
  readonly figure: Figure;
  readonly at: Span;
}

const VALUE_HEADER =
  /^(?:actual|value|current(?: value| status)?|results?|now|measured|achieved|reported|this review|count|number|figure|ist|aktuell|réel)\b/i;
const LABELLED = /^[ \t>*+-]{0,6}\*{0,2}([^:\n|*]{3,80})(?::\*{0,2}|\*{0,2}:)[ \t]{0,3}(\S[^\n]{0,30})$/gm;

/** A table of more rows is a register and no list of figures. */
const MOST_ROWS = 60;
/** Levels of risk by row, below a header or under a heading that says that they are. */
const RISK_LEVELS = /\brisks?\b/i;

function* statedInRows(rows: readonly Block[], heading: string): Generator<Stated> {
  const [header] = rows;
  if (!header || rows.length > MOST_ROWS) return;
  const column = cellTexts(header).findIndex((cell) => VALUE_HEADER.test(cell.replace(/[*_]/g, "").trim()));
  if (column < 1) return;
  const levels = RISK_LEVELS.test(`${cellTexts(header)[0]} ${heading}`);
  for (const row of rows.slice(1)) {
    const cells = cellTexts(row);
    const [label = "", value = ""] = [cells[0], cells[column]];
    const level = levels ? bandWord(label) : undefined;
    const figure = figureOfIndicator(level === undefined ? label : `${level} risks`, value);
    const from = row.data.text.indexOf(value, label.length);
    if (figure && from >= 0) yield { figure, at: { start: row.base + from, end: row.base + from + value.length } };
  }
}

function* statedInProse({ base, data }: Block): Generator<Stated> {
  if (!mayCount(data.text) || data.text.search(ALL_ASSESSED) >= 0) return;
  if (!/\d|\b(?:no|none|zero|all|every|two|three|four|five|six|seven|eight|nine|ten|one)\b/i.test(data.text)) return;
  const prose = proseOf(data);
  for (const m of prose.matchAll(LABELLED)) {
    const figure = figureOfIndicator(m[1] as string, m[2] as string);
    const end = base + m.index + m[0].length;
    if (figure) yield { figure, at: { start: end - (m[2] as string).length, end } };
  }
  for (const { text, start } of clausesIn(prose)) {
    const figure = figureIn(text);
    if (!figure) continue;
    const at = { start, end: start + text.length };
    const around = sentenceAround(prose, at);
    if (!NOT_NOW.test(prose.slice(around.start, around.end)))
      yield { figure, at: { start: base + at.start, end: base + at.end } };
  }
}

function* statedIn(document: Document): Generator<Stated> {
  for (const stretch of stretchesOf(document)) {
    if (stretch.type === "table") yield* statedInRows(stretch.rows, stretch.heading?.title ?? "");
    else yield* statedInProse(stretch.block);
  }
}

const NOUNS: Readonly<Record<Subject, readonly [one: string, more: string]>> = {
  system: ["AI system", "AI systems"],
  risk: ["risk", "risks"],
  nonconformity: ["nonconformity", "nonconformities"],
  finding: ["finding", "findings"],
  incident: ["incident", "incidents"],
  supplier: ["supplier", "suppliers"],
  control: ["control", "controls"],
  objective: ["objective", "objectives"],
};
/** Qualities that are said behind the noun, and how. */
const BEHIND: Partial<Record<Quality, string>> = {
  treated: "treated",
  accepted: "accepted",
  assessed: "assessed",
  "in-scope": "in scope",
  implemented: "implemented",
  achieved: "achieved",
  owned: "with an owner",
  recorded: "on record",
};

function phrase(subject: Subject, qualities: readonly Quality[], many: boolean): string {
  const [before, behind] = [qualities.filter((q) => !(q in BEHIND)), qualities.flatMap((q) => BEHIND[q] ?? [])];
  return [...before, NOUNS[subject][many ? 1 : 0], ...behind].join(" ");
}

const outside = (n: number, { least, most }: Range): boolean => n < least || n > most;
const amount = (n: number, { least, most }: Range): string =>
  least === most ? String(least) : n < least ? `at least ${least}` : `at most ${most}`;

/** What the records say against a figure; undefined where they allow it. */
function gainsaid({ subject, counted, among, count, of, percent }: Figure, found: Tally): string | undefined {
  if (of !== undefined && outside(of, found.among)) {
    const many = amount(of, found.among);
    return `${many} ${phrase(subject, among, many !== "1")}, not ${of}`;
  }
  if (count !== undefined) {
    const many = amount(count, found.counted);
    return outside(count, found.counted)
      ? `${many} ${phrase(subject, counted, many !== "1")}, not ${count}`
      : undefined;
  }
  if (percent === undefined || found.among.most === 0) return undefined;
  const least = (100 * found.counted.least) / found.among.most;
  const most = (100 * found.counted.most) / Math.max(1, found.counted.most + found.without.length);
  if (percent >= least - 1 && percent <= most + 1) return undefined;
  const [n, d] =
    percent > most
      ? [found.counted.most, found.counted.most + found.without.length]
      : [found.counted.least, found.among.most];
  const bound =
    found.counted.least === found.counted.most && found.among.least === found.among.most
      ? ""
      : percent > most
        ? "at most "
        : "at least ";
  return `${bound}${n} of ${d} ${phrase(subject, counted, true)} (${Math.round((100 * n) / d)} %), not ${percent} %`;
}

const MOST_RELATED = 5;

function* check({ figure, at }: Stated, day: string | undefined, { index, today }: RuleContext): Generator<RawFinding> {
  const now = today();
  const found = tally(index, figure, day ?? now.date(), now);
  const says = found && gainsaid(figure, found);
  if (!found || says === undefined) return;
  const past = day !== undefined && now.past(day);
  // What has left an inventory since is in no record any more.
  const mayHaveLeft = past && figure.subject === "system" && found.counted.most < (figure.count ?? 0);
  const short = figure.percent !== undefined || (figure.count ?? 0) > found.counted.most;
  const one = /^(?:at (?:least|most) )?1 (?!of )/.test(says);
  yield {
    at,
    message: `By the records there ${one ? (past ? "was" : "is") : past ? "were" : "are"} ${says}${past ? `, on ${day}` : ""}.`,
    help: "Decisions were taken on a figure that the records do not bear out. Correct the figure, or the records.",
    ...(day === undefined || mayHaveLeft ? { severity: "warning" } : undefined),
    related: (short ? found.without : found.sure)
      .slice(0, MOST_RELATED)
      .map((record) => ({ at: { record }, message: short ? "Not so here." : "Counted." })),
  };
}

const DATES = ["held_on", "finished_on", "period_to", "reported_on", "approved_on", "effective"];
const DATE_LABEL = /^(?:report(?:ing)? |review |issue )?date$|^as of$|^stand$|^datum$/i;

/** The day a document speaks of: by its fields, else by a label that only says that it is a date. */
function dayOf(own: RecordFacts): string | undefined {
  const known = DATES.flatMap((field) => dateOf(own, field) ?? [])[0];
  if (known !== undefined) return known;
  const label = Object.keys(own.plain).find((name) => DATE_LABEL.test(name));
  const date = label === undefined ? undefined : readDate(realText(own, label) ?? "");
  return date && "iso" in date ? date.iso : undefined;
}

/** An audit report counts what that audit found. */
const OF_AUDIT: ReadonlySet<Subject> = new Set(["finding", "nonconformity"]);

/** @param here the kinds of which the document has records itself */
function* contradicted(
  document: Document,
  own: RecordFacts | undefined,
  report: boolean,
  here: ReadonlySet<KindId | undefined>,
  ctx: RuleContext,
): Generator<RawFinding> {
  for (const stated of statedIn(document)) {
    const { subject, count } = stated.figure;
    const asReport = report && (own?.kind !== "audit" || !OF_AUDIT.has(subject));
    // A register may count its own records in words; what it says of all of them is a rule as often as a report.
    if (asReport || (here.has(subject) && count !== undefined))
      yield* check(stated, own === undefined ? undefined : dayOf(own), ctx);
  }
}

/** A figure in a report that the records it counts gainsay. */
export const kpiContradictsRecords = rule({
  id: "kpi-contradicts-records",
  group: "cycle",
  severity: "error",
  summary:
    "Finds counts and shares in reports, minutes and objectives (systems assessed, risks treated, open nonconformities) that the records gainsay.",
  document(unit, ctx) {
    const { document, own } = unit;
    if (document.language !== "markdown" || document.template) return NONE;
    const report = own !== undefined && reports(own) && (own.kind === "management-review" || !holds(own, "systems"));
    const here = kindsIn(unit.document);
    return report || [...here].some((kind) => kind !== undefined && kind in NOUNS)
      ? contradicted(document, own, report, here, ctx)
      : NONE;
  },
  kinds: ["objective"],
  *record({ facts, data }, ctx) {
    if (facts.plain.status === "dropped" || holds(facts, "systems")) return;
    const [label, value] = [realText(facts, "metric") ?? realText(facts, "title"), realText(facts, "actual")];
    const figure = label !== undefined && value !== undefined ? figureOfIndicator(label, value) : undefined;
    if (figure) yield* check({ figure, at: placeOf(data, "actual") }, dateOf(facts, "measured_on"), ctx);
  },
  blocksWith: /ssessed/,
  *block({ data, path }, ctx) {
    const own = ctx.index.own(path);
    if (!own || !reports(own)) return;
    const prose = proseOf(data);
    for (const m of prose.matchAll(ALL_ASSESSED)) {
      const at = { start: m.index, end: m.index + m[0].length };
      const around = sentenceAround(prose, at);
      if (NOT_SAID.test(prose.slice(around.start, around.end)) || !anyAssessment(ctx)) continue;
      const { none, all } = unassessed(ctx.index, own, ctx.today());
      if (none.length === 0) continue;
      const names = none.slice(0, 3).map(systemLabel);
      if (none.length > 3) names.push(`${none.length - 3} more`);
      yield {
        at,
        message: `By the records ${all - none.length} of ${all} systems in use ${all - none.length === 1 ? "is" : "are"} assessed; ${oneOf(names, "and")} ${none.length === 1 ? "has" : "have"} no impact assessment.`,
        help: "Decisions were taken on a figure that the records do not bear out. Correct the figure, or record the assessments that were made.",
      };
    }
  },
});
