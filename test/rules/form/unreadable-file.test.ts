import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createHost } from "../../../server/src/core/analysis.ts";

const AIMS = {
  type: "set",
  path: "/aims/aims.yaml",
  text: "aims: management-system\norganisation: Example\n",
} as const;

describe("unreadable-file", () => {
  const found = (path: string, marked: boolean) => {
    const host = createHost({ today: "2026-11-23" });
    host.apply([
      { type: "roots", roots: ["/aims"] },
      ...(marked ? [AIMS] : []),
      { type: "unreadable", path, reason: "there is no permission to read it" },
    ]);
    return host.snapshot.findings(path).map((f) => `${f.severity} ${f.rule}: ${f.message}`);
  };

  it("is said of a document whose text never arrived", () => {
    assert.deepEqual(found("/aims/risks.yaml", true), [
      "warning unreadable-file: This file was not checked: there is no permission to read it.",
    ]);
  });

  it("is not said of other files, nor where there is no management system", () => {
    assert.deepEqual(found("/aims/photo.png", true), []);
    assert.deepEqual(found("/aims/risks.yaml", false), []);
  });

  const lines = (count: number, line: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => line(i)).join("");
  const told = (name: string, text: string): string[] => {
    const host = createHost({ today: "2026-11-23" });
    host.apply([{ type: "roots", roots: ["/aims"] }, AIMS, { type: "set", path: `/aims/${name}`, text }]);
    return host.snapshot
      .findings(`/aims/${name}`)
      .filter(({ rule }) => rule === "unreadable-file")
      .map(({ range, message }) => `${range.start.line}: ${message}`);
  };
  const RISK = "aims: risk\nid: RISK-001\ntitle: x\n";
  const SAID = "was not read: of one record no more is than 2,000 keys and 300,000 characters.";

  it("is said where a record has more keys than are read", () => {
    assert.deepEqual(told("a.yaml", RISK + lines(1997, (i) => `x-${i}: 1\n`)), []);
    assert.deepEqual(told("a.yaml", RISK + lines(5000, (i) => `x-${i}: !t 1\n`)), [
      `2000: What stands from here on ${SAID}`,
    ]);
    const front = `---\naims: policy\nid: AIMS-POL-1\n${lines(5000, (i) => `x-${i}: 1\n`)}---\n# P\n`;
    assert.deepEqual(told("p.md", front), [`2001: What stands from here on ${SAID}`]);
  });

  it("is said where a record, or an item of a register, is longer than what is read", () => {
    const ids = lines(60_000, (i) => `AI-${i}, `);
    assert.deepEqual(told("a.yaml", `${RISK}systems: [${ids}]\nowner: Jane\n`), [
      `3: What stands from here on ${SAID}`,
    ]);
    assert.deepEqual(told("r.yaml", `risks:\n  - id: RISK-1\n    systems: [${ids}]\n  - id: RISK-2\n    title: x\n`), [
      `1: This item ${SAID}`,
    ]);
    const maps = lines(60_000, (i) => `  - metric: m${i}\n`);
    const [said, ...others] = told("a.yaml", `${RISK}measures:\n${maps}`);
    assert.match(said ?? "", /^\d{5}: What stands from here on/);
    assert.deepEqual(others, []);
  });

  it("is said of a register of which nothing can be read, and of none however long it is that can", () => {
    const items = lines(12_000, (i) => `{id: RISK-${i}, title: Something that may happen}, `);
    assert.deepEqual(told("r.yaml", `risks: [${items}]\n`), [`0: What stands from here on ${SAID}`]);
    assert.deepEqual(
      told("r.yaml", `risks:\n${lines(12_000, (i) => `  - id: RISK-${i}\n    title: Something that may happen\n`)}`),
      [],
    );
  });

  it("is said where a paragraph or a cell is longer than what is read, of which the start is", () => {
    const SAID_OF_PROSE =
      "What stands from here on was not read: of one paragraph or cell no more is than 300,000 characters.";
    const policy = (words: number): string =>
      `# AI policy\n\n**Document ID:** AIMS-POL-001\n\nISO/IEC 42001, A.6.2.77 and ${"[one](a.md) ".repeat(words)}A.6.2.88\n\nA.6.2.99\n`;
    assert.deepEqual(told("p.md", policy(20_000)), []);
    assert.deepEqual(told("p.md", policy(30_000)), [`4: ${SAID_OF_PROSE}`]);
    const table = `# Risk register\n\n| Risk ID | Description | Owner |\n|---|---|---|\n| RISK-1 | ${"word ".repeat(70_000)}| Bo |\n`;
    assert.deepEqual(told("r.md", table), [`4: ${SAID_OF_PROSE}`]);
    const host = createHost({ today: "2026-11-23" });
    host.apply([{ type: "roots", roots: ["/aims"] }, AIMS, { type: "set", path: "/aims/p.md", text: policy(30_000) }]);
    const unknown = host.snapshot.findings("/aims/p.md").filter(({ rule }) => rule === "unknown-provision");
    assert.deepEqual(
      unknown.map(({ range }) => range.start.line),
      [4, 6],
    );
  });

  it("is said of a scope with more exclusions than are read", () => {
    const rows = (count: number): string => lines(count, (i) => `|AI-${i}|x|\n`);
    const scope = (count: number): string =>
      `---\naims: scope\n---\n# Scope\n\n## Exclusions\n\n|System|Why|\n|-|-|\n${rows(count)}`;
    assert.deepEqual(told("scope.md", scope(5000)), []);
    assert.deepEqual(told("scope.md", scope(6000)), [
      "5009: What stands from here on was not read: of one scope no more is than 5,000 systems and exclusions.",
    ]);
  });

  it("is said of a document with anchors that is too long to be read in one piece", () => {
    const keys = lines(60_000, (i) => `k${i}: &a${i} some words\n`);
    assert.deepEqual(told("a.yaml", RISK + keys), [`0: What stands from here on ${SAID}`]);
    assert.deepEqual(told("a.yaml", RISK + keys.slice(0, 200_000)), [`2000: What stands from here on ${SAID}`]);
  });
});
