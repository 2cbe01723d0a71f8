import { type Explanation, explain } from "../core/analysis.ts";
import { CliError, type ExplainCommand } from "./args.ts";
import type { Io } from "./io.ts";
import { type Paint, painter, plainText } from "./paint.ts";

/**
 * `aims explain`.
 * @throws CliError for what the catalogue does not have, naming what comes nearest
 */
export function runExplain(command: ExplainCommand, io: Io): number {
  const { found, nearest } = explain(command.query, command.today);
  if (command.format === "json") io.out(`${JSON.stringify({ query: command.query, found, nearest }, null, 2)}\n`);
  if (found.length === 0) {
    const hint = nearest.length > 0 ? ` Did you mean ${nearest.map((n) => `"${n}"`).join(", ")}?` : "";
    throw new CliError(`nothing is known of "${plainText(command.query)}".${hint}`);
  }
  if (command.format === "pretty") {
    const paint = painter(io.color);
    io.out(`${found.map((one) => pretty(one, paint, io.width)).join("\n\n")}\n`);
  }
  return 0;
}

function pretty({ head, body, links, source }: Explanation, paint: Paint, width: number): string {
  const columns = Math.max(40, Math.min(width, 100)) - 2;
  const lines = [...body, ...links].map((line) => wrapped(line.replace(/[*`]/g, ""), columns));
  return [paint("bold", head), ...lines, paint("dim", wrapped(source, columns))].join("\n");
}

/** A paragraph in lines of at most so many columns, two columns in; the lines after a list's mark two further in. */
function wrapped(text: string, columns: number): string {
  const hang = text.startsWith("- ") ? "    " : "  ";
  const lines: string[] = [];
  let line = "";
  for (const word of plainText(text).split(" ")) {
    if (line !== "" && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((l, i) => `${i === 0 ? "  " : hang}${l}`).join("\n");
}
