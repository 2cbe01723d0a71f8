import { assessable, provision as findProvision } from "../../catalog/catalog.ts";
import { lineage, namedIn } from "../../coverage/named.ts";
import { natureOf } from "../../coverage/nature.ts";
import { listOf, realText } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import { rule } from "../rule.ts";
import { provisionLabel } from "../shared/kinds.ts";
import { oneOf } from "../shared/words.ts";

const WHOLE = /\b(?:all|entire|whole|full|complete|every)\b|\bclauses? 4(?:\.\d)? ?(?:-|–|to|through) ?10/i;
/** Top clauses listed by number in words of an audit's scope. */
const PLAIN = /\bclauses?\s+((?:\d{1,2}(?:\.\d)?(?:\s*(?:,|and|&|to|-|–)\s*)?){1,12})/gi;

/** The top clause a provision belongs to; undefined for annexes. */
function topOf(standard: string, id: string): string | undefined {
  const top = lineage({ standard, provision: id }).at(-1)?.provision;
  return top !== undefined && /^\d+$/.test(top) ? top : undefined;
}

function topsOf(audit: RecordFacts, standard: string, standards: readonly string[]): string[] {
  const named = ["provisions", "criteria"]
    .flatMap((f) => namedIn(audit, f, standards))
    .filter((r) => r.standard === standard);
  const written = [...(realText(audit, "scope") ?? "").slice(0, 500).matchAll(PLAIN)].flatMap(
    (m) => m[1]?.match(/\d+/g) ?? [],
  );
  return [...named.flatMap((r) => topOf(standard, r.provision) ?? []), ...written];
}

/** Clauses that no internal audit, made or planned, names; advice, since a programme may run over years. */
export const auditProgrammeGap = rule({
  id: "audit-programme-gap",
  group: "cycle",
  severity: "info",
  summary: "Finds clauses that no internal audit, made or planned, looks at.",
  *aims({ standards }, { index }) {
    const audits = index
      .ofKind("audit")
      .filter(
        (a) =>
          !a.template &&
          a.plain.type !== "supplier" &&
          a.plain.type !== "certification" &&
          a.plain.status !== "cancelled",
      );
    const standard = standards.find((s) =>
      assessable(s).some((p) => natureOf(s, p.id).operates.some((o) => o.kind === "audit")),
    );
    const [first] = audits;
    if (!first || standard === undefined) return;
    if (
      audits.some((a) =>
        WHOLE.test(
          `${realText(a, "scope") ?? ""} ${realText(a, "programme") ?? ""} ${listOf(a, "provisions").join(" ")}`,
        ),
      )
    )
      return;
    const seen = new Set(audits.flatMap((a) => topsOf(a, standard, standards)));
    if (seen.size === 0) return;
    const tops = [...new Set(assessable(standard).flatMap((p) => topOf(standard, p.id) ?? []))];
    const gaps = tops.filter((top) => !seen.has(top));
    if (gaps.length === 0) return;
    const labels = gaps.map((id) => {
      const p = findProvision(standard, id);
      return p ? provisionLabel(p) : id;
    });
    const last = audits.at(-1) ?? first;
    yield {
      at: { record: last, ...(last.plain.provisions === undefined ? undefined : { field: "provisions" }) },
      message: `No audit, made or planned, looks at ${oneOf(labels, "or")}.`,
      help: "Over its cycle the programme has to reach every clause. Plan who looks at these and when.",
    };
  },
});
