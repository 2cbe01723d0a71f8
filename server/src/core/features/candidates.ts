import type { CompletionEntry } from "../analysis-api.ts";
import {
  children,
  type Provision,
  provision as findProvision,
  provisions,
  standard as findStandard,
  standards,
} from "../catalog/catalog.ts";
import { mainStandard } from "../catalog/citations.ts";
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
import type { Asked } from "./prose-context.ts";

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

/** The most records among which what fits is looked for. */
const MOST_RECORDS = 20_000;

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
      return peopleOf(aims).map(({ name }) => ({ label: name, kind: "person", data: "" }));
    case "provision":
    case "provisions":
      return provisionCandidates(aims, setting.standard, setting.kind === "control" ? "controls" : undefined);
    case "satisfies":
      return provisionCandidates(aims, setting.standard);
    case "path":
      return field.name === "source" ? sourceCandidates(setting) : fileCandidates(aims, path);
    case "paths":
      return fileCandidates(aims, path);
    case "id":
      return idCandidates(setting);
    case "date":
      return [{ label: aims.today().date(), kind: "value", detail: "today", data: "" }];
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
      if (key === undefined || key === except || found.size >= MOST_RECORDS) continue;
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
 * Provisions of one standard, or of the AIMS's first, that a field can name: headings have no place there.
 * @param only `controls` where a control is asked for
 */
export function provisionCandidates(aims: AimsView, standard: string | undefined, only?: "controls"): Candidate[] {
  const id = standardOf(aims, standard);
  const titles = isTitlesOnly(id);
  const wanted = (p: Provision): boolean =>
    only === "controls" ? p.kind === "control" : p.assessable || (titles && p.kind !== "term");
  return provisions(id)
    .filter(wanted)
    .map((p) => ({
      label: p.id,
      kind: "provision",
      detail: p.title,
      filter: `${p.id} ${p.title}`,
      data: `provision:${id}:${p.id}`,
    }));
}

const standardOf = (aims: AimsView, named: string | undefined): string =>
  findStandard(named ?? "")?.id ?? aims.config().standards[0] ?? "iso-42001";

/** Whether a standard is known by its titles alone: it has nothing to assess and is cited all the same. */
const isTitlesOnly = (id: string): boolean => !provisions(id).some((p) => p.assessable);

/**
 * Provisions of a standard as they are cited in prose, behind the words that ask for them; where none is named, of the first worked to that
 * such a number can be of.
 * What is only this project's working set on a standard has no number to be cited by and is left out.
 */
export function citationCandidates(aims: AimsView, standard: string | undefined, asked: Asked): Candidate[] {
  const id = findStandard(standard ?? "")?.id ?? meant(aims.config().standards, asked);
  if (asked.by === "control") return provisionCandidates(aims, id, "controls");
  const isFramework = findStandard(id)?.kind === "framework" || isTitlesOnly(id);
  const isHeading = (p: Provision): boolean => p.kind === "clause" && children(id, p.id).length > 0;
  return provisions(id).flatMap((p): Candidate[] => {
    if (p.confidence === "own" || p.kind === "term" || p.kind === "scope") return [];
    if (asked.by === "number" && !p.assessable && !isFramework && !isHeading(p)) return [];
    const label = citedAs(p, asked);
    if (label === undefined) return [];
    const detail = label === p.title ? undefined : p.title;
    const filter = [label, detail].filter(Boolean).join(" ");
    return [{ label, kind: "provision", ...(detail && { detail }), filter, data: `provision:${id}:${p.id}` }];
  });
}

const meant = (inUse: readonly string[], { by }: Asked): string =>
  (by === "control" ? inUse.find((id) => findStandard(id)?.certifiable === true) : mainStandard(inUse)) ?? "iso-42001";

/** How a provision is written behind the words that ask for it; undefined where it is none of those asked for. */
function citedAs(p: Provision, asked: Asked): string | undefined {
  const number = typeof p.more.number === "string" ? p.more.number : p.id;
  const isWord = /^[a-z][a-z]/.test(number);
  switch (asked.by) {
    case "article":
      return /^\d/.test(number) ? number : undefined;
    case "point":
      return p.id.startsWith(`${asked.annex}.`) && p.kind !== "section"
        ? p.id.slice(asked.annex.length + 1)
        : undefined;
    case "annex":
      return /^[A-Z]/.test(p.id) && !p.id.includes("/") ? annexText(p) : undefined;
    case "family":
      return number === asked.family || number.startsWith(`${asked.family} `) ? number : undefined;
    default:
      return number.includes("/") || !inFamily(p) ? undefined : isWord ? p.title : number;
  }
}

/** Whether a provision has a number of its framework's parts, where it has such. */
const inFamily = ({ standard, id }: Provision): boolean =>
  findStandard(standard)?.citation.families?.some((family) => id.startsWith(`${family} `)) ?? true;

/** `III point 5(b)`, `VIII section B point 7`: an annex of a law and what stands under it as they are cited; in a standard the number itself. */
function annexText(p: Provision): string {
  if (findStandard(p.standard)?.citation.roman_annexes === undefined) return p.id;
  const [roman = "", ...parts] = p.id.split(".");
  let id = roman;
  const words = parts.map((part) => {
    id += `.${part}`;
    return `${findProvision(p.standard, id)?.kind === "section" ? "section" : "point"} ${part}`;
  });
  return [roman, ...words].join(" ");
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
