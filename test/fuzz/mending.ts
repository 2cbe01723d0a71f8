import assert from "node:assert/strict";
import { applyEdits, type FileEdit, type Finding } from "../../server/src/core/analysis.ts";
import type { Document } from "../../server/src/core/syntax/document.ts";
import {
  addFields,
  addRecords,
  headerToFrontMatter,
  removeField,
  setField,
} from "../../server/src/core/notation/write.ts";
import { outline, read } from "../notation/support.ts";
import { change, hostOf } from "../support/fixture.ts";
import { checkEdits, WORLD } from "./drive.ts";
import { type Input, mutate } from "./inputs.ts";

type Files = ReadonlyMap<string, string>;

/** Reading a text in the light of the text before gives what reading it alone gives. */
export function checkReading({ path, text, edits }: Input): void {
  let now = text;
  let document = read({ path, text });
  for (const edit of edits) {
    now = mutate(now, edit);
    document = read({ path, text: now }, document);
    assert.deepEqual(outline(document), outline(read({ path, text: now })));
  }
}

/** What writers are given to write: plain words, and what has a meaning in one notation or another. */
const VALUES = [
  "Bo Ek",
  "a, b",
  "x: y",
  "#1",
  "- z",
  "'q'",
  '"d"',
  "a | b",
  "[Name",
  "2.10",
  "{x}",
  "&a",
  "two\nlines",
];

/**
 * Whatever is written into a record, the others and its other fields say what they said before.
 * @param pick decides on the record, field and value
 * @returns how many writers wrote anything
 */
export function checkWriting({ path, text, edits }: Input, pick: number): number {
  const doc = read({ path, text: edits.reduce(mutate, text) });
  if (doc.records.length === 0) return 0;
  const at = pick % doc.records.length;
  const { kind, fields } = doc.records[at]?.data ?? {};
  const names = [...(fields?.keys() ?? [])];
  const name = names[pick % names.length] ?? "owner";
  const value = VALUES[pick % VALUES.length] as string;
  const absent = { reviewed_by: value, notes: "" };
  const written = [
    writtenTo(doc, at, [name], setField(doc, at, name, value)),
    writtenTo(doc, at, [name], removeField(doc, at, name)),
    writtenTo(doc, at, Object.keys(absent), addFields(doc, at, absent)),
    writtenTo(doc, doc.ownRecord ?? 0, unknownLabels(doc), headerToFrontMatter(doc)),
    kind ? addedTo(doc, addRecords(doc, at, kind, [{ id: "RISK-099", title: value, owner: "Bo Ek" }])) : false,
  ];
  return written.filter(Boolean).length;
}

/** Labels of a header that are no fields, which front matter does not take over. */
function unknownLabels({ records, ownRecord }: Document): string[] {
  const fields = records[ownRecord ?? 0]?.data.fields.values() ?? [];
  return [...fields].filter((field) => !field.known).map((field) => field.name);
}

function writtenTo(doc: Document, at: number, aside: readonly string[], edits: ReturnType<typeof setField>): boolean {
  if (!edits) return false;
  const rest = (document: Document): unknown =>
    document.records.map(({ data }, i) =>
      Object.entries(data.plain).filter(([name]) => i !== at || !aside.includes(name)),
    );
  const next = read({ path: doc.path, text: applyEdits(doc.text, edits) });
  assert.deepEqual(rest(next), rest(doc), JSON.stringify(edits));
  return true;
}

function addedTo(doc: Document, edits: ReturnType<typeof setField>): boolean {
  if (!edits) return false;
  const said = (document: Document): string[] => document.records.map(({ data }) => JSON.stringify(data.plain));
  const next = said(read({ path: doc.path, text: applyEdits(doc.text, edits) }));
  const before = said(doc);
  const come = next.findIndex((record, i) => record !== before[i]);
  assert.deepEqual(next.toSpliced(come, 1), before, JSON.stringify(edits));
  return true;
}

/** Rules on what keeps a text from being read: mended, it is read, and what is in it comes to light. */
const BLINDING: ReadonlySet<string> = new Set([
  "invalid-syntax",
  "unknown-kind",
  "unknown-field",
  "unused-suppression",
  "unclosed-front-matter",
]);

/** The fixes of a hostile file do what they say. */
export class Mender {
  readonly #host = hostOf(WORLD);
  #files: Files = WORLD;

  /**
   * Applies some fixes of the file, one at a time, and all safe ones.
   * @param pick decides which
   * @returns how many fixes were applied
   */
  mend({ path, text, edits }: Input, pick: number): number {
    const broken = new Map(WORLD).set(path, edits.reduce(mutate, text));
    this.#become(broken);
    const before = this.#host.snapshot.allFindings();
    const fixable = before.filter((finding) => finding.path === path && finding.fixes.length > 0);
    const some = Array.from(
      { length: Math.min(3, fixable.length) },
      (_, i) => fixable[(pick + i * 7) % fixable.length],
    );
    const fixes = (some as Finding[]).flatMap((finding) =>
      finding.fixes.slice(0, 2).map((fix) => ({ finding, title: fix.title, edits: fix.edits() })),
    );
    const all = this.#host.snapshot.fixAll(path);
    const isBroken = before.some((finding) => finding.path === path && BLINDING.has(finding.rule));
    for (const { finding, title, edits: how } of fixes) {
      if (!how) continue;
      const after = this.#after(broken, how);
      const what = `${finding.rule}: "${title}" for "${finding.message}"`;
      const offered = (found: readonly Finding[]): number =>
        found.filter((f) => f.path === path && f.message === finding.message && f.fixes.some((x) => x.title === title))
          .length;
      const mended = after.size > broken.size || offered(this.#found(after)) < offered(before);
      assert.ok(mended || isBroken, `${what} is offered again`);
      if (!BLINDING.has(finding.rule)) this.#noNewErrors(before, after, what);
    }
    if (all.length > 0) {
      const after = this.#after(broken, [{ path, edits: all }]);
      if (!isBroken) this.#noNewErrors(before, after, "fix-all");
      assert.deepEqual(this.#host.snapshot.fixAll(path), [], "fix-all leaves something fixable");
    }
    this.#become(WORLD);
    return fixes.filter(({ edits: how }) => how).length + (all.length > 0 ? 1 : 0);
  }

  #after(files: Files, edits: readonly FileEdit[]): Files {
    const after = checkEdits(edits, files);
    this.#become(after);
    return after;
  }

  #found(files: Files): readonly Finding[] {
    this.#become(files);
    return this.#host.snapshot.allFindings();
  }

  /** For each rule and file there are no more errors than before. */
  #noNewErrors(before: readonly Finding[], after: Files, what: string): void {
    const known = errors(before);
    for (const [error, count] of errors(this.#found(after)))
      assert.ok(count <= (known.get(error) ?? 0), `${what} brings about ${error}`);
  }

  #become(files: Files): void {
    const gone = [...this.#files.keys()].filter((path) => !files.has(path));
    const come = [...files].filter(([path, text]) => this.#files.get(path) !== text);
    this.#host.apply([
      ...gone.map((path) => ({ type: "delete", path }) as const),
      ...come.map(([path, text]) => change(path, text)),
    ]);
    this.#files = files;
  }
}

function errors(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { path, rule, severity } of findings) {
    const key = `${rule} in ${path}`;
    // A record that says what one in another file says is told of mildly, until one of the two is changed.
    if (severity === "error" || rule === "duplicate-id") counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
