import type { WireSystem, WireSystems } from "../../server/src/protocol.ts";
import { lastSegment } from "./coverage-model.ts";
import { escapeMarkdown, paragraphs } from "./markdown.ts";
import type { Icon, TreeNode } from "./tree-node.ts";

const ASSESSED_ICON: Readonly<Record<WireSystem["assessed"], Icon>> = {
  assessed: { name: "pass", color: "charts.green" },
  stale: { name: "history", color: "list.warningForeground" },
  draft: { name: "edit", color: "charts.yellow" },
  unassessed: { name: "circle-outline", color: "charts.red" },
  "not-needed": { name: "circle-slash", color: "disabledForeground" },
};

const ASSESSED_WORD: Readonly<Record<WireSystem["assessed"], string>> = {
  assessed: "assessed",
  stale: "stale",
  draft: "assessment in draft",
  unassessed: "unassessed",
  "not-needed": "not asked for",
};

const SCOPE_WORD: Readonly<Record<WireSystem["scope"], string>> = {
  in: "in scope",
  out: "out of scope",
  unstated: "scope unstated",
};

/** The tree of AI systems: AIMS (when there are several) → system → its assessments. */
export function systemsTree(all: readonly WireSystems[]): readonly TreeNode[] {
  if (all.length === 1 && all[0]) return systemNodes(all[0]);
  return all.map((aims) => ({
    id: aims.root,
    label: aims.organization || lastSegment(aims.root),
    icon: { name: "organization" },
    description: aims.systems.length === 1 ? "1 system" : `${aims.systems.length} systems`,
    context: "aims",
    expanded: true,
    children: systemNodes(aims),
  }));
}

function systemNodes(aims: WireSystems): TreeNode[] {
  const seen = new Map<string, number>();
  return aims.systems.map((system) => {
    const count = seen.get(system.id) ?? 0;
    seen.set(system.id, count + 1);
    return systemNode(`${aims.root}|${system.id}${count === 0 ? "" : `|${count}`}`, system, aims.root);
  });
}

function systemNode(id: string, system: WireSystem, root: string): TreeNode {
  const label = [system.id, system.name].filter(Boolean).join(" ");
  // What a narrow side bar cuts off is what matters least.
  const assessed = ASSESSED_WORD[system.assessed];
  const scope = SCOPE_WORD[system.scope];
  // Leaving a system out does not make its assessment needless: the scope is what is to be said of it.
  const first = system.assessed === "not-needed" ? [scope, system.tier] : [assessed, system.tier, scope];
  const description = [...first, system.owner].filter(Boolean).join(" · ");
  const wanted = system.assessed === "unassessed" || system.assessed === "stale";
  return {
    id,
    label,
    description,
    spoken: `${label}, ${description}. ${system.why}`,
    icon: ASSESSED_ICON[system.assessed],
    tooltip: systemTooltip(system, label),
    context: wanted ? "system.scaffold" : "system",
    open: system.location,
    scaffolds: [
      {
        root,
        text: `Scaffold the impact assessment of ${label}`,
        scaffold: { name: "impact-assessment", args: { system: system.id } },
      },
    ],
    children: system.assessments.map((assessment, i) => ({
      id: `${id}|a|${i}|${assessment.label}`,
      label: assessment.label,
      icon: { name: "checklist" },
      context: "assessment",
      open: assessment.location,
      children: [],
    })),
  };
}

function systemTooltip(system: WireSystem, label: string): string {
  const facts = [
    ["Tier", system.tier],
    ["Stage", system.stage],
    ["Owner", system.owner],
    ["Scope", SCOPE_WORD[system.scope]],
  ]
    .filter(([, value]) => value)
    .map(([name, value]) => `- ${name}: ${escapeMarkdown(value ?? "")}`);
  return paragraphs([
    `**${escapeMarkdown(label)}**`,
    facts.join("\n"),
    `**${ASSESSED_WORD[system.assessed]}** ${escapeMarkdown(system.why)}`,
    ...derivedLines(system),
  ]);
}

/** The class by the declared facts, as derived and not as declared. */
function derivedLines({ derived }: WireSystem): string[] {
  if (derived.verdict === "") return [];
  const reasons = derived.reasons.map((reason) => `- ${escapeMarkdown(reason)}`).join("\n");
  return [`**Derived for the EU AI Act:** ${escapeMarkdown(derived.verdict)}`, reasons];
}
