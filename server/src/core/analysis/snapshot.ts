import type {
  Action,
  Completions,
  CoverageReport,
  Finding,
  Freshness,
  Highlight,
  HoverResult,
  InlayHint,
  Location,
  Place,
  RecordsNamed,
  ScaffoldInfo,
  Snapshot,
  SymbolNode,
  SystemRow,
  WorkspaceSymbol,
} from "../analysis-api.ts";
import { assessable, standard as findStandard, standards } from "../catalog/catalog.ts";
import { actionsAt } from "../features/actions.ts";
import { complete, resolveCompletion } from "../features/completion.ts";
import { definitionAt } from "../features/definition.ts";
import { hoverAt } from "../features/hover.ts";
import { bandHints } from "../features/band-hints.ts";
import { sourceHints } from "../features/source-hints.ts";
import { highlightsAt, referencesAt } from "../features/references.ts";
import { findSymbols, gatheringSymbols } from "../features/workspace-symbols.ts";
import { symbolsOf } from "../features/symbols.ts";
import { coverageReport } from "../report/coverage-report.ts";
import { recordsNamed } from "../report/record-account.ts";
import { systemRows } from "../report/system-rows.ts";
import { listScaffolds, runScaffold } from "../scaffold/scaffold.ts";
import type { FileEdit, TextEdit } from "../text/edit.ts";
import type { Position, Range } from "../text/span.ts";
import { locationOf } from "../workspace/locate.ts";
import type { FileView } from "../workspace/view.ts";
import { Aims } from "./aims.ts";
import { fixAll } from "./fix-all.ts";
import type { AnalysisHost } from "./host.ts";

/** The host's state as features read it. */
export class LiveSnapshot implements Snapshot {
  readonly #host: AnalysisHost;

  constructor(host: AnalysisHost) {
    this.#host = host;
  }

  get revision(): number {
    return this.#host.revision;
  }
  files(): readonly string[] {
    return this.#host.governed();
  }
  text(path: string): string | undefined {
    return this.#host.textOf(path);
  }
  findings(path: string, freshness: Freshness = "settled"): readonly Finding[] {
    return this.#host.findings(path, freshness);
  }
  findingsId(path: string, freshness: Freshness = "settled"): string {
    return this.#host.findingsId(path, freshness);
  }
  allFindings(): readonly Finding[] {
    const paths = new Set([...this.#host.allAims().flatMap((aims) => aims.paths()), ...this.#host.unreadable().keys()]);
    return [...paths].sort().flatMap((path) => this.#host.findings(path, "settled"));
  }
  aimsRoots(): readonly string[] {
    return this.#host
      .allAims()
      .filter((aims) => aims.marked)
      .map((aims) => aims.root)
      .sort();
  }
  standards(root: string): readonly string[] {
    return this.#host.aimsAt(root)?.config().standards ?? [];
  }
  knownStandards(): readonly string[] {
    return standards().flatMap(({ id }) => (assessable(id).length > 0 ? [id] : []));
  }
  standardChoices(): ReturnType<Snapshot["standardChoices"]> {
    const worked = new Set(this.aimsRoots().flatMap((root) => this.standards(root)));
    return this.knownStandards()
      .flatMap((id) => findStandard(id) ?? [])
      .map(({ id, designation, title }) => ({ id, designation, title, worked: worked.has(id) }))
      .sort((a, b) => Number(b.worked) - Number(a.worked));
  }
  coverage(root: string, name: string): CoverageReport | undefined {
    const aims = this.#host.aimsAt(root);
    const id = findStandard(name)?.id;
    return aims && id !== undefined && assessable(id).length > 0 ? coverageReport(aims, id) : undefined;
  }
  systems(root: string): readonly SystemRow[] {
    const aims = this.#host.aimsAt(root);
    return aims ? systemRows(aims) : [];
  }
  records(named: string): RecordsNamed {
    return recordsNamed(this.#host.allAims(), named, (path) => this.#host.eachFinding(path, "settled"));
  }
  #view(path: string): FileView | undefined {
    return this.#host.aimsOf(path)?.view(path);
  }
  hover(path: string, at: Position): HoverResult | undefined {
    const view = this.#view(path);
    return view && hoverAt(view, at);
  }
  inlayHints(path: string, range: Range): readonly InlayHint[] {
    const view = this.#view(path);
    return view ? [...sourceHints(view, range), ...bandHints(view, range)] : [];
  }
  completion(path: string, at: Position): Completions {
    const view = this.#view(path);
    return view ? complete(view, at) : { entries: [], incomplete: false };
  }
  resolveCompletion(path: string, data: string): string | undefined {
    const view = this.#view(path);
    return view && resolveCompletion(view, data);
  }
  definition(path: string, at: Position): readonly Location[] {
    const view = this.#view(path);
    return view ? definitionAt(view, at) : [];
  }
  *references(path: string, at: Position, declaration: boolean): Generator<readonly Place[]> {
    const view = this.#view(path);
    if (view) yield* referencesAt(view, at, declaration);
  }
  highlights(path: string, at: Position): readonly Highlight[] {
    const view = this.#view(path);
    return view ? highlightsAt(view, at) : [];
  }
  gatheringSymbols(): Iterator<undefined> {
    return gatheringSymbols(this.#host.allAims());
  }
  workspaceSymbols(query: string): readonly WorkspaceSymbol[] {
    return findSymbols(this.#host.allAims(), query);
  }
  rangeOf(path: string, ordinal: number): Range | undefined {
    const aims = this.#host.aimsOf(path);
    const record = aims?.index.file(path)?.records[ordinal];
    return aims && record && locationOf(aims, record)?.selection;
  }
  symbols(path: string): readonly SymbolNode[] {
    const view = this.#view(path);
    return view ? symbolsOf(view) : [];
  }
  actions(path: string, range: Range): readonly Action[] {
    const view = this.#view(path);
    return view ? actionsAt(view, range, this.#host.findings(path, "now")) : [];
  }
  fixAll(path: string): readonly TextEdit[] {
    return fixAll(this.#host, path);
  }
  scaffolds(root: string): readonly ScaffoldInfo[] {
    return listScaffolds(this.#place(root));
  }
  scaffold(root: string, name: string, args: Readonly<Record<string, string>>): readonly FileEdit[] | string {
    return runScaffold(this.#place(root), name, args);
  }
  /** The AIMS of a folder, or one without documents for a folder that has none yet. */
  #place(root: string): Aims {
    return this.#host.aimsAt(root) ?? new Aims(root, false, this.#host);
  }
}
