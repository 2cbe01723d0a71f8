import { controls, standard as standardOf } from "../catalog/catalog.ts";
import type { RecordFacts } from "../records/model.ts";
import type { CoverageEvidence, Level } from "./api.ts";
import { lapsedOn } from "./dated.ts";
import { intervalsIn } from "./judged.ts";
import type { State } from "./state.ts";
import { type AiSystem, systemLabel } from "./systems.ts";
import { textOf } from "./values.ts";

/** What a record is called in a sentence: its id, its title, its file's name. */
export function nameOf(record: RecordFacts): string {
  const title = textOf(record, "title") ?? textOf(record, "name");
  return record.id ?? (title === undefined ? record.path.slice(record.path.lastIndexOf("/") + 1) : `"${title}"`);
}

const NOUNS: Readonly<Record<string, string>> = {
  clause: "clause",
  control: "control",
  article: "Article",
  subcategory: "",
  category: "",
};

/** `clause 5.2`, `control A.2.2`, `Article 9`, `Annex III.5(b)`, `MAP 1.1`, else the title. */
export function provisionName({ provision: { kind, id, title, standard } }: Pick<State, "provision">): string {
  if (/^[IVX]+(?![a-z])/.test(id) && standardOf(standard)?.citation.roman_annexes) return `Annex ${id}`;
  if (/^\d/.test(id) && standardOf(standard)?.citation.articles) return `Article ${id}`;
  const noun = NOUNS[kind];
  if (noun !== undefined) return `${noun} ${id}`.trim();
  return /\d/.test(id) ? `${kind.replaceAll("-", " ")} ${id}` : `"${title}"`;
}

/** `A, B and C`, at most three by name. */
export function enumerate(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? "";
  if (names.length > 3) return `${names.slice(0, 2).join(", ")} and ${names.length - 2} more`;
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

export const systemNames = (systems: readonly AiSystem[]): string => enumerate(systems.map(systemLabel));

const has = (n: number): string => (n === 1 ? "has" : "have");
const is = (n: number): string => (n === 1 ? "is" : "are");

/** Why the level is what it is, one sentence. */
export function whyOf(state: State, level: Level): string {
  switch (level) {
    case "excluded":
      return whyExcluded(state);
    case "missing":
      return whyMissing(state);
    case "placeholder":
      return whyPlaceholder(state.placeholders[0] as CoverageEvidence);
    case "documented":
      return `${documentedBy(state)}; ${notOperated(state)}.`;
    case "operated":
      return `${operatedBy(state)}; ${notEffective(state)}.`;
    case "effective":
      return `${effectiveBy(state)}; ${notChecked(state)}.`;
    case "checked":
      return `${effectiveBy(state)}, and ${checkedBy(state)}.`;
  }
}

function whyExcluded({ soa }: State): string {
  const reason = soa.map((entry) => entry.justification).find((text) => text !== undefined);
  return reason === undefined
    ? "The statement of applicability leaves it out without a reason."
    : `The statement of applicability leaves it out: ${reason.replace(/(?<![.\s])[.\s]+$/, "")}.`;
}

function whyMissing(state: State): string {
  const status = state.soa.map(({ record }) => record.plain.status).find((s) => s !== undefined);
  const [done] = state.done.evidence;
  const base = `No approved document ${done ? "" : "or record "}addresses ${provisionName(state)}`;
  if (status === "implemented") {
    return `${base}, although the statement of applicability says that it is implemented.`;
  }
  if (done) return `${base}, although ${nameOf(done.record)} shows it being done (${done.note}).`;
  const systems = state.done.without;
  return systems.length > 0 ? `${base}; ${systemNames(systems)} ${has(systems.length)} nothing current.` : `${base}.`;
}

function whyPlaceholder({ record, note }: CoverageEvidence): string {
  if (record.kind === "control") return `The statement of applicability ${note}, which does not count as documented.`;
  return `${nameOf(record)} ${note}, which does not count as documented.`;
}

function documentedBy({ documents, done }: State): string {
  const first = documents[0] ?? done.evidence[0];
  return first === undefined ? "It is documented" : `${nameOf(first.record)} documents it (${first.note})`;
}

function notOperated({ open, done, lapsed, today, world }: State): string {
  const [major] = open.major;
  if (major) return `${nameOf(major)} on it is open`;
  if (done.without.length > 0) return `${systemNames(done.without)} ${has(done.without.length)} no current record`;
  const [late] = lapsed;
  if (late) return `its review was due on ${lapsedOn(late.record, today, intervalsIn(world.index))}`;
  const [last] = done.evidence;
  return last === undefined ? "no dated record shows it being done" : `${nameOf(last.record)} is ${last.note}`;
}

function operatedBy({ done }: State): string {
  const [first] = done.evidence;
  return first === undefined ? "It is being done" : `${nameOf(first.record)} shows it being done (${first.note})`;
}

function notEffective({ effect, open }: State): string {
  const [failed] = effect.failed;
  if (failed) return `${nameOf(failed)} breaches its threshold`;
  const [disagreeing] = effect.disagreeing;
  if (disagreeing) return `${nameOf(disagreeing)} does not say what the file it names says`;
  const [minor] = open.minor;
  if (minor) return `${nameOf(minor)} on it is open`;
  const { stale } = effect;
  return stale.length > 0
    ? `${enumerate(stale.slice(0, 3).map(nameOf))} ${is(Math.min(stale.length, 3))} not of the version in use`
    : "no measured outcome shows that it works";
}

function effectiveBy({ effect }: State): string {
  const found = effect.evidence.find((e) => e.role === "measures");
  return found === undefined ? "It works" : `${nameOf(found.record)} shows that it works (${found.note})`;
}

function notChecked({ looked }: State): string {
  const [refused] = looked.refused;
  return refused === undefined
    ? "nobody independent of its owner and author has checked it"
    : `the check ${nameOf(refused.record)} ${refused.reason}`;
}

function checkedBy({ looked }: State): string {
  const [first] = looked.evidence;
  return first === undefined ? "it was checked" : `${nameOf(first.record)} checked it (${first.note})`;
}

/** How many controls a standard has, for sentences on its statement of applicability. */
export const controlCount = (standard: string): number => controls(standard).length;
