import { dateOf, realText } from "../../coverage/values.ts";
import { compareVersions } from "../../coverage/versions.ts";
import type { RecordFacts } from "../../records/model.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import { type RawFinding, rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { isRetired } from "../shared/records.ts";
import { lapseOf, looksOf } from "./shared/certificates.ts";

const NOT_IN_FORCE = new Set(["draft", "in-review", "retired"]);

/** The document of the statement of applicability in force: the one around most entries that gives its version. */
function statementInForce(index: AimsIndex): RecordFacts | undefined {
  const entries = new Map<RecordFacts, number>();
  for (const control of index.ofKind("control")) {
    const own = control.template ? undefined : index.file(control.path)?.own;
    if (own && own !== control) entries.set(own, (entries.get(own) ?? 0) + 1);
  }
  const inForce = [...entries].filter(
    ([own]) => !own.template && !NOT_IN_FORCE.has(realText(own, "status") ?? "") && realText(own, "version"),
  );
  return inForce.sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Certificates that name an earlier version of the statement of applicability than the one in force. */
export const certifiedSoaSuperseded = rule({
  id: "certified-soa-superseded",
  group: "claim",
  severity: "warning",
  summary: "Finds certificates that name an earlier version of the statement of applicability than the one in force.",
  kinds: ["certificate"],
  *record({ facts, data }, { index, today }): Generator<RawFinding> {
    const certified = realText(facts, "soa_version");
    if (certified === undefined || facts.plain.status === "applied" || isRetired(facts)) return;
    const soa = lapseOf(facts, today()) ? undefined : statementInForce(index);
    const used = soa && realText(soa, "version");
    if (!soa || used === undefined || !["older", "patch"].includes(compareVersions(certified, used))) return;
    const since = dateOf(soa, "approved_on") ?? dateOf(soa, "effective");
    const seen = since !== undefined && looksOf(facts).some((day) => day >= since);
    yield {
      at: placeOf(data, "soa_version"),
      message: `The certificate names version ${certified} of the statement of applicability, and version ${used} is in force${since === undefined ? "" : ` since ${since}`}.`,
      help: seen
        ? "The certification body has audited since. Ask it for a certificate that names the version in force."
        : "What changed since nobody has certified. Tell the certification body of the change, and claim nothing that rests on the new version alone.",
      ...(seen ? { severity: "info" } : undefined),
      related: [{ at: { record: soa, field: "version" }, message: "The version in force." }],
    };
  },
});
