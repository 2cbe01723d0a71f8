import type { WireLocation, WireScaffold } from "../../server/src/protocol.ts";

/** One row of a tree, as plain data: what it says, where it leads, what it can start. */
export interface TreeNode {
  /** Stable over refreshes, so that what is open and selected stays so. Unique in its tree. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** What a screen reader says instead of label and description. */
  readonly spoken?: string;
  /** Name of a codicon and of a theme colour. */
  readonly icon?: Icon;
  /** Markdown; whatever comes from documents is escaped. */
  readonly tooltip?: string;
  /** For `when` clauses of menus. */
  readonly context?: string;
  /** Where a click leads. */
  readonly open?: WireLocation;
  /** Scaffolds the row can start, best first. */
  readonly scaffolds?: readonly OfferedScaffold[];
  /** Shown open at first. */
  readonly expanded?: boolean;
  readonly children: readonly TreeNode[];
}

export interface Icon {
  readonly name: string;
  readonly color?: string;
}

/** A scaffold with the sentence that offers it and the AIMS it works in. */
export interface OfferedScaffold {
  readonly root: string;
  readonly text: string;
  readonly scaffold: WireScaffold;
}

/** Nodes by id, with each node's parent. */
export interface TreeIndex {
  readonly roots: readonly TreeNode[];
  readonly nodes: ReadonlyMap<string, TreeNode>;
  readonly parents: ReadonlyMap<string, string>;
}

/** The index over `roots`; of two nodes with one id the first counts. */
export function indexTree(roots: readonly TreeNode[]): TreeIndex {
  const nodes = new Map<string, TreeNode>();
  const parents = new Map<string, string>();
  const visit = (node: TreeNode, parent: string | undefined): void => {
    if (nodes.has(node.id)) return;
    nodes.set(node.id, node);
    if (parent !== undefined) parents.set(node.id, parent);
    for (const child of node.children) visit(child, node.id);
  };
  for (const root of roots) visit(root, undefined);
  return { roots, nodes, parents };
}

const own = ({ children, ...rest }: TreeNode): string => JSON.stringify([rest, children.map((child) => child.id)]);

/**
 * Ids of the rows to be drawn again to get from `before` to `after`, the topmost of each changed branch only;
 * `"all"` when the roots themselves changed.
 */
export function changedRows(before: TreeIndex, after: TreeIndex): readonly string[] | "all" {
  const ids = (tree: TreeIndex): string => tree.roots.map((root) => root.id).join("\n");
  if (ids(before) !== ids(after)) return "all";
  const changed: string[] = [];
  const visit = (node: TreeNode): void => {
    const old = before.nodes.get(node.id);
    if (!old || own(old) !== own(node)) changed.push(node.id);
    else for (const child of node.children) visit(child);
  };
  for (const root of after.roots) visit(root);
  return changed;
}
