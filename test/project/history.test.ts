import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "mocha";
import { main } from "../../server/src/cli/main.ts";
import { Editor, TODAY } from "../lsp/support.ts";

const AIMS = "aims: management-system\norganisation: X\nstandards: [iso-42001]\n";
const measurement = (threshold: string): string =>
  `measurements:\n  - id: MEAS-001\n    metric: gap\n    threshold: "${threshold}"\n    value: 0.14\n    evidence: [gone.csv]\n`;

/** A file of the repository that would tell if git ran it. */
const TELLTALE = "ran";

function repository(folder: string): void {
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
      cwd: folder,
      stdio: "pipe",
    });
  git("init", "-q");
  writeFileSync(join(folder, "aims.yaml"), AIMS);
  writeFileSync(join(folder, "m ü.yaml"), measurement("<= 0.10"));
  git("add", ".");
  git("commit", "-qm", "one");
  writeFileSync(join(folder, "m ü.yaml"), measurement("<= 0.20"));
  git("commit", "-qam", "two");
  const trap = `sh -c 'touch ${folder}/${TELLTALE}'`;
  for (const key of ["core.fsmonitor", "core.pager", "gpg.program", "diff.external", "core.sshCommand"])
    git("config", key, trap);
  git("config", "log.showSignature", "true");
  git("config", "log.showRoot", "false");
  git("config", "diff.orderFile", "nowhere");
}

function onCommandLine(folder: string, ...more: string[]): string[] {
  let out = "";
  const io = {
    out: (text: string) => {
      out += text;
    },
    err: () => undefined,
    cwd: folder,
    today: TODAY,
    color: false,
    width: 80,
    progress: false,
  };
  main(["check", folder, "--format", "json", "--fail-on", "never", ...more], io);
  const { findings } = JSON.parse(out) as {
    findings: { rule: string; message: string; related: { path: string; message: string }[] }[];
  };
  const moved = findings.filter(({ rule }) => rule === "goalpost-moved");
  for (const { related } of moved)
    assert.match(related[0]?.message ?? "", /^Commit [0-9a-f]+ of \d{4}-\d\d-\d\d has "/);
  return moved.map(({ message }) => message);
}

type Git = (...args: readonly string[]) => void;

const inEditor = (editor: Editor, path = "m ü.yaml"): string[] =>
  editor
    .shown(path)
    .filter(({ code }) => code === "goalpost-moved")
    .map(({ message }) => (typeof message === "string" ? message : message.value).split("\n")[0] ?? "");

describe("git's history", () => {
  it("is read alike on the command line and in the editor, and runs nothing of the repository's", async () => {
    const editor = await Editor.start({ files: {}, options: {} });
    try {
      repository(editor.folder);
      await editor.touch("aims.yaml", "m ü.yaml");
      await editor.until("the goalpost is seen", () => inEditor(editor).length > 0);
      assert.deepEqual(inEditor(editor), onCommandLine(editor.folder));
      assert.match(inEditor(editor)[0] ?? "", /loosened from "<= 0\.10" to "<= 0\.20"/);
      assert.deepEqual(onCommandLine(editor.folder, "--no-history"), []);
      // As in a hook that git runs.
      Object.assign(process.env, { GIT_DIR: join(tmpdir(), "nowhere"), GIT_INDEX_FILE: "nowhere" });
      assert.deepEqual(onCommandLine(editor.folder), inEditor(editor));
      assert.ok(!existsSync(join(editor.folder, TELLTALE)));
    } finally {
      delete process.env.GIT_DIR;
      delete process.env.GIT_INDEX_FILE;
      await editor.stop();
    }
  });

  /** By what the workspace folder is to the repository: its path, and the commands that make it. */
  const places = {
    "is the repository": ["", (git: Git) => git("init", "-q")],
    "lies in the repository": ["governance/aims", (git: Git) => git("init", "-q")],
    "is a worktree": [
      "tree",
      (git: Git) => {
        git("init", "-q", "main");
        git("-C", "main", "commit", "-q", "--allow-empty", "-m", "start");
        git("-C", "main", "worktree", "add", "-q", "../tree");
      },
    ],
  } as const;
  for (const [place, [folder, make]] of Object.entries(places)) {
    it(`is read again when there are other commits and the workspace folder ${place}, though the document is the same`, async () => {
      const editor = await Editor.start({ files: {}, folders: [folder] });
      const run: Git = (...args) =>
        execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], { cwd: editor.folder });
      const git: Git = (...args) => run("-C", folder === "" ? "." : folder, ...args);
      const file = (name: string): string => (folder === "" ? name : `${folder}/${name}`);
      try {
        make(run);
        editor.write(file("aims.yaml"), AIMS);
        editor.write(file("m ü.yaml"), measurement("<= 0.20"));
        git("add", ".");
        git("commit", "-qm", "as it is today");
        await editor.touch(file("aims.yaml"), file("m ü.yaml"));
        await editor.until("the rest is seen", () => editor.shown(file("m ü.yaml")).length > 0);
        await editor.settled();
        assert.deepEqual(inEditor(editor, file("m ü.yaml")), []);

        // Another branch, on which the bound was stricter one commit ago.
        git("checkout", "-q", "--orphan", "other");
        editor.write(file("m ü.yaml"), measurement("<= 0.10"));
        git("add", ".");
        git("commit", "-qm", "one");
        editor.write(file("m ü.yaml"), measurement("<= 0.20"));
        git("commit", "-qam", "two");
        await editor.until("the goalpost is seen", () => inEditor(editor, file("m ü.yaml")).length > 0);
      } finally {
        await editor.stop();
      }
    });
  }

  it("is shown, or not, as the setting says", async () => {
    const editor = await Editor.start({ files: {}, options: {} });
    const set = async (history: boolean): Promise<void> => {
      editor.settings = { history };
      await editor.client.sendNotification("workspace/didChangeConfiguration", { settings: null });
    };
    try {
      repository(editor.folder);
      await editor.touch("aims.yaml", "m ü.yaml");
      await editor.until("the goalpost is seen", () => inEditor(editor).length > 0);
      await set(false);
      await editor.until("the goalpost is not shown", () => inEditor(editor).length === 0);
      await set(true);
      await editor.until("the goalpost is seen again", () => inEditor(editor).length > 0);
    } finally {
      await editor.stop();
    }
  });

  it("is left alone in a workspace that is not trusted, and missed by nobody where there is none", async () => {
    const editor = await Editor.start({ files: {}, options: { trusted: false } });
    try {
      repository(editor.folder);
      await editor.touch("aims.yaml", "m ü.yaml");
      await editor.until("the rest is seen", () => editor.shown("m ü.yaml").length > 0);
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.deepEqual(inEditor(editor), []);
    } finally {
      await editor.stop();
    }
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "aims-nogit-")));
    writeFileSync(join(folder, "aims.yaml"), AIMS);
    writeFileSync(join(folder, "m.yaml"), measurement("<= 0.20"));
    assert.deepEqual(onCommandLine(folder), []);
  });

  it("follows a file through its renames, folders with it", () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "aims-renamed-")));
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], { cwd: folder });
    git("init", "-q");
    writeFileSync(join(folder, "aims.yaml"), AIMS);
    writeFileSync(join(folder, "old name.yaml"), measurement("<= 0.10"));
    git("add", ".");
    git("commit", "-qm", "one");
    mkdirSync(join(folder, "registers"));
    git("mv", "old name.yaml", "registers/m ü.yaml");
    git("commit", "-qm", "moved");
    // Another file takes the old name: it is another file.
    writeFileSync(join(folder, "old name.yaml"), measurement("<= 0.05"));
    git("add", ".");
    git("commit", "-qm", "another");
    assert.deepEqual(onCommandLine(folder), []);
    git("mv", "registers/m ü.yaml", "registers/measured.yaml");
    writeFileSync(join(folder, "registers/measured.yaml"), measurement("<= 0.20"));
    git("commit", "-qam", "moved again and loosened");
    assert.equal(onCommandLine(folder).length, 1);
    assert.match(onCommandLine(folder)[0] ?? "", /loosened from "<= 0\.10" to "<= 0\.20"/);
  });
});
