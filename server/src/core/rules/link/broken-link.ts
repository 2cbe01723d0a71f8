import type { RecordData } from "../../records/model.ts";
import type { Document, Link } from "../../syntax/document.ts";
import { shift } from "../../text/span.ts";
import { baseName, dirName, relativePath } from "../../workspace/names.ts";
import { type Fix, type RawFinding, type RuleContext, rule } from "../rule.ts";
import { isThere, looseAnchor, namesakes, readTarget, type Target } from "../shared/targets.ts";
import { isVerbatim, typedScalars } from "../shared/values.ts";
import { quoted } from "../shared/words.ts";

type FileTarget = Extract<Target, { type: "file" }>;

/** A file where an id could stand, as evidence may be either. */
const FILE_NAME =
  /^[\w./@ ()-]{1,200}\.(?:md|ya?ml|csv|json|xlsx?|docx?|pptx?|pdf|txt|log|ipynb|parquet|html?|png|jpe?g|svg|eml|msg|zip|xml|py)(?:#\S{0,200})?$/i;
/** Notations in which a file's bare name may say what it is called and not where it lies. */
const WORDS = new Set<RecordData["notation"]>(["table-row", "csv-row", "control-header", "heading"]);

/** Text in a link's or a field's place that names no file: `[here](link)`, an id, a title. */
const isNoFile = ({ written }: FileTarget): boolean =>
  !/[./]/.test(written) || /^\.+$/.test(written) || /\s[^/]*\s/.test(written);

/** An address without its scheme, `www.example.org/page`. */
const isAddress = ({ written }: FileTarget): boolean =>
  /^(?:www\.|[\w-]+\.(?:com|org|net|io|eu|gov|ai)(?:\/|$))/i.test(written);

/** Links to the files that have the name; to the only one that differs in letter case alone without asking. */
function fixesOf(link: Link, target: FileTarget, path: string, sameName: string | undefined, ctx: RuleContext): Fix[] {
  const at = link.target.indexOf(target.written);
  if (at < 0) return [];
  const start = link.span.start + at;
  const found =
    sameName === undefined ? namesakes(target.path, path, ctx.index) : [relativePath(dirName(path), sameName)];
  return found.map((written) => {
    const newText = encoded(written, target.written);
    return {
      title: `Replace with "${written}"`,
      changes: [{ op: "replace" as const, span: { start, end: start + target.written.length }, newText }],
      safe: sameName !== undefined,
      preferred: found.length === 1,
    };
  });
}

/** Spaces as the link wrote them. */
const encoded = (path: string, like: string): string =>
  /\s/.test(path) && (like.includes("%20") || !/\s/.test(like)) ? path.replaceAll(" ", "%20") : path;

function missingFile(link: Link, target: FileTarget, path: string, ctx: RuleContext): RawFinding {
  const sameName = ctx.index.named(baseName(target.path)).find((p) => p.toLowerCase() === target.path.toLowerCase());
  const fixes = fixesOf(link, target, path, sameName, ctx);
  return {
    at: link.span,
    message: sameName
      ? `${quoted(link.target)} differs from the file's name in upper and lower case.`
      : `There is no file ${quoted(target.written)} here.`,
    help: sameName
      ? "It opens on some computers and is missing on others. Write the name as the file has it."
      : fixes.length > 0
        ? "A file of this name lies elsewhere."
        : "Whoever follows the link finds nothing. Correct the path, or add the file.",
    fixes,
  };
}

const personal = (link: Link): RawFinding => ({
  at: link.span,
  message: `${quoted(link.target)} leads to a place on one person's computer.`,
  help: "Nobody else can open it, an auditor neither. Put the file into the repository, or say where it is kept.",
});

function* missingAnchor(link: Link, anchor: string, path: string, ctx: RuleContext): Generator<RawFinding> {
  const anchors = ctx.index.file(path)?.anchors;
  if (!anchors || anchors.size === 0) return;
  const loose = looseAnchor(anchor);
  if ([...anchors].some((one) => looseAnchor(one) === loose)) return;
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

/** Links, images and path fields that lead to no file. Addresses on the net are never looked at. */
export const brokenLink = rule({
  id: "broken-link",
  group: "link",
  severity: "error",
  summary: "Finds links and paths to files that do not exist.",
  *block(unit, ctx) {
    for (const link of unit.data.links) if (link.kind !== "code") yield* check(link, unit.path, ctx);
  },
  *record({ facts, data, path }, ctx) {
    for (const { field, scalar } of typedScalars(facts, data)) {
      if ((field.type !== "ref" && field.type !== "refs") || !FILE_NAME.test(scalar.text)) continue;
      if (!isVerbatim(scalar)) continue;
      const written = WORDS.has(data.notation);
      for (const found of check({ kind: "field", target: scalar.text, span: scalar.span }, path, ctx)) {
        yield written ? { ...found, severity: "warning" } : found;
      }
    }
  },
  *document({ document }, ctx) {
    if (document.headings.length === 0) return;
    let anchors: ReadonlySet<string> | undefined;
    for (const { base, data } of document.blocks) {
      for (const link of data.links) {
        const target = link.target.startsWith("#") ? readTarget(link.target, document.path, ctx.index) : undefined;
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
  },
});

const OWN_ANCHOR = /\b(?:id|name)\s?=\s?["']([^"'\n]{1,200})["']|\{#([\w-]{1,200})|\[\^([^\]\n]{1,200})\]:/g;

/** Anchors of the headings, and those that HTML and footnotes make. */
function anchorsOf({ headings, text }: Document): Set<string> {
  const anchors = new Set(headings.map((h) => looseAnchor(h.slug)));
  for (const [, html, brace, note] of text.matchAll(OWN_ANCHOR)) anchors.add(looseAnchor(html ?? brace ?? note ?? ""));
  return anchors;
}
