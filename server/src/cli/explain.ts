import { type Explanation, explain, looksLikeId, type RecordAccount } from "../core/analysis.ts";
import { CliError, type ExplainCommand } from "./args.ts";
import type { Io } from "./io.ts";
import { type Loaded, load } from "./load.ts";
import { indented, jsonText, type Paint, painter, plainText } from "./paint.ts";
import { prettyRecord, recordJson } from "./pretty-record.ts";

/** What is said of one query: what the catalogue knows, and records of the workspace. */
interface Answer {
  readonly known: readonly Explanation[];
  readonly records: readonly RecordAccount[];
  readonly nearest: readonly string[];
  /** Undefined where no record was looked for. */
  readonly loaded: Loaded | undefined;
}

/**
 * `aims explain`.
 * @throws CliError for what neither the catalogue nor the workspace has, naming what comes nearest
 */
export function runExplain(command: ExplainCommand, io: Io): number {
  const answer = answerTo(command, io);
  const { known, records, nearest, loaded } = answer;
  const base = loaded?.base ?? io.cwd;
  if (command.format === "json") {
    const found = [...known, ...records.map((record) => recordJson(record, base))];
    io.out(jsonText({ query: command.query, found, nearest }));
  }
  if (known.length + records.length === 0) throw new CliError(unknown(command.query, answer));
  if (command.format === "pretty") {
    const paint = painter(io.color);
    const texts = [
      ...records.map((record) => prettyRecord(record, base, paint, io.width)),
      ...known.map((one) => pretty(one, paint, io.width)),
    ];
    io.out(`${texts.join("\n\n")}\n`);
  }
  return 0;
}

/** Records are looked for only where the words look like an id or mean nothing to the catalogue, since the folder has to be read for them. */
function answerTo({ query, folder, today, maxBytes }: ExplainCommand, io: Io): Answer {
  const known = explain(query, today);
  if (known.found.length > 0 && !looksLikeId(query))
    return { known: known.found, records: [], nearest: [], loaded: undefined };
  const loaded = load([folder], today, maxBytes, io);
  const { found, nearest } = loaded.host.snapshot.records(query);
  const none = known.found.length + found.length === 0;
  return {
    known: known.found,
    records: found,
    nearest: none ? (nearest.length > 0 ? nearest : known.nearest) : [],
    loaded,
  };
}

function unknown(query: string, { nearest, loaded }: Answer): string {
  const hint = nearest.length > 0 ? ` Did you mean ${nearest.map((n) => `"${plainText(n)}"`).join(", ")}?` : "";
  const none =
    looksLikeId(query) && loaded?.host.snapshot.files().length === 0
      ? " No governance document was found in this folder; say with --in where they are."
      : "";
  return `nothing is known of "${plainText(query)}".${hint}${none}`;
}

function pretty({ head, body, links, source }: Explanation, paint: Paint, width: number): string {
  const columns = Math.max(40, Math.min(width, 100)) - 2;
  const lines = [...body, ...links].map((line) => indented(line.replace(/[*`]/g, ""), columns));
  return [paint("bold", head), ...lines, paint("dim", indented(source, columns))].join("\n");
}
