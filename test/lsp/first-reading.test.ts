import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import {
  createMessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import type { Environment } from "../../server/src/lsp/create-session.ts";
import { readFirst } from "../../server/src/lsp/first-reading.ts";
import { toUri } from "../../server/src/lsp/paths.ts";
import { Editor } from "./support.ts";
import { FILES, MENDED, RISKS } from "./workspace-fixture.ts";

const REGISTER = "risks/register.yaml";
/** More documents than are read between messages. */
const MANY: Record<string, string> = { ...FILES };
for (let i = 0; i < 450; i++) MANY[`notes/${i}.md`] = `# Note ${i}\n`;

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

const mine = (): string[] => readdirSync(tmpdir()).filter((name) => /^aims-[A-Za-z0-9]{6}$/.test(name));

describe("a first reading elsewhere", () => {
  it("shows what reading between messages shows, and leaves nothing behind", async () => {
    const before = mine();
    let asked = 0;
    await assertRight((reading) => {
      asked++;
      return readFirst(reading);
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
        const whole = await readFirst(reading);
        await pause(200);
        return whole;
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
    await assertRight(() => Promise.resolve(false));
  }).timeout(60_000);
});

describe("the server as it is built", () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "aims-built-"))).replaceAll("\\", "/");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

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
    client.listen();
    await client.sendRequest("initialize", { processId: null, rootUri: toUri(folder), capabilities: {} });
    await client.sendNotification("initialized", {});
    try {
      const register = toUri(`${folder}/risks-register.yaml`);
      for (let i = 0; i < 800 && !shown.has(register); i++) await pause(50);
      assert.ok(shown.get(register)?.some(({ code }) => code === "unknown-provision"));
      assert.match(await client.sendRequest<string>("aims/status", {}), /left what is known/);
    } finally {
      client.dispose();
      server.kill();
    }
  }).timeout(60_000);
});
