// Bundles everything that runs: node esbuild.config.mjs [--minify] [--tests] [--watch]
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { build, context } from "esbuild";
import { ascii } from "./scripts/ascii.mjs";
import { writeCodeCache } from "./scripts/code-cache.mjs";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const flags = new Set(process.argv.slice(2));

/** @type {import("esbuild").BuildOptions} */
const node = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20.19",
  // White space costs start-up time; names are kept for readable stack traces.
  minifyWhitespace: true,
  minifySyntax: true,
  sourcemap: flags.has("--minify") ? false : "linked",
  sourcesContent: false,
  legalComments: "none",
  logLevel: "warning",
  // The packages' ES modules: their CommonJS twins cannot be shaken.
  mainFields: ["module", "main"],
  plugins: [ascii],
  define: { __VERSION__: JSON.stringify(version) },
};

/** @type {import("esbuild").BuildOptions[]} */
const bundles = [
  { ...node, entryPoints: ["client/src/extension.ts"], outfile: "dist/extension.cjs", external: ["vscode"] },
  { ...node, entryPoints: ["server/src/lsp/main.ts"], outfile: "dist/server.main.cjs" },
  {
    ...node,
    entryPoints: ["server/src/cli/bin.ts"],
    outfile: "dist/cli.cjs",
    banner: { js: "#!/usr/bin/env node" },
  },
];

if (flags.has("--tests")) {
  bundles.push({
    ...node,
    entryPoints: ["test/editor/suite/index.ts"],
    outfile: "dist/test/editor.cjs",
    external: ["vscode", "mocha"],
  });
}

/** The core must bundle where there is no Node and no browser: this fails when it reaches for either. */
/** @type {import("esbuild").BuildOptions} */
const core = {
  bundle: true,
  write: false,
  platform: "neutral",
  mainFields: ["module", "main"],
  logLevel: "warning",
  entryPoints: ["server/src/core/analysis.ts"],
};

/** The server's entry knows its bundle by content, so that a cache of another build is never taken. */
async function buildBoot() {
  const hash = createHash("sha256").update(readFileSync("dist/server.main.cjs")).digest("hex").slice(0, 12);
  for (const name of readdirSync("dist")) if (/^server\..*\.cache$/.test(name)) rmSync(`dist/${name}`);
  await build({
    ...node,
    entryPoints: ["server/boot.cjs"],
    outfile: "dist/server.cjs",
    sourcemap: false,
    define: { __MAIN_HASH__: JSON.stringify(hash), __CACHE_AFTER_MS__: "5000" },
  });
  if (!flags.has("--minify")) await writeCodeCache();
}

try {
  if (flags.has("--watch")) for (const options of bundles) await (await context(options)).watch();
  else {
    await Promise.all([...bundles, core].map((options) => build(options)));
    await buildBoot();
  }
} catch {
  process.exitCode = 1;
}
