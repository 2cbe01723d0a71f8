import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import {
  createHost,
  type Finding,
  type Host,
  type StoredHead,
  type StoredShown,
  type StoredPart,
  type WorldChange,
} from "../../server/src/core/analysis.ts";
import type { Aims } from "../../server/src/core/analysis/aims.ts";
import { AnalysisHost } from "../../server/src/core/analysis/host.ts";
import { TODAY } from "../support/fixture.ts";
import { DAYS, LINES, SAMPLE } from "../support/sample.ts";

const PATHS = [...SAMPLE.keys()];
const plain = (findings: readonly Finding[]) =>
  findings.map(({ fixes, ...f }) => ({ ...f, fixes: fixes.map((x) => [x.title, x.edits()]) }));
const titles = (findings: readonly Finding[]) =>
  findings.map(({ fixes, ...f }) => ({ ...f, fixes: fixes.map((x) => x.title) }));

function fill(host: Host, files: ReadonlyMap<string, string>): Host {
  host.apply([
    { type: "roots", roots: ["/aims"] },
    ...[...files].map(([path, text]) => ({ type: "set", path, text }) as const),
  ]);
  return host;
}
const scratch = (files: ReadonlyMap<string, string>): Host => fill(createHost({ today: TODAY }), files);

/** What a host leaves once all is worked out, as it comes back from disk. */
function saved(host: Host): StoredPart[] {
  for (const path of host.takeChanged()) host.snapshot.findingsId(path);
  host.takeChanged();
  const parts: StoredPart[] = [];
  const work = host.save();
  for (let next = work.next(); ; next = work.next()) {
    if (next.done) {
      assert.ok(next.value, "the state could be saved");
      return JSON.parse(JSON.stringify(parts)) as StoredPart[];
    }
    parts.push(next.value);
  }
}

function take(host: Host, parts: readonly StoredPart[]): void {
  const first = (part: StoredPart): part is StoredHead | StoredShown => part.part === "head" || part.part === "shown";
  host.restore(
    parts.filter(first),
    parts.filter((part) => !first(part)),
  );
}

/** A host that took over what another one left; its files are read from `files` when it needs them. */
function restored(parts: readonly StoredPart[], files: ReadonlyMap<string, string>, today = TODAY): Host {
  const host = createHost({ today, read: (path) => files.get(path) });
  host.apply([{ type: "roots", roots: ["/aims"] }]);
  take(host, parts);
  return host;
}

const change = fc.record({
  path: fc.constantFrom(...PATHS),
  at: fc.nat(60),
  how: fc.constantFrom("replace" as const, "insert" as const, "delete" as const, "remove" as const, "cut" as const),
  line: fc.constantFrom(...LINES),
});

function apply(
  { path, at, how, line }: typeof change extends fc.Arbitrary<infer T> ? T : never,
  files: Map<string, string>,
): WorldChange {
  if (how === "remove") {
    files.delete(path);
    return { type: "delete", path };
  }
  const text = files.get(path) ?? SAMPLE.get(path) ?? "";
  const lines = text.split("\n");
  if (how === "cut") lines.length = Math.min(lines.length, at);
  else lines.splice(at % (lines.length + 1), how === "insert" ? 0 : 1, ...(how === "delete" ? [] : [line]));
  files.set(path, lines.join("\n"));
  return { type: "set", path, text: lines.join("\n") };
}

function assertSame(host: Host, fresh: Host): void {
  assert.deepEqual(titles(host.snapshot.allFindings()), titles(fresh.snapshot.allFindings()));
  assert.deepEqual(host.snapshot.coverage("/aims", "iso-42001"), fresh.snapshot.coverage("/aims", "iso-42001"));
  assert.deepEqual(host.snapshot.systems("/aims"), fresh.snapshot.systems("/aims"));
  assert.deepEqual(host.takeFailures(), []);
}

describe("a state that was saved and taken over", () => {
  it("gives the findings, fixes, coverage and systems it had", () => {
    const host = restored(saved(scratch(SAMPLE)), SAMPLE);
    const fresh = scratch(SAMPLE);
    assert.deepEqual(plain(host.snapshot.allFindings()), plain(fresh.snapshot.allFindings()));
    assertSame(host, fresh);
  });

  it("offers the fixes that it had of documents that were opened and asked about before", () => {
    const host = restored(saved(scratch(SAMPLE)), SAMPLE);
    for (const [path, text] of SAMPLE) host.apply([{ type: "set", path, text }]);
    for (const path of PATHS) host.snapshot.symbols(path);
    assert.deepEqual(plain(host.snapshot.allFindings()), plain(scratch(SAMPLE).snapshot.allFindings()));
  });

  it("reads no file again to show what it had", () => {
    const parts = saved(scratch(SAMPLE));
    let read = 0;
    const host = createHost({
      today: TODAY,
      read: (path) => {
        read++;
        return SAMPLE.get(path);
      },
    });
    host.apply([{ type: "roots", roots: ["/aims"] }]);
    take(host, parts);
    assert.ok(host.snapshot.allFindings().length > 10);
    assert.equal(read, 0);
  });

  it("equals a fresh start after any changes, saved at any moment, on any day", () => {
    const changes = fc.array(change, { maxLength: 5 });
    fc.assert(
      fc.property(changes, changes, fc.constantFrom(TODAY, TODAY, ...DAYS), (before, after, today) => {
        const files = new Map(SAMPLE);
        const first = scratch(files);
        for (const one of before) {
          first.apply([apply(one, files)]);
          first.snapshot.allFindings();
        }
        const host = restored(saved(first), files, today);
        for (const one of after) {
          host.apply([apply(one, files)]);
          host.snapshot.allFindings();
        }
        const fresh = createHost({ today });
        assertSame(host, fill(fresh, files));
        assertSame(restored(saved(host), files, today), fresh);
      }),
      { numRuns: Number(process.env.AIMS_RUNS ?? 25) },
    );
  }).timeout(180_000);

  it("answers rightly at any moment while it is taken in", () => {
    const parts = saved(scratch(SAMPLE));
    const fresh = scratch(SAMPLE);
    for (let steps = 0; steps < parts.length; steps += 3) {
      const host = restored(parts, SAMPLE);
      const work = host.completing();
      for (let i = 0; i < steps; i++) {
        work.next();
        for (const _ of host.settling());
        for (const path of host.takeChanged()) host.snapshot.findingsId(path);
      }
      assertSame(host, fresh);
      assert.ok([...work].length < 3, "what was taken in is taken in again");
    }
  });

  it("is not taken in for a change until something needs it, and shows of other files what it showed", () => {
    const parts = saved(scratch(SAMPLE));
    const [path = "", text = ""] = [...SAMPLE].find(([name]) => name.endsWith(".md")) ?? [];
    const files = new Map(SAMPLE).set(path, `${text}\n\nAI-9999\n`).set("/aims/more.yaml", "aims: scope\nid: S-1\n");
    const isFirst = (part: StoredPart): part is StoredHead | StoredShown =>
      part.part === "head" || part.part === "shown";
    let taken = 0;
    const rest = function* () {
      for (const part of parts.filter((one) => !isFirst(one))) {
        taken++;
        yield part;
      }
    };
    const host = createHost({ today: "2027-03-31", read: (name) => files.get(name) });
    host.apply([{ type: "roots", roots: ["/aims"] }]);
    host.restore(parts.filter(isFirst), rest());
    for (const name of [path, "/aims/more.yaml"])
      host.apply([{ type: "set", path: name, text: files.get(name) ?? "" }]);
    host.apply([{ type: "delete", path: "/aims/more.yaml" }]);
    const shown = host.takeChanged("now");
    assert.ok(shown.length > 3 && !shown.includes(path));
    const before = scratch(SAMPLE);
    for (const other of shown)
      assert.deepEqual(titles(host.snapshot.findings(other, "now")), titles(before.snapshot.findings(other)));
    assert.equal(taken, 0);
    assert.ok(host.behind);
    for (const _ of host.completing());
    assert.ok(!host.behind);
    files.delete("/aims/more.yaml");
    assertSame(host, fill(createHost({ today: "2027-03-31" }), files));
  });

  it("has at work before the first change what says what that changes", () => {
    const parts = saved(scratch(SAMPLE));
    const runsOf = (calm: boolean): number => {
      const host = new AnalysisHost({ today: TODAY, read: (path) => SAMPLE.get(path) });
      host.apply([{ type: "roots", roots: ["/aims"] }]);
      take(host, parts);
      if (calm) for (const _ of host.completing());
      const { memo } = host.aimsOf("/aims/aims.yaml") as Aims;
      const before = memo.runs;
      host.apply([{ type: "set", path: "/aims/systems.yaml", text: "systems:\n  - id: AI-999\n" }]);
      return memo.runs - before;
    };
    assert.ok(runsOf(false) > 0);
    assert.equal(runsOf(true), 0);
  });

  it("gives way to documents that were opened before", () => {
    const parts = saved(scratch(SAMPLE));
    const [path = "", text = ""] = [...SAMPLE][1] ?? [];
    const files = new Map(SAMPLE).set(path, `${text}\n\nAI-9999\n`);
    const host = createHost({ today: TODAY, read: (p) => files.get(p) });
    host.apply([
      { type: "roots", roots: ["/aims"] },
      { type: "set", path, text: files.get(path) ?? "" },
    ]);
    take(host, parts);
    assertSame(host, scratch(files));
  });

  it("gives way to a document that was opened before and is too large", () => {
    const parts = saved(scratch(SAMPLE));
    const path = PATHS.find((p) => p.endsWith(".md")) ?? "";
    const large = { type: "unreadable", path, reason: "it is too large" } as const;
    const host = createHost({ today: TODAY, read: (p) => (p === path ? undefined : SAMPLE.get(p)) });
    host.apply([{ type: "roots", roots: ["/aims"] }, large]);
    take(host, parts);
    const fresh = scratch(SAMPLE);
    fresh.apply([large]);
    assert.deepEqual(titles(host.snapshot.allFindings()), titles(fresh.snapshot.allFindings()));
  });

  it("follows settings that changed in between", () => {
    const parts = saved(scratch(SAMPLE));
    const rule = scratch(SAMPLE).snapshot.allFindings()[0]?.rule ?? "";
    const off = { type: "severities", rules: { [rule]: "off" } } as const;
    const host = createHost({ today: TODAY, read: (path) => SAMPLE.get(path) });
    host.apply([{ type: "roots", roots: ["/aims"] }, off]);
    take(host, parts);
    const fresh = scratch(SAMPLE);
    fresh.apply([off]);
    assertSame(host, fresh);
    assert.ok(host.snapshot.allFindings().every((finding) => finding.rule !== rule));
  });

  it("is read anew where it does not fit together", () => {
    const first = PATHS[0] ?? "";
    const parts = saved(scratch(SAMPLE)).filter((part) => part.part !== "file" || part.path !== first);
    const host = restored(parts, SAMPLE);
    for (const _ of host.completing());
    assert.equal(host.takeFailures().length, 1);
    assert.deepEqual(host.takeStrayed(), [...PATHS].sort());
    assertSame(fill(host, SAMPLE), scratch(SAMPLE));
  });

  it("says of a file that it has changed when it is read again and is another", () => {
    const files = new Map(SAMPLE);
    const host = restored(saved(scratch(SAMPLE)), files);
    const path = PATHS.find((p) => p.endsWith(".md")) ?? "";
    files.set(path, "# Another\n");
    host.snapshot.hover(path, { line: 0, character: 3 });
    assert.deepEqual(host.takeStrayed(), [path]);
    host.apply([{ type: "set", path, text: "# Another\n" }]);
    assertSame(host, scratch(files));
  });

  it("has a file read anew that could not be read again while it was worked out", () => {
    const path = PATHS.find((p) => p.endsWith(".md")) ?? "";
    let there = true;
    const read = (p: string): string | undefined => (p !== path || there ? SAMPLE.get(p) : undefined);
    const first = fill(new AnalysisHost({ today: TODAY, read, kept: { worked: 1, glanced: 1 } }), SAMPLE);
    first.snapshot.allFindings();
    there = false;
    first.snapshot.hover(path, { line: 0, character: 3 });
    const host = restored(saved(first), SAMPLE);
    assert.deepEqual(host.takeStrayed(), [path]);
    host.apply([{ type: "set", path, text: SAMPLE.get(path) ?? "" }]);
    assertSame(host, scratch(SAMPLE));
    assert.deepEqual(host.takeStrayed(), []);
  });

  it("keeps a file outside of the AIMS's folder with the AIMS that names it as public", () => {
    const files = new Map([
      ["/aims/README.md", "We are ISO certified.\n"],
      ["/aims/governance/aims.yaml", 'aims: management-system\norganisation: A\npublic: ["../README.md"]\n'],
    ]);
    const host = restored(saved(scratch(files)), files);
    const rules = (): string[] => host.snapshot.findings("/aims/README.md").map(({ rule }) => rule);
    assert.deepEqual(rules(), ["certified-by-iso"]);
    host.apply([{ type: "set", path: "/aims/README.md", text: "We are not ISO certified. Our AI is bias-free.\n" }]);
    assert.deepEqual(rules(), ["absolute-claim"]);
  });

  it("is whole again after texts that were let go could not be read for a while, though they are the same", () => {
    const parts = saved(scratch(SAMPLE));
    let there = true;
    const host = createHost({ today: TODAY, read: (path) => (there ? SAMPLE.get(path) : undefined) });
    host.apply([{ type: "roots", roots: ["/aims"] }]);
    take(host, parts);
    there = false;
    for (const root of ["/", "/aims"]) {
      host.apply([{ type: "roots", roots: [root] }]);
      for (const _ of host.completing());
    }
    there = true;
    const strayed = host.takeStrayed();
    assert.ok(strayed.length > 1);
    host.apply(strayed.map((path) => ({ type: "set", path, text: SAMPLE.get(path) ?? "" })));
    assert.deepEqual(titles(host.snapshot.allFindings()), titles(scratch(SAMPLE).snapshot.allFindings()));
    assert.deepEqual(host.takeStrayed(), []);
  });
});
