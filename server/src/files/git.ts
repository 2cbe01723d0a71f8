import { spawn, spawnSync } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { WorldChange } from "../core/analysis.ts";

/** Commits looked at, versions of one file, and text of all versions of one file, in characters. */
const MOST_COMMITS = 300;
const MOST_VERSIONS = 10;
const MOST_TEXT = 400_000;
/** Files of one commit that are compared to find out which was renamed; equal ones are found whatever their number. */
const MOST_RENAMES = 100;
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
  // What a person prefers to see of a log is not to hide the first commit.
  ...["-c", "log.showRoot=true"],
];
/** What a hook of another repository, or of a part of this one, has set for its own calls of git. */
const OF_ANOTHER = [
  ...["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE"],
  ...["GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE"],
];
const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  ...Object.fromEntries(OF_ANOTHER.map((name) => [name, undefined])),
  GIT_TERMINAL_PROMPT: "0",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_NO_LAZY_FETCH: "1",
  GIT_ASKPASS: "",
  LC_ALL: "C",
});

const LOG = [
  ...SAFE,
  ...["log", `-n${MOST_COMMITS}`, "-z", "--name-status", "-M", `-l${MOST_RENAMES}`, "--relative", "--no-ext-diff"],
  "-O/dev/null",
  "--no-textconv",
  ...["--no-show-signature", "--format=%x09%h %H %cs", "--", "."],
];
const BATCH = [...SAFE, "cat-file", "--batch"];

interface Commit {
  readonly commit: string;
  readonly hash: string;
  readonly date: string;
}
/** A commit that touched a file, and the name the file had then. */
interface Touched extends Commit {
  readonly name: string;
}

/** Which commits touched which of the files, newest first; a file is followed through its renames. */
function readLog(log: string, files: readonly string[]): Map<string, Touched[]> {
  const out = new Map<string, Touched[]>();
  /** Names that files have at the commit being read, and which of the files each is. */
  const names = new Map(files.map((file) => [file, file]));
  const tokens = log.split("\0").map((token) => token.replace(/^\n+/, ""));
  let at: Commit | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? "";
    const head = /^\t([0-9a-f]{4,40}) ([0-9a-f]{40,64}) (\d{4}-\d{2}-\d{2})$/.exec(token);
    if (head) at = { commit: head[1] as string, hash: head[2] as string, date: head[3] as string };
    else if (at && /^[A-Z]\d{0,3}$/.test(token)) {
      const from = /^[RC]/.test(token) ? tokens[++i] : undefined;
      const name = tokens[++i] ?? "";
      const file = names.get(name);
      if (file === undefined) continue;
      const list = out.get(file) ?? [];
      if (list.length < MOST_VERSIONS && token !== "D") list.push({ ...at, name });
      out.set(file, list);
      if (token.startsWith("R") && from !== undefined) {
        names.delete(name);
        if (!names.has(from)) names.set(from, file);
      }
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
  [...readLog(log, files)].flatMap(([file, all]) => all.map((touched) => ({ file, touched })));

const request = (wanted: Wanted): string => wanted.map(({ touched }) => `${touched.hash}:./${touched.name}\n`).join("");

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

/** Where a repository shows that its current branch, or where that stands, is another: for branches kept as files and as tables. */
const HEADS = ["HEAD", "logs/HEAD", "reftable/tables.list"];

/** Bytes of a file that names a repository. */
const LONGEST_NAME = 10_000;

/**
 * What stays the same as long as nothing is committed, checked out or reset in the repository that holds `folder`, which may begin
 * above it. Empty where there is none. Runs no git.
 */
export async function commitMark(folder: string): Promise<string> {
  const repository = await repositoryOf(folder);
  if (repository === undefined) return "";
  const heads = HEADS.map((name) => statOf(`${repository}/${name}`));
  const marks = (await Promise.all(heads)).map((found) => found && `${found.mtimeNs} ${found.ino} ${found.size}`);
  return [repository, ...marks].join("\n");
}

/** The folder in which git keeps what belongs to the work tree around `folder`; a worktree's and a submodule's is named by a file. */
async function repositoryOf(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await statOf(`${at}/.git`);
    if (found?.isDirectory()) return `${at}/.git`;
    if (found?.isFile() && found.size < LONGEST_NAME) {
      const named = /^gitdir: (.+)/.exec(await readFile(`${at}/.git`, "utf8").catch(() => ""))?.[1];
      if (named !== undefined) return resolve(at, named);
    }
    if (at === dirname(at)) return undefined;
  }
}

const statOf = (path: string) => stat(path, { bigint: true }).catch(() => undefined);
