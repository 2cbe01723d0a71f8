import type * as vscode from "vscode";
import type { WireSystems } from "../../server/src/protocol.ts";
import { systemsTree } from "./systems-model.ts";
import { NodeTree } from "./tree-view.ts";

/** The AI systems view. */
export class SystemsView implements vscode.Disposable {
  readonly tree = new NodeTree("aims.systems");

  /** Shows what the server said. */
  show(all: readonly WireSystems[]): void {
    this.tree.show(systemsTree(all));
  }

  dispose(): void {
    this.tree.dispose();
  }
}
