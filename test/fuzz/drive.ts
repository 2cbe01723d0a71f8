import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { applyEdits, createHost, type FileEdit, type Finding, type Host } from "../../server/src/core/analysis.ts";
import type { Position, Range } from "../../server/src/core/text/span.ts";
import { hostOf, TODAY } from "../support/fixture.ts";
import { SAMPLE } from "../support/sample.ts";
import { type Input, mutate } from "./inputs.ts";

/** At how many places of one text the features are asked. */
const PLACES = 4;

/** Time this process has worked so far, in milliseconds: unlike the clock's it does not grow while others work. */
const worked = (): number => process.cpuUsage().user / 1000;

/** A workspace into which one hostile file after another is put. */
export class Driver {
  #host: Host = hostOf(SAMPLE);
  #files = new Map(SAMPLE);
  #texts = 0;
  readonly #ceiling: number;

  /** @param ceiling longest time that work on one text may take, in milliseconds */
  constructor(ceiling = Number.POSITIVE_INFINITY) {
    this.#ceiling = ceiling;
  }

  /** How many texts the engine was given so far. */
  get texts(): number {
    return this.#texts;
  }

  /** Puts the file in, edits it, and takes it out again; fails where a promise of the engine is broken. */
  drive({ path, text, edits }: Input, compare = true): void {
    try {
      let now = text;
      this.#look(path, now);
      for (const edit of edits) {
        now = mutate(now, edit);
        this.#look(path, now);
      }
      if (compare) this.#sameAsFresh(path);
      this.#restore(path);
    } catch (error) {
      this.#host = hostOf(SAMPLE);
      this.#files = new Map(SAMPLE);
      throw error;
    }
  }

  #restore(path: string): void {
    const before = SAMPLE.get(path);
    this.#host.apply([before === undefined ? { type: "delete", path } : { type: "set", path, text: before }]);
    if (before === undefined) this.#files.delete(path);
    else this.#files.set(path, before);
  }

  #look(path: string, text: string): void {
    this.#texts++;
    const since = worked();
    this.#files.set(path, text);
    this.#host.apply([{ type: "set", path, text }]);
    const { snapshot } = this.#host;
    const inside = placesIn(path, text, this.#files);
    for (const finding of snapshot.findings(path)) checkFinding(finding, inside);
    assert.deepEqual(this.#host.takeFailures(), []);
    for (let i = 0; i < PLACES; i++) this.#ask(path, text, i, inside);
    for (const symbol of snapshot.symbols(path)) checkSymbol(symbol, inside.here);
    checkEdits([{ path, edits: snapshot.fixAll(path) }], this.#files);
    assert.equal(snapshot.text(path), text, "fix-all leaves the text as it was");
    assert.deepEqual(this.#host.takeFailures(), []);
    const took = worked() - since;
    assert.ok(took < this.#ceiling, `one text took ${Math.round(took)} ms`);
  }

  #ask(path: string, text: string, i: number, { here, there }: Inside): void {
    const { snapshot } = this.#host;
    const at = here.document.positionAt(placeOf(text, i));
    const hover = snapshot.hover(path, at);
    if (hover) here.range(hover.range);
    for (const { edit } of snapshot.completion(path, at)) here.range(edit.range);
    for (const { path: other, range, selection } of snapshot.definition(path, at)) {
      there(other).range(range);
      there(other).range(selection);
    }
    if (i > 0) return;
    for (const action of snapshot.actions(path, { start: at, end: at })) checkEdits(action.edits() ?? [], this.#files);
  }

  #sameAsFresh(path: string): void {
    const fresh = createHost({ today: TODAY });
    fresh.apply([
      { type: "roots", roots: ["/aims"] },
      ...[...this.#files].map(([file, text]) => ({ type: "set", path: file, text }) as const),
    ]);
    this.#texts++;
    assert.deepEqual(plain(this.#host), plain(fresh), `after edits of ${path} the findings are those of a fresh start`);
  }
}

const plain = (host: Host): unknown =>
  host.snapshot.allFindings().map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes.map((fix) => fix.title) }));

/** Places spread over a text that depend on nothing else, its end among them. */
const placeOf = (text: string, i: number): number =>
  i === 0 ? text.length : Math.floor(text.length * ((text.length * 0.618 * i) % 1));

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
  range({ start, end }: Range): void {
    const [from, to] = [this.#offset(start), this.#offset(end)];
    assert.ok(from <= to, `range ${JSON.stringify({ start, end })} is turned round`);
  }
  #offset(position: Position): number {
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
