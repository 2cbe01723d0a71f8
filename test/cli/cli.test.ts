import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { Io } from "../../server/src/cli/io.ts";
import { main } from "../../server/src/cli/main.ts";
import { asAnybody } from "../support/anybody.ts";
import { SAMPLE } from "../support/sample.ts";

let folder: string;

function run(...argv: string[]): { code: number; out: string; err: string } {
  let out = "";
  let err = "";
  const io: Io = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    cwd: folder,
    today: "2026-11-23",
    color: false,
    width: 100,
    progress: false,
  };
  return { code: main(argv, io), out, err };
}

function put(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

interface Json {
  findings: {
    path: string;
    range: { start: { line: number; character: number } };
    rule: string;
    severity: string;
    message: string;
    help: string;
    fixes: string[];
  }[];
  summary: Record<string, number>;
}
const json = (...argv: string[]): Json =>
  JSON.parse(run("check", "--format", "json", "--fail-on", "never", ...argv).out);

describe("aims on the command line", () => {
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "aims cli #1 é-")));
    for (const [path, text] of SAMPLE) put(path.replace("/aims/", "work/"), text);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("gives findings as JSON with paths relative to the folder", () => {
    const { findings, summary } = json("work");
    const wrong = findings.find((f) => f.rule === "invalid-value" && f.path === "systems.yaml");
    assert.ok(wrong, JSON.stringify(findings, null, 1));
    assert.equal(
      readFileSync(join(folder, "work/systems.yaml"), "utf8")
        .split("\n")
        [wrong.range.start.line]?.slice(wrong.range.start.character),
      "limitted",
    );
    assert.deepEqual(Object.keys(wrong), ["path", "range", "rule", "severity", "message", "help", "fixes", "related"]);
    assert.equal(summary.errors, findings.filter((f) => f.severity === "error").length);
    assert.equal(summary.aims, 1);
  });

  it("shows only what was asked for but resolves references through the whole AIMS", () => {
    const { findings } = json("work/risks.md");
    assert.ok(findings.length > 0);
    assert.deepEqual(new Set(findings.map((f) => f.path)), new Set(["work/risks.md"]));
    assert.deepEqual(
      findings.filter((f) => f.rule === "dangling-reference").map((f) => f.message.includes("AI-009")),
      [true],
    );
  });

  it("exits 0, 1 and 2 as promised", () => {
    assert.equal(run("check", "work").code, 1);
    assert.equal(run("check", "work", "--fail-on", "never").code, 0);
    put("plain/readme.md", "# Nothing of governance\n");
    assert.equal(run("check", "plain", "--fail-on", "warning").code, 0);
    assert.equal(run("check", "nowhere").code, 2);
    assert.match(run("check", "nowhere").err, /no file or folder .*nowhere/);
    assert.equal(run("check", "--today", "2026-02-30").code, 2);
    assert.equal(run("check", "--format", "xml").code, 2);
    assert.equal(run("chekc").code, 2);
    assert.equal(run("check", "--standard", "iso-42001").code, 2);
    assert.equal(run("coverage", "plain").code, 2);
    assert.equal(run("coverage", "work", "--standard", "iso-0000").code, 2);
    assert.equal(run("--help").code, 0);
  });

  it("counts the same in coverage as pretty and as JSON", () => {
    const report = JSON.parse(run("coverage", "work", "--format", "json").out).aims[0];
    assert.equal(report.standard, "iso-42001");
    const rows = report.groups.flatMap((g: { provisions: { level: string }[] }) => g.provisions);
    assert.equal(rows.length, report.counts.total);
    assert.equal(rows.filter((r: { level: string }) => r.level === "missing").length, report.counts.missing);
    const pretty = run("coverage", "work").out;
    assert.ok(pretty.includes(`of ${report.counts.total} provisions: ${report.counts.documented} documented`));
    assert.equal(run("coverage", "work", "--standard", "42001", "--format", "json").code, 0);
  });

  it("applies safe fixes and leaves nothing safe to fix", () => {
    run("check", "work", "--fix");
    const again = run("check", "work", "--fix", "--format", "json", "--fail-on", "never");
    assert.equal(JSON.parse(again.out).summary.fixedFiles, 0);
  });

  it("does not rewrite a file that is not UTF-8", () => {
    const bytes = Buffer.concat([
      Buffer.from("aims: policy\nid: AIMS-POL-001\ntitle: R"),
      Buffer.from([0xe8]),
      Buffer.from("gles\nsatisfies:\n  iso-42001: [A.6.2.44]\nstatus: aproved\n"),
    ]);
    put("work/latin.yaml", bytes);
    run("check", "work", "--fix");
    assert.deepEqual(readFileSync(join(folder, "work/latin.yaml")), bytes);
  });

  it("survives loops of links, binary files and files over the limit, and says what was not checked", () => {
    symlinkSync(join(folder, "work"), join(folder, "work/loop"));
    put("work/binary.yaml", Buffer.from([0x61, 0, 1, 2, 3]));
    put("work/large.yaml", `notes: ${"x".repeat(5000)}\n`);
    const { findings, summary } = json("work", "--max-file-size", "4");
    assert.deepEqual(
      findings.filter((f) => f.rule === "unreadable-file").map((f) => f.path),
      ["binary.yaml", "large.yaml"],
    );
    assert.equal(summary.notChecked, 2);
  });

  it("says of a file that was named when it is not among those that are read, and finds others by any name", () => {
    symlinkSync("/etc/hosts", join(folder, "work/out.md"));
    symlinkSync("assessments", join(folder, "work/a-link"));
    for (const name of ["out.md", "node_modules/x/policy.md"]) {
      if (name !== "out.md") put(`work/${name}`, "# Policy\n");
      assert.match(run("check", `work/${name}`).err, new RegExp(`^aims: not read: \\S.*/${name}: `));
    }
    const [file = ""] = json("work/assessments").findings.map(({ path }) => path);
    assert.match(file, /^assessments\/|^[^/]+$/);
    assert.deepEqual(json("work/a-link"), json("work/assessments"));
  });

  it("says when a fix could not be written, and goes on", function () {
    put(
      "work/shut/scope.md",
      "---\naims: scope\nid: AIMS-SCOPE-001\n---\n\n# Scope\n\nThe management system follows ISO/IEC 42001:2022.\n",
    );
    for (const name of ["", "work", "work/shut"]) chmodSync(join(folder, name), name.endsWith("shut") ? 0o555 : 0o755);
    const back = asAnybody();
    if (!back) return this.skip();
    try {
      const { code, out, err } = run("check", "work/shut", "--fix");
      assert.equal(code, 2);
      assert.match(err, /^aims: not written: .*EACCES.*\n$/);
      assert.match(out, /42001:2022/);
    } finally {
      back();
    }
  });

  it("ends with the code of what was found when its reader stops, and with 2 when what it says cannot be written", function () {
    if (process.platform === "win32") return this.skip();
    const program = join(import.meta.dirname, "../../dist/cli.cjs");
    const shell = (command: string) =>
      spawnSync("bash", ["-c", `set -o pipefail; aims() { "${process.execPath}" "${program}" "$@"; }; ${command}`], {
        cwd: folder,
        encoding: "utf8",
      });
    assert.equal(shell("aims check work --format json | true").status, 1);
    assert.equal(shell("aims check nowhere 2>&1 | true").status, 2);
    const gone = shell("mkdir gone; cd gone; rmdir ../gone; aims check");
    assert.deepEqual([gone.status, gone.stderr], [2, "aims: the current folder is not there any more\n"]);
    if (!existsSync("/dev/full")) return;
    const full = shell("aims check work > /dev/full");
    assert.equal(full.status, 2);
    assert.match(full.stderr, /^aims: not all could be written: .*\n$/);
  });

  it("keeps control characters of documents out of the terminal", () => {
    put("work/evil.yaml", 'aims: system\nid: AI-100\nname: "\\e]0;owned\\a"\ntier: "\\e[31mhigh"\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what must not appear
    assert.doesNotMatch(run("check", "work").out, /\u001b/);
  });
});

describe("aims explain", () => {
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "aims-")));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("tells what a provision is in plain words, without a workspace", () => {
    const { code, out } = run("explain", "Annex", "III", "point", "5(b)");
    assert.equal(code, 0);
    assert.match(out, /^Regulation \(EU\) 2024\/1689 · Annex III\.5\(b\) Credit\n/);
    assert.match(out, /not legal advice/);
  });

  it("gives the same as JSON", () => {
    const { code, out } = run("explain", "AI system", "--format", "json");
    assert.equal(code, 0);
    const { found, nearest } = JSON.parse(out);
    assert.equal(found[0].what, "term");
    assert.equal(found[0].standard, "iso-22989");
    assert.deepEqual(nearest, []);
  });

  it("ends with 2 for what it does not know, and names what comes nearest", () => {
    const { code, err } = run("explain", "overfiting");
    assert.equal(code, 2);
    assert.equal(err, 'aims: nothing is known of "overfiting". Did you mean "overfitting"?\n');
    assert.equal(run("explain").code, 2);
    assert.equal(JSON.parse(run("explain", "overfiting", "--format", "json").out).nearest[0], "overfitting");
  });

  it("tells all that is known of a record of the workspace, here or in a folder that is named", () => {
    put("work/aims.yaml", "aims: management-system\norganisation: Lender Ltd\n");
    put(
      "work/systems.yaml",
      "systems:\n  - id: AI-001\n    name: Credit scorer\n    annex_iii_uses: [credit-scoring]\n",
    );
    put("work/risks.yaml", "risks:\n  - id: RISK-001\n    title: Unfair refusals\n    systems: [AI-001]\n");
    const { code, out } = run("explain", "AI-001");
    assert.equal(code, 0);
    assert.match(out, /^AI-001 · Credit scorer\n {2}AI system in work\/systems.yaml:2\n/);
    assert.match(out, /\n {2}- RISK-001 Unfair refusals \(Risk, systems\) work\/risks.yaml:2\n/);
    const [record] = JSON.parse(run("explain", "AI-001", "--in", "work", "--format", "json").out).found;
    assert.equal(record.path, "systems.yaml");
    assert.equal(record.namedBy[0].path, "risks.yaml");
    assert.match(record.system.derived.reasons[0], /Annex III/);
    assert.equal(run("explain", "AI-01").err, 'aims: nothing is known of "AI-01". Did you mean "AI-001"?\n');
  });

  it("says so where there is no document whose records could be meant", () => {
    assert.match(run("explain", "AI-001").err, /No governance document was found in this folder; say with --in/);
    assert.equal(run("explain", "AI-001", "--in", "nowhere").code, 2);
    assert.equal(run("check", "--in", ".").code, 2);
  });
});
