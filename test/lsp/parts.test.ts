import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readSettings } from "../../server/src/lsp/configuration.ts";
import { Diagnostics } from "../../server/src/lsp/diagnostics.ts";
import { Documents } from "../../server/src/lsp/documents.ts";
import { withoutStops } from "../../server/src/lsp/completion.ts";
import { guards, type Timings } from "../../server/src/lsp/guard.ts";
import { isBelow, toPath, toUri } from "../../server/src/lsp/paths.ts";
import type { Session } from "../../server/src/lsp/session.ts";
import { inSlices } from "../../server/src/lsp/slices.ts";
import { localDate } from "../../server/src/lsp/today.ts";

describe("paths and uris", () => {
  it("agree on files, whatever the spelling of the uri", () => {
    assert.equal(toPath("file:///home/a%20b/%C3%BC.md"), "/home/a b/ü.md");
    assert.equal(toPath("file:///home/folder/"), "/home/folder");
    assert.equal(toUri("/home/a b/ü.md"), "file:///home/a%20b/%C3%BC.md");
  });

  it("agree on Windows drives and shares", () => {
    assert.equal(toPath("file:///C:/a/b.md"), "c:/a/b.md");
    assert.equal(toPath("file:///c%3A/a/b.md"), "c:/a/b.md");
    assert.equal(toUri("c:/a/b.md"), "file:///c%3A/a/b.md");
    assert.equal(toPath("file://server/share/a.md"), "//server/share/a.md");
    assert.equal(toUri("//server/share/a.md"), "file://server/share/a.md");
  });

  it("give a document that is not on disk a place and an ending of its own", () => {
    assert.equal(toPath("untitled:Untitled-1", "markdown"), "/untitled:/Untitled-1.md");
    assert.equal(toPath("untitled:/new/doc.yaml", "yaml"), "/untitled:/new/doc.yaml");
  });

  it("give what is no uri a place that is none on disk", () => {
    for (const uri of ["file:////tmp/x.yaml", "1:2", "", "untitled:\ud800"])
      assert.equal(typeof toPath(uri), "string", uri);
    assert.equal(toPath("file:////tmp/x.yaml"), "/unknown:/file:////tmp/x.yaml");
    assert.ok(toUri(toPath("file:///tmp/\ud800.yaml")).endsWith("/tmp/%EF%BF%BD.yaml"));
  });

  it("know what lies below a folder", () => {
    assert.ok(isBelow("/a", "/a/b") && isBelow("/a", "/a") && isBelow("/", "/a"));
    assert.ok(!isBelow("/a", "/ab"));
  });
});

describe("open documents", () => {
  it("keep the editor's own spelling of a uri", () => {
    const documents = new Documents();
    const path = documents.open({ uri: "file:///C:/x/a.md", languageId: "markdown", version: 1, text: "one\n" });
    assert.equal(documents.uri(path), "file:///C:/x/a.md");
    const range = { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } };
    assert.equal(documents.change("file:///C:/x/a.md", 2, [{ range, text: "s" }])?.getText(), "ones\n");
    documents.close("file:///C:/x/a.md");
    assert.equal(documents.uri(path), "file:///c%3A/x/a.md");
  });
});

describe("a guarded handler", () => {
  it("logs what it throws under its name, and answers all the same", async () => {
    const log: string[] = [];
    const timings: Timings = new Map();
    const guard = guards({ error: (message) => log.push(message) }, timings, () => false);
    const thrower = guard("hover", null, (): null => {
      throw new Error("broken");
    });
    const rejecter = guard("coverage", [] as number[], () => Promise.reject(new Error("late")));
    assert.equal(thrower(), null);
    assert.deepEqual(await rejecter(), []);
    assert.match(log[0] ?? "", /^hover failed: Error: broken/);
    assert.match(log[1] ?? "", /^coverage failed: Error: late/);
    assert.deepEqual([...timings.keys()], ["hover", "coverage"]);
  });
});

describe("findings that an answer gave between two changes", () => {
  it("are told of when they do not last, though nothing else would be", async () => {
    const path = "/a.yaml";
    let id = "none";
    let changed: string[] = [];
    const none = function* () {};
    const host = {
      snapshot: { findings: () => [], findingsId: () => id },
      takeChanged: () => changed.splice(0),
      takeFailures: () => [],
      takesLong: () => false,
      settling: none,
      behind: false,
    };
    const documents = { uri: (one: string) => one, get: () => undefined };
    const session = {
      host,
      documents,
      world: { reading: false, isTaking: () => false },
      client: { pull: true },
      connection: {},
    };
    const diagnostics = new Diagnostics(session as unknown as Session);
    const told: string[] = [];
    const settled = new Promise<void>((resolve) =>
      diagnostics.listen({ changed: (one) => void told.push(one), settled: resolve }),
    );
    changed = [path];
    id = "of a moment";
    diagnostics.of(path);
    id = "none again";
    diagnostics.update();
    await settled;
    diagnostics.stop();
    assert.deepEqual(told, [path]);
  });
});

describe("work in slices", () => {
  it("lets others run between slices", async () => {
    let turns = 0;
    const ticking = setInterval(() => turns++, 1);
    const work = function* () {
      // Without a turn for the others this ends by the clock alone.
      const until = performance.now() + 5_000;
      while (turns < 2 && performance.now() < until) yield;
    };
    await inSlices(work());
    clearInterval(ticking);
    assert.ok(turns >= 2, `${turns} turns`);
  });

  it("ends when it is cancelled", async () => {
    let steps = 0;
    const endless = function* () {
      for (;;) yield steps++;
    };
    await inSlices(endless(), () => steps >= 3);
    assert.equal(steps, 3);
  });
});

describe("settings from outside", () => {
  it("are taken for what they are worth", () => {
    assert.deepEqual(readSettings(null), {});
    assert.deepEqual(readSettings({ rules: 3, maxFileSize: "x", today: "tomorrow", exclude: "a" }), {});
    const rules = { a: "off", b: "loud" };
    assert.deepEqual(readSettings({ rules, maxFileSize: 10, today: "2026-01-02", exclude: ["x", 1] }), {
      rules: { a: "off" },
      maxFileSize: 10,
      today: "2026-01-02",
      exclude: ["x"],
    });
  });
});

describe("small things", () => {
  it("take the stops out of a snippet", () => {
    const stop = (inner: string): string => `$\{${inner}}`;
    assert.equal(withoutStops(`a: ${stop("1:one")}\nb: $2${stop("3")}\\$5${stop("4|yes,no|")}$0`), "a: one\nb: $5yes");
  });

  it("take today's date where the machine is", () => {
    assert.equal(localDate(new Date(2026, 0, 5, 23, 59)), "2026-01-05");
  });
});
