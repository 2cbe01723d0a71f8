import { dateOf } from "../../coverage/values.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { isRetired, nameOf } from "../shared/records.ts";
import { quoted } from "../shared/words.ts";

/** Evidence past the day up to which it shows anything. */
export const expiredEvidence = rule({
  id: "expired-evidence",
  group: "evidence",
  severity: "warning",
  summary: "Finds evidence whose day of validity has passed.",
  kinds: ["evidence"],
  *record({ facts, data }, { today, index }) {
    const until = dateOf(facts, "valid_until");
    if (until === undefined || isRetired(facts) || !today().past(until)) return;
    const cited = facts.id === undefined ? [] : index.referencesTo(facts.id).filter(({ from }) => !from.template);
    const relied =
      cited.length === 0 ? "" : ` ${cited.length === 1 ? "One record relies" : `${cited.length} records rely`} on it.`;
    yield {
      at: placeOf(data, "valid_until"),
      message: `${facts.id ?? quoted(nameOf(facts) ?? "This evidence")} was valid until ${until}.${relied}`,
      help: "It shows nothing of today. Get it anew, or mark it as retired where newer evidence has taken its place.",
      related: cited.slice(0, 5).map(({ from, field }) => ({ at: { record: from, field }, message: "Relies on it." })),
    };
  },
});
