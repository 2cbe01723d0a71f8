import assert from "node:assert/strict";
import { readDocument } from "../../server/src/core/notation/read.ts";
import type { Document } from "../../server/src/core/syntax/document.ts";
import type { Value } from "../../server/src/core/records/model.ts";
import type { Span } from "../../server/src/core/text/span.ts";
import type { Fixture } from "./fixtures.ts";

/** Reads a fixture as a file of an AIMS that works to ISO/IEC 42001. */
export function read({ path, text }: Fixture, previous?: Document, inAims = true): Document {
  return readDocument({ path, text, inAims, standards: ["iso-42001"] }, previous);
}

const span = (s: Span, by: number) => [s.start + by, s.end + by];

function moved(value: Value, by: number): unknown {
  if (value.type === "list")
    return { ...value, span: span(value.span, by), items: value.items.map((v) => moved(v, by)) };
  if (value.type === "scalar" && value.of) return { ...value, span: span(value.span, by), of: moved(value.of, by) };
  if (value.type !== "map") return { ...value, span: span(value.span, by) };
  const entries = value.entries.map((e) => ({ key: e.key, keySpan: span(e.keySpan, by), value: moved(e.value, by) }));
  return { ...value, span: span(value.span, by), entries };
}

/** Everything a reading says, with absolute spans and in an order that does not depend on how it was worked out. */
export function outline(doc: Document): unknown {
  const records = doc.records.map(({ base, data }) => ({
    kind: data.kind,
    kindText: data.kindText,
    kindSpan: data.kindSpan && span(data.kindSpan, base),
    notation: data.notation,
    id: data.id,
    fields: [...data.fields.values()].map((f) => ({
      ...f,
      keySpan: span(f.keySpan, base),
      value: moved(f.value, base),
      group: f.group && { ...f.group, keySpan: span(f.group.keySpan, base), span: span(f.group.span, base) },
    })),
    duplicates: data.duplicates.map((f) => span(f.keySpan, base)),
    span: span(data.span, base),
    head: span(data.head, base),
    plain: data.plain,
    template: data.template,
    placeholders: data.placeholders.map((p) => span(p.span, base)),
    sections: data.sections,
  }));
  const gather = (key: "citations" | "links" | "mentions" | "placeholders" | "problems") =>
    doc.blocks
      .flatMap(({ base, data }) => data[key].map((item) => ({ ...item, span: span(item.span, base), rest: undefined })))
      .map((item) =>
        JSON.stringify({ ...item, numberSpan: undefined, provision: undefined, title: undefined, fix: undefined }),
      )
      .sort();
  return {
    governed: doc.governed,
    template: doc.template,
    own: doc.ownRecord,
    records,
    citations: gather("citations"),
    links: gather("links"),
    mentions: gather("mentions"),
    placeholders: gather("placeholders"),
    problems: [gather("problems"), doc.problems],
    headings: doc.headings,
    suppressions: doc.suppressions,
    about: doc.about,
  };
}

/** Fails when a span of the reading lies outside the text or is turned round. */
export function checkSpans(doc: Document): void {
  const check = (s: Span, by: number, what: string) => {
    const ok = s.start <= s.end && s.start + by >= 0 && s.end + by <= doc.text.length;
    assert.ok(ok, `${what} ${s.start}-${s.end} base ${by} in a text of ${doc.text.length}`);
  };
  const checkValue = (value: Value, by: number): void => {
    check(value.span, by, value.type);
    if (value.type === "list") for (const item of value.items) checkValue(item, by);
    if (value.type === "map") for (const entry of value.entries) checkValue(entry.value, by);
  };
  for (const { base, data } of doc.records) {
    check(data.span, base, "record");
    check(data.head, base, "head");
    for (const field of data.fields.values()) {
      check(field.keySpan, base, `key ${field.name}`);
      checkValue(field.value, base);
    }
    for (const p of data.placeholders) check(p.span, base, "placeholder");
  }
  for (const { base, data } of doc.blocks) {
    assert.ok(data.text === "" || base + data.text.length <= doc.text.length, "block reaches past the text");
    for (const c of data.citations) check(c.span, base, "citation");
    for (const c of data.citations) check(c.numberSpan, base, "number");
    for (const item of [...data.links, ...data.mentions, ...data.placeholders, ...data.problems])
      check(item.span, base, "block item");
  }
  for (const heading of doc.headings) check(heading.span, 0, "heading");
  for (const problem of doc.problems) check(problem.span, 0, "problem");
}
