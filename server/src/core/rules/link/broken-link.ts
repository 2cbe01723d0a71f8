import type { BlockData, Document, Link } from "../../syntax/document.ts";
import { shift } from "../../text/span.ts";
import { baseName } from "../../workspace/names.ts";
import { NONE, type RawFinding, type RecordUnit, type RuleContext, rule } from "../rule.ts";
import { once } from "../../text/once.ts";
import { isThere, looseAnchor, readTarget } from "../../workspace/targets.ts";
import { FILE_NAME, isAddress, isNoFile, missingFile, WORDS } from "../shared/missing-file.ts";
import { given } from "../shared/in-document.ts";
import { within } from "../shared/place.ts";
import { isVerbatim, type TypedScalar, typedScalars } from "../shared/values.ts";
import { quoted } from "../shared/words.ts";

/** Fields that name proof, which a rule of its own looks at; the first also where it stands in a list. */
const PROOF = new Set(["evidence", "source"]);

const personal = (link: Link): RawFinding => ({
  at: link.span,
  message: `${quoted(link.target)} leads to a place on one person's computer.`,
  help: "Nobody else can open it, an auditor neither. Put the file into the repository, or say where it is kept.",
});

const loosely = once((anchors: readonly string[]): ReadonlySet<string> => new Set(anchors.map(looseAnchor)));

function* missingAnchor(link: Link, anchor: string, path: string, ctx: RuleContext): Generator<RawFinding> {
  const anchors = ctx.index.file(path)?.anchors;
  if (!anchors || anchors.length === 0) return;
  if (loosely(anchors).has(looseAnchor(anchor))) return;
  yield {
    at: link.span,
    severity: "info",
    message: `${baseName(path)} has no heading with the anchor ${quoted(anchor)}.`,
    help: "The link opens the file at its top. Point it to a heading that is there.",
  };
}

function* check(link: Link, path: string, ctx: RuleContext): Generator<RawFinding> {
  const target = readTarget(link.target, path, ctx.index, link.kind === "field");
  if (target.type === "personal") yield personal(link);
  if (target.type !== "file" || isNoFile(target) || isAddress(target)) return;
  if (!isThere(target.path, ctx.index)) yield missingFile(link, target, path, ctx);
  else if (target.anchor && link.kind === "markdown") yield* missingAnchor(link, target.anchor, target.path, ctx);
}

/** Links to places within the document. */
function anchorLinksIn({ links }: BlockData): readonly Link[] | undefined {
  if (links.length === 0) return undefined;
  const found = links.filter(({ target }) => target.startsWith("#"));
  return found.length > 0 ? found : undefined;
}

/** A field whose text is a path. */
const isPath = ({ field, scalar }: TypedScalar): boolean => field.name === "path" && isVerbatim(scalar);

/** A reference that is written as a file's name. */
const isFile = ({ field, scalar }: TypedScalar): boolean =>
  !PROOF.has(field.name) && FILE_NAME.test(scalar.text) && isVerbatim(scalar);

function* named({ facts, data, path }: RecordUnit, ctx: RuleContext): Generator<RawFinding> {
  const { files, references } = typedScalars(data);
  for (const { scalar } of facts.kind === "evidence" ? [] : files.filter(isPath)) {
    const span = within(scalar, 0, scalar.text.length);
    yield* check({ kind: "field", target: scalar.text, span }, path, ctx);
  }
  for (const { scalar } of references.filter(isFile)) {
    const written = WORDS.has(data.notation);
    for (const found of check({ kind: "field", target: scalar.text, span: scalar.span }, path, ctx)) {
      yield written ? { ...found, severity: "warning" } : found;
    }
  }
}

function* anchorless(
  document: Document,
  all: readonly (readonly [block: number, links: readonly Link[]])[],
  ctx: RuleContext,
): Generator<RawFinding> {
  let anchors: ReadonlySet<string> | undefined;
  for (const [i, links] of all) {
    const base = document.blocks[i]?.base ?? 0;
    for (const link of links) {
      const target = readTarget(link.target, document.path, ctx.index);
      if (target?.type !== "anchor") continue;
      anchors ??= anchorsOf(document);
      if (anchors.has(looseAnchor(target.anchor))) continue;
      yield {
        at: shift(link.span, base),
        severity: "info",
        message: `No heading here has the anchor ${quoted(target.anchor)}.`,
        help: "The link leads nowhere. Point it to a heading that is there.",
      };
    }
  }
}

/** Links, images and path fields that lead to no file. Addresses on the net are never looked at. */
export const brokenLink = rule({
  id: "broken-link",
  group: "link",
  severity: "error",
  summary: "Finds links and paths to files that do not exist.",
  blocksWith: "links",
  *block(unit, ctx) {
    for (const link of unit.data.links) {
      if (link.kind === "code" || link.field === "path" || PROOF.has(link.field ?? "")) continue;
      yield* check(link, unit.path, ctx);
    }
  },
  recordsWith: ["files", "references"],
  record(unit, ctx) {
    const { files, references } = typedScalars(unit.data);
    return files.some(isPath) || references.some(isFile) ? named(unit, ctx) : NONE;
  },
  documentsWith: "links",
  document({ document, eachBlock }, ctx) {
    const links = document.headings.length === 0 ? [] : given(eachBlock(anchorLinksIn));
    return links.length === 0 ? NONE : anchorless(document, links, ctx);
  },
});

const OWN_ANCHOR = /\b(?:id|name)\s?=\s?["']([^"'\n]{1,200})["']|\{#([\w-]{1,200})|\[\^([^\]\n]{1,200})\]:/g;

/** Anchors of the headings, and those that HTML and footnotes make. */
function anchorsOf({ headings, text }: Document): Set<string> {
  const anchors = new Set(headings.map((h) => looseAnchor(h.slug)));
  for (const [, html, brace, note] of text.matchAll(OWN_ANCHOR)) anchors.add(looseAnchor(html ?? brace ?? note ?? ""));
  return anchors;
}
