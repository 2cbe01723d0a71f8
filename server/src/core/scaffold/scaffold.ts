import type { ScaffoldInfo } from "../analysis-api.ts";
import { assessable, standard as findStandard } from "../catalog/catalog.ts";
import { assessmentStateOf } from "../coverage/assessments.ts";
import { systemLabel, systemsOf } from "../coverage/systems.ts";
import type { Level } from "../coverage/api.ts";
import type { FileEdit } from "../text/edit.ts";
import type { AimsView } from "../workspace/view.ts";
import { approvable, approveScaffold } from "./approve.ts";
import { cardChoices, cardScaffold } from "./card.ts";
import { documentScaffold } from "./document.ts";
import { generativeRisksScaffold, generativeSystems } from "./generative-risks.ts";
import { impactAssessmentScaffold } from "./impact-assessment.ts";
import { initScaffold } from "./init.ts";
import { RECORD_KINDS, recordScaffold } from "./record.ts";
import { missingControls, soaScaffold } from "./soa.ts";

/** The scaffolds that can be run in an AIMS, with their choices. In a folder without an `aims.yaml` that is setting one up. */
export function listScaffolds(aims: AimsView): ScaffoldInfo[] {
  if (aims.config().record === undefined) return [init()];
  return [
    impactAssessment(aims),
    document(aims),
    ...soa(aims),
    ...generativeRisks(aims),
    ...card(aims),
    record(),
    ...approval(aims),
  ];
}

const init = (): ScaffoldInfo => ({
  name: "init",
  title: "Set up an AI management system in this folder",
  args: [{ name: "organisation", prompt: "The organisation's legal name", options: [] }],
});

const URGENCY = { unassessed: 0, stale: 1, draft: 2, "not-needed": 4, assessed: 3 } as const;
const STATE_WORDS = {
  unassessed: "not assessed",
  stale: "stale",
  draft: "draft",
  "not-needed": "not needed",
  assessed: "assessed",
};

function impactAssessment(aims: AimsView): ScaffoldInfo {
  const options = systemsOf(aims.index)
    .map((system) => ({ system, state: assessmentStateOf(aims.index, system, aims.today()).state }))
    .sort((a, b) => URGENCY[a.state] - URGENCY[b.state])
    .map(({ system, state }) => ({ value: system.id, label: `${systemLabel(system)} (${STATE_WORDS[state]})` }));
  return {
    name: "impact-assessment",
    title: "Impact assessment of an AI system",
    args: [{ name: "system", prompt: "Which AI system is to be assessed?", options }],
  };
}

/** What lacks a document first. */
const WANTING: Readonly<Record<Level, number>> = {
  missing: 0,
  placeholder: 1,
  documented: 2,
  operated: 3,
  effective: 3,
  checked: 3,
  excluded: 4,
};

function document(aims: AimsView): ScaffoldInfo {
  const several = aims.config().standards.length > 1;
  const options = aims
    .config()
    .standards.flatMap((standard) => assessable(standard))
    .map((p) => ({ p, level: aims.coverage.of(p.standard, p.id)?.level ?? "missing" }))
    .sort((a, b) => WANTING[a.level] - WANTING[b.level])
    .map(({ p, level }) => {
      const prefix = several ? `${findStandard(p.standard)?.short ?? p.standard} ` : "";
      return { value: `${p.standard}:${p.id}`, label: `${prefix}${p.id} ${p.title} (${level})` };
    });
  return {
    name: "document",
    title: "Document for a clause or control",
    args: [{ name: "provision", prompt: "For which clause or control?", options }],
  };
}

function soa(aims: AimsView): ScaffoldInfo[] {
  const missing = missingControls(aims).length;
  if (missing === 0) return [];
  const what = missing === 1 ? "add the missing control" : `add the ${missing} missing controls`;
  return [{ name: "soa", title: `Statement of applicability: ${what}`, args: [] }];
}

/** Offered only where a system is declared generative. */
function generativeRisks(aims: AimsView): ScaffoldInfo[] {
  const options = generativeSystems(aims).map((system) => ({ value: system.id, label: systemLabel(system) }));
  if (options.length === 0) return [];
  return [
    {
      name: "generative-risks",
      title: "Risk register: add the generative-AI risks to consider",
      args: [{ name: "system", prompt: "For which generative system?", options }],
    },
  ];
}

function card(aims: AimsView): ScaffoldInfo[] {
  const options = cardChoices(aims);
  if (options.length === 0) return [];
  return [
    {
      name: "card",
      title: "Model card, system card or data sheet",
      args: [{ name: "of", prompt: "Of which system or data set?", options }],
    },
  ];
}

function approval(aims: AimsView): ScaffoldInfo[] {
  const options = approvable(aims).map((path) => ({ value: path, label: path }));
  if (options.length === 0) return [];
  return [
    {
      name: "approve",
      title: "Approval of a document",
      args: [
        { name: "document", prompt: "Which document is approved?", options },
        { name: "by", prompt: "Who approves it?", options: [] },
      ],
    },
  ];
}

const record = (): ScaffoldInfo => ({
  name: "record",
  title: "New record",
  args: [
    {
      name: "kind",
      prompt: "Of which kind?",
      options: RECORD_KINDS.map((kind) => ({ value: kind.id, label: kind.title })),
    },
  ],
});

/** The edits of a scaffold, or what is wrong in one sentence. New files never have the name of one that exists. */
export function runScaffold(aims: AimsView, name: string, args: Readonly<Record<string, string>>): FileEdit[] | string {
  switch (name) {
    case "init":
      return initScaffold(aims, args.organisation ?? "");
    case "impact-assessment":
      return impactAssessmentScaffold(aims, args.system ?? "");
    case "document":
      return documentScaffold(aims, args.provision ?? "", args.standard);
    case "soa":
      return soaScaffold(aims, args.path ?? "");
    case "generative-risks":
      return generativeRisksScaffold(aims, args.system ?? "");
    case "card":
      return cardScaffold(aims, args.of ?? "");
    case "record":
      return recordScaffold(aims, args.kind ?? "");
    case "approve":
      return approveScaffold(aims, args.document ?? "", args.by ?? "");
    default:
      return `There is no scaffold "${name}".`;
  }
}
