import type { KindId } from "../generated/kinds.ts";
import { kindInfo } from "../records/kinds.ts";
import type { RecordFacts } from "../records/model.ts";
import type { Level, Raise } from "./api.ts";
import { assessmentStates } from "./live.ts";
import { natureOf, type Source, soaProvision } from "./nature.ts";
import { conditionOf } from "./sources.ts";
import type { State } from "./state.ts";
import { systemLabel } from "./systems.ts";
import { controlCount, nameOf, provisionName } from "./why.ts";
import type { World } from "./world.ts";

const MOST = 4;

/** What would raise the level of a provision, the most useful first. */
export function raiseFor(state: State, level: Level): readonly Raise[] {
  return [...shortcomingRaises(state, level), ...levelRaises(state, level)].slice(0, MOST);
}

/** What would document a provision that nothing addresses; `done` is asked for only where it bears on that. */
export const missingRaises = (state: Undocumented): readonly Raise[] => documentRaises(state).slice(0, MOST);

type Undocumented = Pick<State, "world" | "provision" | "ref" | "placeholders" | "done">;

function levelRaises(state: State, level: Level): Raise[] {
  switch (level) {
    case "excluded":
      return excludedRaises(state);
    case "missing":
    case "placeholder":
      return documentRaises(state);
    case "documented":
      return operateRaises(state);
    case "operated":
      return measureRaises(state);
    case "effective":
      return checkRaises(state);
    case "checked":
      return [];
  }
}

function shortcomingRaises({ open }: State, level: Level): Raise[] {
  if (level === "excluded" || level === "missing" || level === "placeholder") return [];
  return [...open.major, ...open.minor].map((record) => ({
    text: `Resolve ${nameOf(record)} and record what shows that it is resolved.`,
    goTo: record,
  }));
}

function excludedRaises({ soa }: State): Raise[] {
  const bare = soa.find((entry) => entry.justification === undefined);
  return bare ? [{ text: "Write down why the control is left out.", goTo: bare.record }] : [];
}

/** Scaffolds of assessments for live systems that have none that is current. */
function assessmentRaises(state: Pick<State, "world" | "done">): Raise[] {
  const states = assessmentStates(state.world);
  return state.done.without.slice(0, MOST).map((system) => {
    const newest = states.get(system)?.assessments[0];
    const text = `Assess the impact of ${systemLabel(system)}${newest ? " as it is now" : ""}.`;
    const scaffold = { name: "impact-assessment", args: { system: system.id } };
    return newest ? { text, scaffold, goTo: newest.record } : { text, scaffold };
  });
}

function documentRaises(state: Undocumented): Raise[] {
  const { ref, placeholders } = state;
  if (soaProvision(ref.standard) === ref.provision) return [soaRaise(state)];
  const finish = placeholders
    .slice(0, 2)
    .map(({ record, note }) => ({ text: `Fill and approve ${nameOf(record)}, which ${note}.`, goTo: record }));
  if (byAssessment(state) && state.done.without.length > 0) return [...finish, ...assessmentRaises(state)];
  const source = natureOf(ref.standard, ref.provision).documents[0];
  if (source !== undefined && !kindInfo(source.kind).document) return [...finish, recordRaise(state, source)];
  const text = `Write a document for ${provisionName(state)}${artefact(state)} and have it approved.`;
  return [
    ...finish,
    { text, scaffold: { name: "document", args: { provision: ref.provision, standard: ref.standard } } },
  ];
}

const artefact = ({ provision }: Pick<State, "provision">): string =>
  provision.artefacts[0] ? ` (${provision.artefacts[0]})` : "";

function soaRaise({ ref, placeholders }: Pick<State, "ref" | "placeholders">): Raise {
  const text = `Complete the statement of applicability to all ${controlCount(ref.standard)} controls and have it approved.`;
  const scaffold = { name: "soa", args: {} };
  return placeholders[0] ? { text, scaffold, goTo: placeholders[0].record } : { text, scaffold };
}

const byAssessment = ({ ref }: Pick<State, "ref">): boolean =>
  natureOf(ref.standard, ref.provision).operates.some((source) => source.each === "assessment");

function firstWithout({ index }: World, kind: KindId, field: string): RecordFacts | undefined {
  const lacks = conditionOf({ kind, lacks: [field] });
  return index.ofKind(kind).find((record) => !record.template && lacks(record));
}

/** A field that records of the kind lack, else a record of the kind. */
function recordRaise(state: Pick<State, "world" | "provision">, source: Source): Raise {
  const info = kindInfo(source.kind);
  const lacking = (source.has ?? []).flatMap((field) => {
    const record = firstWithout(state.world, source.kind, field);
    return record ? [{ field: info.field(field)?.title ?? field, record }] : [];
  })[0];
  if (lacking) return { text: `Say in ${nameOf(lacking.record)}: ${lacking.field}.`, goTo: lacking.record };
  const scaffold = { name: "record", args: { kind: source.kind } };
  return { text: `Add a record for ${provisionName(state)}: ${info.title}.`, scaffold };
}

function operateRaises(state: State): Raise[] {
  const { done, lapsed, ref } = state;
  if (byAssessment(state)) return assessmentRaises(state);
  const late = lapsed.map(({ record }) => ({
    text: `Review ${nameOf(record)} and set its next review.`,
    goTo: record,
  }));
  if (late.length > 0 && done.current) return late;
  const kind = natureOf(ref.standard, ref.provision).operates[0]?.kind ?? "evidence";
  const systems = done.without.length > 0 ? ` for ${done.without.slice(0, 3).map(systemLabel).join(", ")}` : "";
  const scaffold = { name: "record", args: { kind } };
  return [
    ...late,
    { text: `Record, with its date, that ${provisionName(state)} was carried out${systems}.`, scaffold },
  ];
}

function measureRaises(state: State): Raise[] {
  const failed = state.effect.failed.map((record) => ({
    text: `Bring what ${nameOf(record)} measures within its threshold, and measure again.`,
    goTo: record,
  }));
  const stale = state.effect.stale
    .slice(0, 2)
    .map((record) => ({ text: `Measure ${nameOf(record)} again on the version in use.`, goTo: record }));
  const disagreeing = state.effect.disagreeing.map((record) => ({
    text: `Make ${nameOf(record)} and the file it names say the same.`,
    goTo: record,
  }));
  const all = [...failed, ...disagreeing, ...stale];
  if (all.length > 0) return all;
  const text = `Measure whether ${provisionName(state)} works: a metric, a threshold and the result on the version in use.`;
  return [{ text, scaffold: { name: "record", args: { kind: "measurement" } } }];
}

function checkRaises(state: State): Raise[] {
  const text = `Have somebody other than its owner and author audit ${provisionName(state)}, and name it in the audit.`;
  const scaffold = { name: "record", args: { kind: "audit" } };
  const refused = state.looked.refused[0];
  return [refused ? { text, scaffold, goTo: refused.record } : { text, scaffold }];
}
