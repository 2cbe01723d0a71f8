import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { withoutIcons } from "./markdown.ts";
import { STANDARDS, STATUS, type WireLocation, type WireStandard } from "../../server/src/protocol.ts";
import type { CoverageView } from "./coverage-view.ts";
import { approve, openLocation, scaffold } from "./scaffold.ts";
import type { SystemsView } from "./systems-view.ts";
import type { TreeNode } from "./tree-node.ts";
import { mayWrite } from "./trust.ts";
import { showWhy } from "./why.ts";

/** What commands act on. */
export interface Context {
  readonly client: BaseLanguageClient;
  readonly coverage: CoverageView;
  readonly systems: SystemsView;
  /** Asks the server for the views anew. */
  readonly refresh: () => Promise<void>;
  /** Stops the server, if it runs, and starts it. */
  readonly restart: () => Promise<void>;
}

/** Registers every command of the extension. */
export function registerCommands(context: Context): vscode.Disposable {
  const { client, coverage } = context;
  const node = (id: unknown): TreeNode | undefined =>
    typeof id === "string" ? (coverage.tree.node(id) ?? context.systems.tree.node(id)) : undefined;
  const create = (name?: string) => (id?: unknown) => {
    const row = node(id);
    return row?.scaffolds?.length ? fromRow(context, row) : scaffold(client, name === undefined ? {} : { name });
  };
  const handlers: Record<string, (argument?: unknown) => unknown> = {
    "aims.open": (location) => openLocation(location as WireLocation),
    "aims.refresh": () => context.refresh(),
    "aims.coverage.filter": () => coverage.chooseFilter(),
    "aims.coverage.clearFilter": () => coverage.filter([]),
    "aims.coverage.standard": () => switchStandard(context),
    "aims.coverage.why": (id) => {
      const row = node(id ?? coverage.tree.view.selection[0]);
      if (row?.context?.startsWith("provision")) return showWhy(client, row);
      return vscode.window.showInformationMessage("AIMS: select a provision in the Coverage view first.");
    },
    "aims.init": create("init"),
    "aims.scaffold": create(),
    "aims.scaffold.document": create("document"),
    "aims.scaffold.impactAssessment": create("impact-assessment"),
    "aims.scaffold.soa": create("soa"),
    "aims.scaffold.record": create("record"),
    "aims.approve": () => approve(client),
    "aims.fixAll": fixAll,
    "aims.showStatus": () => showStatus(client),
    "aims.restartServer": () => context.restart(),
  };
  const commands = Object.entries(handlers).map(([id, run]) => vscode.commands.registerCommand(id, run));
  return vscode.Disposable.from(...commands);
}

async function switchStandard({ client, coverage, refresh }: Context): Promise<void> {
  if (!client.isRunning()) return;
  const known = await client.sendRequest<WireStandard[]>(STANDARDS);
  if (await coverage.chooseStandard(known)) await refresh();
}

async function fromRow({ client }: Context, row: TreeNode): Promise<unknown> {
  const offers = (row.scaffolds ?? []).map((offer) => ({ label: withoutIcons(offer.text), offer }));
  const chosen = offers.length > 1 ? await vscode.window.showQuickPick(offers, { placeHolder: row.label }) : offers[0];
  if (!chosen) return undefined;
  const { root, scaffold: one } = chosen.offer;
  return scaffold(client, { root, name: one.name, args: one.args });
}

async function fixAll(): Promise<void> {
  if (!vscode.window.activeTextEditor) {
    void vscode.window.showInformationMessage("AIMS: open the document that is to be mended.");
  } else if (await mayWrite()) {
    await vscode.commands.executeCommand("editor.action.codeAction", { kind: "source.fixAll.aims", apply: "first" });
  }
}

async function showStatus(client: BaseLanguageClient): Promise<void> {
  if (client.isRunning()) client.outputChannel.info(await client.sendRequest<string>(STATUS));
  client.outputChannel.show(true);
}
