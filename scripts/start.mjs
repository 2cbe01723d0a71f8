// npm start [-- DIR] [-- --no-editor] [-- --browser]: installs, builds, prints what the command line finds, opens the editor.
import { statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build, packageExtension } from "./lib/build.mjs";
import { installDependencies } from "./lib/dependencies.mjs";
import { CACHE, ROOT, run, runNode, which } from "./lib/process.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Ends after the findings. */
    "no-editor": { type: "boolean", default: false },
    /** The browser workbench even where the desktop editor is on the path. */
    browser: { type: "boolean", default: false },
    /** The browser workbench's port. */
    port: { type: "string" },
  },
});

process.exitCode = await start();

async function start() {
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0] ?? join(ROOT, "examples"));
  if (!isFolder(folder)) return fail(`${folder} is not a folder.`);
  const problem = installDependencies();
  if (problem) return fail(problem);
  if (!build()) return fail("The build failed.");
  showFindings(folder);
  if (values["no-editor"]) return 0;
  return !values.browser && openDesktop(folder) ? 0 : openBrowser(folder);
}

function fail(message) {
  console.error(message);
  return 1;
}

function isFolder(path) {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** What the editor will show, for those without a display. */
function showFindings(folder) {
  const name = relative(ROOT, folder);
  const shown = name === "" || name.startsWith("..") ? folder : name;
  const cli = join("dist", "cli.cjs");
  for (const command of [
    ["check", shown, "--fail-on", "never"],
    ["coverage", shown],
  ]) {
    console.log(`\n$ aims ${command.join(" ")}\n`);
    runNode([cli, ...command]);
  }
}

/** @returns {boolean} whether the desktop editor opened the folder. */
function openDesktop(folder) {
  const code = which("code");
  if (!code) return false;
  // The desktop editor does not start as root without these two.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox", "--user-data-dir", join(CACHE, "desktop-data")] : [];
  if (run(code, [`--extensionDevelopmentPath=${ROOT}`, ...asRoot, folder]) !== 0) return false;
  console.log(`\nOpened ${folder} in VS Code. Without a display: npm start -- --browser`);
  return true;
}

async function openBrowser(folder) {
  try {
    const { installHost } = await import("./host/install.mjs");
    const { createProfile, installExtension, startWorkbench } = await import("./host/workbench.mjs");
    const host = installHost();
    const vsix = packageExtension();
    if (!vsix) return fail("The extension could not be packaged.");
    const profile = createProfile({}, join(CACHE, "editor"));
    installExtension(host, profile, vsix);
    const port = values.port === undefined ? undefined : Number(values.port);
    const workbench = await startWorkbench(host, profile, { port });
    console.log(
      `\nVS Code ${host.version} with the extension, on this machine only:\n\n  ${workbench.address(folder)}\n`,
    );
    console.log("Ctrl-C ends it.");
    let asked = false;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
      process.on(signal, () => {
        asked = true;
        void workbench.stop();
      });
    }
    await workbench.exited;
    return asked ? 0 : fail(`The editor ended by itself.\n${workbench.log()}`);
  } catch (error) {
    return fail(`No editor could be opened: ${error instanceof Error ? error.message : error}`);
  }
}
