import { readFileSync } from "node:fs";
import { applyEdits, countOf, type Finding } from "../core/analysis.ts";
import { writeAtomically } from "../files/write.ts";
import type { CheckCommand, FailOn } from "./args.ts";
import type { Io } from "./io.ts";
import { isTarget, type Loaded, load, readHistory, shownPath } from "./load.ts";
import { complaint, jsonText } from "./paint.ts";
import { prettyFindings } from "./pretty-findings.ts";

/** `aims check`. */
export function runCheck(command: CheckCommand, io: Io): number {
  const loaded = load(command.paths, command.today, command.maxBytes, io);
  if (command.history) readHistory(loaded);
  const fixes = command.fix ? applySafeFixes(loaded, io) : { files: 0, failed: 0 };
  const findings = loaded.host.snapshot.allFindings().filter((f) => isTarget(f.path, loaded.targets));
  for (const failure of loaded.host.takeFailures()) io.err(complaint(failure));
  const summary = summarize(findings, loaded, fixes.files, command.today);
  if (command.format === "json")
    io.out(jsonText({ findings: findings.map((f) => findingJson(f, loaded.base)), summary }));
  else io.out(prettyFindings(findings, summary, loaded, io));
  return fixes.failed > 0 ? 2 : exitCode(findings, command.failOn);
}

/** Counts of one run of `check`, as in its JSON. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  /** Governed files among those checked. */
  readonly documents: number;
  /** Files looked at, governed or not. */
  readonly files: number;
  /** Folders with an `aims.yaml`. */
  readonly aims: number;
  /** Governance files that could not be read, and why. */
  readonly notChecked: number;
  /** Files changed by `--fix`. */
  readonly fixedFiles: number;
  readonly today: string;
}

function summarize(findings: readonly Finding[], loaded: Loaded, fixedFiles: number, today: string): Summary {
  const { snapshot } = loaded.host;
  return {
    errors: countOf(findings, "error"),
    warnings: countOf(findings, "warning"),
    infos: countOf(findings, "info"),
    hints: countOf(findings, "hint"),
    documents: snapshot.files().filter((path) => isTarget(path, loaded.targets)).length,
    files: loaded.fileCount,
    aims: snapshot.aimsRoots().length,
    notChecked: findings.filter((f) => f.rule === "unreadable-file").length,
    fixedFiles,
    today,
  };
}

/** A finding as in the JSON of `check`. */
export function findingJson(finding: Finding, base: string) {
  const { range, rule, severity, message, help, others } = finding;
  return {
    path: shownPath(finding.path, base),
    range,
    rule,
    severity,
    message,
    help,
    ...(others === undefined ? {} : { others }),
    fixes: finding.fixes.map((f) => f.title),
    related: finding.related.map((r) => ({ path: shownPath(r.path, base), range: r.range, message: r.message })),
  };
}

function exitCode(findings: readonly Finding[], failOn: FailOn): number {
  if (failOn === "never") return 0;
  const bad = findings.some((f) => f.severity === "error" || (failOn === "warning" && f.severity === "warning"));
  return bad ? 1 : 0;
}

/**
 * Applies the safe fixes file by file; a file that is not UTF-8 is left alone, since writing it would change its encoding.
 * @returns how many files were changed, and how many could not be
 */
function applySafeFixes({ host, targets }: Loaded, io: Io): { readonly files: number; readonly failed: number } {
  let [files, failed] = [0, 0];
  for (const path of host.snapshot.files().filter((p) => isTarget(p, targets))) {
    const edits = host.snapshot.fixAll(path);
    if (edits.length === 0) continue;
    const text = applyEdits(host.snapshot.text(path) ?? "", edits);
    if (!isUtf8(path)) {
      io.err(complaint(`${path} is not UTF-8 and was left alone`));
      continue;
    }
    try {
      writeAtomically(path, text);
    } catch (error) {
      io.err(complaint(`not written: ${(error as Error).message}`));
      failed++;
      continue;
    }
    host.apply([{ type: "set", path, text }]);
    files++;
  }
  return { files, failed };
}

function isUtf8(path: string): boolean {
  try {
    return !new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)).includes("\0");
  } catch {
    return false;
  }
}
