import assert from "node:assert/strict";
import { createHost, type Finding, type Host } from "../../server/src/core/analysis.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import type { Position } from "../../server/src/core/text/span.ts";

/** What a label under a line of a fixture says is found there. */
export interface Label {
  readonly path: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly severity: string;
  readonly rule: string;
  readonly fix: boolean;
  /** Undefined when the label leaves it out; a trailing `…` means "starts with". */
  readonly message: string | undefined;
}

export interface Fixture {
  readonly files: ReadonlyMap<string, string>;
  readonly labels: readonly Label[];
  readonly cursor: { readonly path: string; readonly position: Position } | undefined;
}

const LABEL = /^(\s*)(\^+) (error|warning|info|hint) ([a-z0-9-]+)( \(fix\))?(?:: (.*))?$/;
const FILE = /^\/\/- (\S.*)$/;

/**
 * Reads a workspace from one string: `//- /path` starts a file, `^^^ error rule-id (fix): message` under a line labels what is found
 * there, `$0` is the cursor. Common indentation, markers and labels are taken out. A text without a `//-` line is one file `/aims/doc.md`.
 */
export function readFixture(source: string): Fixture {
  const lines = dedent(source);
  const files = new Map<string, string>();
  const labels: Label[] = [];
  let cursor: Fixture["cursor"];
  let path = "/aims/doc.md";
  let out: string[] = [];
  const flush = (): void => {
    if (out.length > 0 || files.has(path)) files.set(path, `${out.join("\n")}\n`);
  };
  for (const line of lines) {
    const file = FILE.exec(line);
    if (file) {
      if (out.length > 0) flush();
      path = file[1] as string;
      out = [];
      files.set(path, "");
      continue;
    }
    const label = LABEL.exec(line);
    if (label) {
      labels.push(toLabel(label, path, out.length - 1));
      continue;
    }
    const at = line.indexOf("$0");
    if (at >= 0) cursor = { path, position: { line: out.length, character: at } };
    out.push(at >= 0 ? line.slice(0, at) + line.slice(at + 2) : line);
  }
  flush();
  return { files, labels, cursor };
}

function toLabel(match: RegExpExecArray, path: string, line: number): Label {
  const [, indent = "", carets = "", severity = "", rule = "", fix, message] = match;
  return {
    path,
    line,
    start: indent.length,
    end: indent.length + carets.length,
    severity,
    rule,
    fix: fix !== undefined,
    message,
  };
}

function dedent(source: string): string[] {
  const lines = source
    .replace(/^\n/, "")
    .replace(/\n[ \t]*$/, "")
    .split("\n");
  const indents = lines.filter((l) => l.trim() !== "").map((l) => l.length - l.trimStart().length);
  const by = Math.min(...indents, 1000);
  return lines.map((l) => l.slice(by));
}

export const TODAY = "2026-11-23";

/** A host over the files of a fixture. The workspace folder is `/` unless a file lies elsewhere. */
export function hostOf(files: ReadonlyMap<string, string>, today = TODAY): Host {
  const host = createHost({ today });
  host.apply([{ type: "roots", roots: ["/aims"] }, ...[...files].map(([path, text]) => change(path, text))]);
  bringSources(host, files);
  assert.deepEqual(host.takeFailures(), []);
  return host;
}

/** Brings the results files and pages of a fixture as a shell would. */
function bringSources(host: Host, files: ReadonlyMap<string, string>): void {
  if (![...files.keys()].some((path) => !isDocument(path))) return;
  host.snapshot.allFindings();
  host.apply(host.takeWanted().map((path) => ({ type: "source", path, text: files.get(path) ?? "" })));
}

const isDocument = (path: string): boolean => /\.(?:ya?ml|md|markdown|csv)$/.test(path);

/** A file of a fixture as a change of the world: a text that is read, or a file that is only there. */
export const change = (path: string, text: string) =>
  isDocument(path) ? ({ type: "set", path, text } as const) : ({ type: "exists", path } as const);

const show = (f: Finding): string =>
  `${f.path}:${f.range.start.line}:${f.range.start.character}-${f.range.end.line}:${f.range.end.character} ${f.severity} ${f.rule}${f.fixes.length > 0 ? " (fix)" : ""}: ${f.message}`;

/** Whether a label and a finding say the same. A finding that runs past its line matches a label up to the line's end. */
function matches(label: Label, finding: Finding, lineLength: number): boolean {
  const { start, end } = finding.range;
  const endCharacter = end.line > start.line ? lineLength : Math.max(end.character, start.character + 1);
  return (
    label.path === finding.path &&
    label.line === start.line &&
    label.start === start.character &&
    label.end === endCharacter &&
    label.severity === finding.severity &&
    label.rule === finding.rule &&
    label.fix === finding.fixes.length > 0 &&
    (label.message === undefined ||
      (label.message.endsWith("…")
        ? finding.message.startsWith(label.message.slice(0, -1))
        : finding.message === label.message))
  );
}

/**
 * Checks that the findings of `rules` in a fixture are exactly its labels.
 * @param rules rule ids looked at; "*" for all of them
 */
export function check(
  rules: readonly string[] | "*",
  source: string,
  options: {
    readonly today?: string;
    readonly severities?: Record<string, "error" | "warning" | "info" | "hint">;
  } = {},
): void {
  const fixture = readFixture(source);
  const host = hostOf(fixture.files, options.today);
  if (options.severities) host.apply([{ type: "severities", rules: options.severities }]);
  const found = host.snapshot.allFindings().filter((f) => rules === "*" || rules.includes(f.rule));
  assert.deepEqual(host.takeFailures(), []);
  const unmatched = [...found];
  const missing: Label[] = [];
  for (const label of fixture.labels) {
    const length = fixture.files.get(label.path)?.split("\n")[label.line]?.length ?? 0;
    const i = unmatched.findIndex((f) => matches(label, f, length));
    if (i < 0) missing.push(label);
    else unmatched.splice(i, 1);
  }
  if (missing.length === 0 && unmatched.length === 0) return;
  const expected = missing.map(
    (l) =>
      `  ${l.path}:${l.line}:${l.start}-${l.end} ${l.severity} ${l.rule}${l.fix ? " (fix)" : ""}${l.message === undefined ? "" : `: ${l.message}`}`,
  );
  assert.fail(
    `labels without a finding:\n${expected.join("\n")}\nfindings without a label:\n${unmatched.map((f) => `  ${show(f)}`).join("\n")}`,
  );
}

/** Applies the first fix (or the one titled `title`) of the first finding of `rule`, and checks the files it changes or creates. */
export function checkFix(rule: string, before: string, after: string, title?: string): void {
  const fixture = readFixture(before);
  const host = hostOf(fixture.files);
  const finding = host.snapshot.allFindings().find((f) => f.rule === rule);
  assert.ok(finding, `no finding of ${rule}: ${host.snapshot.allFindings().map(show).join("\n")}`);
  const fix = title === undefined ? finding.fixes[0] : finding.fixes.find((f) => f.title === title);
  assert.ok(fix, `no such fix: ${finding.fixes.map((f) => f.title).join(", ")}`);
  const edits = fix.edits();
  assert.ok(edits, "the fix has no edits");
  const result = new Map(fixture.files);
  for (const edit of edits) {
    if ("create" in edit) result.set(edit.path, edit.create);
    else result.set(edit.path, applyEdits(result.get(edit.path) ?? "", edit.edits));
  }
  for (const [path, text] of readFixture(after).files) assert.equal(result.get(path), text, path);
}
