import { parseArgs } from "node:util";
import { isIsoDate } from "../core/analysis.ts";
import type { Io } from "./io.ts";

/** A mistake in how the command was called, or a reason why it cannot run. */
export class CliError extends Error {}

export type Format = "pretty" | "json";
export type FailOn = "error" | "warning" | "never";

export interface CheckCommand {
  readonly name: "check";
  readonly paths: readonly string[];
  readonly format: Format;
  readonly failOn: FailOn;
  readonly today: string;
  readonly fix: boolean;
  /** Whether git is asked for earlier versions. */
  readonly history: boolean;
  readonly maxBytes: number | undefined;
}
export interface CoverageCommand {
  readonly name: "coverage";
  readonly paths: readonly string[];
  readonly standard: string | undefined;
  readonly format: Format;
  readonly today: string;
  readonly maxBytes: number | undefined;
}
export interface ExplainCommand {
  readonly name: "explain";
  readonly query: string;
  /** The folder in which records are looked for. */
  readonly folder: string;
  readonly format: Format;
  readonly today: string;
  readonly maxBytes: number | undefined;
}
export type Command =
  | CheckCommand
  | CoverageCommand
  | ExplainCommand
  | { readonly name: "help" }
  | { readonly name: "version" };

export const USAGE = `aims: checks AI-governance documents (ISO/IEC 42001) kept as YAML and Markdown

  aims check [PATH …]      findings of the folders or files (this folder if none is given)
      --format pretty|json
      --fail-on error|warning|never   what makes the exit code 1 (default: error)
      --fix                           apply the safe fixes first
      --no-history                    do not ask git how documents were before
  aims coverage [PATH …]   how far each clause and control is documented, operated, effective, checked
      --standard NAME                 e.g. iso-42001 (default: those named in aims.yaml)
      --format pretty|json
  aims explain WHAT …      a term, a provision or a standard in plain words: "AI system", A.6.2.4, "Annex III point 5(b)";
                           or a record of yours by id or title: AI-001
      --in PATH                       the folder whose records are meant (default: this one)
      --format pretty|json

  --today YYYY-MM-DD       the date taken for today
  --max-file-size KIB      largest file read (default: 2048)
  --version, --help

Exit codes: 0 clean, 1 findings at or above the threshold, 2 could not run or not write.
`;

const OPTIONS = {
  format: { type: "string" },
  "fail-on": { type: "string" },
  today: { type: "string" },
  standard: { type: "string" },
  in: { type: "string" },
  "max-file-size": { type: "string" },
  fix: { type: "boolean" },
  "no-history": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

/** Options that only some commands take. */
const ONLY: Record<string, string> = {
  "fail-on": "check",
  fix: "check",
  "no-history": "check",
  standard: "coverage",
  in: "explain",
};

/**
 * Reads the arguments.
 * @throws CliError when they do not make a command
 */
export function parseCommand(argv: readonly string[], io: Io): Command {
  const { values, positionals } = parse(argv);
  if (values.version) return { name: "version" };
  const [name, ...paths] = positionals;
  if (values.help || name === undefined || name === "help") {
    if (name === undefined && !values.help && argv.length > 0) throw new CliError(`no command given\n\n${USAGE}`);
    return { name: "help" };
  }
  if (name !== "check" && name !== "coverage" && name !== "explain")
    throw new CliError(`there is no command "${name}"\n\n${USAGE}`);
  for (const [option, command] of Object.entries(ONLY)) {
    if (option in values && command !== name) throw new CliError(`--${option} goes with "aims ${command}"`);
  }
  const format = oneOf("--format", values.format ?? "pretty", ["pretty", "json"] as const);
  const today = readToday(values.today) ?? io.today;
  const maxBytes = readSize(values["max-file-size"]);
  if (name === "explain") return { name, query: readQuery(paths), folder: values.in ?? ".", format, today, maxBytes };
  if (name === "coverage") return { name, paths, standard: values.standard, format, today, maxBytes };
  const failOn = oneOf("--fail-on", values["fail-on"] ?? "error", ["error", "warning", "never"] as const);
  return {
    name,
    paths,
    format,
    failOn,
    today,
    fix: values.fix ?? false,
    history: values["no-history"] !== true,
    maxBytes,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new CliError(`${(error as Error).message.split("\n")[0]}\n\n${USAGE}`);
  }
}

function readQuery(words: readonly string[]): string {
  if (words.length === 0)
    throw new CliError(`say what to explain: aims explain "AI system", aims explain A.6.2.4, aims explain AI-001`);
  return words.join(" ");
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((a) => a === value);
  if (!found) throw new CliError(`${option} takes ${allowed.join(", ")}, not "${value}"`);
  return found;
}

function readToday(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (!isIsoDate(value)) throw new CliError(`--today takes a date such as 2026-11-23, not "${value}"`);
  return value;
}

function readSize(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new CliError(`--max-file-size takes a whole number of KiB, not "${value}"`);
  return Number(value) * 1024;
}
