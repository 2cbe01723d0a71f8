import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import { afterEach, beforeEach, describe, it } from "mocha";
import {
  createMessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { NumberedKeys } from "../../server/src/core/analysis/stored.ts";
import type { StoredPart } from "../../server/src/core/analysis.ts";
import { type IndexPieces, type ReadIndex, readPieces } from "../../server/src/files/index-file.ts";
import type { Environment } from "../../server/src/lsp/create-session.ts";
import { type Mate, takeShare } from "../../server/src/lsp/crew.ts";
import { type FirstReading, readFirst } from "../../server/src/lsp/first-reading.ts";
import type { ReadElsewhere } from "../../server/src/lsp/kept-index.ts";
import { Line } from "../../server/src/lsp/line.ts";
import { deal, type Files, findFiles, taking } from "../../server/src/lsp/share-out.ts";
import { coming, mateOf } from "../../server/src/lsp/threads.ts";
import { toUri } from "../../server/src/lsp/paths.ts";
import { Editor, TODAY } from "./support.ts";
import { FILES, MENDED, RISKS } from "./workspace-fixture.ts";

const REGISTER = "risks/register.yaml";
/** More documents than are read between messages: notes, records that name each other across folders, an id that stands twice. */
const MANY: Record<string, string> = { ...FILES };
for (let i = 0; i < 450; i++) MANY[`notes/${i}.md`] = `# Note ${i}\n`;
for (let i = 0; i < 60; i++) {
  const id = String(i).padStart(3, "0");
  MANY[`more/${i}.yaml`] = `aims: system\nid: SYS-${id}\nname: ${i}\nfeeds: [SYS-${String(i + 1).padStart(3, "0")}]\n`;
  MANY[`assessments/${i}.md`] =
    `---\naims: impact-assessment\nid: AIIA-${id}\nsystem: SYS-${id}\n---\n# Assessment\n\nSee SYS-${id} and A.6.2.44.\n`;
}
MANY["more/again.md"] = "---\naims: system\nid: SYS-007\nname: Again\n---\n# Again\n";
MANY["other/aims.yaml"] = "aims: management-system\norganisation: Other\npublic: ['../notes/1.md']\n";
MANY["other/system.yaml"] = "aims: system\nid: SYS-000\nname: Another\ntier: none\n";
/** What is no text. */
const BROKEN = new Uint8Array([0x23, 0xff, 0xfe, 0x00]);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Shows what a server shows that reads between messages. */
async function assertRight(
  readFirst: Environment["readFirst"],
  during?: (editor: Editor) => Promise<void>,
): Promise<void> {
  const editor = await Editor.start({ files: MANY, readFirst });
  const plain = await Editor.start({ files: MANY });
  await Promise.all([during?.(editor), during?.(plain)]);
  await Editor.same(editor, plain);
  await Promise.all([editor.stop(), plain.stop()]);
}

/** All files of the folders. */
function filesOf({ roots, settings }: FirstReading): Files {
  const finding = findFiles(roots, settings);
  for (let next = finding.next(); ; next = finding.next()) if (next.done) return next.value;
}

const inOne = async (reading: FirstReading): Promise<ReadElsewhere> =>
  elsewhere(await readFirst(reading, filesOf(reading)));

const elsewhere = (index: IndexPieces): ReadElsewhere => ({
  index: readPieces(index, [index.rest]),
  kept: Promise.resolve(false),
});

/** Reads with others, who are only told from threads by where they run. */
class Others {
  readonly #ports: MessagePort[] = [];
  readonly #most: number;
  readonly #start: (port: MessagePort, mate: Mate) => void;
  started = 0;

  /** @param start what each does at its end of the line */
  constructor(most: number, start: (port: MessagePort, mate: Mate) => void = (port) => void takeShare(port)) {
    this.#most = most;
    this.#start = start;
  }

  readonly read = async (reading: FirstReading): Promise<ReadElsewhere> => {
    const start = (): Mate => {
      this.started++;
      const { port1, port2 } = new MessageChannel();
      this.#ports.push(port1, port2);
      const mate: Mate = new Line(port1);
      this.#start(port2, mate);
      return mate;
    };
    try {
      return elsewhere(await readFirst(reading, filesOf(reading), { most: this.#most, each: 100, start }));
    } finally {
      for (const port of this.#ports) port.close();
    }
  };
}

describe("documents that several read", () => {
  it("are each given to one, whoever comes first, and most in the order of their language", () => {
    const documents = Array.from({ length: 1_000 }, (_, i) => `/w/${i}.${i % 3 ? "md" : "yaml"}`);
    for (const count of [1, 2, 3, 4]) {
      const dealt = deal(documents, count);
      const takers = Array.from({ length: count }, (_, i) => taking(dealt, i));
      const taken: string[][] = takers.map(() => []);
      // The first is quick, the last never comes at all.
      for (let turn = 0, left = true; left; turn++) {
        left = false;
        for (const [i, taker] of takers.entries()) {
          if (count > 1 && (i === count - 1 || (i > 0 && turn % 4 > 0))) continue;
          const next = taker.next();
          if (next.done) continue;
          left = true;
          taken[i]?.push(...next.value);
        }
      }
      assert.deepEqual(taken.flat().sort(), [...documents].sort());
      assert.deepEqual(taken[0]?.slice(0, 200), dealt.documents.slice(0, 200));
    }
    assert.deepEqual([...taking(deal([], 2), 1)], []);
  });
});

const mine = (): string[] => readdirSync(tmpdir()).filter((name) => /^aims-[A-Za-z0-9]{6}$/.test(name));

describe("a first reading elsewhere", () => {
  it("shows what reading between messages shows, and leaves nothing behind", async () => {
    const before = mine();
    let asked = 0;
    await assertRight((reading) => {
      asked++;
      return inOne(reading);
    });
    assert.equal(asked, 1);
    assert.deepEqual(mine(), before);
  }).timeout(60_000);

  it("is not asked for of a small folder", async () => {
    const never = (): never => assert.fail("asked");
    const editor = await Editor.start({ files: FILES, readFirst: never });
    await editor.settled();
    assert.ok(editor.rules(REGISTER).length > 0);
    await editor.stop();
  });

  it("gives way to what was opened, typed, closed and written meanwhile", async () => {
    await assertRight(
      async (reading) => {
        await pause(100);
        const read = await inOne(reading);
        await pause(200);
        return read;
      },
      async (editor) => {
        await editor.open(REGISTER, RISKS);
        await editor.retype(REGISTER, MENDED);
        await editor.open("notes/1.md", "# Note\n\nClause 99.\n");
        await editor.close("notes/1.md");
        await pause(150);
        editor.write("notes/2.yaml", "aims: system\nid: AI-001\nname: Twice\n");
        await editor.touch("notes/2.yaml");
      },
    );
  }).timeout(60_000);

  it("that fails is made up for", async () => {
    await assertRight(() => Promise.reject(new Error("out of memory")));
    await assertRight(() => Promise.resolve(undefined));
  }).timeout(60_000);
});

describe("a first reading that several share", () => {
  for (const others of [1, 2, 3]) {
    it(`shows what reading between messages shows, with ${others} more`, async () => {
      const crew = new Others(others);
      await assertRight(crew.read, async (editor) => {
        editor.write("notes/broken.md", BROKEN);
        editor.write("more/broken.yaml", BROKEN);
        await editor.touch("notes/broken.md", "more/broken.yaml");
      });
      assert.equal(crew.started, others);
    }).timeout(60_000);
  }

  it("leaves the index that one alone leaves, but for the order of its parts", async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "aims-shared-"))).replaceAll("\\", "/");
    try {
      for (const [path, text] of Object.entries({ ...MANY, "notes/broken.md": BROKEN, "more/picture.png": "" })) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      const reading = { roots: [folder], settings: {}, today: TODAY, storage: undefined, build: "" };
      const alone = partsOf((await inOne(reading)).index);
      for (const others of [1, 3]) {
        const { index } = await new Others(others).read(reading);
        const together = partsOf(index);
        for (const kind of ["head", "shown", "file"]) assertEqual(linesIn(together, kind), linesIn(alone, kind));
        assertEqual(readsIn(together), readsIn(alone));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }).timeout(60_000);

  it("is done without one that does not start", async () => {
    const crew = new Others(3, (port, mate) => {
      if (crew.started === 2) mate.fail(new Error("no more threads"));
      else void takeShare(port);
    });
    await assertRight(crew.read);
    assert.equal(crew.started, 3);
  }).timeout(60_000);

  it("is made up for when one of them dies", async () => {
    const crew = new Others(2, (port, mate) => {
      void takeShare(port);
      const { next } = mate;
      let come = 0;
      mate.next = async () => {
        if (++come === 4) mate.fail(new Error("out of memory"));
        return come < 4 ? next.call(mate) : Promise.reject(new Error("out of memory"));
      };
    });
    let failed = 0;
    await assertRight((reading) => {
      const read = crew.read(reading);
      read.catch(() => failed++);
      return read;
    });
    assert.equal(failed, 1);
  }).timeout(60_000);
});

const partsOf = ({ shown, rest }: ReadIndex): StoredPart[] => [...shown, ...[...rest].flatMap((part) => part ?? [])];

const linesIn = (parts: readonly StoredPart[], kind: string): string[] =>
  parts.filter(({ part }) => part === kind).map((part) => JSON.stringify(part));

/** By file: the keys that its findings hang on. */
function readsIn(parts: readonly StoredPart[]): string[] {
  const reads: string[] = [];
  const numbered = new NumberedKeys();
  for (const part of parts) {
    if (part.part === "numbers") numbered.turnTo(part.of);
    if (part.part !== "reads") continue;
    numbered.add(part.keys);
    reads.push(`${part.path} ${numbered.named(part.reads).sort().join(" ")}`);
  }
  return reads;
}

/** Whether two lists hold the same; what they do not share is said, and no more. */
function assertEqual(one: readonly string[], other: readonly string[]): void {
  assert.equal(one.length, other.length);
  const [these, those] = [new Set(one), new Set(other)];
  const only = [...one.filter((line) => !those.has(line)), ...other.filter((line) => !these.has(line))];
  assert.deepEqual(only, []);
}

describe("the rest of an index", () => {
  it("is waited for as long as it can come", async () => {
    const { port1, port2 } = new MessageChannel();
    const steps = coming(port1, () => false);
    assert.deepEqual(steps.next().value, undefined);
    port2.postMessage([new Uint8Array([1])]);
    const rest = [...steps].flatMap((pieces) => pieces ?? []);
    assert.deepEqual(rest, [new Uint8Array([1])]);
    await Promise.all([once(port2, "close"), port1.close()]);
    const lost = new MessageChannel();
    let gone = false;
    const never = coming(lost.port1, () => gone);
    assert.deepEqual(never.next().value, undefined);
    gone = true;
    assert.throws(() => never.next(), /has not come/);
  });

  it("that does not come is made up for", async () => {
    await assertRight(async (reading) => {
      const { index, kept } = await inOne(reading);
      const rest = (function* (): Generator<undefined> {
        yield undefined;
        throw new Error("it has not come");
      })();
      return { index: { ...index, rest }, kept };
    });
  }).timeout(60_000);
});

describe("the server as it is built", () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "aims-built-"))).replaceAll("\\", "/");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("takes a share of a reading in a thread", async () => {
    for (const [path, text] of Object.entries(MANY)) writeFileSync(join(folder, path.replaceAll("/", "-")), text);
    const reading = { roots: [folder], settings: {}, today: TODAY, storage: undefined, build: "" };
    const workers: Worker[] = [];
    const start = (): Mate => {
      const { port1, port2 } = new MessageChannel();
      const workerData = { share: port2 };
      workers.push(
        new Worker(join(import.meta.dirname, "../../dist/server.cjs"), { workerData, transferList: [port2] }),
      );
      return mateOf(port1);
    };
    const together = partsOf(
      elsewhere(await readFirst(reading, filesOf(reading), { most: 2, each: 100, start })).index,
    );
    const alone = partsOf((await inOne(reading)).index);
    assert.equal(workers.length, 2);
    for (const kind of ["head", "shown", "file"]) assertEqual(linesIn(together, kind), linesIn(alone, kind));
    assertEqual(readsIn(together), readsIn(alone));
    // They end by themselves.
    await Promise.all(workers.map((worker) => worker.threadId < 0 || once(worker, "exit")));
  }).timeout(60_000);

  it("reads many documents in a thread and takes over what it found", async () => {
    for (const [path, text] of Object.entries(MANY)) writeFileSync(join(folder, path.replaceAll("/", "-")), text);
    const server = spawn(process.execPath, [join(import.meta.dirname, "../../dist/server.cjs"), "--stdio"]);
    const client = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const shown = new Map<string, PublishDiagnosticsParams["diagnostics"]>();
    client.onNotification("textDocument/publishDiagnostics", (p: PublishDiagnosticsParams) => {
      shown.set(p.uri, p.diagnostics);
    });
    const logged: unknown[] = [];
    client.onNotification("window/logMessage", (message) => void logged.push(message));
    client.listen();
    await client.sendRequest("initialize", { processId: null, rootUri: toUri(folder), capabilities: {} });
    await client.sendNotification("initialized", {});
    try {
      const register = toUri(`${folder}/risks-register.yaml`);
      for (let i = 0; i < 800 && !shown.has(register); i++) await pause(50);
      assert.ok(shown.get(register)?.some(({ code }) => code === "unknown-provision"));
      assert.match(await client.sendRequest<string>("aims/status", {}), /left what is known/);
      assert.deepEqual(logged, []);
    } finally {
      client.dispose();
      server.kill();
    }
  }).timeout(60_000);
});
