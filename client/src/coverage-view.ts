import * as vscode from "vscode";
import type { WireCoverage, WireLevel, WireStandard } from "../../server/src/protocol.ts";
import { coverageTree, type LevelFilter } from "./coverage-model.ts";
import { LEVEL_ICON, LEVEL_MEANING, LEVELS } from "./levels.ts";
import { NodeTree } from "./tree-view.ts";

const FILTER_KEY = "aims.coverage.levels";
const STANDARD_KEY = "aims.coverage.standard";

/** The Coverage view: what the server last said of the standard chosen, through the filter the person chose. */
export class CoverageView implements vscode.Disposable {
  readonly tree = new NodeTree("aims.coverage");
  readonly #memory: vscode.Memento;
  #reports: readonly WireCoverage[] = [];
  #filter: LevelFilter;
  #standard: string | undefined;

  /** @param memory where the filter and the standard are kept between sessions. */
  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    const standard = memory.get<unknown>(STANDARD_KEY);
    this.#standard = typeof standard === "string" ? standard : undefined;
    const kept = memory.get<unknown>(FILTER_KEY);
    this.#filter = new Set(LEVELS.filter((level) => Array.isArray(kept) && kept.includes(level)));
    this.#draw();
  }

  /** Shows new reports. */
  show(reports: readonly WireCoverage[]): void {
    this.#reports = reports;
    this.#draw();
  }

  /** The standard whose coverage is shown; undefined for the server's choice. */
  get standard(): string | undefined {
    return this.#standard;
  }

  /** Remembers the standard to show from now on. */
  async switchTo(standard: string): Promise<void> {
    this.#standard = standard;
    await this.#memory.update(STANDARD_KEY, standard);
  }

  /** Asks which standard to show; whether one was chosen. */
  async chooseStandard(known: readonly WireStandard[]): Promise<boolean> {
    const shown = this.#standard ?? this.#reports[0]?.standard;
    const items = known.map(({ id, designation, title, worked }) => ({
      id,
      label: designation,
      description: [id === shown ? "shown now" : "", worked ? "named in aims.yaml" : ""].filter(Boolean).join(", "),
      detail: title,
    }));
    const chosen = await vscode.window.showQuickPick(items, {
      title: "Coverage by Standard",
      placeHolder: "Standard to show",
      matchOnDetail: true,
    });
    if (chosen) await this.switchTo(chosen.id);
    return chosen !== undefined;
  }

  /** Shows provisions of these levels only; all when there are none. */
  async filter(levels: readonly WireLevel[]): Promise<void> {
    this.#filter = new Set(levels.length === LEVELS.length ? [] : levels);
    this.#draw();
    await this.#memory.update(FILTER_KEY, [...this.#filter]);
  }

  /** Asks which levels to show. */
  async chooseFilter(): Promise<void> {
    const items = LEVELS.map((level) => ({
      label: level,
      level,
      description: LEVEL_MEANING[level],
      iconPath: new vscode.ThemeIcon(LEVEL_ICON[level].name),
      picked: this.#filter.size === 0 || this.#filter.has(level),
    }));
    const title = "Filter Coverage";
    const chosen = await vscode.window.showQuickPick(items, {
      canPickMany: true,
      title,
      placeHolder: "Levels to show",
    });
    if (chosen) await this.filter(chosen.map((item) => item.level));
  }

  #draw(): void {
    const filtered = this.#filter.size > 0;
    this.tree.show(coverageTree(this.#reports, this.#filter));
    this.tree.view.description = filtered ? [...this.#filter].join(", ") : undefined;
    const empty = this.#reports.length > 0 && this.tree.roots.every((root) => root.children.length === 0);
    const notes = [...new Set(this.#reports.flatMap((report) => report.notes))];
    const said = filtered && empty ? ["No provision has a level that the filter shows."] : notes;
    this.tree.view.message = said.length > 0 ? said.join(" ") : undefined;
    void vscode.commands.executeCommand("setContext", "aims.coverageFiltered", filtered);
  }

  dispose(): void {
    this.tree.dispose();
  }
}
