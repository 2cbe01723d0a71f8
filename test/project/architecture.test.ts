import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, it } from "mocha";

const ROOT = resolve(import.meta.dirname, "../..");
const CORE = join(ROOT, "server/src/core");

/** Rooms of the core, in the one direction data takes: a room may import from those before it and from itself. */
const LAYERS = [
  ["text"],
  ["generated"],
  ["catalog"],
  ["records"],
  ["syntax"],
  ["notation"],
  ["workspace"],
  ["coverage"],
  ["tier"],
  ["scaffold"],
  ["rules", "features", "report"],
  ["analysis"],
];

/** Imports of types only that point the other way, each with its reason. The list may only shrink. */
const TYPE_ONLY: Record<string, string> = {
  "scaffold → analysis-api": "results of features are plain types declared beside the door",
  "features → analysis-api": "results of features are plain types declared beside the door",
  "report → analysis-api": "results of features are plain types declared beside the door",
  "analysis-api → coverage": "the door names what coverage answers",
  "analysis-api → workspace": "the door names severities",
  "workspace → coverage": "a view hands out coverage",
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((e) => e.isFile() && e.name.endsWith(".ts"))
    .map((e) => join(e.parentPath, e.name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8");
  const found = text.matchAll(/^\s*(?:import|export)\s+(type\s+)?[^;]*?from\s+"([^"]+)";|^import\s+"([^"]+)";/gm);
  return [...found].map((m) => ({ from: file, to: (m[2] ?? m[3]) as string, typeOnly: m[1] !== undefined }));
}

const roomOf = (path: string): string => relative(CORE, path).split(/[\\/]/)[0]?.replace(/\.ts$/, "") as string;
const rank = (room: string): number => LAYERS.findIndex((layer) => layer.includes(room));

describe("the house", () => {
  const imports = filesBelow(CORE).flatMap(importsOf);

  it("has every room of the core in the table", () => {
    const rooms = readdirSync(CORE, { withFileTypes: true })
      .filter((e) => e.isDirectory())
      .map((e) => e.name);
    assert.deepEqual(
      rooms.filter((room) => rank(room) < 0),
      [],
    );
  });

  it("points one way inside the core", () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      if (!to.startsWith(".")) return false;
      const a = roomOf(from);
      const b = roomOf(resolve(dirname(from), to));
      if (a === b || (typeOnly && TYPE_ONLY[`${a} → ${b}`])) return false;
      const [x, y] = [a === "analysis-api" ? LAYERS.length : rank(a), rank(b)];
      return b === "analysis-api" ? a !== "analysis" : x <= y || y < 0;
    });
    assert.deepEqual(
      wrong.map(({ from, to }) => `${relative(CORE, from)} imports ${to}`),
      [],
    );
  });

  it("lets the core import nothing from outside but its named libraries", () => {
    const allowed = new Set(["yaml", "picomatch/posix"]);
    const outside = imports.filter(({ to }) => !to.startsWith(".") && !allowed.has(to));
    assert.deepEqual(
      outside.map(({ from, to }) => `${relative(CORE, from)} imports ${to}`),
      [],
    );
  });

  it("keeps rules apart from each other", () => {
    const wrong = imports.filter(({ from, to }) => {
      const own = /core[\\/]rules[\\/]([a-z]+)[\\/]([a-z-]+)\.ts$/.exec(from);
      return own && own[1] !== "shared" && own[2] !== "index" && to.startsWith("./") && !to.startsWith("./shared/");
    });
    assert.deepEqual(
      wrong.map(({ from, to }) => `${relative(CORE, from)} imports ${to}`),
      [],
    );
  });

  it("lets shells come in by the door only", () => {
    const shells = ["lsp", "cli", "files"].flatMap((room) => filesBelow(join(ROOT, "server/src", room)));
    const wrong = shells.flatMap(importsOf).filter(({ from, to, typeOnly }) => {
      const inside = relative(CORE, resolve(dirname(from), to));
      if (!to.startsWith(".") || inside.startsWith("..")) return false;
      return inside !== "analysis.ts" && !(typeOnly && /^(?:text|analysis-api)/.test(inside));
    });
    assert.deepEqual(
      wrong.map(({ from, to }) => `${relative(ROOT, from)} imports ${to}`),
      [],
    );
  });

  it("keeps shells apart from each other, and the protocol free of imports", () => {
    const of = (room: string): Import[] => filesBelow(join(ROOT, "server/src", room)).flatMap(importsOf);
    assert.deepEqual(
      of("lsp").filter(({ to }) => to.includes("/cli/")),
      [],
    );
    assert.deepEqual(
      of("cli").filter(({ to }) => to.includes("/lsp/")),
      [],
    );
    assert.deepEqual(importsOf(join(ROOT, "server/src/protocol.ts")), []);
  });

  it("lets the client know the server by its protocol only", () => {
    const wrong = filesBelow(join(ROOT, "client/src"))
      .flatMap(importsOf)
      .filter(({ to }) => to.includes("server/") && !to.endsWith("server/src/protocol.ts"));
    assert.deepEqual(
      wrong.map(({ from, to }) => `${relative(ROOT, from)} imports ${to}`),
      [],
    );
  });

  it("reads no clock and no randomness in the core", () => {
    const wrong = filesBelow(CORE).filter((file) => {
      if (file.includes("generated")) return false;
      return /\bDate\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|\bprocess\.|\bglobalThis\b/.test(
        readFileSync(file, "utf8"),
      );
    });
    assert.deepEqual(
      wrong.map((file) => relative(CORE, file)),
      [],
    );
  });

  it("spreads no list into arguments, of which there may be some hundred thousand only", () => {
    const server = join(ROOT, "server/src");
    const wrong = filesBelow(server).filter((file) =>
      /\.(?:push|unshift)\(\.\.\.|\bMath\.(?:max|min)\(\.\.\./.test(readFileSync(file, "utf8")),
    );
    assert.deepEqual(
      wrong.map((file) => relative(server, file)),
      [],
    );
  });

  it("names no provision in a rule's code", () => {
    const wrong = filesBelow(join(CORE, "rules")).filter((file) =>
      /["'`](?:A\.\d+\.\d+|\d+\.\d+\.\d+)["'`]/.test(readFileSync(file, "utf8")),
    );
    assert.deepEqual(
      wrong.map((file) => relative(CORE, file)),
      [],
    );
  });
});
