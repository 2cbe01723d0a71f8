import type { Plain } from "../records/model.ts";
import type { TextEdit } from "../text/edit.ts";
import { infoOf, labelOf, lineEnd, lineStart, type Target } from "./write-context.ts";
import { cellText, oneLine } from "./write-values.ts";

/** Adds heading records after `last`, in the manner of the target: its level, its separator, its labelled lines. */
export function addHeadingRecords(
  target: Target,
  last: Target,
  records: readonly Readonly<Record<string, Plain>>[],
): TextEdit[] {
  const { text, newline, base, data } = target;
  const heading = text.slice(base, lineEnd(text, base));
  const level = /^#+/.exec(heading)?.[0] ?? "###";
  const separator = /\d\s*([:–—|]|\s-)\s/.exec(heading)?.[1]?.trim() ?? ":";
  const style = lineStyle(target);
  const at = lineEnd(text, last.base + last.data.span.end);
  const written = records.map((record) => {
    const title = record.title ?? record.name;
    const head = `${level} ${record.id ?? ""}${title ? `${separator === ":" ? ":" : ` ${separator}`} ${title}` : ""}`;
    const lines = Object.entries(record)
      .filter(([name]) => name !== "id" && name !== "title" && name !== "name")
      .map(([name, value]) => style(labelOf(data.kind, name), oneLine(cellText(infoOf(data.kind, name), value))));
    return [head, "", ...lines].join(newline);
  });
  return [{ span: { start: at, end: at }, newText: written.map((record) => newline + newline + record).join("") }];
}

function lineStyle({ text, base, data }: Target): (label: string, value: string) => string {
  for (const field of data.fields.values()) {
    const key = base + field.keySpan.start;
    const line = text.slice(lineStart(text, key), lineEnd(text, key));
    const tail = / {2}$/.test(line) ? "  " : "";
    const plain = /^([ \t>]*(?:[-*+] )?)\p{Lu}[^*_|:#]{0,60}:/u.exec(line);
    if (plain) return (label, value) => `${plain[1]}${label}: ${value}${tail}`;
    const match = /^([ \t>]*(?:[-*+] )?)(?:\*\*|__)[^*_]*?(:?)(?:\*\*|__)/.exec(line);
    if (!match) continue;
    return (label, value) =>
      match[2] ? `${match[1]}**${label}:** ${value}${tail}` : `${match[1]}**${label}**: ${value}${tail}`;
  }
  return (label, value) => `- **${label}:** ${value}`;
}
