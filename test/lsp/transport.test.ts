import assert from "node:assert/strict";
import { type ChildProcess, fork, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, it } from "mocha";
import { transportOf } from "../../server/src/lsp/transport.ts";

describe("the server's transport", () => {
  it("is the standard streams or the parent's channel", () => {
    assert.equal(transportOf(["--stdio"], false), "--stdio");
    assert.equal(transportOf([], false), "--stdio");
    assert.equal(transportOf(["--node-ipc"], true), "--node-ipc");
    assert.equal(transportOf(["--clientProcessId=7"], true), "--node-ipc");
    assert.equal(transportOf(["--stdio"], true), "--stdio");
  });

  for (const args of [["--socket=7777"], ["--socket", "7777"], ["--pipe=/tmp/x"], ["--stdio", "--port=1"]]) {
    it(`is never ${args.join(" ")}`, () => assert.match(JSON.stringify(transportOf(args, false)), /is not offered/));
  }

  const SERVER = join(import.meta.dirname, "../../dist/server.cjs");
  const endsWith = async (server: ChildProcess, code: number): Promise<void> => {
    const [ended] = (await once(server, "exit")) as [number];
    assert.equal(ended, code);
  };

  it("ends with the parent's channel", async () => {
    const server = fork(SERVER, ["--node-ipc"], { stdio: "ignore" });
    server.send({ jsonrpc: "2.0", id: 1, method: "textDocument/hover" });
    await once(server, "message");
    server.disconnect();
    await endsWith(server, 1);
  });

  it("ends when nobody hears its answers any more", async () => {
    const server = spawn(process.execPath, [SERVER, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
    server.stdout.destroy();
    const body = '{ "jsonrpc": "2.0", "id": 1, "method": "textDocument/hover" }';
    server.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    await endsWith(server, 1);
  });

  it("ends with one line when what comes is no message, as none after it could be read", async () => {
    for (const header of ["what is this?\r\n\r\n", "Content-Length: many\r\n\r\n"]) {
      const server = spawn(process.execPath, [SERVER, "--stdio"], { stdio: ["pipe", "ignore", "pipe"] });
      let said = "";
      server.stderr.on("data", (text) => (said += text));
      server.stdin.write(header);
      await endsWith(server, 1);
      assert.match(said, /^aims: what comes is not the language server protocol: .*\n$/);
    }
  });

  it("goes on when the content of one message is no JSON", async () => {
    const server = spawn(process.execPath, [SERVER, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
    const body = '{ "jsonrpc": "2.0", "id": 7, "method": "textDocument/hover" }';
    server.stdin.write(`Content-Length: 3\r\n\r\n{x}Content-Length: ${body.length}\r\n\r\n${body}`);
    let said = "";
    server.stdout.on("data", (text) => (said += text));
    while (!said.includes('"id":7')) await once(server.stdout, "data");
    server.stdin.end();
    await endsWith(server, 1);
  });

  it("ends with 2 and one line when another is asked for", () => {
    const { status, stderr } = spawnSync(process.execPath, [SERVER, "--socket=7777"], { encoding: "utf8" });
    assert.equal(status, 2);
    assert.match(stderr, /^aims: --socket is not offered: .*\n$/);
  });
});
