import { spawn, spawnSync } from "node:child_process";
import type { WorldChange } from "../core/analysis.ts";

/** Commits looked at, versions of one file, and text of all versions of one file, in characters. */
const MOST_COMMITS = 300;
const MOST_VERSIONS = 10;
const MOST_TEXT = 400_000;
/** Files in one go, milliseconds for each call of git, and bytes of its answer. */
const MOST_FILES = 2000;
const TIMEOUT = 5000;
const MOST_BYTES = 32 * 1024 * 1024;

/** Nothing that the repository's own configuration names is run, nothing is fetched, nothing is written. */
const SAFE = [
  "--no-pager",
  "--no-optional-locks",
  "--no-replace-objects",
  ...["core.fsmonitor=false", "core.hooksPath=/dev/null", "log.showSignature=false", "protocol.allow=never"].flatMap(
    (setting) => ["-c", setting],
  ),
];
const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  GIT_TERMINAL_PROMPT: "0",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_NO_LAZY_FETCH: "1",
  GIT_ASKPASS: "",
  LC_ALL: "C",
});

const LOG = [
  ...SAFE,
  ...["log", `-n${MOST_COMMITS}`, "-z", "--name-only", "--no-renames", "--relative", "--no-ext-diff", "--no-textconv"],
  ...["--no-show-signature", "--format=%x09%h %H %cs", "--", "."],
];
const BATCH = [...SAFE, "cat-file", "--batch"];

interface Touched {
  readonly commit: string;
  readonly hash: string;
  readonly date: string;
}

/** Which commits touched which of the files, newest first. */
function readLog(log: string, files: ReadonlySet<string>): Map<string, Touched[]> {
  const out = new Map<string, Touched[]>();
  let at: Touched | undefined;
  for (const raw of log.split("\0")) {
    const token = raw.replace(/^\n+/, "");
    const head = /^\t([0-9a-f]{4,40}) ([0-9a-f]{40,64}) (\d{4}-\d{2}-\d{2})$/.exec(token);
    if (head) at = { commit: head[1] as string, hash: head[2] as string, date: head[3] as string };
    else if (at && files.has(token)) {
      const list = out.get(token) ?? [];
      if (list.length < MOST_VERSIONS) list.push(at);
      out.set(token, list);
    }
  }
  return out;
}

type Wanted = readonly { readonly file: string; readonly touched: Touched }[];

/** Reads what `cat-file --batch` answers: for each object a line and its bytes, or a line that says it is missing. */
function readBatch(answer: Buffer, wanted: Wanted): Map<string, { commit: string; date: string; text: string }[]> {
  const out = new Map<string, { commit: string; date: string; text: string }[]>();
  const size = new Map<string, number>();
  let at = 0;
  for (const { file, touched } of wanted) {
    const end = answer.indexOf(10, at);
    if (end < 0) break;
    const head = answer.toString("utf8", at, end);
    at = end + 1;
    const length = /^[0-9a-f]+ blob (\d+)$/.exec(head)?.[1];
    if (length === undefined) {
      const other = /^[0-9a-f]+ \w+ (\d+)$/.exec(head)?.[1];
      if (other !== undefined) at += Number(other) + 1;
      continue;
    }
    const bytes = answer.subarray(at, at + Number(length));
    at += Number(length) + 1;
    const total = (size.get(file) ?? 0) + bytes.length;
    size.set(file, total);
    if (total > MOST_TEXT || bytes.includes(0)) continue;
    const list = out.get(file) ?? [];
    list.push({ commit: touched.commit, date: touched.date, text: bytes.toString("utf8").replace(/^\ufeff/, "") });
    out.set(file, list);
  }
  return out;
}

const within = (root: string, paths: readonly string[]): string[] =>
  paths
    .filter((path) => path.startsWith(`${root}/`))
    .map((path) => path.slice(root.length + 1))
    .filter((file) => !file.includes("\n"))
    .slice(0, MOST_FILES);

const objects = (log: string, files: readonly string[]): Wanted =>
  [...readLog(log, new Set(files))].flatMap(([file, all]) => all.map((touched) => ({ file, touched })));

const request = (wanted: Wanted): string => wanted.map(({ file, touched }) => `${touched.hash}:./${file}\n`).join("");

function changes(root: string, files: readonly string[], answer: Buffer, wanted: Wanted): WorldChange[] {
  const found = readBatch(answer, wanted);
  return files.map((file) => ({ type: "history", path: `${root}/${file}`, versions: found.get(file) ?? [] }));
}

/** Earlier versions of files below `root`, from git; those without any are said to have none, also where there is no git. */
export function historySync(root: string, paths: readonly string[]): WorldChange[] {
  const files = within(root, paths);
  const call = (args: readonly string[], input: string): Buffer | undefined => {
    const { status, stdout } = spawnSync("git", args, {
      cwd: root,
      input,
      env: environment(),
      timeout: TIMEOUT,
      maxBuffer: MOST_BYTES,
      windowsHide: true,
      stdio: ["pipe", "pipe", "ignore"],
    });
    return status === 0 ? stdout : undefined;
  };
  const wanted = objects(call(LOG, "")?.toString("utf8") ?? "", files);
  const answer = wanted.length > 0 ? call(BATCH, request(wanted)) : undefined;
  return changes(root, files, answer ?? Buffer.alloc(0), wanted);
}

/** `historySync` without holding anything up. */
export async function history(root: string, paths: readonly string[]): Promise<WorldChange[]> {
  const files = within(root, paths);
  const wanted = objects((await run(root, LOG, ""))?.toString("utf8") ?? "", files);
  const answer = wanted.length > 0 ? await run(root, BATCH, request(wanted)) : undefined;
  return changes(root, files, answer ?? Buffer.alloc(0), wanted);
}

/** What git answers; undefined when it fails, is missing, takes too long or says too much. */
function run(cwd: string, args: readonly string[], input: string): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const child = spawn("git", args, {
      cwd,
      env: environment(),
      timeout: TIMEOUT,
      windowsHide: true,
      stdio: ["pipe", "pipe", "ignore"],
    });
    const chunks: Buffer[] = [];
    let size = 0;
    child.on("error", () => resolve(undefined));
    child.stdin.on("error", () => undefined);
    child.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_BYTES) child.kill();
      else chunks.push(chunk);
    });
    child.on("close", (code) => resolve(code === 0 ? Buffer.concat(chunks) : undefined));
    child.stdin.end(input);
  });
}
