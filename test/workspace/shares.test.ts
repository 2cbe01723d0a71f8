import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import {
  createHost,
  type Finding,
  type Host,
  isAimsFile,
  joinHeads,
  type SharedFile,
  type StoredFound,
  type StoredHead,
  type StoredPart,
  type StoredShown,
  type WorldChange,
} from "../../server/src/core/analysis.ts";
import { readFixture, TODAY } from "../support/fixture.ts";
import { LINES, SAMPLE } from "../support/sample.ts";

/** Besides the sample: an AIMS with a public file outside of it, files that name each other in a circle, and ids that stand twice. */
const MORE = readFixture(`
  //- /aims/again.yaml
  aims: system
  id: AI-001
  name: Credit scorer, once more
  feeds: [AI-010]
  //- /aims/circle.yaml
  systems:
    - { id: AI-010, name: One, feeds: [AI-011], tier: high }
    - { id: AI-012, name: Three, feeds: [AI-010] }
  //- /aims/circle-too.md
  ---
  aims: system
  id: AI-011
  name: Two
  feeds: [AI-012]
  ---
  # Two

  See [three](circle.yaml), RISK-001 and [nothing](nowhere.md#at-all).
  //- /aims/assessments/AIIA-003.yaml
  aims: impact-assessment
  id: AIIA-003
  system: AI-001
  measures:
    - { what: Look, metric: m, threshold: "<= 1", value: 2, source: ../results.json#/a }
  //- /other/aims.yaml
  aims: management-system
  organisation: Other
  standards: [iso-42001, nist-ai-rmf]
  public: ["../site/*.md"]
  //- /other/systems.csv
  System ID,Name,Owner,Tier
  AI-001,Another scorer,Nobody,minimal
  //- /site/about.md
  We are ISO certified, and our AI is bias-free.
  //- /site/plain.md
  Nothing to see.
`).files;
const FILES = new Map([...SAMPLE, ...MORE]);
const PATHS = [...FILES.keys()];
const ROOTS = ["/aims", "/other", "/site"];
/** Files that no reading of folders brings. */
const SOURCES = new Map([["/aims/results.json", '{"a": 3}']]);
const LISTED = [...SOURCES.keys()].map((path) => ({ type: "exists", path }) as const);

/** What is on disk: texts, and files that cannot be read. */
type Disk = Map<string, string | undefined>;

const change = fc.record({
  path: fc.constantFrom(...PATHS),
  at: fc.nat(60),
  how: fc.constantFrom("replace", "insert", "insert", "delete", "remove", "close", "return"),
  line: fc.constantFrom(...LINES),
});

function apply(
  { path, at, how, line }: typeof change extends fc.Arbitrary<infer T> ? T : never,
  disk: Disk,
): WorldChange {
  if (how === "remove") disk.delete(path);
  else if (how === "close") disk.set(path, undefined);
  else if (how === "return") disk.set(path, FILES.get(path));
  else {
    const lines = (disk.get(path) ?? FILES.get(path) ?? "").split("\n");
    lines.splice(at % (lines.length + 1), how === "insert" ? 0 : 1, ...(how === "delete" ? [] : [line]));
    disk.set(path, lines.join("\n"));
  }
  return changeOf(path, disk);
}

function changeOf(path: string, disk: Disk): WorldChange {
  const text = disk.get(path);
  if (text !== undefined) return { type: "set", path, text };
  return disk.has(path) ? { type: "unreadable", path, reason: "it is closed" } : { type: "delete", path };
}

const bring = (host: Host, sources = SOURCES): boolean => {
  const wanted = host.takeWanted();
  host.apply(wanted.map((path) => ({ type: "source", path, text: sources.get(path) ?? "" })));
  return wanted.length > 0;
};

/** All findings, with what results files say. */
function findings(host: Host, sources = SOURCES): unknown {
  do host.snapshot.allFindings();
  while (bring(host, sources));
  const plain = ({ fixes, ...f }: Finding) => ({ ...f, fixes: fixes.map(({ title }) => title) });
  return host.snapshot.allFindings().map(plain);
}

function scratch(disk: Disk): Host {
  const host = createHost({ today: TODAY });
  host.apply([{ type: "roots", roots: ROOTS }, ...LISTED, ...[...disk.keys()].map((path) => changeOf(path, disk))]);
  return host;
}

const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** A host that is told of all files and reads its share. */
function reader(disk: Disk, share: ReadonlySet<string>): Host {
  const host = createHost({ today: TODAY, read: (path) => disk.get(path) });
  const paths = [...disk.keys()].sort((a, b) => Number(isAimsFile(b)) - Number(isAimsFile(a)));
  host.apply([{ type: "roots", roots: ROOTS }, ...LISTED]);
  for (const path of paths) {
    const known = isAimsFile(path) || share.has(path) || disk.get(path) === undefined;
    host.apply([known ? changeOf(path, disk) : { type: "exists", path }]);
  }
  return host;
}

const workOut = (host: Host, share: ReadonlySet<string>, freshness: "now" | "settled"): void => {
  for (const path of host.takeChanged(freshness)) if (share.has(path)) host.snapshot.findingsId(path, freshness);
};

/** What a host leaves of its share once all is worked out. */
function saved(host: Host, share: ReadonlySet<string>): StoredPart[] {
  host.takeChanged("now");
  const parts: StoredPart[] = [];
  const work = host.save(share);
  for (let next = work.next(); ; next = work.next()) {
    if (next.done) {
      assert.ok(next.value, "the share could be saved");
      return json(parts);
    }
    parts.push(next.value);
  }
}

/** What several hosts know together of which each reads and checks a share of the files. */
function shared(disk: Disk, shares: readonly ReadonlySet<string>[]): StoredPart[] {
  const hosts = shares.map((share) => reader(disk, share));
  const facts = hosts.map((host, i) => json([...host.facts(shares[i] ?? [])]));
  for (const [i, host] of hosts.entries())
    host.takeFacts(facts.flatMap((one, j) => (i === j ? [] : notConfiguration(one))));
  hosts.forEach((host, i) => {
    const share = shares[i] as ReadonlySet<string>;
    do workOut(host, share, i === 0 ? "settled" : "now");
    while (bring(host));
  });
  const found: readonly StoredFound[] = json(hosts[0]?.found() ?? []);
  for (const host of hosts.slice(1)) host.takeFound(found);
  hosts.forEach((host, i) => {
    workOut(host, shares[i] as ReadonlySet<string>, "now");
    assert.deepEqual(host.takeFailures(), []);
    assert.deepEqual(host.takeStrayed(), []);
  });
  return joined(
    hosts.map((host, i) => saved(host, shares[i] as ReadonlySet<string>)),
    facts.flat().map(({ file }) => file),
  );
}

/** Every host has read these itself. */
const notConfiguration = (files: readonly SharedFile[]): SharedFile[] =>
  files.filter(({ file }) => !isAimsFile(file.path));

function joined(saved: readonly StoredPart[][], files: readonly StoredPart[]): StoredPart[] {
  const all = (kind: StoredPart["part"]): StoredPart[][] =>
    saved.map((parts) => parts.filter(({ part }) => part === kind));
  const numbered = (kind: StoredPart["part"]): StoredPart[] =>
    all(kind).flatMap((parts, of) => [{ part: "numbers", of } as const, ...parts]);
  const head = joinHeads(all("head").flat() as StoredHead[]);
  return [head, ...all("shown").flat(), ...files, ...numbered("reads"), ...numbered("aims")];
}

function restored(parts: readonly StoredPart[], disk: Disk): Host {
  const host = createHost({ today: TODAY, read: (path) => disk.get(path) });
  host.apply([{ type: "roots", roots: ROOTS }]);
  const first = (part: StoredPart): part is StoredHead | StoredShown => part.part === "head" || part.part === "shown";
  host.restore(
    parts.filter(first),
    parts.filter((part) => !first(part)),
  );
  return host;
}

function assertSame(host: Host, disk: Disk): void {
  const fresh = scratch(disk);
  assert.deepEqual(findings(host), findings(fresh));
  for (const root of ["/aims", "/other"]) {
    assert.deepEqual(host.snapshot.coverage(root, "iso-42001"), fresh.snapshot.coverage(root, "iso-42001"));
    assert.deepEqual(host.snapshot.systems(root), fresh.snapshot.systems(root));
  }
  assert.deepEqual(host.takeFailures(), []);
}

/** The files by the number that each is given. */
function split(disk: Disk, count: number, numbers: readonly number[]): ReadonlySet<string>[] {
  const shares = Array.from({ length: count }, () => new Set<string>());
  for (const [i, path] of [...disk.keys()].entries()) shares[(numbers[i] ?? 0) % count]?.add(path);
  return shares;
}

describe("a workspace that several hosts read a share of each", () => {
  const numbers = fc.array(fc.nat(23), { minLength: PATHS.length, maxLength: PATHS.length });
  const changes = fc.array(change, { maxLength: 4 });

  it("shows what one host shows, and after any changes what a fresh start shows", () => {
    fc.assert(
      fc.property(changes, fc.integer({ min: 1, max: 4 }), numbers, changes, (before, count, numbers, after) => {
        const disk: Disk = new Map(FILES);
        for (const one of before) apply(one, disk);
        const host = restored(shared(disk, split(disk, count, numbers)), disk);
        assertSame(host, disk);
        for (const one of after) {
          host.apply([apply(one, disk)]);
          findings(host);
        }
        assertSame(host, disk);
      }),
      { numRuns: Number(process.env.AIMS_RUNS ?? 25) },
    );
  }).timeout(180_000);

  it("looks again at results files that any of them was brought", () => {
    const disk: Disk = new Map(FILES);
    const now = new Map([["/aims/results.json", '{"a": 1}']]);
    for (const of of [0, 1]) {
      const shares = [new Set<string>(), new Set<string>()];
      for (const path of PATHS) shares[path.endsWith("AIIA-003.yaml") ? of : 1 - of]?.add(path);
      const host = restored(shared(disk, shares), disk);
      assert.deepEqual(findings(host, now), findings(scratch(disk), now));
    }
    assert.notDeepEqual(findings(scratch(disk), now), findings(scratch(disk)));
  });
});
