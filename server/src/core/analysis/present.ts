import type { Finding, FindingFix } from "../analysis-api.ts";
import { ruleById } from "../rules/registry.ts";
import type { Anchor, FileAnchor, RawFinding, Rule } from "../rules/rule.ts";
import type { RuleFinding } from "../rules/run.ts";
import type { Document, Suppression } from "../syntax/document.ts";
import { overlaps, type Range, type Span, shift } from "../text/span.ts";
import type { AimsConfig, Severity } from "../workspace/api.ts";
import { type Aims, linesOf } from "./aims.ts";
import { resolveFix } from "./fixes.ts";

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

/** The findings of a file as shown: positions resolved, severities set, suppressed ones taken out, sorted. */
export function present(
  aims: Aims,
  path: string,
  settings: ReadonlyMap<string, Severity | "off">,
  alone = false,
): Finding[] {
  const document = aims.document(path);
  if (!document) return [];
  const { units, aims: whole } = alone ? aims.findingsAlone(path) : aims.findings(path);
  const shown = new Map<string, Finding & { readonly span: Span }>();
  const show = (found: RuleFinding, base: number): void => {
    const finding = presentOne(aims, document, found, base, settings);
    if (!finding) return;
    const key = `${finding.rule} ${finding.span.start} ${finding.span.end} ${finding.message}`;
    if (!shown.has(key)) shown.set(key, finding);
  };
  const broken = new Set<string>();
  for (const { base, found } of units) {
    for (const one of found) {
      if (one.broken !== undefined && broken.has(one.broken)) continue;
      if (one.broken !== undefined) broken.add(one.broken);
      show(one, base);
    }
  }
  for (const one of whole) show(one, 0);
  // Half of what a rule has to say would pass for all of it.
  if (broken.size > 0) for (const [key, { rule }] of shown) if (broken.has(rule)) shown.delete(key);
  return suppress(aims, document, [...shown.values()], settings, alone).sort(byPlace);
}

const byPlace = (a: Finding, b: Finding): number =>
  a.range.start.line - b.range.start.line ||
  a.range.start.character - b.range.start.character ||
  (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

type Placed = Finding & { readonly span: Span };

function presentOne(
  aims: Aims,
  document: Document,
  { rule: id, raw }: RuleFinding,
  base: number,
  settings: ReadonlyMap<string, Severity | "off">,
): Placed | undefined {
  const rule = ruleById(id);
  const severity = rule ? severityOf(rule, aims.config(), settings) : "warning";
  if (severity === "off") return undefined;
  const span = spanOf(aims, document, raw.at, base);
  const lines = linesOf(document);
  return {
    path: document.path,
    span,
    range: lines.range(span),
    rule: id,
    severity: lower(severity, raw.severity),
    message: raw.message,
    help: raw.help ?? "",
    fixes: fixesOf(aims, document.path, raw, base),
    related: relatedOf(aims, raw),
    unnecessary: raw.unnecessary ?? false,
  };
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

function fixesOf(aims: Aims, path: string, raw: RawFinding, base: number): FindingFix[] {
  if (!raw.fixes) return [];
  const of = { path, edition: aims.edition(path) };
  return raw.fixes.map((fix) => ({
    title: fix.title,
    safe: fix.safe ?? false,
    preferred: fix.preferred ?? false,
    edits: () => resolveFix(aims, of, fix, base),
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

/** Takes out what the file's own comments suppress, and says which of these suppress nothing (unless not all rules ran). */
function suppress(
  aims: Aims,
  document: Document,
  findings: Placed[],
  settings: ReadonlyMap<string, Severity | "off">,
  alone: boolean,
): Finding[] {
  if (document.suppressions.length === 0) return findings;
  const used = new Set<string>();
  const kept = findings.filter((finding) => {
    let suppressed = false;
    document.suppressions.forEach((suppression, i) => {
      if (!covers(suppression, finding)) return;
      used.add(`${i} ${finding.rule}`);
      suppressed = true;
    });
    return !suppressed;
  });
  if (alone) return kept;
  document.suppressions.forEach((suppression, i) => {
    for (const { id, span } of suppression.rules) {
      if (used.has(`${i} ${id}`)) continue;
      const whole = suppression.rules.length === 1 ? lineOf(document.text, suppression.span) : undefined;
      const found = unusedSuppression(id, span, whole, aims, settings);
      const shown = found && presentOne(aims, document, found, 0, settings);
      if (shown) kept.push(shown);
    }
  });
  return kept;
}

function covers(suppression: Suppression, finding: Placed): boolean {
  if (!suppression.rules.some((r) => r.id === finding.rule) || finding.rule === "unreasoned-suppression") return false;
  return (
    suppression.covers === "file" ||
    overlaps(suppression.covers, { start: finding.span.start, end: Math.max(finding.span.end, finding.span.start + 1) })
  );
}

function unusedSuppression(
  id: string,
  span: Span,
  whole: Span | undefined,
  aims: Aims,
  settings: ReadonlyMap<string, Severity | "off">,
): RuleFinding | undefined {
  const rule = ruleById(id);
  if (rule && severityOf(rule, aims.config(), settings) === "off") return undefined;
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
