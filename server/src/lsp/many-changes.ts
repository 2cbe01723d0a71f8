import type { TextDocumentContentChangeEvent } from "vscode-languageserver";

/** Characters of lines that are put together anew. */
const LONGEST = 10_000;

/** A line break that not all take for one. */
const LONE_RETURN = /\r(?!\n)/;

/**
 * A text after changes one after another, line by line: to put the whole text together anew for each of some thousand changes, as an editor
 * sends them that replaces a word everywhere, takes seconds. Undefined where a range lies outside of the text or is none, or where a line is
 * so long that it is no better.
 */
export function withChanges(text: string, changes: readonly TextDocumentContentChangeEvent[]): string | undefined {
  if (LONE_RETURN.test(text)) return undefined;
  let lines = linesOf(text);
  for (const change of changes) {
    if (!("range" in change) || LONE_RETURN.test(change.text)) return undefined;
    const { start, end } = change.range;
    const [first, last] = [lines[start.line], lines[end.line]];
    if (first === undefined || last === undefined || start.line > end.line) return undefined;
    if (first.length + last.length > LONGEST) return undefined;
    if (start.line === end.line && start.character > end.character) return undefined;
    if (!isWithin(first, start.character) || !isWithin(last, end.character)) return undefined;
    const fresh = linesOf(first.slice(0, start.character) + change.text + last.slice(end.character));
    // Only of the last line of all there is no break at the end.
    if (end.line < lines.length - 1) fresh.pop();
    const [only, another] = fresh;
    if (only !== undefined && another === undefined && start.line === end.line) lines[start.line] = only;
    else lines = lines.slice(0, start.line).concat(fresh, lines.slice(end.line + 1));
  }
  return lines.join("");
}

/** The lines of a text with their breaks. */
function linesOf(text: string): string[] {
  const lines = text.split(/(?<=\n)/);
  if (text.endsWith("\n")) lines.push("");
  return lines;
}

const isWithin = (line: string, character: number): boolean =>
  Number.isInteger(character) && character >= 0 && character <= line.length - (/\r?\n$/.exec(line)?.[0].length ?? 0);
