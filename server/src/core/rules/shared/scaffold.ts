import { provision as findProvision } from "../../catalog/catalog.ts";
import type { Lacking } from "../../coverage/api.ts";
import { KINDS } from "../../records/kinds.ts";
import type { Fix } from "../rule.ts";
import { provisionLabel } from "./kinds.ts";

/**
 * The fix that scaffolds what a provision lacks, where coverage knows of a scaffold for it.
 * @param only names of the scaffolds that would do
 */
export function scaffoldFix(coverage: Lacking | undefined, only?: readonly string[]): Fix | undefined {
  const raise = coverage?.raise.find((r) => r.scaffold !== undefined && (!only || only.includes(r.scaffold.name)));
  if (!coverage || !raise?.scaffold) return undefined;
  const { name, args } = raise.scaffold;
  const title = titleOf(name, args, coverage) ?? raise.text.replace(/\.$/, "");
  return { title, changes: [{ op: "scaffold", scaffold: name, args }] };
}

function titleOf(name: string, args: Readonly<Record<string, string>>, coverage: Lacking): string | undefined {
  const found = findProvision(coverage.standard, coverage.provision);
  const label = found ? provisionLabel(found) : coverage.provision;
  if (name === "soa") return "Scaffold the statement of applicability";
  if (name === "impact-assessment") return `Scaffold the impact assessment of ${args.system}`;
  if (name === "document") return `Scaffold a document for ${label}`;
  if (name !== "record") return undefined;
  const kind = KINDS.find((k) => k.id === args.kind)?.title.toLowerCase() ?? args.kind;
  return `Scaffold a record for ${coverage.provision} (${kind})`;
}

/** The fix that scaffolds the impact assessment of a system. */
export const assessmentScaffold = (system: string, again = false): Fix => ({
  title: again ? `Scaffold a new impact assessment of ${system}` : `Scaffold the impact assessment of ${system}`,
  changes: [{ op: "scaffold", scaffold: "impact-assessment", args: { system } }],
  preferred: true,
});
