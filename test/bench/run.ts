/**
 * npm run bench [-- --files 100,1000,10000 --sizes 80,500,5000,20000 --edits 100 --peers --write]
 * Drives dist/server.cjs over stdio, and with --peers other servers over the same content. An answer counts only when it shows the edit.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { BenchClient } from "./client.ts";
import { anyProblem, burst, crossFile, measure, navigation, pause, quantile, type Times } from "./measure.ts";
import { installPeers, type Peer, peers, writeProbe } from "./peers.ts";
import { type Chart, plot } from "./plot.ts";
import { machine, one, table, timesRow, two, writeFigures } from "./report.ts";
import { findingsProbes, type Probe, type Workspace, writeWorkspace } from "./workspace.ts";

const { values: options } = parseArgs({
  options: {
    files: { type: "string", default: "100,1000,10000" },
    sizes: { type: "string", default: "80,500,5000,20000" },
    edits: { type: "string", default: "100" },
    peers: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const numbers = (text: string): number[] => text.split(",").map(Number);
const [FILES, SIZES, EDITS] = [numbers(options.files), numbers(options.sizes), Number(options.edits)];
/** The workspace in which documents of every size are edited. */
const MAIN = FILES.includes(1000) ? 1000 : (FILES[0] ?? 1000);
const SERVER = resolve(import.meta.dirname, "../../dist/server.cjs");
const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** What was measured in a workspace of one size; in milliseconds and megabytes. */
interface Result {
  readonly documents: number;
  readonly initialised: number;
  readonly first: number;
  readonly cold: number;
  readonly again: number;
  readonly crossFile: readonly number[];
  readonly references: readonly number[];
  readonly symbols: readonly number[];
  readonly memory: string;
  readonly afterLargeEdits: string;
  /** With a version, of all; and those that came when the document already had another. */
  readonly publishes: string;
  readonly times: ReadonlyMap<string, Times>;
  readonly findings: ReadonlyMap<number, Times>;
  readonly bursts: readonly string[];
}

interface Start {
  readonly client: BenchClient;
  readonly initialised: number;
  readonly first: number;
  /** Until the findings of the whole AIMS are shown. */
  readonly all: number;
}

async function start({ folder }: Workspace, probe: Probe, storage: string): Promise<Start> {
  const client = new BenchClient([process.execPath, SERVER, "--stdio"], folder, {
    initializationOptions: { storage, maxFileSize: 8_192 },
  });
  const initialised = await client.initialize(folder);
  const uri = client.openFile(join(folder, probe.file), probe.languageId);
  const first = (await client.until(uri, () => true)) - client.spawnedAt;
  const aims = pathToFileURL(join(folder, "aims.yaml")).href;
  await client.until(aims, (a) => a.diagnostics.length > 0, 180_000);
  return { client, initialised, first, all: performance.now() - client.spawnedAt };
}

/** What fails is said and left out; the rest of the run goes on. */
async function tried<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    say(`  ${name}: ${String(error).slice(0, 300)}`);
    return undefined;
  }
}

const editsOf = (lines: number): number => (lines > 10_000 ? Math.min(EDITS, 40) : EDITS);

/** The shortest of several starts: what else the machine does only lengthens them. */
async function starts(workspace: Workspace, probe: Probe, storage: string): Promise<Start[]> {
  const all: Start[] = [];
  for (let i = 0; i < (workspace.files > 5_000 ? 1 : 3); i++) {
    const started = await start(workspace, probe, storage);
    await started.client.stop();
    all.push(started);
  }
  return all;
}

async function runOne(files: number): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "aims-bench-"));
  const storage = mkdtempSync(join(tmpdir(), "aims-bench-storage-"));
  const main = files === MAIN;
  try {
    const workspace = writeWorkspace(folder, files, main ? SIZES : SIZES.filter((size) => size <= 500));
    const probe = workspace.probes[0] as Probe;
    const cold = await start(workspace, probe, storage);
    await pause(3_000);
    await cold.client.stop();
    const more = await starts(workspace, probe, storage);
    const { client } = await start(workspace, probe, storage);
    // What is still on its way of closed documents has no version, and would be counted as of open ones.
    await pause(2_000);
    for (const file of workspace.typical) client.openFile(join(folder, file), "markdown");
    await pause(5_000);
    const memory = client.memory();
    say(`${workspace.files} documents: started, ${Math.round(cold.all)} ms cold`);
    const nearby = workspace.probes.find((p) => p.lines > 300) ?? probe;
    const found = await tried("navigation", () => navigation(client, folder, nearby));
    const crossed = await tried("cross-file", () => crossFile(client, workspace));
    const times = new Map<string, Times>();
    for (const p of workspace.probes) {
      const taken = await tried(p.name, () => measure(client, folder, p, { edits: editsOf(p.lines) }));
      if (taken) times.set(p.name, taken);
      if (taken) say(`  ${p.name}: ${two(taken.edit)}`);
    }
    const bursts: string[] = [];
    for (const p of main ? workspace.probes.filter(({ lines }) => lines > 300) : []) {
      const typed = await tried(`burst in ${p.name}`, () => burst(client, folder, p));
      if (!typed) continue;
      const { shown, quiet, longestWait } = typed;
      bursts.push(`${p.name}: shown ${one(shown)}, quiet ${one(quiet)}, longest wait of a request ${one(longestWait)}`);
    }
    const findings = new Map<number, Times>();
    for (const p of main && SIZES.length > 2 ? findingsProbes([0, 100, 200, 400]) : []) {
      writeProbe(workspace, p);
      await pause(200);
      const taken = await tried(p.name, () => measure(client, folder, p, { edits: Math.min(EDITS, 40) }));
      if (taken) findings.set(p.findings, taken);
    }
    const after = client.memory();
    const { published, stale, unversioned } = client;
    await client.stop();
    const least = (of: (start: Start) => number): number => Math.min(...[cold, ...more].map(of));
    return {
      documents: workspace.files,
      initialised: least((s) => s.initialised),
      first: least((s) => s.first),
      cold: cold.all,
      again: Math.min(...more.map((s) => s.all)),
      crossFile: crossed ?? [],
      references: found?.references ?? [],
      symbols: found?.symbols ?? [],
      memory: memory ? String(memory.now) : "–",
      afterLargeEdits: after ? `${after.now}, ${after.peak}` : "–",
      publishes: `${published - unversioned} of ${published}; ${stale}`,
      times,
      findings,
      bursts,
    };
  } finally {
    for (const path of [folder, storage]) rmSync(path, { recursive: true, force: true });
  }
}

/** A peer on the probes it knows, in a workspace like ours. */
async function runPeer(peer: Peer): Promise<Map<string, Times>> {
  const folder = mkdtempSync(join(tmpdir(), "aims-bench-peer-"));
  const times = new Map<string, Times>();
  const workspace = writeWorkspace(folder, 100, SIZES);
  try {
    for (const ours of workspace.probes) {
      const probe = peer.probe(ours);
      if (!probe) continue;
      writeProbe(workspace, probe);
      const client = new BenchClient(peer.command, folder, peer.dialect(folder));
      const taken = await tried(probe.name, async () => {
        await client.initialize(folder);
        return await measure(client, folder, probe, { edits: EDITS, shows: anyProblem, seconds: 6 });
      });
      await client.stop();
      if (taken) times.set(ours.name, taken);
      if (taken) say(`  ${probe.name}: ${two(taken.edit)}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return times;
}

function emptyNode(): number {
  const times = Array.from({ length: 9 }, () => {
    const at = performance.now();
    spawnSync(process.execPath, ["-e", "0"]);
    return performance.now() - at;
  });
  return quantile(times, 0.5);
}

const GATES: Readonly<Record<string, readonly [string, string, string]>> = {
  "80": ["5/20", "–", "–"],
  "500": ["10/30", "8 (p50)", "6 (p50)"],
  "5000": ["30/70", "–", "–"],
  "20000": ["60/150", "60 (p50)", "60 (p50)"],
};

function figures(
  results: readonly Result[],
  rivals: ReadonlyMap<string, ReadonlyMap<string, Times>>,
  empty: number,
): string {
  const main = [...results].sort((a, b) => b.times.size - a.times.size)[0];
  if (!main) return "";
  const rows = [...main.times].map(([name, times]) => timesRow(name, times));
  const gates = SIZES.flatMap((size) => (GATES[size] ? [[`*gate, ${size} lines*`, ...GATES[size]]] : []));
  const of = (name: string, gate: string, value: (r: Result) => string): string[] => [
    name,
    gate,
    ...results.map(value),
  ];
  const scale = [
    of("spawn → initialised (least of several)", "150", (r) => one(r.initialised)),
    of("spawn → first diagnostics of an open document (least)", "200", (r) => one(r.first)),
    of("spawn → findings of the whole AIMS, cold", "3,000 at 10,000", (r) => one(r.cold)),
    of("the same, started again", "500 at 10,000", (r) => one(r.again)),
    of("an id taken away → shown in a closed file", "–/50", (r) => two(r.crossFile)),
    of("references to a system", "–/20", (r) => two(r.references)),
    of("workspace symbols", "–/20", (r) => two(r.symbols)),
    of("memory, 20 open and all read (MB)", "150", (r) => r.memory),
    of("memory after all edits, at most (MB)", "250 after 20,000-line edits", (r) => r.afterLargeEdits),
    of("publishes with their version; overtaken by a newer change on the way", "all", (r) => r.publishes),
  ];
  const parts = [
    machine(empty),
    table(
      [`${main.documents} documents`, "edit → shown", "completion after an edit", "hover after an edit"],
      [...rows, ...gates],
    ),
    table(["", "gate", ...results.map(({ documents }) => `${documents} documents`)], scale),
    `Burst of twenty keys, 60 ms apart:\n\n${main.bursts.map((line) => `- ${line}`).join("\n")}`,
    "![Cost against documents, lines and findings](cost.svg)",
  ];
  if (rivals.size > 0) parts.push(`### Beside others, in the same run\n\n${beside(main, rivals)}`);
  return parts.join("\n\n");
}

/** Edit → shown of each server, and how many times as long as ours it took. */
function beside(main: Result, rivals: ReadonlyMap<string, ReadonlyMap<string, Times>>): string {
  const names = [...main.times.keys()];
  const ours = ["this server, all rules", ...names.map((name) => two(main.times.get(name)?.edit ?? []))];
  const rows = [...rivals].map(([peer, times]) => [
    peer,
    ...names.map((name) => {
      const [theirs, own] = [times.get(name)?.edit, main.times.get(name)?.edit];
      if (!theirs?.length || !own?.length) return "–";
      return `${two(theirs)} (× ${one(quantile(theirs, 0.5) / quantile(own, 0.5))})`;
    }),
  ]);
  return table(["edit → shown", ...names], [ours, ...rows]);
}

function charts(results: readonly Result[]): Chart[] {
  const main = results.find(({ findings }) => findings.size > 0) ?? results[0];
  const half = (times: Times | undefined): number => quantile(times?.edit ?? [], 0.5);
  const bySize = (notation: string) =>
    SIZES.map((size) => [size, half(main?.times.get(`${notation}-${size}`))] as const).filter(
      ([, ms]) => !Number.isNaN(ms),
    );
  return [
    {
      title: "Start to all findings",
      x: "documents",
      series: [
        { name: "cold", points: results.map((r) => [r.documents, r.cold] as const) },
        { name: "again", points: results.map((r) => [r.documents, r.again] as const) },
      ],
    },
    {
      title: "Edit → shown",
      x: "lines of the document",
      series: [
        { name: "YAML", points: bySize("yaml") },
        { name: "table", points: bySize("table") },
      ],
    },
    {
      title: "Edit → shown, 5,000 lines",
      x: "findings in the document",
      series: [{ name: "YAML", points: [...(main?.findings ?? [])].map(([n, times]) => [n, half(times)] as const) }],
    },
  ];
}

const empty = emptyNode();
const results: Result[] = [];
for (const files of FILES) results.push(await runOne(files));
const rivals = new Map<string, Map<string, Times>>();
if (options.peers) {
  installPeers();
  for (const peer of peers()) {
    say(peer.name);
    rivals.set(peer.name, await runPeer(peer));
  }
}
const text = figures(results, rivals, empty);
console.log(text);
if (options.write) {
  writeFigures(join(import.meta.dirname, "README.md"), text);
  writeFileSync(join(import.meta.dirname, "cost.svg"), plot(charts(results)));
} else say("With --write this goes into test/bench/README.md and cost.svg.");
