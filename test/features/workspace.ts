import assert from "node:assert/strict";
import type { CompletionEntry, FileEdit, Host } from "../../server/src/core/analysis.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { LineIndex } from "../../server/src/core/text/line-index.ts";
import type { Position } from "../../server/src/core/text/span.ts";
import { hostOf, readFixture } from "../support/fixture.ts";

/** A small AIMS in which the documents under test stand. */
const BASE = `
//- /aims/aims.yaml
aims: management-system
organisation: Alder & Finch
standards: [iso-42001]
//- /aims/systems.yaml
systems:
  - id: AI-001
    name: Credit scorer
    owner: Jane Doe (CTO)
    version: "3.10"
    status: live
    tier: high
    purpose: Rank applications.
    foreseeable_misuse: [Refusing by score alone, Scoring minors]
    affected: [applicants]
    in_scope: true
  - id: AI-002
    name: Chat assistant
    owner: Bob Roe
//- /aims/policies/policy.md
---
aims: policy
id: AIMS-POL-001
title: AI policy
status: approved
owner: Jane Doe (CTO)
approved_by: Bob Roe
approved_on: 2026-02-01
satisfies:
  iso-42001: [5.2]
---
# AI policy

We assess every system before use.

## Principles

People come first.
//- /aims/evals/fairness (1).json
`;

export interface Open {
  readonly host: Host;
  readonly files: ReadonlyMap<string, string>;
  readonly path: string;
  readonly at: Position;
  readonly text: string;
}

/** The base workspace with the files of `source`, and its cursor. */
export function open(source: string): Open {
  const { files, cursor } = readFixture(`${BASE}${source.replace(/^\n/, "")}`);
  assert.ok(cursor, "no cursor in the fixture");
  const host = hostOf(files);
  return { host, files, path: cursor.path, at: cursor.position, text: files.get(cursor.path) ?? "" };
}

export function completions(source: string): { readonly entries: readonly CompletionEntry[]; readonly open: Open } {
  const opened = open(source);
  const { entries } = opened.host.snapshot.completion(opened.path, opened.at);
  assert.deepEqual(opened.host.takeFailures(), []);
  return { entries, open: opened };
}

export const labels = (source: string): string[] => completions(source).entries.map((entry) => entry.label);

/** The text with an entry written into it. */
export function accept(opened: Open, entry: CompletionEntry): string {
  const lines = new LineIndex(opened.text);
  const span = lines.span(entry.edit.range);
  assert.equal(entry.edit.range.start.line, entry.edit.range.end.line, "an entry replaces text of one line");
  assert.ok(
    span.start <= lines.offset(opened.at) && lines.offset(opened.at) <= span.end,
    "the cursor is in what is replaced",
  );
  return applyEdits(opened.text, [{ span, newText: entry.edit.newText }]);
}

/** The line with the cursor after the entry of this label was accepted. */
export function accepted(source: string, label: string): string {
  const { entries, open: opened } = completions(source);
  const entry = entries.find((one) => one.label === label);
  assert.ok(entry, `no entry "${label}" among ${entries.map((one) => one.label).join(", ")}`);
  return accept(opened, entry).split("\n")[opened.at.line] ?? "";
}

/** All files after edits. */
export function afterEdits(files: ReadonlyMap<string, string>, edits: readonly FileEdit[]): Map<string, string> {
  const result = new Map(files);
  for (const edit of edits) {
    if ("create" in edit) {
      assert.ok(!files.has(edit.path), `${edit.path} exists already`);
      result.set(edit.path, edit.create);
    } else result.set(edit.path, applyEdits(result.get(edit.path) ?? "", edit.edits));
  }
  return result;
}
