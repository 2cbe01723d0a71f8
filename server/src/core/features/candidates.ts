import type { CompletionEntry } from "../analysis-api.ts";
import { children, type Provision, provisions, standard as findStandard, standards } from "../catalog/catalog.ts";
import type { KindId } from "../generated/kinds.ts";
import { type FieldInfo, KINDS, kindInfo } from "../records/kinds.ts";
import type { RecordFacts } from "../records/model.ts";
import { nextId } from "../scaffold/next-id.ts";
import { baseName, dirName, relativePath } from "../workspace/names.ts";
import { sourcePlaces } from "../workspace/source-places.ts";
import { isReadable } from "../workspace/source-value.ts";
import { readTarget } from "../workspace/targets.ts";
import type { AimsView } from "../workspace/view.ts";
import { plainText, titleOf } from "../records/summary.ts";

import { peopleOf } from "./people.ts";

/** Something that can be written at a spot, before the spot's notation has its say. */
export interface Candidate {
  readonly label: string;
  /** The value's text, if it is not the label. */
  readonly text?: string;
  readonly kind: CompletionEntry["kind"];
  readonly detail?: string;
  readonly filter?: string;
  /** Key for the documentation; see `completion.ts`. */
  readonly data: string;
}

/** Where a value is to be written. */
export interface ValueSetting {
  readonly aims: AimsView;
  /** The file it is written into. */
  readonly path: string;
  readonly kind: KindId | undefined;
  readonly field: FieldInfo;
  /** Names of the fields from the record to this one. */
  readonly fieldPath: readonly string[];
  /** The key under `satisfies` the value stands under. */
  readonly standard?: string;
  /** Values of the record beside it, as text. */
  readonly siblings: ReadonlyMap<string, string>;
  /** Yes and no rather than true and false. */
  readonly prose: boolean;
  /** What stands there before the cursor. */
  readonly begun: string;
}

const MOST = 2_000;

/** What a field may hold, in the order to be shown. */
export function candidatesFor(setting: ValueSetting): Candidate[] {
  const { aims, field, path } = setting;
  switch (field.type) {
    case "enum":
    case "enum-list":
      return valueCandidates(setting);
    case "boolean":
      return (setting.prose ? ["yes", "no"] : ["true", "false"]).map((label) => ({ label, kind: "value", data: "" }));
    case "ref":
    case "refs":
      return [
        ...recordCandidates(aims, field.refKinds, ownId(setting)),
        ...(field.refKinds?.includes("evidence") ? fileCandidates(aims, path) : []),
      ];
    case "person":
    case "people":
      return peopleOf(aims)
        .slice(0, MOST)
        .map(({ name }) => ({ label: name, kind: "person", data: "" }));
    case "provision":
    case "provisions":
      return provisionCandidates(aims, setting.standard, setting.kind === "control" ? "controls" : "assessable");
    case "satisfies":
      return provisionCandidates(aims, setting.standard, "assessable");
    case "path":
      return field.name === "source" ? sourceCandidates(setting) : fileCandidates(aims, path);
    case "paths":
      return fileCandidates(aims, path);
    case "id":
      return idCandidates(setting);
    case "date":
      return [{ label: aims.today(), kind: "value", detail: "today", data: "" }];
    case "version":
      return versionCandidates(setting);
    case "list":
      return field.name === "standards" ? standardCandidates() : valueCandidates(setting);
    default:
      return valueCandidates(setting);
  }
}

function valueCandidates({ kind, field, fieldPath }: ValueSetting): Candidate[] {
  return (field.values ?? []).map(({ value, description }) => ({
    label: value,
    kind: "value",
    detail: description,
    data: `value:${kind ?? ""}:${fieldPath.join(".")}:${value}`,
  }));
}

const ownId = (setting: ValueSetting): string => (setting.siblings.get("id") ?? "").toUpperCase();

/** Records with an id, of some kinds or of any; the fullest record of each id speaks for it. */
export function recordCandidates(aims: AimsView, kinds: readonly KindId[] | undefined, except = ""): Candidate[] {
  const found = new Map<string, RecordFacts>();
  for (const kind of kinds ?? KINDS.map((k) => k.id)) {
    for (const record of aims.index.ofKind(kind)) {
      const key = record.id?.toUpperCase();
      if (key === undefined || key === except || found.size >= MOST) continue;
      const known = found.get(key);
      if (!known || titleOf(known) === known.id) found.set(key, record);
    }
  }
  return [...found.values()].map((record) => {
    const id = record.id ?? "";
    const title = titleOf(record);
    const kind = record.kind ? kindInfo(record.kind).title : "";
    return {
      label: id,
      kind: "record",
      detail: [title === id ? "" : title, kind].filter(Boolean).join(" — "),
      filter: `${id} ${title}`,
      data: `record:${id}`,
    };
  });
}

/**
 * Provisions of one standard, or of the AIMS's first, that can be cited.
 * @param only `assessable` for fields, in which headings have no place; `controls` where a control is asked for
 */
export function provisionCandidates(
  aims: AimsView,
  standard: string | undefined,
  only?: "assessable" | "controls",
): Candidate[] {
  const id = findStandard(standard ?? "")?.id ?? aims.config().standards[0] ?? "iso-42001";
  const kind = findStandard(id)?.kind;
  const wide = kind === "regulation" || kind === "framework";
  const heading = (p: Provision): boolean =>
    only === undefined && (wide || (p.kind === "clause" && children(id, p.id).length > 0));
  const whole = provisions(id);
  // A standard known by its titles alone has nothing to assess and is cited all the same.
  const titles = !whole.some((p) => p.assessable);
  const wanted = (p: Provision): boolean =>
    only === "controls" ? p.kind === "control" : p.assessable || heading(p) || (titles && p.kind !== "term");
  return whole.filter(wanted).map((p) => ({
    label: p.id,
    kind: "provision",
    detail: p.title,
    filter: `${p.id} ${p.title}`,
    data: `provision:${id}:${p.id}`,
  }));
}

/** Standards known by id. */
export function standardCandidates(): Candidate[] {
  return standards().map((s) => ({ label: s.id, kind: "value", detail: `${s.designation} ${s.title}`, data: "" }));
}

/** Files of the AIMS as seen from a file, nearest first; `aims.yaml` and the file itself left out. */
export function fileCandidates(aims: AimsView, path: string): Candidate[] {
  const folder = dirName(path);
  const depth = (target: string): number => target.split("/").length;
  return aims
    .names()
    .filter(
      (name) =>
        name !== path && !/(?:^|\/)(?:aims\.ya?ml|\.[^/]+)$/.test(name) && !/\/(?:\.git|node_modules)\//.test(name),
    )
    .map((name) => relativePath(folder, name))
    .sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map((label) => ({
      label,
      kind: "file",
      detail: baseName(label) === label ? undefined : baseName(label),
      data: "",
    }));
}

/** Where a measured value can come from: files, results first; behind the `#` of a results file what stands in it. */
function sourceCandidates({ aims, path, begun }: ValueSetting): Candidate[] {
  const hash = begun.indexOf("#");
  if (hash < 0) {
    const files = fileCandidates(aims, path);
    return [...files.filter(({ label }) => isReadable(label)), ...files.filter(({ label }) => !isReadable(label))];
  }
  const target = readTarget(begun.slice(0, hash), path, aims.index, true);
  const content = target.type === "file" && isReadable(target.path) ? aims.index.source(target.path) : undefined;
  if (target.type !== "file" || !content || "problem" in content) return [];
  return sourcePlaces(target.path, content.text, begun.slice(hash + 1)).map(({ fragment, value }) => ({
    label: fragment,
    text: `${begun.slice(0, hash)}#${fragment}`,
    filter: `${begun.slice(0, hash)}#${fragment}`,
    kind: "value",
    detail: value.slice(0, 80),
    data: "",
  }));
}

function idCandidates({ aims, kind }: ValueSetting): Candidate[] {
  if (kind === undefined || kind === "management-system" || kind === "control") return [];
  return [{ label: nextId(aims, kind), kind: "value", detail: "next free id", data: "" }];
}

/** Versions of the systems the record names. */
function versionCandidates({ aims, field, siblings }: ValueSetting): Candidate[] {
  if (field.name !== "system_version") return [];
  const named = `${siblings.get("system") ?? ""} ${siblings.get("systems") ?? ""}`;
  const ids = named.match(/[A-Za-z][\w.-]*/g) ?? [];
  const systems = ids.flatMap((id) => aims.index.byId(id)).filter((r) => r.kind === "system");
  const versions = new Map(systems.map((r) => [plainText(r.plain.version), r]));
  versions.delete("");
  return [...versions].map(([label, r]) => ({
    label,
    kind: "value",
    detail: `${r.id} in use`,
    data: `record:${r.id}`,
  }));
}

/** Kinds of record. */
export function kindCandidates(): Candidate[] {
  return KINDS.map(({ id, title }) => ({ label: id, kind: "kind", detail: title, data: `kind:${id}` }));
}
