import * as vscode from "vscode";
import { changedRows, indexTree, type TreeIndex, type TreeNode } from "./tree-node.ts";

/**
 * A tree view over plain nodes. Rows are known to VS Code by their id, so that a refresh redraws what changed
 * and leaves open what was open.
 */
export class NodeTree implements vscode.TreeDataProvider<string>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<string[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly view: vscode.TreeView<string>;
  #tree: TreeIndex = indexTree([]);

  /** @param viewId the view's id in package.json. */
  constructor(viewId: string) {
    this.view = vscode.window.createTreeView(viewId, { treeDataProvider: this, showCollapseAll: true });
  }

  /** The rows at the top. */
  get roots(): readonly TreeNode[] {
    return this.#tree.roots;
  }

  /** The row of this id. */
  node(id: string): TreeNode | undefined {
    return this.#tree.nodes.get(id);
  }

  /** Shows `roots` in place of what is shown. */
  show(roots: readonly TreeNode[]): void {
    const next = indexTree(roots);
    const changed = changedRows(this.#tree, next);
    this.#tree = next;
    if (changed === "all") this.#changed.fire(undefined);
    else if (changed.length > 0) this.#changed.fire([...changed]);
  }

  getChildren(id?: string): string[] {
    const nodes = id === undefined ? this.#tree.roots : (this.node(id)?.children ?? []);
    return nodes.map((node) => node.id);
  }

  getParent(id: string): string | undefined {
    return this.#tree.parents.get(id);
  }

  getTreeItem(id: string): vscode.TreeItem {
    const node = this.node(id);
    return node ? treeItem(node) : new vscode.TreeItem("");
  }

  dispose(): void {
    this.view.dispose();
    this.#changed.dispose();
  }
}

function treeItem(node: TreeNode): vscode.TreeItem {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(
    node.label,
    node.children.length === 0 ? None : node.expanded ? Expanded : Collapsed,
  );
  item.id = node.id;
  item.description = node.description;
  item.contextValue = node.context;
  item.tooltip = node.tooltip ? markdown(node.tooltip) : node.label;
  if (node.icon) item.iconPath = themeIcon(node.icon);
  if (node.spoken) item.accessibilityInformation = { label: node.spoken };
  if (node.open) item.command = { command: "aims.open", title: "Open", arguments: [node.open] };
  return item;
}

const themeIcon = (icon: NonNullable<TreeNode["icon"]>): vscode.ThemeIcon =>
  new vscode.ThemeIcon(icon.name, icon.color ? new vscode.ThemeColor(icon.color) : undefined);

/** Markdown that can run no command and holds no HTML. */
export function markdown(value: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString(value);
  text.isTrusted = false;
  text.supportHtml = false;
  return text;
}
