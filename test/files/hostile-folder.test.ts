import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { main } from "../../server/src/cli/main.ts";
import { decode } from "../../server/src/files/decode.ts";
import { readChange } from "../../server/src/files/walk.ts";
import { Client } from "../fuzz/editor.ts";
import { toUri } from "../../server/src/lsp/paths.ts";

const AIMS = "aims: management-system\norganisation: Example Lending\n";
const POLICY =
  "# AI policy\n\n**Document ID:** AIMS-POL-001\n**Owner:** Jane Doe\n\nWe follow ISO/IEC 42001:2022 – “as it is”.\n";

const utf16 = (text: string, big = false): Buffer => {
  const bytes = Buffer.from(text, "utf16le");
  return big ? bytes.swap16() : bytes;
};

describe("a folder with every kind of file nobody expects", () => {
  let folder: string;
  let server: Server;
  const put = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };

  beforeEach(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "aims-hostile-"))).replaceAll("\\", "/");
    put("aims.yaml", AIMS);
    for (const name of [
      "with space.md",
      "with#hash.md",
      "with%25.md",
      "été.md",
      "e\u0301te\u0301.md",
      `${"long".repeat(50)}.md`,
    ]) {
      put(`names/${name}`, POLICY);
    }
    if (process.platform !== "win32") put("names/back\\slash.md", POLICY);
    put("encoding/utf16le.md", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(POLICY)]));
    put("encoding/utf16be.md", Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(POLICY, true)]));
    put("encoding/no-mark-le.md", utf16(POLICY));
    put("encoding/no-mark-be.md", utf16(POLICY, true));
    put(
      "encoding/cp1252.md",
      Buffer.from(POLICY.replace("–", "\x96").replace("“", "\x93").replace("”", "\x94"), "latin1"),
    );
    put("encoding/bom.md", `\ufeff${POLICY}`);
    put("bad/binary.yaml", Buffer.from([0x61, 0x3a, 0x20, 0, 0, 0, 1, 2, 3, 0, 255]));
    put("bad/huge.yaml", "");
    truncateSync(join(folder, "bad/huge.yaml"), 100 * 1024 * 1024);
    put("bad/conflict.md", `${POLICY}\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n`);
    put("bad/empty.yaml", "");
    mkdirSync(join(folder, "folder.yaml"));
    symlinkSync(folder, join(folder, "loop"));
    symlinkSync(join(folder, "nowhere.md"), join(folder, "dangling.md"));
    symlinkSync(join(folder, "self.md"), join(folder, "self.md"));
    server = createServer();
    if (process.platform === "win32") return;
    execFileSync("mkfifo", [join(folder, "pipe.yaml")]);
    await new Promise<void>((resolve) => server.listen(join(folder, "socket.yaml"), resolve));
  });
  afterEach(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const check = (
    ...more: string[]
  ): { code: number; found: { path: string; rule: string; message: string }[]; err: string } => {
    let out = "";
    let err = "";
    const io = { cwd: folder, today: "2026-11-23", color: false, width: 100, progress: false };
    const write = {
      out: (text: string): void => {
        out += text;
      },
      err: (text: string): void => {
        err += text;
      },
    };
    const code = main(["check", "--format", "json", ...more], { ...io, ...write });
    return { code, found: JSON.parse(out).findings, err };
  };

  it("is read to its end on the command line, and what could not be checked says so", () => {
    const { code, found, err } = check("--fail-on", "warning");
    assert.equal(code, 1);
    assert.equal(err, "");
    const unread = found
      .filter(({ rule }) => rule === "unreadable-file")
      .map(({ path, message }) => `${path}: ${message}`);
    assert.deepEqual(unread.sort(), [
      "bad/binary.yaml: This file was not checked: it looks like a binary file.",
      "bad/huge.yaml: This file was not checked: it is larger than the limit of 2048 KiB.",
    ]);
    const cited = found.filter(({ rule }) => rule === "wrong-edition").map(({ path }) => path);
    for (const name of ["utf16le", "utf16be", "no-mark-le", "no-mark-be", "cp1252", "bom"]) {
      assert.ok(cited.includes(`encoding/${name}.md`), name);
    }
    for (const name of ["with space", "with#hash", "with%25", "été", "e\u0301te\u0301"])
      assert.ok(cited.includes(`names/${name}.md`), name);
    assert.ok(found.some(({ path, rule }) => path === "bad/conflict.md" && rule === "invalid-syntax"));
  });

  it("is the same in an editor", async () => {
    const client = await Client.start([folder], false);
    try {
      const { found } = check("--fail-on", "never");
      const paths = [...new Set(found.map(({ path }) => path))].sort();
      const uris = paths.map((path) => toUri(`${folder}/${path}`));
      const rules = (list: readonly unknown[]): string[] => list.map(String).sort();
      const until = Date.now() + 15_000;
      let shown = await client.findings(uris, false);
      while (Object.keys(shown).length < uris.length && Date.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 30));
        shown = await client.findings(uris, false);
      }
      paths.forEach((path, i) => {
        const here = found.filter((one) => one.path === path).map(({ rule }) => rule);
        assert.deepEqual(rules((shown[uris[i] as string] ?? []).map(({ code }) => code)), rules(here), path);
      });
      assert.deepEqual(client.wrong, []);
    } finally {
      await client.stop();
    }
  });

  it("keeps every file's encoding when fixes are applied", () => {
    const files = ["utf16le", "utf16be", "no-mark-le", "no-mark-be", "cp1252"].map((name) =>
      join(folder, `encoding/${name}.md`),
    );
    const before = files.map((file) => readFileSync(file));
    const { err } = check("--fix", "--fail-on", "never");
    for (const [i, file] of files.entries()) assert.ok(readFileSync(file).equals(before[i] as Buffer), file);
    assert.match(err, /utf16le\.md is not UTF-8 and was left alone/);
    assert.match(err, /no-mark-le\.md is not UTF-8 and was left alone/);
  });

  it("says why, where permission is missing", function () {
    if (process.platform === "win32" || !process.seteuid || !process.geteuid) return this.skip();
    const path = join(folder, "names/with space.md");
    execFileSync("chmod", ["000", path]);
    execFileSync("chmod", ["755", folder, join(folder, "names")]);
    const me = process.geteuid();
    if (me === 0) process.seteuid(65534);
    try {
      const change = readChange(path, { maxBytes: 1e6 });
      assert.ok(change.type === "unreadable" && change.reason === "there is no permission to read it");
    } finally {
      if (me === 0) process.seteuid(me);
    }
  });
});

describe("bytes as text", () => {
  it("are UTF-16 without a mark only where every other byte of plain text is zero", () => {
    assert.deepEqual(decode(utf16("risks:\n  - id: R1\n")), { text: "risks:\n  - id: R1\n" });
    assert.deepEqual(decode(utf16("risks:\n", true)), { text: "risks:\n" });
    for (const bytes of [[0], [0, 0, 0, 0], [97, 0, 0, 98], [97, 98, 99, 0, 100, 101, 102, 103], [1, 0, 2, 0, 3, 0]]) {
      assert.ok("reason" in decode(Uint8Array.from(bytes)), String(bytes));
    }
  });
});
