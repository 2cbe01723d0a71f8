import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import MarkdownIt from "markdown-it";
import { parse } from "yaml";
import type { Dialect } from "./client.ts";
import type { Probe, Workspace } from "./workspace.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const FOLDER = join(ROOT, ".cache/bench-peers");
const MAJOR = Number(process.versions.node.split(".")[0]);
/** Version 2 of the YAML server needs Node 22. */
const VERSIONS = {
  "yaml-language-server": MAJOR >= 22 ? "2.0.0" : "1.25.0",
  "vscode-langservers-extracted": "4.10.0",
  "vscode-markdown-languageserver": "0.5.0",
  "@actions/languageserver": "0.3.61",
};

/** Another language server, and the probes made for it from ours. */
export interface Peer {
  readonly name: string;
  readonly command: readonly string[];
  readonly dialect: (folder: string) => Dialect;
  /** The same content as the server knows it. */
  readonly probe: (probe: Probe) => Probe | undefined;
}

/** Installs the peers beside the project, at pinned versions, once. */
export function installPeers(): void {
  const manifest = `${JSON.stringify({ private: true, dependencies: VERSIONS }, undefined, 2)}\n`;
  const file = join(FOLDER, "package.json");
  const there = existsSync(file) && readFileSync(file, "utf8") === manifest && existsSync(join(FOLDER, "node_modules"));
  if (there) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, manifest);
  const options = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"];
  const { status } = spawnSync("npm", options, {
    cwd: FOLDER,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error("the other servers could not be installed");
}

const bin = (path: string): string[] => [process.execPath, join(FOLDER, "node_modules", path), "--stdio"];

/** This project's schema of a risk register, in one piece. */
function registerSchema(): object {
  const read = (name: string): { $defs?: object } =>
    JSON.parse(readFileSync(join(ROOT, `schemas/${name}.schema.json`), "utf8").replaceAll("common.schema.json#", "#"));
  const { $schema, $id, ...risk } = read("risk") as Record<string, unknown>;
  const $defs = { ...read("common").$defs, risk };
  return { type: "object", properties: { risks: { type: "array", items: { $ref: "#/$defs/risk" } } }, $defs };
}

function place(lines: readonly string[], from: number, pattern: RegExp): { line: number; character: number } {
  const line = lines.findIndex((text, i) => i >= from && pattern.test(text));
  if (line < 0) throw new Error(`no ${pattern}`);
  return { line, character: (lines[line] ?? "").search(pattern) };
}

/** The register's data as JSON. */
function asJson(probe: Probe): Probe | undefined {
  if (probe.languageId !== "yaml") return undefined;
  const text = JSON.stringify(parse(probe.text), undefined, 2);
  const lines = text.split("\n");
  const { line, character } = place(lines, Math.floor(lines.length / 2), /"status": "open"/);
  const value = { line, character: character + 11 };
  return {
    ...probe,
    name: probe.name.replace("yaml", "json"),
    file: probe.file.replace(".yaml", ".json"),
    languageId: "json",
    lines: lines.length,
    text,
    edit: { line, start: value.character, good: "open", bad: "openned" },
    hover: { line, character: character + 2 },
    complete: value,
  };
}

/** The table with one cell a link that can be broken. */
function withLink(probe: Probe): Probe | undefined {
  if (probe.languageId !== "markdown") return undefined;
  const lines = probe.text.split("\n");
  const { line } = probe.edit;
  lines[line] = (lines[line] ?? "").replace(/AI-\d{4}/, "[AI-0001](../systems/01/AI-0001.yaml)");
  const start = (lines[line] ?? "").indexOf("AI-0001.yaml");
  const at = { line, character: start + 3 };
  const file = probe.file.replace(".md", "-link.md");
  return {
    ...probe,
    file,
    text: lines.join("\n"),
    edit: { line, start, good: "AI-0001", bad: "AI-X001" },
    hover: at,
    complete: at,
  };
}

/** A workflow of as many lines: the Actions server reads nothing else. */
function workflow(probe: Probe): Probe | undefined {
  if (probe.languageId !== "yaml" || probe.lines > 6_000) return undefined;
  const job = (n: number): string[] => [
    `  job-${n}:`,
    "    runs-on: ubuntu-latest",
    "    permissions:",
    "      contents: read",
    "    steps:",
    "      - uses: actions/checkout@v4",
    "      - name: Validate register",
    "        if: github.event_name == 'push'",
    "        run: npm test",
  ];
  const jobs = Array.from({ length: Math.max(1, Math.round((probe.lines - 5) / 9)) }, (_, n) => job(n)).flat();
  const lines = ["name: Check", "on: [push]", "jobs:", ...jobs, ""];
  const { line, character } = place(lines, Math.floor(lines.length / 2) - 5, /contents: read/);
  const at = { line, character: character + 2 };
  const file = `.github/workflows/${probe.name}.yml`;
  const edit = { line, start: character + 10, good: "read", bad: "raed" };
  return {
    ...probe,
    file,
    text: lines.join("\n"),
    lines: lines.length,
    edit,
    hover: at,
    complete: { line, character: character + 10 },
  };
}

const markdown = new MarkdownIt({ html: true });
const pathOf = (given: string | { uri: string }): string =>
  fileURLToPath(typeof given === "string" ? given : given.uri);

/** What the Markdown server leaves to its client. */
function markdownHandlers(folder: string): Dialect["handlers"] {
  type Given = { uri: string; text?: string };
  return {
    "markdown/parse": ({ uri, text }: Given) => markdown.parse(text ?? readFileSync(pathOf(uri), "utf8"), {}),
    "markdown/fs/readFile": ({ uri }: Given) => [...readFileSync(pathOf(uri))],
    "markdown/fs/readDirectory": ({ uri }: Given) =>
      readdirSync(pathOf(uri), { withFileTypes: true }).map((one) => [one.name, { isDirectory: one.isDirectory() }]),
    "markdown/fs/stat": ({ uri }: Given) =>
      existsSync(pathOf(uri)) ? { isDirectory: statSync(pathOf(uri)).isDirectory() } : undefined,
    "markdown/fs/watcher/create": () => null,
    "markdown/fs/watcher/delete": () => null,
    "markdown/findMarkdownFilesInWorkspace": () =>
      readdirSync(folder, { recursive: true })
        .filter((name) => String(name).endsWith(".md"))
        .map((name) => pathToFileURL(join(folder, String(name))).href),
  };
}

const MARKDOWN_SETTINGS = {
  suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: "onDoubleHash" } },
  occurrencesHighlight: { enabled: true },
  validate: {
    enabled: true,
    referenceLinks: { enabled: "warning" },
    fragmentLinks: { enabled: "warning" },
    fileLinks: { enabled: "warning", markdownFragmentLinks: "inherit" },
    ignoredLinks: [],
    unusedLinkDefinitions: { enabled: "hint" },
    duplicateLinkDefinitions: { enabled: "warning" },
  },
};

/** The servers measured beside ours. */
export function peers(): Peer[] {
  const schema = join(FOLDER, "register.schema.json");
  writeFileSync(schema, JSON.stringify(registerSchema()));
  const url = pathToFileURL(schema).href;
  return [
    {
      name: `yaml-language-server ${VERSIONS["yaml-language-server"]}, this project's schema`,
      command: bin("yaml-language-server/bin/yaml-language-server"),
      dialect: () => ({
        settings: {
          yaml: {
            validate: true,
            hover: true,
            completion: true,
            schemaStore: { enable: false },
            schemas: { [url]: "probe/*.yaml" },
          },
        },
      }),
      probe: (p) => (p.languageId === "yaml" ? p : undefined),
    },
    {
      name: "VS Code JSON (pull), this project's schema",
      command: bin("vscode-langservers-extracted/bin/vscode-json-language-server"),
      dialect: () => ({
        pull: true,
        initializationOptions: { handledSchemaProtocols: ["file"], provideFormatter: true },
        settings: {
          json: {
            validate: { enable: true },
            schemas: [{ fileMatch: ["probe/*.json", "/probe/*.json"], url, schema: registerSchema() }],
          },
        },
      }),
      probe: asJson,
    },
    {
      name: "VS Code Markdown (pull)",
      command: bin("vscode-markdown-languageserver/dist/node/workerMain.js"),
      dialect: (folder) => ({
        pull: true,
        initializationOptions: { markdownFileExtensions: ["md"] },
        settings: { markdown: MARKDOWN_SETTINGS },
        handlers: markdownHandlers(folder),
      }),
      probe: withLink,
    },
    {
      name: "GitHub Actions, workflows of the same length",
      command: bin("@actions/languageserver/bin/actions-languageserver"),
      dialect: () => ({ initializationOptions: { sessionToken: "", repos: [] } }),
      probe: workflow,
    },
  ];
}

/** Writes a peer's probe into the workspace. */
export function writeProbe({ folder }: Workspace, probe: Probe): void {
  const path = join(folder, probe.file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, probe.text);
}
