/**
 * npm run bench [-- --files 100,1000 --sizes 80,500,5000 --edits 60]
 * Drives dist/server.cjs over stdio. A diagnostics answer counts only when it shows the edit.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Diagnostic } from "vscode-languageserver/node";
import { BenchClient } from "./client.ts";
import { type Probe, type Workspace, writeWorkspace } from "./workspace.ts";

const { values: options } = parseArgs({
  options: {
    files: { type: "string", default: "100,1000" },
    sizes: { type: "string", default: "80,500" },
    edits: { type: "string", default: "100" },
  },
});
const numbers = (text: string): number[] => text.split(",").map(Number);
const EDITS = Number(options.edits);
const SERVER = resolve(import.meta.dirname, "../../dist/server.cjs");
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] as number;
};
const two = (values: readonly number[]): string =>
  `${quantile(values, 0.5).toFixed(1)}/${quantile(values, 0.99).toFixed(1)}`;

const onLine =
  (line: number) =>
  (d: Diagnostic): boolean =>
    d.range.start.line === line && String(d.code) === "invalid-value";

interface Times {
  readonly edit: number[];
  readonly completion: number[];
  readonly hover: number[];
}

/** Flips the probe's word between right and wrong, and times the answer that shows it; then requests right after an edit. */
async function measure(client: BenchClient, workspace: Workspace, p: Probe): Promise<Times> {
  const uri = client.openFile(join(workspace.folder, p.file), p.languageId);
  await client.until(uri, () => true);
  const { line, start, good, bad } = p.edit;
  const times: Times = { edit: [], completion: [], hover: [] };
  const flip = async (wrong: boolean): Promise<number> => {
    const [from, to] = wrong ? [good, bad] : [bad, good];
    const sent = client.change(uri, line, start, start + from.length, to);
    const shown = await client.until(uri, (a) => a.diagnostics.some(onLine(line)) === wrong);
    return shown - sent;
  };
  for (let i = 0; i < 6; i++) await flip(i % 2 === 0);
  for (let i = 0; i < EDITS; i++) {
    times.edit.push(await flip(i % 2 === 0));
    await pause(10);
  }
  for (let i = 0; i < EDITS; i++) {
    const wrong = i % 2 === 0;
    const [from, to] = wrong ? [good, bad] : [bad, good];
    const ask = i % 4 < 2 ? "completion" : "hover";
    const sent = client.change(uri, line, start, start + from.length, to);
    const answer = await client.request<{ items?: unknown[] } | null>(`textDocument/${ask}`, {
      textDocument: { uri },
      position: ask === "hover" ? p.hover : p.complete,
    });
    times[ask].push(performance.now() - sent);
    if (answer === null) throw new Error(`${p.name}: no ${ask}`);
    await client.until(uri, (a) => a.diagnostics.some(onLine(line)) === wrong);
    await pause(5);
  }
  return times;
}

/** How long after an id is taken away in one file its closed dependant shows it. */
async function crossFile(client: BenchClient, { folder, crossFile: c }: Workspace): Promise<number[]> {
  const uri = client.openFile(join(folder, c.file), "yaml");
  const dependant = pathToFileURL(join(folder, c.dependant)).href;
  const dangling = (d: Diagnostic): boolean => String(d.code) === "dangling-reference";
  const times: number[] = [];
  for (let i = 0; i < 20; i++) {
    const broken = i % 2 === 0;
    const sent = broken
      ? client.change(uri, 1, 4, 4 + c.id.length, `${c.id}X`)
      : client.change(uri, 1, 4, 5 + c.id.length, c.id);
    times.push((await client.until(dependant, (a) => a.diagnostics.some(dangling) === broken)) - sent);
    await pause(10);
  }
  return times;
}

async function runOne(files: number, sizes: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "aims-bench-"));
  try {
    const workspace = writeWorkspace(folder, files, sizes);
    const client = new BenchClient([process.execPath, SERVER, "--stdio"], folder);
    const initialized = await client.initialize(folder);
    const first = client.openFile(join(folder, workspace.probes[0]?.file ?? ""), "yaml");
    const firstShown = (await client.until(first, () => true)) - client.spawnedAt;
    await client.until(pathToFileURL(join(folder, "aims.yaml")).href, (a) => a.diagnostics.length > 0);
    const all = performance.now() - client.spawnedAt;
    console.log(
      `\n${workspace.files} documents: initialised ${initialized.toFixed(0)}, first diagnostics ${firstShown.toFixed(0)}, findings of the whole AIMS ${all.toFixed(0)} ms after spawn`,
    );
    for (const file of workspace.typical) client.openFile(join(folder, file), "markdown");
    console.log("probe            edit→shown p50/p99   completion p50/p99   hover p50/p99");
    for (const p of workspace.probes) {
      const t = await measure(client, workspace, p);
      console.log(`${p.name.padEnd(16)} ${two(t.edit).padEnd(20)} ${two(t.completion).padEnd(20)} ${two(t.hover)}`);
    }
    console.log(`id taken away → shown in a closed file  ${two(await crossFile(client, workspace))}`);
    const memory = client.memory();
    console.log(
      `memory MB now ${memory?.now ?? "?"}, peak ${memory?.peak ?? "?"}; publishes ${client.published}, stale ${client.stale}, without version ${client.unversioned}`,
    );
    await client.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

console.log(
  `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}; times in ms`,
);
for (const files of numbers(options.files)) await runOne(files, numbers(options.sizes));
