import assert from "node:assert/strict";
import MarkdownIt from "markdown-it";
import { describe, it } from "mocha";
import { escapeMarkdown, withoutIcons } from "../../client/src/markdown.ts";
import { plainText } from "../../server/src/cli/paint.ts";
import { createHost } from "../../server/src/core/analysis.ts";

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
          for (const entry of host.snapshot.completion(path, { line: number, character: line.length })) {
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

  it("is no icon in a pick list", () => {
    assert.equal(withoutIcons("$(sync~spin) $(error)"), "\\$(sync~spin) \\$(error)");
  });

  it("steers no terminal", () => {
    assert.equal(plainText("a\u001b[2Jb\u009bc\u202ed\r\be"), "a\ufffd[2Jb\ufffdc\ufffdd\ufffd\ufffde");
  });
});
