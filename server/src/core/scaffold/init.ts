import { standard as findStandard } from "../catalog/catalog.ts";
import { kindInfo } from "../records/kinds.ts";
import type { FileEdit } from "../text/edit.ts";
import type { AimsView } from "../workspace/view.ts";
import { question } from "./new-file.ts";
import { yamlScalar } from "./yaml-out.ts";

/** Fields offered as comments, to be taken in when they are answered. */
const OFFERED: readonly (readonly [field: string, example: string])[] = [
  ["roles", "[deployer]"],
  ["top_management", "[]"],
  ["jurisdictions", "[]"],
  ["scales", "{ likelihood: [], impact: [] }"],
  ["review_intervals", "{ policy: 12 months, risk: 6 months, impact-assessment: 12 months }"],
  ["public", "[README.md]"],
  ["exclude", "[archive/**]"],
];

/**
 * The `aims.yaml` that makes a folder an AIMS. What only the organisation can say stands as questions in comments.
 * @param organisation its name; a question when empty
 */
export function initScaffold(aims: AimsView, organisation: string): FileEdit[] | string {
  for (const name of ["aims.yaml", "aims.yml"]) {
    if (aims.exists(`${aims.root}/${name}`)) return `This folder has an ${name} already.`;
  }
  const kind = kindInfo("management-system");
  const standard = findStandard("iso-42001")?.designation ?? "ISO/IEC 42001";
  const name = organisation.trim() || question("the organisation's legal name");
  const offered = OFFERED.flatMap(([field, example]) => {
    const info = kind.field(field);
    return info ? ["", ...wrapped(`${info.title}: ${info.description}`), `# ${field}: ${example}`] : [];
  });
  const lines = [
    "# This file makes the folder an AI management system: the documents below it are read and checked together.",
    "aims: management-system",
    `organisation: ${yamlScalar(name, false)}`,
    `# ${standard}. Add the others you work to, such as eu-ai-act or iso-27001.`,
    "standards: [iso-42001]",
    "",
    "# Answer what applies and take the # away; leave the rest.",
    ...offered,
  ];
  return [{ path: `${aims.root}/aims.yaml`, create: `${lines.join("\n")}\n` }];
}

const WIDTH = 110;

/** Text as comment lines. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = "#";
  for (const word of text.split(/\s+/)) {
    if (line.length + word.length >= WIDTH) {
      lines.push(line);
      line = "#";
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
