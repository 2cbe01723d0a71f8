import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { describe, it } from "mocha";
import { RULES, ruleById } from "../../server/src/core/rules/registry.ts";
import type { Rule } from "../../server/src/core/rules/rule.ts";
import { check, readFixture } from "../support/fixture.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "server/src/core/rules");
const GROUPS = [
  "form",
  "citation",
  "link",
  "scope",
  "coverage",
  "assessment",
  "risk",
  "evidence",
  "independence",
  "cycle",
  "data",
  "claim",
];
const SECTIONS = ["What it finds", "Why it matters", "How to mend it", "When it stays silent", "Examples"];

/** Rules whose findings no document can bring about, each with its reason. The list may only shrink. */
const NO_EXAMPLE: Record<string, string> = {
  "unreadable-file": "the host yields it for a file whose text never arrives",
  "goalpost-moved": "it takes earlier versions of a file",
  "check-failed": "only a fault of a rule brings it about",
};

interface Example {
  readonly type: "bad" | "good";
  readonly source: string;
}

/** Fenced blocks `aims-bad` and `aims-good` of a page; a longer fence may hold shorter ones. */
function examplesOf(markdown: string): Example[] {
  const fences = markdown.matchAll(/^(`{3,})aims-(bad|good)\r?\n([\s\S]*?)^\1[ \t]*$/gm);
  return [...fences].map(([, , type, source]) => ({ type: type as Example["type"], source: source as string }));
}

const files = (group: string, ending: string): string[] =>
  readdirSync(join(FOLDER, group))
    .filter((name) => name.endsWith(ending))
    .map((name) => basename(name, ending))
    .filter((name) => name !== "index")
    .sort();

const pathOf = (rule: Rule, ending: string): string => join(FOLDER, rule.group, `${rule.id}${ending}`);

/** Preview rules are off unless asked for. */
const switchedOn = (rule: Rule) => (rule.preview ? { severities: { [rule.id]: rule.severity } } : {});

describe("rules and their pages", () => {
  it("are listed with the severity they have and what they find", () => {
    const list = readFileSync(join(ROOT, "docs/rules.md"), "utf8");
    for (const { id, group, severity, summary, preview } of RULES) {
      const row = `| [${id}](../server/src/core/rules/${group}/${id}.md) | ${severity}${preview ? " (preview, off)" : ""} | ${summary.replaceAll("|", "\\|")} |`;
      assert.ok(list.includes(row), row);
    }
  });

  it("list every rule once, in its own group", () => {
    assert.deepEqual(new Set(RULES.map((rule) => rule.id)).size, RULES.length, "an id is used twice");
    for (const group of GROUPS) {
      const listed = RULES.filter((rule) => rule.group === group).map((rule) => rule.id);
      assert.deepEqual([...listed].sort(), files(group, ".ts"), `index.ts of ${group} and its files`);
      assert.deepEqual(listed, [...listed].sort(), `index.ts of ${group} is in the order of the alphabet`);
    }
  });

  it("have no page without a rule", () => {
    const pages = GROUPS.flatMap((group) => files(group, ".md"));
    assert.deepEqual(
      pages.filter((page) => !ruleById(page)),
      [],
    );
  });

  it("makes no exception it does not need", () => {
    for (const id of Object.keys(NO_EXAMPLE)) assert.ok(ruleById(id), `there is no rule ${id}`);
  });

  for (const rule of RULES) {
    describe(rule.id, () => {
      const page = existsSync(pathOf(rule, ".md")) ? readFileSync(pathOf(rule, ".md"), "utf8") : "";
      const examples = examplesOf(page);

      it("is named for the defect, and says what it finds in one sentence", () => {
        assert.match(rule.id, /^[a-z]+(?:-[a-z]+)*$/);
        assert.match(rule.summary, /^[A-Z][^\n]*\.$/);
      });

      it("has a page with all its sections", () => {
        assert.ok(page !== "", `${pathOf(rule, ".md")} is missing`);
        assert.match(page, new RegExp(`^# ${rule.id}\n`));
        const prose = page.replace(/^(`{3,})aims-[\s\S]*?^\1[ \t]*$/gm, "");
        const found = [...prose.matchAll(/^## (.+)$/gm)].map((m) => m[1]);
        assert.deepEqual(found, SECTIONS);
        assert.ok(page.includes(`**${rule.severity}**`), `the page says that it is **${rule.severity}**`);
      });

      it("has a test", () => {
        const test = join(ROOT, "test/rules", rule.group, `${rule.id}.test.ts`);
        assert.ok(existsSync(test), `${test} is missing`);
        assert.ok(readFileSync(test, "utf8").includes(rule.id), `${test} does not name ${rule.id}`);
      });

      if (NO_EXAMPLE[rule.id]) return;

      it("shows it and shows it mended", () => {
        assert.ok(
          examples.some(({ type }) => type === "bad"),
          "no example of what it finds",
        );
        assert.ok(
          examples.some(({ type }) => type === "good"),
          "no example that it leaves alone",
        );
      });

      examples.forEach(({ type, source }, i) => {
        it(`example ${i + 1} (${type}) is true`, () => {
          const labels = readFixture(source).labels.filter((label) => label.rule === rule.id);
          assert.equal(labels.length > 0, type === "bad", "labels stand in bad examples, and only there");
          check([rule.id], source, switchedOn(rule));
        });
      });
    });
  }
});
