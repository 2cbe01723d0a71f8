import type { Finding, FindingFix } from "../analysis-api.ts";
import { ruleById } from "../rules/registry.ts";
import type { Anchor, FileAnchor, RawFinding, Rule } from "../rules/rule.ts";
import type { RuleFinding } from "../rules/run.ts";
import type { Document, Suppression } from "../syntax/document.ts";
import { firstWhere } from "../text/many.ts";
import { overlaps, type Range, type Span, shift } from "../text/span.ts";
import type { AimsConfig, Severity } from "../workspace/api.ts";
import { type Aims, linesOf } from "./aims.ts";
import { type FixedFile, resolveFix } from "./fixes.ts";
import { sameRange } from "./same-findings.ts";
import type { UnitFindings } from "./units.ts";

/** Sets the severities: `aims.yaml` goes before the user's settings, these before the rule's own. */
export function severityOf(
  rule: Rule,
  config: AimsConfig,
  settings: ReadonlyMap<string, Severity | "off">,
): Severity | "off" {
  return config.rules.get(rule.id) ?? settings.get(rule.id) ?? (rule.preview ? "off" : rule.severity);
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2, hint: 3 };
const lower = (a: Severity, b: Severity | undefined): Severity => (b !== undefined && RANK[b] > RANK[a] ? b : a);

/** A finding of a rule and its place in the text, before it is shown. */
interface Placed {
  readonly found: RuleFinding;
  readonly severity: Severity;
  /** Where its unit stands. */
  readonly base: number;
  readonly span: Span;
}

/** What is shown of a file's findings. */
export interface Shows {
  /** Only these, which hang on nothing but the file itself. */
  readonly alone?: readonly UnitFindings[];
  /** Each of them, however many there are of a kind. */
  readonly each?: boolean;
}

/**
 * So many findings of one rule in one document are told one by one, and how many others there are: nobody reads more, and an editor that is
 * sent some ten thousand stands still.
 */
const MOST = 1000;

/** The findings of a file as shown: positions resolved, severities set, suppressed ones taken out, sorted, few enough to be read. */
export function present(
  aims: Aims,
  path: string,
  settings: ReadonlyMap<string, Severity | "off">,
  { alone, each = false }: Shows = {},
): Finding[] {
  const document = aims.document(path);
  if (!document) return [];
  const { units, aims: whole } = alone ? { units: alone, aims: NONE } : aims.findings(path);
  if (units.length + whole.length + document.suppressions.length === 0) return [];
  const shower = new Shower(aims, document, settings);
  const placed: Placed[] = [];
  const broken = new Set<string>();
  const untold = new Set<string>();
  for (const { base, found } of units) {
    for (const one of found) {
      if (one.raw.others !== undefined) untold.add(one.rule);
      if (one.broken !== undefined && broken.has(one.broken)) continue;
      if (one.broken !== undefined) broken.add(one.broken);
      shower.place(one, base, placed);
    }
  }
  for (const one of whole) shower.place(one, 0, placed);
  // Half of what a rule has to say would pass for all of it.
  const sound = broken.size > 0 ? placed.filter(({ found }) => !broken.has(found.rule)) : placed;
  const told = withoutTwins(suppress(shower, document, sound, alone !== undefined, untold).sort(byPlace));
  return (each ? told : few(told)).map((one) => shower.show(one));
}

const byPlace = (a: Placed, b: Placed): number =>
  a.span.start - b.span.start || (a.found.rule < b.found.rule ? -1 : a.found.rule > b.found.rule ? 1 : 0);

/** Of findings of one rule that say the same of the same place only the first. They are sorted by place and rule. */
function withoutTwins(placed: readonly Placed[]): Placed[] {
  const kept: Placed[] = [];
  let said = new Set<string>();
  placed.forEach((one, i) => {
    const isNext = i > 0 && byPlace(placed[i - 1] as Placed, one) === 0;
    const hasNext = i + 1 < placed.length && byPlace(one, placed[i + 1] as Placed) === 0;
    if (isNext || hasNext) {
      if (!isNext) said = new Set();
      const key = `${one.span.start} ${one.span.end} ${one.found.raw.message}`;
      if (said.has(key)) return;
      said.add(key);
    }
    kept.push(one);
  });
  return kept;
}

/** The first of each rule and severity, and in the place of the next what is said of all others. They are sorted by place. */
function few(placed: readonly Placed[]): readonly Placed[] {
  if (placed.length <= MOST) return placed;
  const counts = new Map<string, { told: number; rest: Placed[] }>();
  for (const one of placed) {
    const key = `${one.found.rule} ${one.severity}`;
    const count = counts.get(key) ?? { told: 0, rest: [] };
    counts.set(key, count);
    if (count.told < MOST) count.told++;
    else count.rest.push(one);
  }
  const untold = new Map<Placed, Placed | undefined>();
  for (const { rest } of counts.values()) {
    if (rest.length < 2) continue;
    for (const one of rest) untold.set(one, undefined);
    untold.set(rest[0] as Placed, standingFor(rest));
  }
  return placed.flatMap((one) => (untold.has(one) ? (untold.get(one) ?? NONE) : one));
}

/** Said in the place of the first of the findings of one rule that are not told one by one. */
function standingFor(rest: readonly Placed[]): Placed {
  const first = rest[0] as Placed;
  const { rule } = first.found;
  const count = rest.reduce((sum, { found }) => sum + (found.raw.others ?? 1), 0);
  const raw: RawFinding = {
    at: first.found.raw.at,
    message: `From here on "${rule}" finds ${count.toLocaleString("en")} more in this document, which are not told one by one.`,
    help: "So many alike most often have one cause. Mend those above, and the next ones are told.",
    others: count,
  };
  return { ...first, found: { rule, raw } };
}

/** The file a finding was shown in, as it is in the last text in which it was found, and where its unit stands there. */
interface ShownIn extends FixedFile {
  readonly path: string;
  edition: object | undefined;
  base: number;
}

/** Findings as they were shown last: those that an edit leaves as they were are the same objects after it. */
const lastShown = new WeakMap<RuleFinding, { readonly finding: Finding; readonly in: ShownIn }>();

/** Shows what was found in one file as it is now. */
class Shower {
  readonly #aims: Aims;
  readonly #document: Document;
  readonly #settings: ReadonlyMap<string, Severity | "off">;
  readonly #edition: object | undefined;
  readonly #severities = new Map<string, Severity | "off">();

  constructor(aims: Aims, document: Document, settings: ReadonlyMap<string, Severity | "off">) {
    this.#aims = aims;
    this.#document = document;
    this.#settings = settings;
    this.#edition = aims.edition(document.path);
  }

  severity(id: string): Severity | "off" {
    let severity = this.#severities.get(id);
    if (severity === undefined) {
      const rule = ruleById(id);
      severity = rule ? severityOf(rule, this.#aims.config(), this.#settings) : "warning";
      this.#severities.set(id, severity);
    }
    return severity;
  }

  /** Puts a finding into a list, with its place, unless its rule is off. */
  place(found: RuleFinding, base: number, into: Placed[]): void {
    const { rule, raw } = found;
    const set = this.severity(rule);
    if (set === "off") return;
    const span = spanOf(this.#aims, this.#document, raw.at, base);
    into.push({ found, severity: lower(set, raw.severity), base, span });
  }

  show({ found, severity, base, span }: Placed): Finding {
    const range = linesOf(this.#document).range(span);
    return this.#last(found, base, severity, range) ?? this.#made(found, base, severity, range);
  }

  /** The finding as it was shown last if it would be no other; its fixes mend the text as it is now. */
  #last(found: RuleFinding, base: number, severity: Severity, range: Range): Finding | undefined {
    const last = lastShown.get(found);
    if (!last || last.finding.severity !== severity || !sameRange(last.finding.range, range)) return undefined;
    // What stands at two places of one text is two findings.
    if (last.in.edition === this.#edition && last.in.base !== base) return undefined;
    last.in.edition = this.#edition;
    last.in.base = base;
    return last.finding;
  }

  #made(found: RuleFinding, base: number, severity: Severity, range: Range): Finding {
    const { rule, raw } = found;
    const { path } = this.#document;
    const shownIn: ShownIn = { path, edition: this.#edition, base };
    const finding: Finding = {
      path,
      range,
      rule,
      severity,
      message: raw.message,
      help: raw.help ?? "",
      fixes: fixesOf(this.#aims, shownIn, raw),
      related: relatedOf(this.#aims, raw),
      unnecessary: raw.unnecessary ?? false,
      ...(raw.others === undefined ? undefined : { others: raw.others }),
    };
    // What it points to elsewhere may move, and a document that nobody works on is seldom shown twice.
    const stays = this.#document.memo !== undefined && finding.related.length === 0;
    if (stays && lastShown.get(found)?.in.edition !== this.#edition) lastShown.set(found, { finding, in: shownIn });
    return finding;
  }
}

function spanOf(aims: Aims, document: Document, at: RawFinding["at"], base: number): Span {
  if ("start" in at) return shift(at, base);
  const place = "record" in at ? placeOf(aims, at) : undefined;
  return place?.path === document.path ? place.span : titleSpan(document);
}

const placeOf = (aims: Aims, at: Anchor) => aims.place(at.record, at.field, at.part);

/** The first heading, or the first line with content. */
export function titleSpan(document: Document): Span {
  const heading = document.headings[0];
  if (heading) return heading.span;
  const start = document.text.search(/\S/);
  if (start < 0) return { start: 0, end: 0 };
  const end = document.text.slice(start).search(/[\r\n]/);
  return { start, end: end < 0 ? document.text.length : start + end };
}

function fixesOf(aims: Aims, shownIn: ShownIn, raw: RawFinding): FindingFix[] {
  if (!raw.fixes) return [];
  return raw.fixes.map((fix) => ({
    title: fix.title,
    safe: fix.safe ?? false,
    preferred: fix.preferred ?? false,
    edits: () => resolveFix(aims, shownIn, fix, shownIn.base),
  }));
}

function relatedOf(aims: Aims, raw: RawFinding): Finding["related"] {
  return (raw.related ?? []).flatMap(({ at, message }) => {
    const place = relatedPlace(aims, at);
    return place ? [{ ...place, message }] : [];
  });
}

function relatedPlace(aims: Aims, at: Anchor | FileAnchor): { path: string; range: Range } | undefined {
  const place = "record" in at ? placeOf(aims, at) : fileStart(aims, at);
  const document = place && aims.document(place.path);
  return document && place ? { path: place.path, range: linesOf(document).range(place.span) } : undefined;
}

function fileStart(aims: Aims, { path, section }: FileAnchor): { path: string; span: Span } | undefined {
  const document = aims.document(path);
  const heading = document?.headings.find(({ slug }) => slug === section);
  return document && { path, span: heading?.span ?? titleSpan(document) };
}

/**
 * Takes out what the file's own comments suppress, and says which of these suppress nothing (unless not all rules ran).
 * @param untold rules that did not tell all that they found
 */
function suppress(
  shower: Shower,
  document: Document,
  findings: Placed[],
  alone: boolean,
  untold: ReadonlySet<string>,
): Placed[] {
  if (document.suppressions.length === 0) return findings;
  const byRule = suppressionsByRule(document.suppressions);
  const used = new Map<Suppression, Set<string>>();
  const kept = findings.filter(({ found: { rule }, span }) => {
    const those = rule === "unreasoned-suppression" ? NONE : coveringIn(byRule.get(rule), span);
    for (const one of those) used.set(one, (used.get(one) ?? new Set()).add(rule));
    return those.length === 0;
  });
  if (alone) return kept;
  document.suppressions.forEach((suppression) => {
    for (const { id, span } of suppression.rules) {
      if (used.get(suppression)?.has(id) || untold.has(id)) continue;
      const whole = suppression.rules.length === 1 ? lineOf(document.text, suppression.span) : undefined;
      const found = unusedSuppression(id, span, whole, shower);
      if (found) shower.place(found, 0, kept);
    }
  });
  return kept;
}

/** The suppressions that name one rule: those of the whole file, and those of a line in the order of their lines. */
interface OfRule {
  readonly file: Suppression[];
  readonly lines: (Suppression & { readonly covers: Span })[];
}

function suppressionsByRule(suppressions: readonly Suppression[]): ReadonlyMap<string, OfRule> {
  const byRule = new Map<string, OfRule>();
  for (const one of suppressions) {
    for (const rule of new Set(one.rules.map(({ id }) => id))) {
      const of = byRule.get(rule) ?? { file: [], lines: [] };
      byRule.set(rule, of);
      if (one.covers === "file") of.file.push(one);
      else of.lines.push(one as OfRule["lines"][number]);
    }
  }
  return byRule;
}

const NONE: readonly never[] = [];

/** Those that cover a place. There may be as many of them as findings, so they are not all looked at. */
function coveringIn(of: OfRule | undefined, { start, end }: Span): readonly Suppression[] {
  if (!of) return NONE;
  const place = { start, end: Math.max(end, start + 1) };
  const covering: Suppression[] = [...of.file];
  for (let i = firstWhere(of.lines, ({ covers }) => covers.end > place.start); i < of.lines.length; i++) {
    const one = of.lines[i] as OfRule["lines"][number];
    if (!overlaps(one.covers, place)) break;
    covering.push(one);
  }
  return covering;
}

function unusedSuppression(id: string, span: Span, whole: Span | undefined, shower: Shower): RuleFinding | undefined {
  const rule = ruleById(id);
  if (rule && shower.severity(id) === "off") return undefined;
  const message = rule ? `Nothing here is reported by "${id}" any more.` : `There is no rule "${id}" to suppress.`;
  return {
    rule: "unused-suppression",
    raw: {
      at: span,
      message,
      help: "Take the suppression out, so that a new finding of the rule is seen.",
      unnecessary: true,
      ...(whole
        ? {
            fixes: [
              {
                title: "Remove the suppression",
                safe: true,
                changes: [{ op: "replace", span: whole, newText: "" }],
                preferred: true,
              },
            ],
          }
        : undefined),
    },
  };
}

/** The comment, with its line where it stands alone on it. */
function lineOf(text: string, { start, end }: Span): Span {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const next = text.indexOf("\n", end);
  const to = next < 0 ? text.length : next;
  const alone = text.slice(from, start).trim() === "" && text.slice(end, to).trim() === "";
  return alone ? { start: from, end: next < 0 ? to : next + 1 } : { start, end };
}
