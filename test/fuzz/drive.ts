import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  applyEdits,
  createHost,
  explain,
  type FileEdit,
  type Finding,
  type Host,
  languageOf,
  type Location,
  type ScaffoldInfo,
  type Snapshot,
} from "../../server/src/core/analysis.ts";
import type { Position, Range } from "../../server/src/core/text/span.ts";
import { change, hostOf, readFixture, TODAY } from "../support/fixture.ts";
import { SAMPLE } from "../support/sample.ts";
import { worked } from "../support/worked.ts";
import { ALL_ASKS, type Asks } from "./asks.ts";
import { type Input, mutate } from "./inputs.ts";

/** A sample that works to several standards and has what only some features look at: results files, claims, a generative system. */
export const WORLD: ReadonlyMap<string, string> = new Map([
  ...SAMPLE,
  ...readFixture(`
    //- /aims/aims.yaml
    aims: management-system
    organisation: Sample Lending
    roles: [deployer]
    standards: [iso-42001, eu-ai-act, nist-ai-rmf, iso-27001]
    public: [README.md]
    //- /aims/results/fairness.json
    { "groups": { "f": 0.7 } }
    //- /aims/README.md
    # Sample Lending

    We are certified to ISO/IEC 42001:2023; our scoring is free of bias.
    //- /aims/more-systems.yaml
    systems:
      - id: AI-007
        name: Assistant
        generative: true
        tier: limited
        status: live
    //- /aims/measurements.yaml
    measurements:
      - id: MEAS-001
        system: AI-001
        metric: selection rate ratio
        threshold: ">= 0.8"
        value: 0.9
        source: results/fairness.json#/groups/f
      - id: MEAS-002
        system: AI-001
        metric: AUC
        value: 0.7
        source: results/runs.csv
  `).files,
]);

/** The longest work on one text so far. */
export interface Slowest {
  /** Processor time in milliseconds. */
  readonly took: number;
  readonly path: string;
  readonly text: string;
}

/** A workspace into which one hostile file after another is put. */
export class Driver {
  #host!: Host;
  #files!: Map<string, string>;
  /** Paths of results files and of earlier versions that the engine has asked for. */
  readonly #sources = new Set<string>();
  readonly #histories = new Set<string>();
  #texts = 0;
  #questions = 0;
  #slowest: Slowest = { took: 0, path: "", text: "" };
  readonly #ceiling: number;

  /** @param ceiling longest time that work on one text may take, in milliseconds */
  constructor(ceiling = Number.POSITIVE_INFINITY) {
    this.#ceiling = ceiling;
    this.#start();
  }

  /** How many texts the engine was given so far. */
  get texts(): number {
    return this.#texts;
  }

  /** How many questions it was asked about them. */
  get questions(): number {
    return this.#questions;
  }

  get slowest(): Slowest {
    return this.#slowest;
  }

  /**
   * Puts the file in, edits it, and takes it out again; fails where a promise of the engine is broken.
   * @param asks what is asked meanwhile
   */
  drive({ path, text, edits }: Input, asks: Asks = ALL_ASKS): void {
    try {
      let now = text;
      let since = this.#look(path, now, asks, worked());
      for (const edit of edits) {
        now = mutate(now, edit);
        since = this.#look(path, now, asks, since);
      }
      if (asks.views) this.#view(now);
      if (asks.fresh) this.#sameAsFresh(path, now);
      this.#restore(path);
    } catch (error) {
      this.#start();
      throw error;
    }
  }

  #start(): void {
    this.#host = hostOf(WORLD);
    this.#files = new Map(WORLD);
    this.#sources.clear();
    for (const path of WORLD.keys()) if (languageOf(path) === undefined) this.#sources.add(path);
    this.#histories.clear();
  }

  #restore(path: string): void {
    const before = WORLD.get(path);
    this.#host.apply([before === undefined ? { type: "delete", path } : { type: "set", path, text: before }]);
    if (before === undefined) this.#files.delete(path);
    else this.#files.set(path, before);
  }

  /** The engine's snapshot, whose questions are counted. */
  get #snapshot(): Snapshot {
    this.#questions++;
    return this.#host.snapshot;
  }

  /** @returns how long this process had worked when it was at its end, having begun at `since` */
  #look(path: string, text: string, { places, settled }: Asks, since: number): number {
    this.#texts++;
    this.#files.set(path, text);
    this.#host.apply([{ type: "set", path, text }]);
    const freshness = settled ? "settled" : "now";
    this.#snapshot.findings(path, freshness);
    this.#bring(this.#host, text);
    const inside = placesIn(path, text, this.#files);
    for (const finding of this.#snapshot.findings(path, freshness)) checkFinding(finding, inside);
    assert.deepEqual(this.#host.takeFailures(), []);
    places.forEach((place, i) => {
      this.#ask(path, Math.floor(place * text.length), i === 0, inside);
    });
    for (const symbol of this.#snapshot.symbols(path)) checkSymbol(symbol, inside.here);
    for (const { position } of this.#snapshot.inlayHints(path, inside.here.whole)) inside.here.position(position);
    checkEdits([{ path, edits: this.#snapshot.fixAll(path) }], this.#files);
    assert.equal(this.#snapshot.text(path), text, "fix-all leaves the text as it was");
    assert.deepEqual(this.#host.takeFailures(), []);
    const end = worked();
    const took = end - since;
    if (took > this.#slowest.took) this.#slowest = { took, path, text };
    assert.ok(took < this.#ceiling, `one text took ${Math.round(took)} ms`);
    return end;
  }

  /** Brings results files and earlier versions that the engine asks for: the same hostile text in each, and half of it before. */
  #bring(host: Host, text: string): void {
    for (const path of host.takeWanted()) this.#sources.add(path);
    for (const path of host.takeWantedHistory()) this.#histories.add(path);
    const commit = createHash("sha256").update(text).digest("hex");
    const version = { commit, date: "2026-01-01", text: text.slice(0, text.length / 2) };
    host.apply([
      ...[...this.#sources].map((path) => ({ type: "source", path, text }) as const),
      ...[...this.#histories].map((path) => ({ type: "history", path, versions: [{ ...version }] }) as const),
    ]);
  }

  #ask(path: string, offset: number, more: boolean, { here, there }: Inside): void {
    const at = here.document.positionAt(offset);
    const hover = this.#snapshot.hover(path, at);
    if (hover) here.range(hover.range);
    const { entries } = this.#snapshot.completion(path, at);
    for (const { edit } of entries) here.range(edit.range);
    for (const { data } of entries.slice(0, 2)) this.#snapshot.resolveCompletion(path, data);
    for (const { path: other, range, selection } of this.#snapshot.definition(path, at)) {
      there(other).range(range);
      there(other).range(selection);
    }
    for (const { range } of this.#snapshot.highlights(path, at)) here.range(range);
    if (!more) return;
    for (const places of this.#snapshot.references(path, at, true))
      for (const place of places) there(place.path).range(place.range);
    for (const action of this.#snapshot.actions(path, { start: at, end: at }))
      checkEdits(action.edits() ?? [], this.#files);
  }

  /** What the views, commands and scaffolds say while the text is there. */
  #view(text: string): void {
    const { there } = placesIn("", "", this.#files);
    const located = ({ path, range, selection }: Location): void => {
      there(path).range(range);
      there(path).range(selection);
    };
    for (const root of this.#snapshot.aimsRoots()) {
      for (const standard of this.#snapshot.standards(root)) {
        for (const { provisions } of this.#snapshot.coverage(root, standard)?.groups ?? []) {
          for (const { evidence, raise, reuse } of provisions) {
            for (const { location } of [...evidence, ...raise, ...reuse]) if (location) located(location);
          }
        }
      }
      for (const { location, assessments } of this.#snapshot.systems(root)) {
        located(location);
        for (const assessment of assessments) located(assessment.location);
      }
      for (const { name, args } of this.#snapshot.scaffolds(root)) this.#scaffold(root, name, args, text);
    }
    for (const symbol of this.#snapshot.workspaceSymbols(text.slice(0, 3))) {
      const range = this.#snapshot.rangeOf(symbol.path, symbol.ordinal);
      if (range) there(symbol.path).range(range);
    }
    const { found, nearest } = explain(text.slice(0, 200), TODAY);
    assert.ok(found.length === 0 || nearest.length === 0);
    assert.deepEqual(this.#host.takeFailures(), []);
  }

  /** Runs a scaffold with the first, the last and an answer nobody expects. */
  #scaffold(root: string, name: string, args: ScaffoldInfo["args"], text: string): void {
    for (const pick of [0, -1, undefined]) {
      const answers = args.map((arg) => [
        arg.name,
        (pick === undefined ? undefined : arg.options.at(pick)?.value) ?? text.slice(0, 60),
      ]);
      const edits = this.#snapshot.scaffold(root, name, Object.fromEntries(answers));
      if (typeof edits === "string") continue;
      for (const { path } of edits) assert.ok(path.startsWith(`${root}/`), `${path} is outside of ${root}`);
      checkEdits(edits, this.#files);
    }
  }

  #sameAsFresh(path: string, text: string): void {
    const fresh = createHost({ today: TODAY });
    fresh.apply([
      { type: "roots", roots: ["/aims"] },
      ...[...this.#files].map(([file, content]) => change(file, content)),
    ]);
    this.#texts++;
    for (const host of [this.#host, fresh]) {
      host.snapshot.allFindings();
      this.#bring(host, text);
    }
    assert.deepEqual(plain(this.#host), plain(fresh), `after edits of ${path} the findings are those of a fresh start`);
  }
}

const plain = (host: Host): unknown =>
  host.snapshot.allFindings().map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes.map((fix) => fix.title) }));

interface Inside {
  readonly here: Places;
  readonly there: (path: string) => Places;
}

function placesIn(path: string, text: string, files: ReadonlyMap<string, string>): Inside {
  const here = new Places(text);
  return { here, there: (other) => (other === path ? here : new Places(files.get(other) ?? "")) };
}

/** Tells whether ranges lie in a text, by the rules of the protocol's own library. */
class Places {
  readonly document: TextDocument;
  constructor(text: string) {
    this.document = TextDocument.create("x:/x", "x", 1, text);
  }
  /** From the first character to the last. */
  get whole(): Range {
    return { start: { line: 0, character: 0 }, end: this.document.positionAt(this.document.getText().length) };
  }
  range({ start, end }: Range): void {
    const [from, to] = [this.position(start), this.position(end)];
    assert.ok(from <= to, `range ${JSON.stringify({ start, end })} is turned round`);
  }
  /** Fails where there is no such position; its offset. */
  position(position: Position): number {
    const { line, character } = position;
    const ok = Number.isInteger(line) && Number.isInteger(character) && line >= 0 && line < this.document.lineCount;
    assert.ok(ok && character >= 0, `position ${JSON.stringify(position)} in ${this.document.lineCount} lines`);
    const start = this.document.offsetAt({ line, character: 0 });
    const next =
      line + 1 < this.document.lineCount
        ? this.document.offsetAt({ line: line + 1, character: 0 })
        : Number.POSITIVE_INFINITY;
    const end = Math.min(next, this.document.getText().length);
    assert.ok(start + character <= end, `position ${JSON.stringify(position)} is past the end of its line`);
    return start + character;
  }
}

function checkFinding(finding: Finding, { here, there }: Inside): void {
  here.range(finding.range);
  assert.notEqual(finding.rule, "check-failed", finding.message);
  for (const { path, range } of finding.related) there(path).range(range);
}

function checkSymbol(symbol: { range: Range; selection: Range; children: readonly unknown[] }, here: Places): void {
  here.range(symbol.range);
  here.range(symbol.selection);
  for (const child of symbol.children) checkSymbol(child as typeof symbol, here);
}

/** Fails unless the edits lie in the texts they change and do not meet each other; returns the files they leave. */
export function checkEdits(edits: readonly FileEdit[], files: ReadonlyMap<string, string>): Map<string, string> {
  const after = new Map(files);
  for (const edit of edits) {
    if ("create" in edit) {
      assert.ok(!files.has(edit.path), `${edit.path} is created over an existing file`);
      after.set(edit.path, edit.create);
      continue;
    }
    const text = files.get(edit.path) ?? "";
    const spans = edit.edits.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end);
    spans.forEach((span, i) => {
      assert.ok(
        0 <= span.start && span.start <= span.end && span.end <= text.length,
        `edit ${span.start}-${span.end} of ${text.length}`,
      );
      assert.ok(i === 0 || (spans[i - 1]?.end ?? 0) <= span.start, "edits of one change overlap");
    });
    after.set(edit.path, applyEdits(text, edit.edits));
  }
  return after;
}
