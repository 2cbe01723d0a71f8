import { demonstrated } from "../shared/kinds.ts";
import { scaffoldFix } from "../shared/scaffold.ts";
import { rule } from "../rule.ts";

/** An AIMS in which no record says what it covers. */
export const missingScope = rule({
  id: "missing-scope",
  group: "scope",
  severity: "warning",
  summary: "Finds a management system without a scope statement.",
  *aims({ record }, { index, coverage }) {
    if (!record || index.ofKind("scope").length > 0) return;
    const found = demonstrated("scope").map((ref) => coverage.of(ref.standard, ref.provision));
    if (found.some((c) => c && c.level !== "missing")) return;
    const fix = scaffoldFix(found.find((c) => c !== undefined));
    yield {
      at: { record, field: "organisation" },
      message: "No document here says what this management system covers and what it leaves out.",
      help: "Without a scope nobody can tell which AI systems it speaks for. Write a scope statement and name the systems in it.",
      ...(fix ? { fixes: [fix] } : undefined),
    };
  },
});
