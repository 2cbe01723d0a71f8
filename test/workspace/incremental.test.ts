import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { createHost, type Finding, type Host, type WorldChange } from "../../server/src/core/analysis.ts";
import { AnalysisHost } from "../../server/src/core/analysis/host.ts";
import { TODAY } from "../support/fixture.ts";
import { DAYS, LINES, SAMPLE } from "../support/sample.ts";

const PATHS = [...SAMPLE.keys()];
/** A folder that cannot be read at times. */
const FOLDER = "/aims/assessments";

type Step =
  | {
      readonly do: "line";
      readonly path: string;
      readonly at: number;
      readonly how: "replace" | "insert" | "delete" | "twice";
      readonly line: string;
    }
  | { readonly do: "cut"; readonly path: string; readonly at: number }
  | { readonly do: "remove"; readonly path: string }
  | { readonly do: "restore"; readonly path: string }
  | { readonly do: "close"; readonly path: string }
  | { readonly do: "list"; readonly path: string }
  | { readonly do: "turn"; readonly day: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant("line" as const),
      path: fc.constantFrom(...PATHS),
      at: fc.nat(60),
      how: fc.constantFrom("replace" as const, "insert" as const, "delete" as const, "twice" as const),
      line: fc.constantFrom(...LINES),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("cut" as const), path: fc.constantFrom(...PATHS), at: fc.nat(900) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("remove" as const), path: fc.constantFrom(...PATHS, FOLDER) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("restore" as const), path: fc.constantFrom(...PATHS) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("close" as const), path: fc.constantFrom(...PATHS, FOLDER) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("list" as const), path: fc.constantFrom(...PATHS) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("turn" as const), day: fc.constantFrom(...DAYS) }) },
);

/** What is so of each file: the change that says it last. */
type Files = Map<string, FileChange>;
type FileChange = Extract<WorldChange, { type: "set" | "delete" | "exists" | "unreadable" }>;

const ALL: Files = new Map([...SAMPLE].map(([path, text]) => [path, { type: "set", path, text }]));

function changeOf(step: Exclude<Step, { do: "turn" }>, files: Files): FileChange {
  if (step.do === "remove") return { type: "delete", path: step.path };
  if (step.do === "close")
    return {
      type: "unreadable",
      path: step.path,
      reason: "it is closed",
      ...(step.path === FOLDER ? { folder: true } : {}),
    };
  if (step.do === "list") return { type: "exists", path: step.path };
  const before = files.get(step.path);
  const text = before?.type === "set" ? before.text : "";
  if (step.do === "restore") return { type: "set", path: step.path, text: SAMPLE.get(step.path) ?? "" };
  if (step.do === "cut") return { type: "set", path: step.path, text: text.slice(0, step.at) };
  const lines = text.split("\n");
  const at = step.at % (lines.length + 1);
  if (step.how === "replace") lines.splice(at, 1, step.line);
  else if (step.how === "insert") lines.splice(at, 0, step.line);
  else if (step.how === "delete") lines.splice(at, 1);
  else lines.splice(at, 0, lines[at] ?? "");
  return { type: "set", path: step.path, text: lines.join("\n") };
}

const plain = (findings: readonly Finding[]) =>
  findings.map(({ fixes, ...f }) => ({ ...f, fixes: fixes.map((x) => x.title) }));

/** The change of a step, which is noted in `files` where it is one of a file. */
function take(step: Step, files: Files): WorldChange {
  if (step.do === "turn") return { type: "today", today: step.day };
  const change = changeOf(step, files);
  files.set(change.path, change);
  return change;
}

function scratch(files: Files, today: string): Host {
  const host = createHost({ today });
  host.apply([{ type: "roots", roots: ["/aims"] }, ...files.values()]);
  return host;
}

/** A host that keeps documents of this many characters at hand, and of one file that is edited; it reads the others again when it needs them. */
function forgetful(files: Files, glanced: number): Host {
  const host = new AnalysisHost({ today: TODAY, kept: { worked: glanced > 1000 ? 40 : 1, glanced } });
  host.apply([{ type: "roots", roots: ["/aims"] }, ...files.values()]);
  host.snapshot.allFindings();
  return host;
}

describe("incremental equals from scratch", () => {
  it("for any sequence of edits, removals and returns", () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(1, 1000, 1_000_000),
        (steps, glanced) => {
          const files = new Map(ALL);
          const host = forgetful(ALL, glanced);
          for (const one of steps) {
            host.apply([take(one, files)]);
            if (one.do === "cut") host.apply([{ type: "closed", path: one.path }]);
            host.snapshot.allFindings();
            assert.deepEqual(host.takeFailures(), []);
          }
          const today = steps.findLast((one) => one.do === "turn")?.day ?? TODAY;
          const fresh = scratch(files, today);
          assert.deepEqual(plain(host.snapshot.allFindings()), plain(fresh.snapshot.allFindings()));
          assert.deepEqual(host.snapshot.coverage("/aims", "iso-42001"), fresh.snapshot.coverage("/aims", "iso-42001"));
          assert.deepEqual(host.snapshot.systems("/aims"), fresh.snapshot.systems("/aims"));
        },
      ),
      { numRuns: Number(process.env.AIMS_RUNS ?? 150) },
    );
  }).timeout(180_000);

  it("names every file whose findings changed", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), fc.constantFrom(1, 1_000_000), (steps, glanced) => {
        const files = new Map(ALL);
        const host = forgetful(ALL, glanced);
        const shown = new Map(PATHS.map((path) => [path, host.snapshot.findingsId(path)]));
        host.takeChanged();
        for (const one of steps) {
          host.apply([take(one, files)]);
          for (const path of host.takeChanged()) shown.set(path, host.snapshot.findingsId(path));
          for (const path of PATHS) assert.equal(shown.get(path), host.snapshot.findingsId(path), path);
        }
      }),
      { numRuns: Number(process.env.AIMS_RUNS ?? 60) },
    );
  }).timeout(180_000);
});
