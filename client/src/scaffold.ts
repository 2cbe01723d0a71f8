import * as vscode from "vscode";
import {
  RUN_SCAFFOLD,
  type RunScaffoldParams,
  type RunScaffoldResult,
  SCAFFOLDS,
  type WireLocation,
  type WireScaffolds,
} from "../../server/src/protocol.ts";
import { lastSegment } from "./coverage-model.ts";
import { withoutIcons } from "./markdown.ts";
import { mayWrite } from "./trust.ts";

type Scaffold = WireScaffolds["scaffolds"][number];
type Argument = Scaffold["args"][number];

/** The part of the language client that scaffolds need. */
export interface Requests {
  sendRequest<R>(method: string, params?: unknown): Promise<R>;
}

/** What is already known of a scaffold to run; the rest is asked for. */
export interface Wanted {
  readonly root?: string;
  readonly name?: string;
  readonly args?: Readonly<Record<string, string>>;
}

/** Asks for what `wanted` leaves open, runs the scaffold and opens what it made. */
export async function scaffold(client: Requests, wanted: Wanted): Promise<RunScaffoldResult | undefined> {
  if (!(await mayWrite())) return undefined;
  const params = await complete(client, wanted);
  return params ? runScaffold(client, params) : undefined;
}

/** Asks who approves the document that is shown, or which one, and writes the approval into it. */
export async function approve(client: Requests): Promise<RunScaffoldResult | undefined> {
  const shown = vscode.window.activeTextEditor?.document.uri.toString();
  const all = shown === undefined ? [] : await client.sendRequest<WireScaffolds[]>(SCAFFOLDS);
  const wanted = all.flatMap(({ root, scaffolds }) => {
    const document = shown?.startsWith(`${root}/`) ? decodeURIComponent(shown.slice(root.length + 1)) : "";
    const options = scaffolds
      .find((one) => one.name === "approve")
      ?.args.find((arg) => arg.name === "document")?.options;
    return options?.some(({ value }) => value === document) ? [{ root, name: "approve", args: { document } }] : [];
  });
  return scaffold(client, wanted.at(-1) ?? { name: "approve" });
}

async function runScaffold(client: Requests, params: RunScaffoldParams): Promise<RunScaffoldResult> {
  const result = await client.sendRequest<RunScaffoldResult>(RUN_SCAFFOLD, params);
  if (result.error) void vscode.window.showWarningMessage(`AIMS: ${result.error}`);
  else if (result.open) await openLocation(result.open);
  return result;
}

async function complete(client: Requests, wanted: Wanted): Promise<RunScaffoldParams | undefined> {
  const all = await client.sendRequest<WireScaffolds[]>(SCAFFOLDS);
  const offers = all.filter(
    ({ root, scaffolds }) =>
      (wanted.root === undefined || root === wanted.root) &&
      scaffolds.some((one) => wanted.name === undefined || one.name === wanted.name),
  );
  const aims = await chooseAims(offers, wanted);
  if (!aims) return undefined;
  const chosen = await chooseScaffold(aims, wanted.name);
  if (!chosen) return undefined;
  const args = await askArguments(chosen, wanted.args ?? {});
  return args && { root: aims.root, name: chosen.name, args };
}

async function chooseAims(offers: readonly WireScaffolds[], { name }: Wanted): Promise<WireScaffolds | undefined> {
  if (offers.length === 0) {
    void vscode.window.showInformationMessage(`AIMS: ${nothingToCreate(name)}`);
    return undefined;
  }
  if (offers.length === 1) return offers[0];
  const items = offers.map((aims) => ({
    label: lastSegment(aims.root),
    description: vscode.workspace.asRelativePath(vscode.Uri.parse(aims.root)),
    aims,
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder: "In which AIMS?" }))?.aims;
}

function nothingToCreate(name: string | undefined): string {
  if (!vscode.workspace.workspaceFolders?.length) return "open the folder that is to hold the documents first.";
  if (name === "init") return "every open folder holds an AIMS already.";
  return "there is nothing of this kind to create here.";
}

async function chooseScaffold(aims: WireScaffolds, name: string | undefined): Promise<Scaffold | undefined> {
  if (name !== undefined) return aims.scaffolds.find((one) => one.name === name);
  const items = aims.scaffolds.map((one) => ({ label: one.title, one }));
  return (await vscode.window.showQuickPick(items, { title: "AIMS: Create", placeHolder: "What to create" }))?.one;
}

async function askArguments(
  chosen: Scaffold,
  known: Readonly<Record<string, string>>,
): Promise<Record<string, string> | undefined> {
  const args: Record<string, string> = { ...known };
  for (const argument of chosen.args) {
    if (args[argument.name] !== undefined) continue;
    const value = await ask(chosen.title, argument);
    if (value === undefined) return undefined;
    args[argument.name] = value;
  }
  return args;
}

async function ask(title: string, argument: Argument): Promise<string | undefined> {
  if (argument.options.length === 0) return vscode.window.showInputBox({ title, prompt: argument.prompt });
  const items = argument.options.map(({ value, label }) => ({
    label: withoutIcons(label),
    value,
    description: label === value ? "" : withoutIcons(value),
  }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: argument.prompt, matchOnDescription: true }))
    ?.value;
}

/** Opens a document at a place. */
export async function openLocation(location: WireLocation): Promise<void> {
  const { start, end } = location.range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(location.uri, true), { selection });
}
