import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, it } from "mocha";
import type { Finding, FindingFix } from "../../server/src/core/analysis.ts";
import { ruleById } from "../../server/src/core/rules/registry.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { hostOf, readFixture } from "../support/fixture.ts";

const RULES = resolve(import.meta.dirname, "../../server/src/core/rules");

/** Every example of a defect in the rules' pages, with the rule it belongs to. */
const EXAMPLES = readdirSync(RULES, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
  .flatMap((entry) => {
    const page = readFileSync(join(entry.parentPath, entry.name), "utf8");
    const fences = [...page.matchAll(/^(`{3,})aims-bad\r?\n([\s\S]*?)^\1[ \t]*$/gm)];
    return fences.map(([, , source]) => ({ rule: entry.name.slice(0, -3), source: source as string }));
  });

type Files = ReadonlyMap<string, string>;

function findingsOf(files: Files, rule: string): readonly Finding[] {
  const host = hostOf(files);
  const found = ruleById(rule);
  if (found?.preview) host.apply([{ type: "severities", rules: { [rule]: found.severity } }]);
  return host.snapshot.allFindings();
}

/** The files after a fix; undefined when it has no edits. */
function mended(files: Files, fix: FindingFix): Files | undefined {
  const edits = fix.edits();
  if (!edits) return undefined;
  const after = new Map(files);
  for (const edit of edits) {
    after.set(edit.path, "create" in edit ? edit.create : applyEdits(after.get(edit.path) ?? "", edit.edits));
  }
  return after;
}

const errorsOf = (findings: readonly Finding[]): string[] =>
  findings.filter((f) => f.severity === "error").map((f) => `${f.path} ${f.rule}: ${f.message}`);

/** A page's defect and what a fix of it leaves behind. A document just scaffolded still has to be filled before its finding goes. */
function tryFix(files: Files, finding: Finding, fix: FindingFix, before: readonly Finding[]): void {
  const after = mended(files, fix);
  assert.ok(after, `"${fix.title}" has no edits`);
  assert.notDeepEqual([...after], [...files], `"${fix.title}" changes nothing`);
  const found = findingsOf(after, finding.rule);
  const again = found.filter(
    (f) => f.path === finding.path && f.rule === finding.rule && f.message === finding.message,
  );
  const created = after.size > files.size;
  const offered = again.flatMap((f) => f.fixes.map((one) => one.title));
  assert.ok(created || !offered.includes(fix.title), `"${fix.title}" is offered again for the same finding`);
  const known = new Set(errorsOf(before));
  assert.deepEqual(
    errorsOf(found).filter((error) => !known.has(error)),
    [],
    `"${fix.title}" brings about errors`,
  );
}

describe("fixes of the examples in the rules' pages", () => {
  for (const { rule, source } of EXAMPLES) {
    const { files } = readFixture(source);
    it(`${rule}: each mends its finding and brings about no error`, () => {
      const before = findingsOf(files, rule);
      for (const finding of before.filter((f) => f.rule === rule)) {
        for (const fix of finding.fixes) tryFix(files, finding, fix, before);
      }
    });
  }
});

describe("fix-all", () => {
  const fixed = (source: string): string => {
    const { files } = readFixture(source);
    const [path, text] = [...files].at(-1) as [string, string];
    return applyEdits(text, hostOf(files).snapshot.fixAll(path));
  };

  it("mends what needs no answer, and only that", () => {
    assert.equal(
      fixed(`
        //- /aims/aims.yaml
        aims: management-system
        organisation: Example Lending
        //- /aims/minutes.md
        # Minutes
        //- /aims/policy.md
        # AI policy

        **Document ID:** AIMS-POL-001
        **Owner:** Jane Doe

        We follow ISO/IEC 42001:2022, see [minutes](Minutes.md) and A.6.2.44, approved on 03/04/2026.
        <!-- aims-ignore duplicate-field: said twice by the lawyers -->

        All 39 controls of Annex A are listed.
      `),
      [
        "# AI policy",
        "",
        "**Document ID:** AIMS-POL-001",
        "**Owner:** Jane Doe",
        "",
        "We follow ISO/IEC 42001:2023, see [minutes](minutes.md) and A.6.2.44, approved on 03/04/2026.",
        "",
        "All 39 controls of Annex A are listed.",
        "",
      ].join("\n"),
    );
  });
});
