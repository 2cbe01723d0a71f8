import assert from "node:assert/strict";
import { mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CompletionList, Hover, InlayHint } from "vscode-languageserver/node";
import { CAPABLE, Editor, type StartOptions } from "./support.ts";

const PATH = "measurements.yaml";
const DOCUMENT = `measurements:
  - id: MEAS-001
    metric: recall
    threshold: ">= 0.9"
    value: 0.95
    source: evals/recall.json#/recall
`;
const FILES = {
  "aims.yaml": "aims: management-system\norganisation: Lender Ltd\nstandards: [iso-42001]\n",
  [PATH]: DOCUMENT,
  "evals/recall.json": '{ "date": "2026-10-01", "recall": 0.951 }',
};

describe("results files that measurements name", () => {
  let editor: Editor;
  let refreshed = 0;
  const start = async (options: Partial<StartOptions> = {}): Promise<void> => {
    refreshed = 0;
    editor = await Editor.start({ files: FILES, capabilities: WITH_HINTS, ...options });
    editor.client.onRequest("workspace/inlayHint/refresh", () => {
      refreshed++;
      return null;
    });
    await editor.settled();
  };
  afterEach(() => editor.stop());

  const rules = () => editor.shown(PATH).map(({ code }) => String(code));
  const hints = () =>
    editor.request<InlayHint[]>("textDocument/inlayHint", {
      textDocument: { uri: editor.uri(PATH) },
      range: { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } },
    });

  it("are read, and read again when they change, though no document did", async () => {
    await start();
    await editor.until("the hints are asked for again", () => refreshed > 0);
    assert.deepEqual(
      rules().filter((rule) => rule.startsWith("measurement-")),
      [],
    );
    editor.write("evals/recall.json", '{ "recall": 0.7 }');
    await editor.touch("evals/recall.json");
    await editor.until("the breach is found", () => rules().includes("threshold-breached"));
    assert.ok(rules().includes("measurement-disagrees-with-source"));
    editor.remove("evals/recall.json");
    await editor.touch("evals/recall.json");
    await editor.until("the file is missed", () => rules().includes("missing-evidence-file"));
    assert.ok(!rules().includes("threshold-breached"));
    editor.write("evals/recall.json", '{ "recall": 0.95 }');
    await editor.touch("evals/recall.json");
    await editor.until("all is well", () => rules().length === 0 || !rules().some((r) => r.startsWith("missing-ev")));
  });

  it("are shown beside the number and on hover, and not where a setting says so", async () => {
    await start();
    await editor.until("the file is read", () => refreshed > 0);
    await editor.open(PATH, DOCUMENT);
    const [hint] = await hints();
    assert.equal(hint?.label, "file: 0.951 ✓");
    assert.deepEqual(hint?.position, { line: 4, character: 15 });
    const answer = await editor.request<Hover>("textDocument/hover", {
      textDocument: { uri: editor.uri(PATH) },
      position: { line: 4, character: 12 },
    });
    const text = (answer.contents as { value: string }).value;
    assert.match(text, /`evals\/recall\.json`, of 2026-10-01: `0\.951`/);
    assert.match(text, /threshold is kept/);
    editor.settings = { sourceHints: false };
    await editor.client.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await editor.until("the setting is read", () => refreshed > 1);
    assert.deepEqual(await hints(), []);
  });

  it("are shown beside the numbers that stand inside an assessment, too", async () => {
    const assessment = `aims: impact-assessment
system: AI-001
measures:
  - what: Retrain before each release
    metric: recall
    value: 0.7
    threshold: ">= 0.96"
    source: evals/recall.json#/recall
`;
    await start({ files: { ...FILES, "assessment.yaml": assessment } });
    await editor.until("the file is read", () => refreshed > 0);
    await editor.open("assessment.yaml", assessment);
    const [textDocument, position] = [{ uri: editor.uri("assessment.yaml") }, { line: 5, character: 12 }];
    const range = { start: { line: 0, character: 0 }, end: { line: 8, character: 0 } };
    const [hint] = await editor.request<InlayHint[]>("textDocument/inlayHint", { textDocument, range });
    assert.equal(hint?.label, "file: 0.951 ✗");
    assert.deepEqual(hint?.position, { line: 5, character: 14 });
    const answer = await editor.request<Hover>("textDocument/hover", { textDocument, position });
    assert.match((answer.contents as { value: string }).value, /threshold is \*\*breached\*\*[\s\S]*another number/);
  });

  it("may be pages that claims name, read again when they change", async () => {
    const claims =
      "claims:\n  - id: CLM-001\n    text: We answer within ten days.\n    where: [index.html]\n    status: published\n";
    await start({
      files: { "aims.yaml": FILES["aims.yaml"], "claims.yaml": claims, "index.html": "<p>We answer.</p>" },
    });
    const found = () => editor.shown("claims.yaml").some(({ code }) => code === "claim-page-mismatch");
    await editor.until("the page is read", found);
    const globs = editor.registrations.map(({ registerOptions }) => JSON.stringify(registerOptions ?? {}));
    assert.ok(
      globs.some((glob) => glob.includes("html")),
      globs.join(),
    );
    editor.write("index.html", "<p>We answer within <b>ten</b> days.</p>");
    await editor.touch("index.html");
    await editor.until("the page is read again", () => !found());
  });

  it("are read for completion, though nothing named them before", async () => {
    await start();
    const text = "measurements:\n  - id: MEAS-002\n    metric: recall\n    source: evals/recall.json#\n";
    await editor.open("new.yaml", text);
    const { items } = await editor.request<CompletionList>("textDocument/completion", {
      textDocument: { uri: editor.uri("new.yaml") },
      position: { line: 3, character: 30 },
    });
    assert.deepEqual(
      items.map(({ label, detail }) => `${label} ${detail}`),
      ["/date 2026-10-01", "/recall 0.951"],
    );
  });

  it("are not read beyond the limit or outside the folder, and it is said", async () => {
    const big = `{ "recall": 0.951, "x": "${"x".repeat(5000)}" }`;
    await start({ files: { ...FILES, "evals/recall.json": big }, options: { maxFileSize: 4 } });
    await editor.until("the limit is named", () => rules().includes("missing-evidence-file"));
    assert.match(String(editor.shown(PATH).find((d) => d.code === "missing-evidence-file")?.message), /limit of 4 KiB/);
  });

  it("are not followed by a link that leads out of the folder", async function () {
    const elsewhere = mkdtempSync(join(tmpdir(), "aims-out-"));
    writeFileSync(join(elsewhere, "recall.json"), '{ "recall": 0.1 }');
    await start({ files: { "aims.yaml": FILES["aims.yaml"], [PATH]: DOCUMENT, "evals/other.json": "{}" } });
    try {
      symlinkSync(join(elsewhere, "recall.json"), join(editor.folder, "evals/recall.json"));
    } catch {
      this.skip();
    }
    await editor.touch("evals/recall.json");
    await editor.settled();
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.ok(!rules().includes("threshold-breached"));
  });
});

const WITH_HINTS = {
  ...CAPABLE,
  workspace: { ...CAPABLE.workspace, inlayHint: { refreshSupport: true } },
};
