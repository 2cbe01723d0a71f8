import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { languageOf } from "../../server/src/core/analysis.ts";
import { ALL } from "../notation/fixtures.ts";
import { readFixture } from "../support/fixture.ts";
import { LINES, SAMPLE } from "../support/sample.ts";

const ROOT = resolve(import.meta.dirname, "../..");

/** A text that inputs are made from, and the name of the file it stands in. */
export interface Seed {
  readonly name: string;
  readonly text: string;
}

const filesBelow = (folder: string, ending: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

function examples(): Seed[] {
  return filesBelow("examples", "")
    .filter((path) => languageOf(path) !== undefined)
    .map((path) => ({ name: path, text: readFileSync(path, "utf8") }));
}

function rulePages(): Seed[] {
  return filesBelow("server/src/core/rules", ".md").flatMap((path) => {
    const fences = readFileSync(path, "utf8").matchAll(/^(`{3,})aims-(?:bad|good)\r?\n([\s\S]*?)^\1[ \t]*$/gm);
    return [...fences].flatMap(([, , source]) => named(readFixture(source as string).files));
  });
}

const named = (files: ReadonlyMap<string, string>): Seed[] => [...files].map(([name, text]) => ({ name, text }));

/** Every text of the fixtures, the rules' pages and the examples, in an order that stays. */
export const SEEDS: readonly Seed[] = [
  ...named(SAMPLE),
  ...Object.values(ALL).map(({ path, text }) => ({ name: path, text })),
  ...rulePages(),
  ...examples(),
].filter(({ name, text }) => languageOf(name) !== undefined && text.length < 20_000);

/** What mutation puts into a text: parts of the notations, and what editors, mergers and attackers leave in one. */
export const PIECES: readonly string[] = [
  ...LINES.flatMap((line) => [line, `\n${line}\n`]),
  ...[
    "\r",
    "\r\n",
    "\n",
    "\t",
    "\0",
    "\ufeff",
    "\u2028",
    "\u0085",
    "\u00a0",
    "\ud800",
    "\udc00",
    "\u{1f600}",
    "é",
    "e\u0301",
  ],
  ...["\u202e", "\u2066", "\u200b", "\u200d", "\ufffd", "𝕏", "ﬁ", "ß", "İ", "\u0000\u0000"],
  ...[
    '"',
    "'",
    "`",
    "```\n",
    "~~~\n",
    "|",
    "\\",
    "[",
    "]",
    "{",
    "}",
    "(",
    ")",
    "<",
    ">",
    "&",
    "*",
    "#",
    "%",
    "@",
    "!",
    "?",
  ],
  ...[
    "- ",
    "- - - ",
    "? ",
    ": ",
    ":\n",
    "&a ",
    "*a",
    "<<: *a\n",
    "!!binary ",
    "!t ",
    "|\n",
    ">-\n",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
  ],
  ...[
    "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
    "<<: [*a, *a]\n",
    "&a\n  <<: *a\n",
    "? [a, b]\n: c\n",
  ],
  ...["<<<<<<< HEAD\n", "=======\n", "||||||| base\n", ">>>>>>> branch\n"],
  ...[
    "| a | b |\n|---|---|\n",
    "| --- |\n",
    "|:-:|",
    "> ",
    "1. ",
    "    ",
    "<!--",
    "-->",
    "<div>\n",
    "[x](y.md#z)",
    "![a](b)",
  ],
  ...[
    "[r]: x\n",
    "<https://x.test>",
    "&amp;",
    "$" + "{{ x }}",
    "{% if %}",
    "TBD",
    "[Name]",
    "____",
    "__proto__: 1\n",
    "constructor: x\n",
  ],
  ...[
    "AI-001",
    "RISK-001",
    "A.6.2.44",
    "ISO/IEC 42001:2022",
    "Article 6",
    "clause 6.1.4",
    "2026-02-30",
    "31.12.9999",
    "../../x",
  ],
  ...[
    "%2e%2e/",
    "C:\\x\\y.md",
    "file with spaces.md",
    "a#b.md",
    "%zz",
    "1e309",
    "0x1F",
    "-.inf",
    "~",
    "yes",
    "null",
    "9".repeat(30),
  ],
];
