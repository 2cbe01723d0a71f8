import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { describe, it } from "mocha";
import { coverageTree } from "../../client/src/coverage-model.ts";
import { escapeMarkdown, withoutIcons } from "../../client/src/markdown.ts";
import { statusText } from "../../client/src/status-model.ts";
import { systemsTree } from "../../client/src/systems-model.ts";
import type { TreeNode } from "../../client/src/tree-node.ts";
import { main } from "../../server/src/cli/main.ts";
import { plainText } from "../../server/src/cli/paint.ts";
import { createHost } from "../../server/src/core/analysis.ts";
import { COVERAGE, SYSTEMS, type WireCoverage, type WireSystems } from "../../server/src/protocol.ts";
import { Editor } from "../lsp/support.ts";

/** What a document may try: each would do something if it were taken for more than words. */
const HOSTILE = [
  "[click](command:evil)",
  "![x](https://evil.example/p.png)",
  "<img src=https://evil.example/p.png>",
  "<https://evil.example>",
  "https://evil.example/a",
  "www.evil.example",
  "mail@evil.example",
  "<script>evil()</script>",
  "`</code><b>evil",
  "[evil]: https://evil.example",
  "[evil][1]\\",
  "</p><h1>evil",
  "&lt;b&gt;evil",
];

/** Renders as freely as any editor might: HTML let through, bare addresses made links. */
const renderer = new MarkdownIt({ html: true, linkify: true });

function assertInert(markdown: string, about: string): void {
  const html = renderer.render(markdown);
  assert.doesNotMatch(html, /<(?:img|script|b|h1|iframe)\b/i, `${about}\n${markdown}\n${html}`);
  assert.doesNotMatch(html, /(?:href|src)="[^"]*(?:evil|command:)/i, `${about}\n${markdown}\n${html}`);
}

function workspace(text: string) {
  const quoted = JSON.stringify(text);
  return {
    "/w/aims.yaml": `aims: management-system\norganisation: ${quoted}\nstandards: [iso-42001]\n`,
    "/w/system.yaml": `aims: system\nid: AI-001\nname: ${quoted}\nowner: ${quoted}\npurpose: ${quoted}\nversion: ${quoted}\nstatus: ${quoted}\n`,
    "/w/risks.md": `# Risks ${text}\n\n| Risk ID | Description | Owner | System |\n|---|---|---|---|\n| RISK-001 | ${text.replaceAll("|", "")} | ${text.replaceAll("|", "")} | AI-001 |\n\nSee AI-001, RISK-001, A.5.2 and clause 6.1.4. [a](${encodeURI(text)}.md)\n`,
    "/w/policy.md": `# ${text}\n\n**Document ID:** AIMS-POL-001\n**Owner:** ${text}\n**Approved by:** ${text}\n**Status:** ${text}\n\nISO/IEC 42001 clause 5.2. AIMS-POL-001\n`,
  };
}

describe("what a document says", () => {
  for (const text of HOSTILE) {
    it(`stays words in hovers, completion, coverage and systems: ${text}`, () => {
      const files = workspace(text);
      const host = createHost({ today: "2026-11-23" });
      host.apply([
        { type: "roots", roots: ["/w"] },
        ...Object.entries(files).map(([path, content]) => ({ type: "set" as const, path, text: content })),
      ]);
      let seen = 0;
      for (const [path, content] of Object.entries(files)) {
        content.split("\n").forEach((line, number) => {
          for (let character = 0; character <= line.length; character += 2) {
            const hover = host.snapshot.hover(path, { line: number, character });
            if (!hover) continue;
            seen++;
            assertInert(hover.markdown, `hover at ${path}:${number}:${character}`);
          }
          for (const entry of host.snapshot.completion(path, { line: number, character: line.length }).entries) {
            const documentation = host.snapshot.resolveCompletion(path, entry.data);
            if (documentation) assertInert(documentation, `completion at ${path}:${number}: ${entry.label}`);
            if (entry.snippet) assert.doesNotMatch(entry.edit.newText, /(?<!\\)\$(?:[A-Z_]|\{[A-Z_])/);
          }
        });
      }
      assert.ok(seen > 20, `only ${seen} hovers were looked at`);
    });

    it(`stays words in the views: ${text}`, () => assertInert(escapeMarkdown(text), "view"));
  }

  it("stays words in the remarks beside measurements, whatever the results file says", () => {
    for (const text of HOSTILE) {
      const file = "/w/[a](evil) `b`.json";
      const path = "/w/m.yaml";
      const source = JSON.stringify(`${file.slice(3)}#/groups`);
      const measured = `aims: measurement\nid: MEAS-001\nmetric: ${JSON.stringify(text)}\nvalue: 1\nthreshold: ">= 1"\nsource: ${source}\n`;
      const host = createHost({ today: "2026-11-23" });
      host.apply([
        { type: "roots", roots: ["/w"] },
        { type: "set", path: "/w/aims.yaml", text: "aims: management-system\norganisation: W\n" },
        { type: "set", path, text: measured },
        { type: "exists", path: file },
      ]);
      host.snapshot.allFindings();
      host.apply(
        host
          .takeWanted()
          .map((wanted) => ({ type: "source", path: wanted, text: JSON.stringify({ groups: { [text]: 0.5 } }) })),
      );
      const hints = host.snapshot.inlayHints(path, {
        start: { line: 0, character: 0 },
        end: { line: 9, character: 0 },
      });
      assert.equal(hints.length, 1, text);
      for (const { tooltip } of hints) assertInert(tooltip, `hint of ${text}`);
    }
  });

  it("stays words in the rows of the views", async () => {
    for (const text of HOSTILE) {
      const files = Object.fromEntries(
        Object.entries(workspace(text)).map(([path, content]) => [path.slice(3), content]),
      );
      const editor = await Editor.start({ files });
      try {
        await editor.settled();
        const coverage = await editor.client.sendRequest<WireCoverage[]>(COVERAGE, {});
        const systems = await editor.client.sendRequest<WireSystems[]>(SYSTEMS, {});
        const rows = all([...coverageTree(coverage, new Set()), ...systemsTree(systems)]);
        assert.ok(rows.some(({ label }) => label.includes(text)));
        for (const { id, tooltip } of rows) if (tooltip) assertInert(tooltip, `row ${id}`);
      } finally {
        await editor.stop();
      }
    }
  }).timeout(60_000);

  it("does not reach the status item, which has room for figures only", () => {
    const changed = { aims: 1, reading: false, errors: 2, warnings: 3, files: 4, documented: 5, assessable: 6 };
    assert.equal(statusText("ready", changed).text, "$(law) AIMS 5/6 $(error) 2 $(warning) 3");
  });

  it("is no icon in a pick list", () => {
    assert.equal(withoutIcons("$(sync~spin) $(error)"), "\\$(sync~spin) \\$(error)");
  });

  it("steers no terminal", () => {
    assert.equal(plainText("a\u001b[2Jb\u009bc\u202ed\r\be"), "a\ufffd[2Jb\ufffdc\ufffdd\ufffd\ufffde");
  });

  it("steers no terminal that any command writes to, nor does a file's name", () => {
    const evil = "a\u001b[2J\u009b2Jb\u202ec\u0007";
    const folder = mkdtempSync(join(tmpdir(), "aims-terminal-"));
    const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
    try {
      for (const [path, content] of Object.entries(workspace(evil))) put(path.slice(3), content);
      put(`${evil}.yaml`, Uint8Array.from([0, 1, 2, 3]));
      put(
        `${evil}.md`,
        Buffer.from("\ufeff# AI policy\n\n**Document ID:** AIMS-POL-009\n\nISO/IEC 42001:2022\n", "utf16le"),
      );
      const formats = [[], ["--format", "json"]];
      const commands = [["check", "--fix"], ["coverage"], ["explain", "AI-001"], ["explain", evil], ["check", evil]];
      let written = "";
      for (const args of commands.flatMap((command) => formats.map((format) => [...command, ...format]))) {
        const out = (text: string): void => {
          written += text;
        };
        const io = { cwd: folder, today: "2026-11-23", color: false, width: 100, progress: false, out, err: out };
        main(args, io);
      }
      assert.match(written, /AI-001[\s\S]*is not UTF-8 and was left alone/);
      assert.equal(written.replaceAll("\r", "\ufffd"), plainText(written));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Rows and what is under them. */
const all = (nodes: readonly TreeNode[]): TreeNode[] => nodes.flatMap((node) => [node, ...all(node.children)]);
