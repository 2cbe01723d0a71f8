import type { KindId } from "../generated/kinds.ts";
import { kindInfo } from "../records/kinds.ts";
import type { Plain } from "../records/model.ts";
import { slugOf } from "../syntax/slug.ts";
import { dirName } from "../workspace/names.ts";
import type { AimsView } from "../workspace/view.ts";
import { yamlFields } from "./yaml-out.ts";

/** Folders in which documents of a kind are put where there are none yet. */
const FOLDERS: Partial<Readonly<Record<KindId, string>>> = {
  scope: "",
  policy: "policies",
  procedure: "procedures",
  "impact-assessment": "assessments",
  "management-review": "reviews",
  "model-card": "model-cards",
};

const OWN_FILE: ReadonlySet<string> = new Set(["front-matter", "control-header", "yaml", "model-card"]);

/** The folder in which most documents of a kind lie, else the usual one below the AIMS's root. */
export function folderFor(aims: AimsView, kind: KindId): string {
  const counts = new Map<string, number>();
  for (const record of aims.index.ofKind(kind)) {
    if (record.template || !OWN_FILE.has(record.notation)) continue;
    const folder = dirName(record.path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most) return most[0];
  const usual = FOLDERS[kind] ?? kindInfo(kind).registerKey.replace(/_/g, "-");
  return usual === "" ? aims.root : `${aims.root}/${usual}`;
}

/** A path that no file has yet: the name as wished, else with a number at its end. */
export function freePath(aims: AimsView, folder: string, name: string, ending: string): string {
  const safe = fileName(name);
  for (let n = 1; ; n++) {
    const path = `${folder}/${safe}${n === 1 ? "" : `-${n}`}${ending}`;
    if (!aims.exists(path) && !aims.document(path)) return path;
  }
}

const LONGEST_NAME = 80;

/** Words as a part of a file's name: lower case, hyphens, nothing a file system dislikes. */
export function slugPart(words: string): string {
  return slugOf(words)
    .normalize("NFKD")
    .replace(/[^a-z0-9-]/g, "")
    .replace(/-{2,}/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 50)
    .replace(/-$/, "");
}

function fileName(name: string): string {
  const safe = name.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[.-]+|(?<![.-])[.-]+$/g, "");
  return safe.slice(0, LONGEST_NAME) || "document";
}

/** Something a person has to answer, in the form that is recognised as not answered yet. */
export const question = (text: string): string => `[TODO: ${text.replace(/[[\]\s]+/g, " ").trim()}]`;

/** Text from a record for one line of Markdown, in which no comment begins: one could hide what follows, or switch rules off. */
export const line = (text: string): string => text.replace(/\s+/g, " ").trim().replaceAll("<!--", "&lt;!--");

/** A Markdown document with front matter. */
export function markdownDocument(
  fields: readonly (readonly [string, Plain | undefined])[],
  title: string,
  body: readonly string[],
): string {
  return `---\n${yamlFields(fields).join("\n")}\n---\n\n# ${line(title)}\n\n${body.join("\n\n")}\n`;
}

/** An HTML comment, for what is only for the writer. */
export const comment = (text: string): string => `<!-- ${text.replace(/--+>?/g, "–")} -->`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
