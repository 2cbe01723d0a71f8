import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { WireCoverage, WireLevel, WireProvision, WireSystem } from "../../server/src/protocol.ts";
import { coverageTree } from "../../client/src/coverage-model.ts";
import { escapeMarkdown } from "../../client/src/markdown.ts";
import { restartPolicy } from "../../client/src/restart-policy.ts";
import { restarting } from "../../client/src/restart.ts";
import { stateOf, statusText } from "../../client/src/status-model.ts";
import { systemsTree } from "../../client/src/systems-model.ts";
import { changedRows, indexTree, type TreeNode } from "../../client/src/tree-node.ts";

const at = (uri: string, line: number) => ({
  uri,
  range: { start: { line, character: 0 }, end: { line, character: 4 } },
});

const BARS: Record<WireLevel, readonly [boolean, boolean, boolean, boolean]> = {
  missing: [false, false, false, false],
  placeholder: [false, false, false, false],
  excluded: [false, false, false, false],
  documented: [true, false, false, false],
  operated: [true, true, false, false],
  effective: [true, true, true, false],
  checked: [true, true, true, true],
};

function provision(id: string, level: WireLevel, more: Partial<WireProvision> = {}): WireProvision {
  const rest = {
    title: `title of ${id}`,
    asks: `asks of ${id}`,
    why: `why of ${id}`,
    evidence: [],
    reuse: [],
    raise: [],
  };
  return { provision: id, level, bars: BARS[level], ...rest, ...more };
}

function coverage(root: string, provisions: readonly WireProvision[]): WireCoverage {
  return {
    root,
    organization: `owner of ${root}`,
    notes: [],
    standard: "iso-42001",
    standardTitle: "ISO/IEC 42001:2023",
    counts: {},
    groups: [
      { id: "4", title: "Context", provisions },
      { id: "5", title: "Leadership", provisions: [provision("5.1", "checked")] },
    ],
  };
}

const labels = (nodes: readonly TreeNode[]): string[] => nodes.map((node) => node.label);

describe("coverage tree", () => {
  const policy = provision("4.3", "operated", {
    planned: "2027-02-28",
    evidence: [
      { label: "Scope", role: "documents", note: "approved 2026-03-14", location: at("file:///a/scope.md", 3) },
      { label: "Scope", role: "against", note: "", location: at("file:///a/other.md", 1) },
    ],
    raise: [{ text: "Measure it", scaffold: { name: "record", args: { kind: "measurement" } } }],
  });

  it("goes from standard over groups and provisions to evidence and what would raise the level", () => {
    const [standard] = coverageTree([coverage("file:///a", [provision("4.1", "missing"), policy])], new Set());
    assert.equal(standard?.label, "ISO/IEC 42001:2023");
    assert.equal(standard.description, "2 of 3 documented");
    assert.deepEqual(labels(standard.children), ["4 Context", "5 Leadership"]);
    const row = standard.children[0]?.children[1];
    assert.equal(row?.description, "▮▮▯▯ operated · planned 2027-02-28");
    assert.equal(row.context, "provision.scaffold");
    assert.deepEqual(row.open, at("file:///a/scope.md", 3));
    assert.deepEqual(labels(row.children), ["Scope", "Scope", "Measure it"]);
    assert.deepEqual(row.children[2]?.scaffolds?.[0]?.scaffold, { name: "record", args: { kind: "measurement" } });
  });

  it("gives every row an id of its own, also where labels repeat", () => {
    const roots = coverageTree([coverage("file:///a", [policy]), coverage("file:///b", [policy])], new Set());
    const ids: string[] = [];
    const visit = (node: TreeNode): void => {
      ids.push(node.id);
      node.children.forEach(visit);
    };
    roots.forEach(visit);
    assert.equal(new Set(ids).size, ids.length);
  });

  it("has a root for each AIMS when there are several", () => {
    const roots = coverageTree([coverage("file:///a", []), coverage("file:///b", [])], new Set());
    assert.deepEqual(labels(roots), ["owner of file:///a", "owner of file:///b"]);
  });

  it("shows the levels of the filter only, and counts all the same", () => {
    const [standard] = coverageTree(
      [coverage("file:///a", [provision("4.1", "missing"), policy])],
      new Set(["missing"]),
    );
    assert.deepEqual(
      standard?.children.map((group) => labels(group.children)),
      [["4.1 title of 4.1"]],
    );
    assert.equal(standard?.description, "2 of 3 documented");
  });

  it("keeps what documents say from becoming Markdown", () => {
    const hostile = provision("4.1", "missing", { why: "[run](command:x) <img src=y> **now**" });
    const [standard] = coverageTree([coverage("file:///a", [hostile])], new Set());
    const tooltip = standard?.children[0]?.children[0]?.tooltip ?? "";
    assert.ok(tooltip.includes("\\[run\\]\\(command\\:x\\) \\<img src\\=y\\> \\*\\*now\\*\\*"), tooltip);
  });
});

describe("the coverage tree of a framework", () => {
  const under = (id: string) => ({ under: { id, title: `title of ${id}` } });
  const rows = [
    provision("G 1.1", "documented", under("G 1")),
    provision("G 1.2", "missing", under("G 1")),
    provision("G 2.1", "missing", under("G 2")),
  ];
  const groupsOf = (list: readonly WireProvision[], levels: readonly WireLevel[] = []): readonly TreeNode[] =>
    coverageTree([coverage("file:///a", list)], new Set(levels))[0]?.children ?? [];

  it("goes from functions over categories to subcategories, with shares by all of them whatever is shown", () => {
    const [group] = groupsOf(rows, ["missing"]);
    assert.deepEqual(labels(group?.children ?? []), ["G 1 title of G 1", "G 2 title of G 2"]);
    assert.equal(group?.children[0]?.description, "1/2");
    assert.deepEqual(labels(group?.children[0]?.children ?? []), ["G 1.2 title of G 1.2"]);
  });

  it("stands side by side where some have no heading between", () => {
    const [group] = groupsOf([...rows, provision("4.1", "missing")]);
    assert.equal(group?.children.length, 4);
  });
});

describe("systems tree", () => {
  const system: WireSystem = {
    id: "AI-001",
    name: "Loan screener",
    owner: "Head of Credit",
    tier: "high-risk",
    derived: { verdict: "at least high-risk", reasons: ["Annex III point 5(b), credit"] },
    stage: "operation",
    scope: "out",
    assessed: "unassessed",
    why: "No impact assessment names it.",
    location: at("file:///a/systems.md", 7),
    assessments: [],
  };

  it("says tier, scope, assessment and owner, and offers the assessment that is missing", () => {
    const [row] = systemsTree([{ root: "file:///a", organization: "A", systems: [system] }]);
    assert.equal(row?.label, "AI-001 Loan screener");
    assert.equal(row.description, "unassessed · high-risk · out of scope · Head of Credit");
    assert.equal(row.context, "system.scaffold");
    assert.deepEqual(row.scaffolds?.[0]?.scaffold.args, { system: "AI-001" });
  });

  it("shows the class derived from the facts apart from the one declared", () => {
    const [row] = systemsTree([{ root: "file:///a", organization: "A", systems: [system] }]);
    assert.match(row?.tooltip ?? "", /Derived for the EU AI Act:\*\* at least high\\-risk/);
    assert.match(row?.tooltip ?? "", /Annex III point 5/);
    const none = { ...system, derived: { verdict: "", reasons: [] } };
    const [silent] = systemsTree([{ root: "file:///a", organization: "A", systems: [none] }]);
    assert.doesNotMatch(silent?.tooltip ?? "", /Derived/);
  });

  it("says of one left out that it is left out, not that it needs no assessment", () => {
    const [row] = systemsTree([
      { root: "file:///a", organization: "A", systems: [{ ...system, assessed: "not-needed" }] },
    ]);
    assert.equal(row?.description, "out of scope · high-risk · Head of Credit");
  });

  it("leaves an assessed one without an offer, its assessments below it", () => {
    const assessments = [{ label: "AIIA-001", location: at("file:///a/aiia.md", 0) }];
    const assessed: WireSystem = { ...system, assessed: "assessed", assessments };
    const [row] = systemsTree([{ root: "file:///a", organization: "A", systems: [assessed] }]);
    assert.equal(row?.context, "system");
    assert.deepEqual(labels(row.children), ["AIIA-001"]);
  });

  it("tells rows apart that share an id", () => {
    const rows = systemsTree([{ root: "file:///a", organization: "A", systems: [system, system] }]);
    assert.equal(new Set(rows.map((row) => row.id)).size, 2);
  });
});

describe("redrawing a tree", () => {
  const leaf = (id: string, description = ""): TreeNode => ({ id, label: id, description, children: [] });
  const tree = (...children: TreeNode[]) => indexTree([{ id: "root", label: "root", children }]);

  it("redraws nothing when nothing changed", () => {
    assert.deepEqual(changedRows(tree(leaf("a")), tree(leaf("a"))), []);
  });

  it("redraws the one row that changed", () => {
    assert.deepEqual(changedRows(tree(leaf("a"), leaf("b")), tree(leaf("a", "new"), leaf("b"))), ["a"]);
  });

  it("redraws the parent when a row comes or goes", () => {
    assert.deepEqual(changedRows(tree(leaf("a")), tree(leaf("a"), leaf("b"))), ["root"]);
  });

  it("redraws all when the roots change", () => {
    assert.equal(changedRows(indexTree([]), tree(leaf("a"))), "all");
  });
});

describe("status item", () => {
  const report = { errors: 2, warnings: 1, files: 25, aims: 1, documented: 34, assessable: 70, reading: false };

  it("shows documented provisions, errors and warnings", () => {
    const { text, spoken } = statusText("ready", report);
    assert.equal(text, "$(law) AIMS 34/70 $(error) 2 $(warning) 1");
    assert.equal(spoken, "AIMS: 34 of 70 provisions documented; 2 errors, 1 warning in 25 documents");
  });

  it("says when it reads and when it stopped", () => {
    assert.match(statusText(stateOf({ ...report, reading: true }), report).text, /sync~spin/);
    assert.equal(statusText("stopped", report).severity, "error");
  });

  it("counts no coverage where there is no aims.yaml", () => {
    const none = { ...report, aims: 0, documented: 0, assessable: 0 };
    assert.equal(statusText(stateOf(none), none).text, "$(law) AIMS $(error) 2 $(warning) 1");
  });
});

describe("restarting the server", () => {
  it("gives up after too many stops in a short time, and only then", () => {
    const policy = restartPolicy(2, 1000);
    assert.deepEqual([policy.again(0), policy.again(10), policy.again(20)], [true, true, false]);
    assert.equal(policy.again(5000), true);
  });
});

describe("starting the server again when told to", () => {
  /** A client that notes what is done with it, with a server that hangs or not. */
  function clientOf({ hangs = false, starting = false }): {
    readonly done: string[];
    readonly again: () => Promise<void>;
  } {
    const done: string[] = [];
    let state = starting ? "starting" : "running";
    const client = {
      needsStop: () => state !== "stopped",
      start: async () => {
        if (state === "stopped") done.push("start");
        await Promise.resolve();
        state = "running";
      },
      stop: async () => {
        assert.equal(state, "running", "only one that runs can be stopped");
        done.push("stop");
        state = "stopped";
        await Promise.resolve();
        if (hangs) throw new Error("timed out");
      },
    };
    const pause = async (milliseconds: number): Promise<void> => {
      done.push(`pause ${milliseconds > 2000}`);
      await Promise.resolve();
    };
    return { done, again: restarting(client, pause) };
  }

  it("ends it first, also when it has not started yet", async () => {
    for (const starting of [false, true]) {
      const { done, again } = clientOf({ starting });
      await again();
      assert.deepEqual(done, ["stop", "start"]);
    }
  });

  it("waits until one that hangs has been killed, whose end would pass for that of the new one", async () => {
    const { done, again } = clientOf({ hangs: true });
    await again();
    assert.deepEqual(done, ["stop", "pause true", "start"]);
  });

  it("does so once after the other", async () => {
    const { done, again } = clientOf({});
    await Promise.all([again(), again()]);
    assert.deepEqual(done, ["stop", "start", "stop", "start"]);
  });
});

describe("escaping Markdown", () => {
  it("escapes all punctuation and folds lines", () => {
    assert.equal(escapeMarkdown("a\n\n# b | $(zap) http://x"), "a \\# b \\| \\$\\(zap\\) http\\:\\/\\/x");
  });
});
