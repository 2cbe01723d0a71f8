import assert from "node:assert/strict";
import fc from "fast-check";
import { ours, theirs } from "./markdown-outline.ts";

const SNIPPETS = [
  "# A\n\ntext\n## B ##\n",
  "A\n===\n\nB\n---\n\ntext\n***\n",
  "| a | b |\n|---|:-:|\n| 1 | 2 |\n| `x\\|y` | **z** |\n",
  "text\n| a | b |\n|---|---|\n| 1 |\nlast\n\nafter | not\n",
  "> | a | b |\n> |---|---|\n> | 1 | 2 |\n",
  "- item\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n- next\n\n# H\n",
  "- item\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
  "a | b\n--|--\n1 | 2\n\n```\n# no\n```\n",
  "~~~ yaml\nx\n~~~~\n# yes\n",
  "    code\n\n    more\n# h\n",
  "para\n    not code\n\n\tcode\n",
  "<!-- a\n# no\n\n-->\n# yes\n",
  "<div>\n# no\n\n# yes\n</div>\n",
  "1. a\n   ## in\n2. b\n\n   ```\n   x\n   ```\n",
  "- [ ] task\n- [x] done\n  # in\n",
  "| a |\n|---|\n| 1 |\n",
  "| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n\r\n# H\r\n",
  "| a | b |\n|---|\n",
  "* * *\n- - -\n___\n# x\n",
  "> quote\nlazy\n# h\n",
  "-\n  # in\n-\n\n  # out\n",
  "#\n##\n#no\n####### no\n",
  "text\n=\n\ntext\n-\n",
  "10. ten\n    # in\n",
  "para\n2. not a list\n\n2. list\n",
  "para\n- list\n  - sub\n    # h\n",
  "```\nunclosed\n# no\n",
  "- ```\n  x\n\n# h\n",
];

describe("the Markdown block scanner", () => {
  for (const snippet of SNIPPETS) {
    it(`agrees with markdown-it on ${JSON.stringify(snippet).slice(0, 60)}`, () => {
      assert.deepEqual(ours(snippet), theirs(snippet));
    });
  }

  it("agrees with markdown-it on anything made of Markdown's parts", () => {
    const part = fc.constantFrom(
      ...[
        "# h",
        "## h",
        "text",
        "| a | b |",
        "|---|---|",
        "| 1 | `x` |",
        "---",
        "===",
        "```",
        "~~~",
        "    code",
        "> q",
        "> | a | b |",
      ],
      ...[
        "> |---|---|",
        "- item",
        "  - sub",
        "1. one",
        "  text",
        "",
        "",
        "<!-- c",
        "-->",
        "<div>",
        "**b:** x",
        "* * *",
        "a | b",
      ],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (lines) => {
        const text = `${lines.join("\n")}\n`;
        assert.deepEqual(ours(text), theirs(text));
      }),
      { numRuns: 1500 },
    );
  });
});
