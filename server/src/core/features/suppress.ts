import type { Action, Finding } from "../analysis-api.ts";
import type { Document } from "../syntax/document.ts";
import type { TextEdit } from "../text/edit.ts";
import { shift, touches } from "../text/span.ts";
import type { FileView } from "../workspace/view.ts";
import { tableCellAt } from "./table-context.ts";
import { frontMatterRegion } from "./yaml-context.ts";

/** Actions that write a comment by which a person says why a finding is to be passed over; the reason is left for that person. */
export function suppressActions(view: FileView, findings: readonly Finding[]): Action[] {
  const { document } = view;
  if (document.language === "csv") return [];
  const rules = [...new Map(findings.map((finding) => [finding.rule, finding])).values()];
  return rules
    .filter((finding) => finding.rule !== "unreasoned-suppression" && finding.rule !== "unused-suppression")
    .map((finding) => ({
      title: `Ignore ${finding.rule} here (write the reason)`,
      kind: "quickfix",
      finding,
      edits: () => {
        const edit = commentFor(view, finding);
        return edit && [{ path: document.path, edits: [edit] }];
      },
    }));
}

/** The comment on a line of its own above what it covers, or at the end of a table's row, whose line must stay whole. */
function commentFor(view: FileView, finding: Finding): TextEdit | undefined {
  const { document, lines } = view;
  const offset = lines.offset(finding.range.start);
  const hash = inYaml(document, offset);
  const line = hash ? yamlLine(view, offset) : finding.range.start.line;
  const start = lines.lineStart(line);
  const end = lines.lineEnd(line);
  if (!hash && (inTable(document, offset) || document.text.slice(start, end).includes("|"))) {
    return { span: { start: end, end }, newText: ` <!-- aims-ignore ${finding.rule}:  -->` };
  }
  const indent = (/^[ \t]*/.exec(document.text.slice(start, end)) as RegExpExecArray)[0];
  const newline = document.text.includes("\r\n") ? "\r\n" : "\n";
  const comment = hash ? `# aims-ignore ${finding.rule}: ` : `<!-- aims-ignore ${finding.rule}:  -->`;
  return { span: { start, end: start }, newText: `${indent}${comment}${newline}` };
}

function inYaml(document: Document, offset: number): boolean {
  if (document.language === "yaml") return true;
  const matter = frontMatterRegion(document.text);
  return matter !== undefined && offset >= matter.start && offset < matter.end;
}

const inTable = (document: Document, offset: number): boolean => tableCellAt(document.text, offset) !== undefined;

/** The line of the key whose value holds an offset: a comment between the lines of a value would be part of it. */
function yamlLine({ document, lines }: FileView, offset: number): number {
  for (const { base, data } of document.records) {
    if (!touches(shift(data.span, base), offset)) continue;
    for (const { keySpan, value } of data.fields.values()) {
      if (value.type === "scalar" && touches(shift(value.span, base), offset))
        return lines.position(keySpan.start + base).line;
    }
  }
  return lines.position(offset).line;
}
