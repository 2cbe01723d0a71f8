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
  it("are read again as they were after the memory for them was taken back", async () => {
    const file = table(40);
    const document = read(file);
    const before = outline(document);
    const was = new WeakRef(fieldsAt(document, 3) ?? {});
    await collectAll();
    assert.equal(was.deref(), undefined);
    assert.deepEqual(outline(document), before);
    assert.deepEqual(outline(readDocument({ ...file, inAims: true, standards: ["iso-42001"], once: true })), before);
  });
  it("are the same objects as long as one thing is done", () => {
    const document = read(table(3));
    assert.equal(fieldsAt(document, 1), fieldsAt(document, 1));
  });
  it("take no memory once nobody asks for them", async () => {
    const rows = 4_000;
    const file = table(rows);
    await collectAll();
    const before = getHeapStatistics().used_heap_size;
    const document = read(file);
    await collectAll();
    const perRow = (getHeapStatistics().used_heap_size - before) / rows;
    assert.equal(document.records.length, rows);
    assert.ok(perRow < 2_000, `${Math.round(perRow)} bytes for each row`);
  });
});
