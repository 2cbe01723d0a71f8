import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parse } from "acorn";
import { transformSync } from "esbuild";
import { describe, it } from "mocha";
import { analyse } from "scslre";

const ROOT = resolve(import.meta.dirname, "../..");

/** Patterns that would be slow on a long text and only ever see a short one, each with what keeps it short. */
const BOUNDED: readonly (readonly [start: string, why: string])[] = [
  [
    "^(?:x|X|!|[ivx]+|\\^.*|@.*|\\d+.*",
    "what stands between brackets has a largest length in the pattern that finds it",
  ],
  ["\\s+[–—-]\\s+|:\\s+|;\\s+", "it is matched against the first 1,000 characters"],
  ["\\d[\\w.-]*$", "ids longer than LONGEST are passed over before"],
  ["^(?:[^\\d=]{0,20}\\d[^=]{0,40}=\\s*)?(", "it is matched against the first LONGEST_WORD characters"],
  ["^\\D{0,40}?(<=", "thresholds of more than 120 characters are passed over before"],
  ["^\\D{0,30}?([-+−]?", "thresholds of more than 120 characters are passed over before"],
  ["^\\D{0,3}?([-+−]?", "it is matched against the first 60 characters of a value"],
];

const WHAT_TO_DO =
  "takes time that grows faster than the text. Let a trailing run start where it starts (`(?<!x)x+$`), make the parts of a repetition " +
  "begin with different characters (`a*(?:ba*)?` and not `a*b?a*`), or bound the repetition (`{0,20}`). Where the text is always " +
  "short, add the pattern to BOUNDED in test/regex/linear.test.ts and say what keeps it short";

interface Found {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression literal of a TypeScript file. */
function literalsOf(file: string): Found[] {
  const { code } = transformSync(readFileSync(file, "utf8"), { loader: "ts", target: "es2022" });
  const out: Found[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { regex } = node as { regex?: { pattern: string; flags: string } };
    if (regex) out.push({ where: relative(ROOT, file), source: regex.pattern, flags: regex.flags });
    else for (const child of Object.values(node)) walk(child);
  };
  walk(parse(code, { ecmaVersion: "latest", sourceType: "module" }));
  return out;
}

const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));

function constructed(): Found[] {
  const script = join(import.meta.dirname, "constructed.ts");
  const out = execFileSync(process.execPath, ["--import", "tsx", script], { encoding: "utf8", cwd: ROOT });
  const made = JSON.parse(out) as [string, string][];
  return made.map(([source, flags]) => ({ where: "made at run time", source, flags }));
}

const slow = (source: string, flags: string): boolean =>
  analyse({ source, flags }, { reportTypes: {} }).reports.length > 0;

function problems(found: readonly Found[]): string[] {
  return found
    .filter(({ source, flags }) => slow(source, flags) && !BOUNDED.some(([start]) => source.startsWith(start)))
    .map(({ where, source, flags }) => `${where}: /${source.slice(0, 200)}/${flags} ${WHAT_TO_DO}`);
}

describe("regular expressions", () => {
  const written = [...sources("server/src"), ...sources("client/src")].flatMap(literalsOf);

  it("the checker knows a slow one", () => {
    for (const source of ["^(a+)+$", "a*b?a*$", "\\s+$"]) assert.ok(slow(source, ""), source);
    assert.ok(!slow("(?<!\\s)\\s+$", ""));
  });

  it("take time in proportion to the text, where they are written", () => {
    assert.ok(written.length > 300, `${written.length} found`);
    assert.deepEqual(problems(written), []);
  }).timeout(60_000);

  it("take time in proportion to the text, where they are made from data", () => {
    const made = constructed();
    assert.ok(made.length > 20, `${made.length} found`);
    assert.deepEqual(problems(made), []);
  }).timeout(60_000);

  it("are excepted only while they are there", () => {
    const all = [...written, ...constructed()];
    for (const [start] of BOUNDED)
      assert.ok(
        all.some(({ source }) => source.startsWith(start)),
        start,
      );
  }).timeout(60_000);
});
