import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Diagnostic } from "vscode-languageserver/node";
import type { BenchClient } from "./client.ts";
import type { Probe, Workspace } from "./workspace.ts";

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

export const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1))] ?? Number.NaN;
};

/** Milliseconds of each sample. */
export interface Times {
  readonly edit: number[];
  readonly completion: number[];
  readonly hover: number[];
}
export interface Burst {
  /** From the last key to the diagnostics that show it, and to the last publish. */
  readonly shown: number;
  readonly quiet: number;
  /** The longest that a hover asked for while typing had to wait. */
  readonly longestWait: number;
}

type Shows = (line: number) => (diagnostic: Diagnostic) => boolean;
/** A value that is not allowed, as this server finds it. */
export const invalidValue: Shows = (line) => (d) => d.range.start.line === line && String(d.code) === "invalid-value";
/** Any problem on the line, for servers with codes of their own. */
export const anyProblem: Shows = (line) => (d) => d.range.start.line === line;

/** Flips the probe's word between right and wrong. */
export class Flipper {
  readonly #client: BenchClient;
  readonly #probe: Probe;
  readonly #shows: Shows;
  readonly uri: string;
  #wrong = false;

  constructor(client: BenchClient, folder: string, probe: Probe, shows: Shows = invalidValue) {
    this.#client = client;
    this.#probe = probe;
    this.#shows = shows;
    this.uri = client.openFile(join(folder, probe.file), probe.languageId);
  }

  /** Sends the edit; returns when it was sent. */
  send(): number {
    const { line, start, good, bad } = this.#probe.edit;
    const [from, to] = this.#wrong ? [bad, good] : [good, bad];
    this.#wrong = !this.#wrong;
    return this.#client.change(this.uri, line, start, start + from.length, to);
  }

  /** When the last edit was first shown. */
  async shown(): Promise<number> {
    const test = this.#shows(this.#probe.edit.line);
    return await this.#client.until(this.uri, (a) => a.diagnostics.some(test) === this.#wrong);
  }
}

/** Edit → shown, and completion and hover right after an edit. */
export async function measure(
  client: BenchClient,
  folder: string,
  probe: Probe,
  { edits, shows = invalidValue, seconds = 20 }: { edits: number; shows?: Shows; seconds?: number },
): Promise<Times> {
  const flipper = new Flipper(client, folder, probe, shows);
  await client.until(flipper.uri, () => true);
  const times: Times = { edit: [], completion: [], hover: [] };
  for (let i = 0; i < 6; i++) {
    flipper.send();
    await flipper.shown();
  }
  let until = performance.now() + seconds * 1000;
  for (let i = 0; i < edits && performance.now() < until; i++) {
    const sent = flipper.send();
    times.edit.push((await flipper.shown()) - sent);
    await pause(10);
  }
  until = performance.now() + seconds * 1000;
  for (let i = 0; i < edits && performance.now() < until; i++) {
    const ask = i % 4 < 2 ? "completion" : "hover";
    const sent = flipper.send();
    await client.request(`textDocument/${ask}`, {
      textDocument: { uri: flipper.uri },
      position: ask === "hover" ? probe.hover : probe.complete,
    });
    times[ask].push(performance.now() - sent);
    await flipper.shown();
    await pause(5);
  }
  client.close(flipper.uri);
  return times;
}

/** Twenty keys in a title, one every 60 ms, with a hover asked for at every fourth; then the flip. */
export async function burst(client: BenchClient, folder: string, probe: Probe): Promise<Burst> {
  const flipper = new Flipper(client, folder, probe);
  const { uri } = flipper;
  await client.until(uri, () => true);
  await pause(500);
  const waits: Promise<number>[] = [];
  const { line, character } = probe.typing;
  for (let key = 0; key < 20; key++) {
    client.change(uri, line, character + key, character + key, "x");
    if (key % 4 === 3) {
      const asked = performance.now();
      const hover = client.request("textDocument/hover", { textDocument: { uri }, position: probe.hover });
      waits.push(hover.then(() => performance.now() - asked));
    }
    await pause(60);
  }
  const sent = flipper.send();
  const shown = (await flipper.shown()) - sent;
  await pause(700);
  const quiet = client.publishedAt - sent;
  client.close(uri);
  return { shown, quiet, longestWait: Math.max(...(await Promise.all(waits))) };
}

/** How long after an id is taken away in one file its closed dependant shows it. */
export async function crossFile(client: BenchClient, { folder, crossFile: c }: Workspace): Promise<number[]> {
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
    await pause(30);
  }
  client.close(uri);
  return times;
}

/** References to a system from a register, and workspace symbols for five queries. */
export async function navigation(
  client: BenchClient,
  folder: string,
  probe: Probe,
): Promise<{ readonly references: number[]; readonly symbols: number[] }> {
  const uri = client.openFile(join(folder, probe.file), probe.languageId);
  await client.until(uri, () => true);
  const timed = async (times: number[], method: string, params: object): Promise<void> => {
    const asked = performance.now();
    await client.request(method, params);
    times.push(performance.now() - asked);
    await pause(3);
  };
  const [references, symbols]: [number[], number[]] = [[], []];
  const context = { includeDeclaration: true };
  for (let i = 0; i < 105; i++)
    await timed(references, "textDocument/references", { textDocument: { uri }, position: probe.hover, context });
  const queries = ["AI-00", "risk", "postcode", "scoring model 12", "imp ass"];
  for (let i = 0; i < 105; i++) await timed(symbols, "workspace/symbol", { query: queries[i % queries.length] });
  client.close(uri);
  return { references, symbols };
}
