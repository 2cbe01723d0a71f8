/** A small AIMS with one wrong control number in its risk register and nothing else that is wrong in these files. */
export const FILES = {
  "aims.yaml": "aims: management-system\norganisation: Fernhill Clinics\nroles: [deployer]\nstandards: [iso-42001]\n",
  "systems/register.md": [
    "# AI systems in use",
    "",
    "| System ID | Name             | Owner      | Version | In scope |",
    "| --------- | ---------------- | ---------- | ------- | -------- |",
    "| AI-001    | Triage assistant | Jonas Berg | 2.1     | yes      |",
    "",
  ].join("\n"),
  "risks/register.yaml": [
    "aims: risk",
    "risks:",
    "  - id: RISK-001",
    "    title: Urgent calls are put behind others",
    "    owner: Jonas Berg",
    "    systems: [AI-001]",
    "    controls: [A.6.2.44]",
    "",
  ].join("\n"),
};

export const RISKS = FILES["risks/register.yaml"];
/** The register with the number put right. */
export const MENDED = RISKS.replace("A.6.2.44", "A.6.2.4");
