import type { Finding } from "../core/analysis.ts";
import type { Summary } from "./check.ts";
import type { Io } from "./io.ts";
import { type Loaded, shownPath } from "./load.ts";
import { type Paint, painter, plainText, type Style, wrap } from "./paint.ts";

const COLOR: Record<Finding["severity"], Style> = { error: "red", warning: "yellow", info: "blue", hint: "dim" };
const MAX_EXCERPT = 160;

/** The findings as a person reads them in a terminal: file by file, each with its line, its help and its fix. */
export function prettyFindings(findings: readonly Finding[], summary: Summary, loaded: Loaded, io: Io): string {
  const paint = painter(io.color);
  const out: string[] = [];
  let path: string | undefined;
  let lines: string[] = [];
  for (const finding of findings) {
    if (finding.path !== path) {
      path = finding.path;
      lines = (loaded.host.snapshot.text(path) ?? "").split(/\r\n|\r|\n/);
      out.push(`${out.length > 0 ? "\n" : ""}${paint("underline", plainText(shownPath(path, loaded.base)))}`);
    }
    for (const line of prettyFinding(finding, lines, paint, io.width)) out.push(line);
  }
  out.push("", ...prettySummary(summary, paint), "");
  return out.join("\n");
}

function prettyFinding(finding: Finding, lines: readonly string[], paint: Paint, width: number): string[] {
  const { start } = finding.range;
  const at = `${start.line + 1}:${start.character + 1}`.padEnd(7);
  const indent = " ".repeat(9);
  const room = Math.max(40, Math.min(width, 120) - indent.length);
  const head = `  ${paint("dim", at)}${paint(COLOR[finding.severity], finding.severity)} ${paint("dim", finding.rule)}`;
  const out = [head, `${indent}${paint("bold", wrap(plainText(finding.message), room, indent))}`];
  const excerpt = excerptOf(finding, lines);
  if (excerpt)
    out.push(
      `${indent}${paint("dim", "│")} ${excerpt[0]}`,
      `${indent}${paint("dim", "│")} ${paint(COLOR[finding.severity], excerpt[1])}`,
    );
  if (finding.help) out.push(`${indent}${wrap(plainText(finding.help), room, indent)}`);
  for (const fix of finding.fixes.slice(0, 2)) out.push(`${indent}${paint("green", `fix: ${plainText(fix.title)}`)}`);
  return out;
}

/** The line of a finding and the marks under it, cut to a readable length around the place. */
function excerptOf(finding: Finding, lines: readonly string[]): [string, string] | undefined {
  const { start, end } = finding.range;
  const line = lines[start.line];
  if (line === undefined || line.trim() === "") return undefined;
  const stop = end.line > start.line ? line.length : end.character;
  const from = start.character > MAX_EXCERPT / 2 ? start.character - MAX_EXCERPT / 4 : 0;
  const cut = line.slice(from, from + MAX_EXCERPT);
  const lead = plainText(cut).replaceAll("\t", " ");
  const trimmed = lead.length - lead.trimStart().length;
  const marks = "^".repeat(Math.max(1, Math.min(stop, from + MAX_EXCERPT) - start.character));
  return [lead.slice(trimmed), " ".repeat(Math.max(0, start.character - from - trimmed)) + marks];
}

function prettySummary(summary: Summary, paint: Paint): string[] {
  const counts = [
    [summary.errors, "error", "red"],
    [summary.warnings, "warning", "yellow"],
    [summary.infos, "note", "blue"],
    [summary.hints, "hint", "dim"],
  ] as const;
  const parts = counts
    .filter(([n]) => n > 0)
    .map(([n, name, style]) => paint(style, `${n} ${name}${n === 1 ? "" : "s"}`));
  const documents = `${summary.documents} governance document${summary.documents === 1 ? "" : "s"} of ${summary.files} file${summary.files === 1 ? "" : "s"}`;
  const out = [
    parts.length > 0 ? `${parts.join(", ")} in ${documents}` : `${paint("green", "nothing found")} in ${documents}`,
  ];
  if (summary.notChecked > 0) out.push(`${summary.notChecked} could not be checked`);
  if (summary.fixedFiles > 0) out.push(`${summary.fixedFiles} file${summary.fixedFiles === 1 ? "" : "s"} fixed`);
  if (summary.aims === 0)
    out.push(
      paint(
        "dim",
        "No aims.yaml was found, so only documents that name ISO/IEC 42001 or carry `aims:` were looked at.",
      ),
    );
  return out;
}
