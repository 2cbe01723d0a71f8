import type { Location } from "../analysis-api.ts";
import type { RecordFacts } from "../records/model.ts";
import { dirName, resolvePath } from "../workspace/names.ts";
import type { AimsView } from "../workspace/view.ts";
import { fileLocation, locationIn } from "../workspace/locate.ts";

/** Where a link leads. */
export interface Target {
  readonly path: string;
  readonly anchor: string;
}

const ADDRESS = /^(?:[a-z][a-z0-9+.-]+:|\/\/)/i;

/** The file a link's target names: from the file it stands in, else from the AIMS's root; undefined for addresses and for what is not there. */
export function targetOf(aims: AimsView, from: string, written: string): Target | undefined {
  const text = written.trim();
  if (text === "" || ADDRESS.test(text)) return undefined;
  const hash = text.indexOf("#");
  const file = decode(hash < 0 ? text : text.slice(0, hash));
  const anchor = decode(hash < 0 ? "" : text.slice(hash + 1));
  if (file === "") return { path: from, anchor };
  const literal = fileAt(aims, from, text);
  if (literal !== undefined) return { path: literal, anchor: "" };
  const path = fileAt(aims, from, file);
  return path === undefined ? undefined : { path, anchor };
}

function fileAt(aims: AimsView, from: string, file: string): string | undefined {
  const folders = file.startsWith("/") ? [aims.root] : [dirName(from), aims.root];
  return folders
    .map((folder) => resolvePath(folder, file.replaceAll("\\", "/").replace(/^\/+/, "")))
    .find((path) => path !== undefined && aims.exists(path));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The place of a target: its heading where the anchor names one, a record where it names its id, else the file's start. */
export function targetLocation(aims: AimsView, { path, anchor }: Target): Location {
  const document = aims.document(path);
  const wanted = anchor.toLowerCase();
  const heading = wanted === "" ? undefined : document?.headings.find((h) => h.slug.toLowerCase() === wanted);
  if (document && heading) return locationIn(aims, document, heading.extent, heading.span);
  return fileLocation(aims, path);
}

/** How much a record says by the way it is written: a document of its own before a heading, before a row. */
const FULLNESS: Readonly<Record<RecordFacts["notation"], number>> = {
  "front-matter": 5,
  "control-header": 5,
  yaml: 5,
  "model-card": 4,
  heading: 3,
  "yaml-item": 2,
  "yaml-block": 2,
  "table-row": 1,
  "csv-row": 1,
};

/** Records of an id, the one that says most first. */
export function fullestFirst(records: readonly RecordFacts[]): RecordFacts[] {
  const size = (record: RecordFacts): number => Object.keys(record.plain).length;
  return [...records].sort(
    (a, b) =>
      Number(a.template) - Number(b.template) || FULLNESS[b.notation] - FULLNESS[a.notation] || size(b) - size(a),
  );
}
