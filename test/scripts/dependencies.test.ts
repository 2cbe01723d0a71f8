import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isInstalled } from "../../scripts/lib/dependencies.mjs";
import { pinProblems } from "../../scripts/lib/pins.mjs";

type Packages = Record<string, Record<string, unknown>>;

describe("what is installed, held against the lock file", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "aims-lock-"));
    mkdirSync(join(folder, "node_modules"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (file: string, packages: Packages) => writeFileSync(join(folder, file), JSON.stringify({ packages }));
  const lock = (packages: Packages) => write("package-lock.json", { "": {}, ...packages });
  const installed = (packages: Packages) => write("node_modules/.package-lock.json", packages);

  it("is installed when every package is there in its version", () => {
    lock({ "node_modules/a": { version: "1.0.0" } });
    installed({ "node_modules/a": { version: "1.0.0" } });
    assert.equal(isInstalled(folder), true);
  });

  it("does without packages for other platforms", () => {
    lock({ "node_modules/a-win32": { version: "1.0.0", optional: true } });
    installed({});
    assert.equal(isInstalled(folder), true);
  });

  it("is not installed when a package is missing or of another version, or nothing ever was", () => {
    lock({ "node_modules/a": { version: "1.0.1" } });
    assert.equal(isInstalled(folder), false);
    installed({});
    assert.equal(isInstalled(folder), false);
    installed({ "node_modules/a": { version: "1.0.0" } });
    assert.equal(isInstalled(folder), false);
  });
});

describe("pinned versions", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "aims-pins-"));
    mkdirSync(join(folder, "scripts", "host"), { recursive: true });
    write("scripts/host", {}, {});
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(place: string, dependencies: Record<string, string>, packages: Packages): void {
    writeFileSync(join(folder, place, "package.json"), JSON.stringify({ dependencies }));
    writeFileSync(join(folder, place, "package-lock.json"), JSON.stringify({ packages: { "": {}, ...packages } }));
  }

  it("are exact, agreed on, checksummed and free of addresses", () => {
    write(".", { a: "1.2.3" }, { "node_modules/a": { version: "1.2.3", integrity: "sha512-x" } });
    assert.deepEqual(pinProblems(folder), []);
  });

  it("are not ranges", () => {
    write(".", { a: "^1.2.3" }, { "node_modules/a": { version: "1.2.3", integrity: "sha512-x" } });
    assert.deepEqual(pinProblems(folder), ['.: a is "^1.2.3", not one exact version']);
  });

  it("name no address to download from", () => {
    const locked = { version: "1.2.3", integrity: "sha512-x", resolved: "somewhere" };
    write(".", { a: "1.2.3" }, { "node_modules/a": locked });
    assert.deepEqual(pinProblems(folder), [".: the lock file says where node_modules/a is downloaded from"]);
  });

  it("cover the packages of every platform", () => {
    const locked = { version: "1.2.3", integrity: "sha512-x", optionalDependencies: { "a-linux": "1.2.3" } };
    write(".", { a: "1.2.3" }, { "node_modules/a": locked });
    assert.deepEqual(pinProblems(folder), [".: the lock file lacks a-linux, so that npm ci refuses it"]);
  });

  it("agree between package.json and lock file", () => {
    write(".", { a: "1.2.4" }, { "node_modules/a": { version: "1.2.3", integrity: "sha512-x" } });
    assert.deepEqual(pinProblems(folder), [".: a is 1.2.4 in package.json and 1.2.3 in the lock file"]);
  });
});
