import type { RecordData } from "../../records/model.ts";
import { baseName, dirName, linkTarget, relativePath } from "../../workspace/names.ts";
import { namesakes, type Target } from "../../workspace/targets.ts";
import type { Link } from "../../syntax/document.ts";
import type { Fix, RawFinding, RuleContext } from "../rule.ts";
import type { Span } from "../../text/span.ts";
import { quoted } from "./words.ts";

/** A target that is a file of the workspace. */
export type FileTarget = Extract<Target, { type: "file" }>;

/** A link or path as written, and where. */
interface Written {
  readonly target: string;
  readonly span: Span;
  readonly kind?: Link["kind"];
}

/** A file where an id could stand, as evidence may be either. */
export const FILE_NAME =
  /^[\w./@ ()-]{1,200}\.(?:md|ya?ml|csv|json|xlsx?|docx?|pptx?|pdf|txt|log|ipynb|parquet|html?|png|jpe?g|svg|eml|msg|zip|xml|py)(?:#\S{0,200})?$/i;
/** Notations in which a file's bare name may say what it is called and not where it lies. */
export const WORDS = new Set<RecordData["notation"]>(["table-row", "csv-row", "control-header", "heading"]);

/** Text in a link's or a field's place that names no file: `[here](link)`, an id, a title. */
export const isNoFile = ({ written }: FileTarget): boolean =>
  !/[./]/.test(written) || /^\.+$/.test(written) || /\s[^/]*\s/.test(written);

/** An address without its scheme, `www.example.org/page`. */
export const isAddress = ({ written }: FileTarget): boolean =>
  /^(?:www\.|[\w-]+\.(?:com|org|net|io|eu|gov|ai)(?:\/|$))/i.test(written);

/** Links to the files that have the name; to the only one that differs in letter case alone without asking. */
function fixesOf(
  link: Written,
  target: FileTarget,
  path: string,
  sameName: string | undefined,
  ctx: RuleContext,
): Fix[] {
  const at = link.target.indexOf(target.written);
  if (at < 0) return [];
  const start = link.span.start + at;
  const found =
    sameName === undefined ? namesakes(target.path, path, ctx.index) : [relativePath(dirName(path), sameName)];
  return found.map((written) => {
    const newText = link.kind === "markdown" || link.kind === "image" ? encoded(written, target.written) : written;
    return {
      title: `Replace with "${written}"`,
      changes: [{ op: "replace" as const, span: { start, end: start + target.written.length }, newText }],
      safe: sameName !== undefined,
      preferred: found.length === 1,
    };
  });
}

/** A path as a link's target, spaces as the link wrote them. */
const encoded = (path: string, like: string): string =>
  /\s/.test(like) ? linkTarget(path).replaceAll("%20", " ") : linkTarget(path);

/** The finding of a file that is not there, with the names that come near. */
export function missingFile(link: Written, target: FileTarget, path: string, ctx: RuleContext): RawFinding {
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
