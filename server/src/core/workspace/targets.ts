import { baseName, dirName, relativePath, resolvePath } from "./names.ts";
import type { AimsIndex } from "./api.ts";

/** Where a link leads. */
export type Target =
  /** An address on the net, a mail address: never looked at. */
  | { readonly type: "external" }
  /** A file on one person's computer. */
  | { readonly type: "personal" }
  /** Not a place at all: empty, a placeholder, a pattern, code. */
  | { readonly type: "none" }
  /** A heading of the same file. */
  | { readonly type: "anchor"; readonly anchor: string }
  /** Above the workspace folder. */
  | { readonly type: "outside" }
  | { readonly type: "file"; readonly path: string; readonly written: string; readonly anchor: string | undefined };

const PERSONAL =
  /^(?:file:\/|[a-z]:[\\/]|\\\\|~\/|\/(?:Users|home)\/[^/]+\/|%USERPROFILE%|[\\/]?(?:Desktop|Downloads)[\\/])/i;
const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
const NO_PLACE = /[{}<>*|\n]|\$\(|^\.{3}$|^…|^#?$/;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * What a link's target, as written in the file at `from`, means.
 * @param field it stands in a field: people write such paths from the top of the repository, too
 */
export function readTarget(target: string, from: string, index: AimsIndex, field = false): Target {
  const text = target.trim().replace(/^<|>$/g, "");
  if (PERSONAL.test(text)) return { type: "personal" };
  if (SCHEME.test(text)) return { type: "external" };
  if (NO_PLACE.test(text)) return { type: "none" };
  const literal = field && /[#?%]/.test(text) ? (fromTop(text, index) ?? fileAt(text, from, index)) : undefined;
  if (literal !== undefined && index.exists(literal))
    return { type: "file", path: literal, written: text, anchor: undefined };
  const [, written = "", , hash] = /^([^#?]*)(\?[^#]*)?(?:#(.*))?$/s.exec(text) ?? [];
  if (written === "") return hash ? { type: "anchor", anchor: decoded(hash) } : { type: "none" };
  const plain = decoded(written).replaceAll("\\", "/");
  const path = (field ? fromTop(plain, index) : undefined) ?? fileAt(plain, from, index);
  if (path === undefined) return { type: "outside" };
  return { type: "file", path, written, anchor: hash ? decoded(hash) : undefined };
}

/** The file that a path written from the top of the repository names; undefined where there is none. */
function fromTop(written: string, index: AimsIndex): string | undefined {
  if (written.startsWith("/") || written.startsWith(".")) return undefined;
  const paths = [index.root, index.folder].map((top) => resolvePath(top, written));
  return paths.find((path) => path !== undefined && index.exists(path));
}

/** The path meant; a leading slash counts from the top of the repository, wherever that is. Undefined above the workspace folder. */
function fileAt(written: string, from: string, index: AimsIndex): string | undefined {
  if (written.startsWith("/")) {
    const tops = [index.root, index.folder].map((top) => resolvePath(top, written.slice(1)));
    return tops.find((path) => path !== undefined && index.exists(path)) ?? tops[0];
  }
  const path = resolvePath(dirName(from), written);
  const inside = path !== undefined && (path === index.folder || path.startsWith(`${index.folder}/`));
  return path !== undefined && (inside || index.exists(path)) ? path : undefined;
}

/** Whether something is at the path, also under the endings that web pages leave out. */
export function isThere(path: string, index: AimsIndex): boolean {
  if (index.exists(path)) return true;
  const page = path.replace(/\.html?$/, "");
  return [`${page}.md`, `${page}.markdown`, `${page}/index.md`, `${page}/README.md`].some((p) => index.exists(p));
}

/** Files elsewhere that have the name a link is looking for, written as seen from `from`; nearest first, at most three. */
export function namesakes(path: string, from: string, index: AimsIndex): string[] {
  return index
    .named(baseName(path))
    .filter((found) => found !== from && (index.folder === "" || found.startsWith(`${index.folder}/`)))
    .map((found) => relativePath(dirName(from), found))
    .sort((a, b) => a.split("/").length - b.split("/").length || (a < b ? -1 : 1))
    .slice(0, 3);
}

/** An anchor with the ways of making anchors that differ between renderers taken off. */
export const looseAnchor = (anchor: string): string =>
  anchor
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
