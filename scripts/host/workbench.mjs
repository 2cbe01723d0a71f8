// The VS Code server on loopback, serving the workbench to a browser.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { run, startGroup } from "../lib/process.mjs";

/** @typedef {import("./install.mjs").Host} Host */

/** What a quiet editor is set to: nothing greets, nothing updates, nothing is sent anywhere. */
export const QUIET_SETTINGS = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "telemetry.telemetryLevel": "off",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "chat.disableAIFeatures": true,
  "files.simpleDialog.enable": true,
};

/** The marketplace switched off, so that the editor asks nobody for anything. */
const NO_GALLERY = '{"serviceUrl":"","itemUrl":"","resourceUrlTemplate":"","controlUrl":""}';

/**
 * A folder of its own for one editor: user data, extensions, logs.
 * @param {Record<string, unknown>} [settings] on top of the quiet ones
 * @param {string} [folder] kept between runs when given, else a throwaway one
 */
export function createProfile(settings = {}, folder = mkdtempSync(join(tmpdir(), "aims-editor-"))) {
  const data = join(folder, "data");
  for (const scope of ["Machine", "User"]) {
    const file = join(data, scope, "settings.json");
    mkdirSync(join(data, scope), { recursive: true });
    // A kept profile's settings are the person's by now.
    if (!existsSync(file)) writeFileSync(file, JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2));
  }
  return {
    folder,
    arguments: ["--user-data-dir", data, "--server-data-dir", folder, "--extensions-dir", join(folder, "extensions")],
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}

/**
 * Installs a packaged extension into a profile.
 * @param {Host} host
 * @param {ReturnType<typeof createProfile>} profile
 * @param {string} vsix
 * @throws {Error} when the editor refuses it.
 */
export function installExtension(host, profile, vsix) {
  const install = [
    host.server,
    ...profile.arguments,
    "--accept-server-license-terms",
    "--install-extension",
    vsix,
    "--force",
  ];
  const code = run(host.node, install, { env: editorEnvironment(), quiet: true });
  if (code !== 0) throw new Error(`The editor would not install ${vsix}.`);
}

/**
 * Starts the editor and waits until it answers.
 * @param {Host} host
 * @param {ReturnType<typeof createProfile>} profile
 * @param {{ port?: number, flags?: readonly string[], env?: Record<string, string> }} [options] any free port when none is given
 * @throws {Error} when it does not start.
 */
export async function startWorkbench(host, profile, options = {}) {
  const attempts = 3;
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    const workbench = launch(host, profile, port, options);
    const problem = await untilUp(workbench, port);
    if (problem === undefined) return workbench;
    await workbench.stop();
    // Another program may have taken the port in between.
    if (attempt === attempts || options.port !== undefined) throw new Error(`${problem}\n${workbench.log()}`);
  }
}

function launch(host, profile, port, options) {
  const token = randomBytes(16).toString("hex");
  const authority = `127.0.0.1:${port}`;
  let log = "";
  const flags = [
    ...["--host", "127.0.0.1", "--port", String(port), "--connection-token", token],
    ...["--accept-server-license-terms", "--disable-telemetry", "--disable-workspace-trust"],
    ...(options.flags ?? []),
  ];
  const group = startGroup(host.node, [host.server, ...profile.arguments, ...flags], {
    env: editorEnvironment(options.env),
    output: (text) => {
      log = (log + text).slice(-20_000);
    },
  });
  return {
    ...group,
    authority,
    log: () => log,
    /** The address that opens a folder, or nothing; only who has it gets in. */
    address(folder, query = {}) {
      const parameters = new URLSearchParams({ tkn: token, ...(folder ? { folder } : {}), ...query });
      return `http://${authority}/?${parameters}`;
    },
  };
}

async function untilUp(workbench, port) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (!workbench.running()) return "The editor host ended while starting.";
    if (await answers(port)) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return "The editor host did not answer within a minute.";
}

async function answers(port) {
  try {
    return (await fetch(`http://127.0.0.1:${port}/version`)).ok;
  } catch {
    return false;
  }
}

/** @param {Record<string, string>} [extra] */
function editorEnvironment(extra = {}) {
  // An editor's own terminal sets VSCODE_…, which would make this server take itself for a part of that editor.
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("VSCODE_"));
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: NO_GALLERY, ...extra };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
