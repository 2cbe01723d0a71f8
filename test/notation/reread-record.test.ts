import assert from "node:assert/strict";
import { getHeapStatistics } from "node:v8";
import { describe, it } from "mocha";
import { readDocument } from "../../server/src/core/notation/read.ts";
import type { Document } from "../../server/src/core/syntax/document.ts";
import { collectAll } from "../../server/src/lsp/tidy.ts";
import { outline, read } from "./support.ts";

const table = (rows: number): { path: string; text: string } => ({
  path: "/aims/risks.md",
  text: [
    "# AI risk register\n\n| Risk ID | Description | Likelihood | Impact | Owner | Systems | Status |\n|---|---|---|---|---|---|---|\n",
    ...Array.from(
      { length: rows },
      (_, i) => `| RISK-${i} | Drift \\| ${i} | 3 | 4 | Ana Lima (CTO) | AI-1, AI-2 | open |\n`,
    ),
  ].join(""),
});

const fieldsAt = ({ records }: Document, at: number): object | undefined => records[at]?.data.fields;

describe("fields of rows of a register", () => {
  it("are read again as they were when those of many others were asked for meanwhile", () => {
    const file = table(400);
    const document = read(file);
    const before = outline(document);
    const first = fieldsAt(document, 3);
    for (let at = 100; at < 400; at++) fieldsAt(document, at);
    assert.notEqual(fieldsAt(document, 3), first);
    assert.deepEqual(fieldsAt(document, 3), first);
    assert.deepEqual(outline(document), before);
    assert.deepEqual(outline(readDocument({ ...file, inAims: true, standards: ["iso-42001"], once: true })), before);
  });
  it("are the same objects as long as one thing is done", () => {
    const document = read(table(60));
    const first = fieldsAt(document, 1);
    for (let at = 2; at < 60; at++) fieldsAt(document, at);
    assert.equal(fieldsAt(document, 1), first);
  });
  it("take no memory once nobody asks for them", async () => {
    const rows = 4_000;
    const file = table(rows);
    await collectAll();
    const before = getHeapStatistics().used_heap_size;
    const document = read(file);
    assert.ok(document.records.every(({ data }) => data.fields.get("owner") !== undefined));
    await collectAll();
    const perRow = (getHeapStatistics().used_heap_size - before) / rows;
    assert.equal(document.records.length, rows);
    assert.ok(perRow < 2_000, `${Math.round(perRow)} bytes for each row`);
  });
});
