// Starts the language server. Where the build left V8's code cache for this very bundle and this very Node, the bundle is not compiled again.
"use strict";
const { readFileSync, writeFileSync } = require("node:fs");
const { wrap } = require("node:module");
const { join } = require("node:path");
const { Script } = require("node:vm");

/* global __MAIN_HASH__ */
const main = join(__dirname, "server.main.cjs");
const cache = join(__dirname, `server.${__MAIN_HASH__}.${process.version}.cache`);

function cachedCode() {
  try {
    return readFileSync(cache);
  } catch {
    return undefined;
  }
}

const cachedData = cachedCode();
const writes = process.env.AIMS_WRITE_CODE_CACHE === "1";
if (cachedData || writes) {
  const script = new Script(wrap(readFileSync(main, "utf8")), { filename: main, cachedData });
  const module_ = { exports: {} };
  script.runInThisContext()(module_.exports, require, module_, main, __dirname);
  if (writes) process.on("exit", () => writeFileSync(cache, script.createCachedData()));
} else {
  require(main);
}
