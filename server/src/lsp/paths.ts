import { URI } from "vscode-uri";

/**
 * The path by which the core knows a document: absolute, forward slashes, no slash at its end, Windows drives in lower case.
 * A document that is not on disk gets a place of its own by scheme, with an ending that tells its language.
 * @param languageId the editor's language id, for a document whose name has no ending
 */
export function toPath(uri: string, languageId?: string): string {
  const { scheme, authority, path } = parse(uri);
  if (scheme !== "file") return `/${scheme}:/${trim(path)}${ending(path, languageId)}`;
  if (authority !== "") return `//${authority}${path.replace(/(?<!\/)\/+$/, "")}`;
  const drive = /^\/([A-Za-z]):/.exec(path);
  if (drive) return `${drive[1]?.toLowerCase()}:${path.slice(3).replace(/(?<!\/)\/+$/, "")}`;
  return path === "/" ? path : path.replace(/(?<!\/)\/+$/, "");
}

/** What is no uri is like that of a document which is not on disk. */
function parse(uri: string): Pick<URI, "scheme" | "authority" | "path"> {
  const text = String(uri).replace(/\p{Surrogate}/gu, "\ufffd");
  try {
    return URI.parse(text);
  } catch {
    return { scheme: "unknown", authority: "", path: text };
  }
}

const trim = (path: string): string => path.replace(/^\/+|(?<!\/)\/+$/g, "");

const ENDINGS: Readonly<Record<string, string>> = { yaml: ".yaml", markdown: ".md", csv: ".csv" };

function ending(path: string, languageId: string | undefined): string {
  const wanted = ENDINGS[languageId ?? ""] ?? "";
  return /\.(?:ya?ml|md|markdown|csv)$/i.test(path) ? "" : wanted;
}

/** The uri of a file on disk. */
export const toUri = (path: string): string => URI.file(path).toString();

/** The folder of a path. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** Whether `path` is `folder` or lies below it. */
export const isBelow = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);

/** `path` as written from `folder`, "" for the folder itself; undefined when it lies elsewhere. */
export function relativeTo(folder: string, path: string): string | undefined {
  return isBelow(folder, path) ? path.slice(folder.length + (folder.endsWith("/") ? 0 : 1)) : undefined;
}
