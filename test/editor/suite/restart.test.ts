import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Api } from "../../../client/src/activate.ts";
import { type Settings, STATUS } from "../../../server/src/protocol.ts";
import { activated, closeAll, file, findings, open, rangeOf, retype, until } from "./support.ts";

/** Restarts that the client makes by itself before it asks the person, those of the tests before the last not counted. */
const RESTARTS = 3;

describe("a server that is killed", () => {
  let api: Api;
  before(async () => {
    api = await activated();
  });
  afterEach(closeAll);

  const serverProcess = () => (api.client as LanguageClient).serverProcess;

  /** Kills the server as the system would, and gives its number once it has ended. */
  async function kill(meanwhile?: () => Promise<void>): Promise<number> {
    const server = await until("a running server", () => (api.client.isRunning() ? serverProcess() : undefined));
    const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
    server.kill("SIGKILL");
    await meanwhile?.();
    await ended;
    return server.pid as number;
  }

  const another = (than: number) =>
    until("another server", () => (api.client.isRunning() && serverProcess()?.pid !== than ? true : undefined));

  /** What the server keeps for the next start, in the editor's storage folder. */
  const isKept = (): boolean => {
    const { initializationOptions } = (api.client as LanguageClient).clientOptions;
    const { storage = "" } = (initializationOptions as () => Settings)();
    return existsSync(storage) && readdirSync(storage).some((name) => /^index-\w+\.jsonl$/.test(name));
  };

  it("comes back by itself and knows what is in the editor, unsaved, and what is on disk and was kept", async () => {
    await until("what is kept", () => (isKept() ? true : undefined));
    const editor = await open("policies/ai-policy.md");
    const { uri } = editor.document;
    await retype(editor, "clause 5.2.", "clause 5.2 and control A.6.2.44.");
    await until("a finding", () => findings(uri, "unknown-provision")[0]);
    const killed = await kill();
    await retype(editor, "A.6.2.44", "A.6.2.55");
    await another(killed);
    const range = rangeOf(editor.document, "A.6.2.55");
    await until("the finding of the new text", () =>
      findings(uri, "unknown-provision").find((one) => one.range.isEqual(range) && one.message.includes("A.6.2.55")),
    );
    await until("the closed file's finding", () => findings(file("risks/register.yaml"), "unknown-provision")[0]);
    await until("what was kept is taken over", async () => {
      const status = await api.client.sendRequest<string>(STATUS);
      return status.includes("the last start left what is known") ? true : undefined;
    });
    await retype(editor, "A.6.2.55", "A.6.2.4");
    await until("no finding", () => (findings(uri, "unknown-provision").length === 0 ? true : undefined));
    await until("the views", () => (api.status.state === "ready" ? true : undefined));
  });

  it("comes back also where much is sent to it at that moment", async () => {
    const killed = await kill(async () => {
      const sent: Promise<void>[] = [];
      for (let turns = 0; turns < 60; turns++) {
        for (let i = 0; i < 5; i++) sent.push(api.client.sendNotification("$/setTrace", { value: "off" }));
        await new Promise((resolve) => setImmediate(resolve));
      }
      await Promise.allSettled(sent);
    });
    await another(killed);
  });

  it("says so and stays down after it was killed again and again, and starts when told to", async () => {
    for (let n = 1; n < RESTARTS; n++) await another(await kill());
    await kill();
    await until("the stopped state", () => (api.status.state === "stopped" ? true : undefined));
    assert.equal(api.client.isRunning(), false);
    await vscode.commands.executeCommand("aims.restartServer");
    await until("the views", () => (api.status.state === "ready" ? true : undefined));
    await until("the closed file's finding", () => findings(file("risks/register.yaml"), "unknown-provision")[0]);
  });
});
