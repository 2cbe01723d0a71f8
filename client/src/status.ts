import * as vscode from "vscode";
import type { ChangedParams } from "../../server/src/protocol.ts";
import { type AimsState, stateOf, statusText } from "./status-model.ts";

/** The status bar item, and the context key `aims.state` that menus and empty views read. */
export class Status implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem("aims.status", vscode.StatusBarAlignment.Left, 0);
  #state: AimsState = "starting";
  #last: ChangedParams | undefined;

  constructor() {
    this.#item.name = "AIMS";
    this.set("starting");
    this.#item.show();
  }

  get state(): AimsState {
    return this.#state;
  }

  /** What the server last reported. */
  get last(): ChangedParams | undefined {
    return this.#last;
  }

  /** Takes over a report of the server. */
  report(changed: ChangedParams): void {
    this.#last = changed;
    this.set(stateOf(changed));
  }

  /** Sets the state where the server cannot: before it runs and after it stopped. */
  set(state: AimsState): void {
    this.#state = state;
    const { text, tooltip, spoken, severity } = statusText(state, this.#last);
    this.#item.text = text;
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: spoken, role: "button" };
    this.#item.backgroundColor =
      severity === "error" ? new vscode.ThemeColor("statusBarItem.errorBackground") : undefined;
    this.#item.command = state === "stopped" ? "aims.showStatus" : "aims.coverage.focus";
    void vscode.commands.executeCommand("setContext", "aims.state", state);
  }

  dispose(): void {
    this.#item.dispose();
  }
}
