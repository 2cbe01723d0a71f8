import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, it } from "mocha";
import type { Diagnostic } from "vscode-languageserver";
import { main } from "../../server/src/cli/main.ts";
import { Editor, TODAY } from "../lsp/support.ts";
import { SAMPLE } from "../support/sample.ts";

const EXAMPLES = resolve(import.meta.dirname, "../../examples");

function filesBelow(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((e) => e.isFile());
  return Object.fromEntries(
    entries.map((e) => {
      const path = join(e.parentPath, e.name);
      return [path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")];
    }),
  );
}

const SEVERITY = ["", "error", "warning", "info", "hint"];

interface CliFinding {
  readonly path: string;
  readonly range: unknown;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

function onCommandLine(folder: string): string[] {
  let out = "";
  const io = {
    out: (text: string) => {
      out += text;
    },
    err: () => undefined,
    cwd: folder,
    today: TODAY,
    color: false,
    width: 80,
    progress: false,
  };
  main(["check", folder, "--format", "json", "--fail-on", "never"], io);
  const { findings } = JSON.parse(out) as { findings: CliFinding[] };
  return findings.map((f) => JSON.stringify([f.path, f.range, f.rule, f.severity, f.message])).sort();
}

function inEditor(editor: Editor): string[] {
  const latest = new Map<string, readonly Diagnostic[]>();
  for (const { uri, diagnostics } of editor.published) latest.set(uri, diagnostics);
  const prefix = `${editor.uri("")}/`;
  return [...latest]
    .flatMap(([uri, diagnostics]) =>
      diagnostics.map((d) => {
        const message = typeof d.message === "string" ? d.message : d.message.value;
        return JSON.stringify([
          decodeURIComponent(uri.slice(prefix.length)),
          d.range,
          String(d.code),
          SEVERITY[d.severity ?? 0],
          message.split("\n")[0],
        ]);
      }),
    )
    .sort();
}

async function compare(files: Record<string, string>): Promise<number> {
  const editor = await Editor.start({ files, options: { views: true } });
  try {
    await editor.until("the views are told that all is read", () => editor.changed.some((c) => !c.reading));
    const shown = inEditor(editor);
    assert.deepEqual(shown, onCommandLine(editor.folder));
    return shown.length;
  } finally {
    await editor.stop();
  }
}

describe("one engine, two shells", () => {
  it("finds the same in the editor and on the command line, over the examples", async () => {
    assert.ok((await compare(filesBelow(EXAMPLES))) > 10);
  });

  it("finds the same over a workspace with mistakes of every form", async () => {
    assert.ok((await compare(Object.fromEntries([...SAMPLE].map(([path, text]) => [path.slice(1), text])))) > 10);
  });
});
