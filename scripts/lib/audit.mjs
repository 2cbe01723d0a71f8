// Known vulnerabilities of what is shipped, as the package registry knows them.
import { spawnSync } from "node:child_process";

/**
 * Asks for advisories on the packages that are shipped.
 * @param {string} root
 * @returns {{ problems: string[], unanswered?: string }} `unanswered`: why nothing could be learnt; that is no clean bill.
 */
export function auditProblems(root) {
  const args = ["audit", "--omit=dev", "--json"];
  const { stdout, error } = spawnSync("npm", args, {
    cwd: root,
    encoding: "utf8",
    timeout: 60_000,
    shell: process.platform === "win32",
  });
  if (error) return { problems: [], unanswered: error.message };
  return readAudit(stdout);
}

/**
 * Reads what `npm audit --json` printed.
 * @param {string} stdout
 */
export function readAudit(stdout) {
  /** @type {{ vulnerabilities?: Record<string, { name: string, severity: string, range: string }>, message?: string, error?: { summary?: string } } | undefined} */
  let report;
  try {
    report = JSON.parse(stdout);
  } catch {
    return { problems: [], unanswered: "npm audit printed nothing that can be read" };
  }
  if (!report?.vulnerabilities) {
    const why = report?.error?.summary || report?.message || "npm audit gave no list";
    // The address of whoever was asked is nobody's business in a log that is shared.
    return { problems: [], unanswered: why.replace(/https?:\/\/\S+/g, "the registry").split("\n")[0] };
  }
  const found = Object.values(report.vulnerabilities);
  return { problems: found.map(({ name, severity, range }) => `${name} ${range}: known vulnerability (${severity})`) };
}
