import type { ProvisionCoverage } from "../../coverage/api.ts";
import type { Fix } from "../rule.ts";

/** The fix that scaffolds what a provision lacks, where coverage knows of a scaffold for it. */
export function scaffoldFix(coverage: ProvisionCoverage | undefined): Fix | undefined {
  const raise = coverage?.raise.find((r) => r.scaffold !== undefined);
  if (!raise?.scaffold) return undefined;
  const { name, args } = raise.scaffold;
  return { title: raise.text.replace(/\.$/, ""), changes: [{ op: "scaffold", scaffold: name, args }] };
}

/** The fix that scaffolds the impact assessment of a system. */
export const assessmentScaffold = (system: string, again = false): Fix => ({
  title: again ? `Scaffold a new impact assessment of ${system}` : `Scaffold the impact assessment of ${system}`,
  changes: [{ op: "scaffold", scaffold: "impact-assessment", args: { system } }],
  preferred: true,
});
