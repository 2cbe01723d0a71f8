import * as vscode from "vscode";
import type { WireLocation } from "../../server/src/protocol.ts";
import { withoutIcons } from "./markdown.ts";
import { openLocation, type Requests, scaffold } from "./scaffold.ts";
import type { OfferedScaffold, TreeNode } from "./tree-node.ts";

interface Answer extends vscode.QuickPickItem {
  readonly open?: WireLocation;
  readonly offer?: OfferedScaffold;
}

/** Shows why a provision has its level and what would raise it; each answer leads to a place or an edit. */
export async function showWhy(client: Requests, node: TreeNode): Promise<void> {
  const chosen = await vscode.window.showQuickPick(answers(node), {
    title: `${node.label}: ${node.description ?? ""}`,
    placeHolder: node.spoken ?? node.label,
  });
  if (chosen?.offer) {
    const { root, scaffold: one } = chosen.offer;
    await scaffold(client, { root, name: one.name, args: one.args });
  } else if (chosen?.open) await openLocation(chosen.open);
}

function answers(node: TreeNode): Answer[] {
  const separator = (label: string): Answer => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const evidence = node.children.filter((child) => child.context === "evidence");
  const raise = node.children.filter((child) => child.context !== "evidence");
  return [
    ...(evidence.length > 0 ? [separator("what counts"), ...evidence.map(answer)] : []),
    ...(raise.length > 0 ? [separator("what would raise it"), ...raise.map(answer)] : []),
  ];
}

const answer = (node: TreeNode): Answer => ({
  label: withoutIcons(node.label),
  ...(node.description ? { description: withoutIcons(node.description) } : {}),
  ...(node.icon ? { iconPath: new vscode.ThemeIcon(node.icon.name) } : {}),
  ...(node.open ? { open: node.open } : {}),
  ...(node.scaffolds?.[0] ? { offer: node.scaffolds[0] } : {}),
});
