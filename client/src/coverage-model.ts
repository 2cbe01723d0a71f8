import type { WireCoverage, WireLevel, WireProvision } from "../../server/src/protocol.ts";
import { barsText, LEVEL_ICON, LEVEL_MEANING } from "./levels.ts";
import { escapeMarkdown, paragraphs } from "./markdown.ts";
import type { Icon, OfferedScaffold, TreeNode } from "./tree-node.ts";

/** Levels shown; empty shows all. */
export type LevelFilter = ReadonlySet<WireLevel>;

type Evidence = WireProvision["evidence"][number];
type Raise = WireProvision["raise"][number];

const EVIDENCE_ICON: Readonly<Record<string, Icon>> = {
  documents: { name: "file" },
  operates: { name: "history" },
  measures: { name: "graph-line" },
  checks: { name: "verified" },
  against: { name: "warning", color: "list.warningForeground" },
  excludes: { name: "circle-slash" },
  placeholder: { name: "edit" },
};

/** The coverage tree: AIMS (when there are several) → standard → group → provision → evidence and what would raise it. */
export function coverageTree(reports: readonly WireCoverage[], filter: LevelFilter): readonly TreeNode[] {
  const byRoot = new Map<string, WireCoverage[]>();
  for (const report of reports) byRoot.set(report.root, [...(byRoot.get(report.root) ?? []), report]);
  const aims = [...byRoot].map(([root, own]): TreeNode => {
    const standards = own.map((report) => standardNode(report, filter));
    const label = own[0]?.organization || lastSegment(root);
    return { id: root, label, icon: { name: "organization" }, expanded: true, context: "aims", children: standards };
  });
  return aims.length > 1 ? aims : (aims[0]?.children ?? []);
}

function standardNode(report: WireCoverage, filter: LevelFilter): TreeNode {
  const id = `${report.root}|${report.standard}`;
  const groups = report.groups.flatMap((group): TreeNode[] => {
    const shown = group.provisions.filter((row) => filter.size === 0 || filter.has(row.level));
    if (shown.length === 0) return [];
    return [
      {
        id: `${id}|${group.id}`,
        label: group.id.toLowerCase() === group.title.toLowerCase() ? group.id : `${group.id} ${group.title}`.trim(),
        description: `${documented(group.provisions)}/${group.provisions.length}`,
        spoken: `${group.title || group.id}, ${share(group.provisions)}`,
        icon: { name: "list-tree" },
        context: "group",
        children: underHeadings(shown, group.provisions, report, `${id}|${group.id}`),
      },
    ];
  });
  const all = report.groups.flatMap((group) => group.provisions);
  return {
    id,
    label: report.standardTitle,
    description: share(all),
    icon: { name: "law" },
    expanded: true,
    context: "standard",
    children: groups,
  };
}

/** Provisions under the headings within their group, where each has one; else side by side. */
function underHeadings(
  shown: readonly WireProvision[],
  all: readonly WireProvision[],
  report: WireCoverage,
  parent: string,
): TreeNode[] {
  if (all.some(({ under }) => under === undefined)) return shown.map((row) => provisionNode(row, report));
  const headings = new Map(shown.flatMap(({ under }) => (under ? [[under.id, under.title] as const] : [])));
  return [...headings].map(([id, title]): TreeNode => {
    const own = (rows: readonly WireProvision[]) => rows.filter(({ under }) => under?.id === id);
    return {
      id: `${parent}|${id}`,
      label: `${id} ${title}`,
      description: `${documented(own(all))}/${own(all).length}`,
      spoken: `${id} ${title}, ${share(own(all))}`,
      icon: { name: "list-tree" },
      context: "group",
      children: own(shown).map((row) => provisionNode(row, report)),
    };
  });
}

/** `7 of 12 documented`. */
function share(rows: readonly WireProvision[]): string {
  return `${documented(rows)} of ${rows.length} documented`;
}

const documented = (rows: readonly WireProvision[]): number => rows.filter((row) => row.bars[0]).length;

function provisionNode(row: WireProvision, report: WireCoverage): TreeNode {
  const id = `${report.root}|${report.standard}|p|${row.provision}`;
  const scaffolds = row.raise.flatMap((raise) => offered(raise, report.root));
  const planned = row.planned ? ` · planned ${row.planned}` : "";
  const open = row.evidence[0]?.location;
  return {
    id,
    label: `${row.provision} ${row.title}`,
    description: `${barsText(row.bars)} ${row.level}${planned}`,
    spoken: `${row.provision} ${row.title}, ${row.level}${planned}. ${row.why}`,
    icon: LEVEL_ICON[row.level],
    tooltip: provisionTooltip(row),
    context: scaffolds.length > 0 ? "provision.scaffold" : "provision",
    ...(open ? { open } : {}),
    scaffolds,
    children: [
      ...numbered(id, "e", row.evidence, evidenceNode),
      ...numbered(id, "u", row.reuse.map(reuseText), reuseNode),
      ...numbered(id, "r", row.raise, raiseNode(report.root)),
    ],
  };
}

function evidenceNode(evidence: Evidence): Omit<TreeNode, "id"> {
  const icon = EVIDENCE_ICON[evidence.role];
  return {
    label: evidence.label,
    description: [evidence.role, evidence.note].filter(Boolean).join(" · "),
    ...(icon ? { icon } : {}),
    context: "evidence",
    open: evidence.location,
    children: [],
  };
}

const reuseText = ({ note, location }: WireProvision["reuse"][number]) => ({ text: note, location });

function reuseNode({ text, location }: ReturnType<typeof reuseText>): Omit<TreeNode, "id"> {
  return {
    label: text,
    spoken: `Can be reused, does not count: ${text}`,
    tooltip: escapeMarkdown(text),
    icon: { name: "references" },
    context: "reuse",
    open: location,
    children: [],
  };
}

const raiseNode =
  (root: string) =>
  (raise: Raise): Omit<TreeNode, "id"> => {
    const scaffolds = offered(raise, root);
    return {
      label: raise.text,
      spoken: `To raise the level: ${raise.text}`,
      tooltip: escapeMarkdown(raise.text),
      icon: { name: "lightbulb", color: "editorLightBulb.foreground" },
      context: scaffolds.length > 0 ? "raise.scaffold" : "raise",
      ...(raise.location ? { open: raise.location } : {}),
      scaffolds,
      children: [],
    };
  };

const offered = (raise: Raise, root: string): readonly OfferedScaffold[] =>
  raise.scaffold ? [{ root, text: raise.text, scaffold: raise.scaffold }] : [];

/** Children with ids made from what they say; equal ones are told apart by number. */
function numbered<T extends { readonly label?: string; readonly text?: string }>(
  parent: string,
  kind: string,
  items: readonly T[],
  make: (item: T) => Omit<TreeNode, "id">,
): TreeNode[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const key = `${parent}|${kind}|${item.label ?? item.text ?? ""}`;
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return { id: count === 0 ? key : `${key}|${count}`, ...make(item) };
  });
}

function provisionTooltip(row: WireProvision): string {
  const raise = row.raise.map((item) => `- ${escapeMarkdown(item.text)}`).join("\n");
  return paragraphs([
    `**${escapeMarkdown(`${row.provision} ${row.title}`)}**`,
    escapeMarkdown(row.asks),
    `${barsText(row.bars)} **${row.level}**: ${LEVEL_MEANING[row.level]}`,
    escapeMarkdown(row.why),
    row.planned ? `Planned for ${escapeMarkdown(row.planned)}` : "",
    raise ? `What would raise it:\n\n${raise}` : "",
  ]);
}

/** The last part of a uri or path, decoded where it can be. */
export function lastSegment(uri: string): string {
  const name =
    uri
      .replace(/(?<!\/)\/+$/, "")
      .split("/")
      .at(-1) ?? uri;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
