// Starts the language server. Where V8's code cache of this very bundle is at hand, the bundle is not compiled again: the build leaves one
// for the Node that builds, and an editor, whose Node is another, gives a folder in which the first start leaves one for the next.
"use strict";
const { createHash } = require("node:crypto");
const { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require("node:fs");
const { wrap } = require("node:module");
const { join } = require("node:path");
const { Script } = require("node:vm");
const { isMainThread } = require("node:worker_threads");

/* global __MAIN_HASH__, __CACHE_AFTER_MS__ */
const main = join(__dirname, "server.main.cjs");
const name = `server.${__MAIN_HASH__}.${process.version}.${process.arch}.cache`;
const ofBuild = join(__dirname, name);
const folder = process.env.AIMS_CODE_CACHE;
const ofEditor = folder && join(folder, name);
const writes = process.env.AIMS_WRITE_CODE_CACHE === "1";
const DIGEST_BYTES = 20;

const digest = (data) => createHash("sha1").update(data).digest();

/** What was written whole; V8 itself does not look for damage. */
function cachedCode(file) {
  try {
    const data = readFileSync(file);
    const code = data.subarray(DIGEST_BYTES);
    return digest(code).equals(data.subarray(0, DIGEST_BYTES)) ? code : undefined;
  } catch {
    return undefined;
  }
}

function write(file, code) {
  const unfinished = `${file}.${process.pid}.part`;
  try {
    writeFileSync(unfinished, Buffer.concat([digest(code), code]));
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Leaves a cache of what has run until now for the next start and takes away those of other versions; a folder that cannot be written only means slower starts. */
function leave(code) {
  try {
    mkdirSync(folder, { recursive: true });
    write(ofEditor, code());
    for (const old of readdirSync(folder))
      if (/^server\..*\.cache$/.test(old) && old !== name) rmSync(join(folder, old));
  } catch {
    // The next start tries again.
  }
}

const cachedData = (ofEditor && cachedCode(ofEditor)) || cachedCode(ofBuild);
if (cachedData || writes || ofEditor) {
  const script = new Script(wrap(readFileSync(main, "utf8")), { filename: main, cachedData });
  const module_ = { exports: {} };
  script.runInThisContext()(module_.exports, require, module_, main, __dirname);
  // The bundle turns switches of V8, which takes a cache only where they stand as they did when it was made.
  const { asUsual = (make) => make() } = module_.exports;
  const code = () => asUsual(() => script.createCachedData());
  // A thread does not know how these stand usually, and has not run what a server runs.
  if (isMainThread && writes) process.on("exit", () => write(ofBuild, code()));
  else if (isMainThread && ofEditor && (!cachedData || script.cachedDataRejected))
    setTimeout(() => leave(code), __CACHE_AFTER_MS__).unref();
} else {
  require(main);
}
