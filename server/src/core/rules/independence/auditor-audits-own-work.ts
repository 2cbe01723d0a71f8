import { dutiesIn } from "../../coverage/duties.ts";
import { assessable } from "../../catalog/catalog.ts";
import { lineage, namedIn } from "../../coverage/named.ts";
import { natureOf } from "../../coverage/nature.ts";
import { listOf } from "../../coverage/values.ts";
import type { KindId } from "../../generated/kinds.ts";
import type { RecordFacts } from "../../records/model.ts";
import { findIds } from "../../records/ids.ts";
import type { AimsConfig, AimsIndex } from "../../workspace/api.ts";
import { samePersonIn } from "../../workspace/people.ts";
import { type Anchor, type FileAnchor, rule } from "../rule.ts";
import { itemSpan, placeOf } from "../shared/place.ts";
import { demonstrated } from "../shared/kinds.ts";
import { isRetired, nameOf } from "../shared/records.ts";

/** A person with a stake in what is audited, and where that is written. */
interface Stake {
  readonly person: string;
  readonly reason: string;
  readonly at: Anchor | FileAnchor;
}

/** Kinds of records that come from looking; an auditor may well own them. */
const LOOKING: ReadonlySet<KindId> = new Set([
  "audit",
  "finding",
  "evidence",
  "management-review",
  "nonconformity",
] as const);

/** Provisions on auditing itself, whose documents auditors write. */
const OWN_WORK = new Set(demonstrated("audit").map(({ standard, provision }) => `${standard}:${provision}`));

function* stakes(audit: RecordFacts, index: AimsIndex, config: AimsConfig): Generator<Stake> {
  for (const person of listOf(audit, "auditees"))
    yield { person, reason: "is named among those audited", at: { record: audit, field: "auditees" } };
  for (const id of listOf(audit, "systems"))
    for (const record of index.byId(id))
      for (const person of record.kind === "system" ? listOf(record, "owner") : [])
        yield { person, reason: `owns ${id}, which was audited`, at: { record, field: "owner" } };
  const { record } = config;
  for (const person of record ? listOf(record, "owner") : [])
    yield { person, reason: "runs the management system", at: { record: record as RecordFacts, field: "owner" } };
  for (const { standard, provision } of namedIn(audit, "provisions", config.standards)) {
    if (OWN_WORK.has(`${standard}:${provision}`)) continue;
    for (const made of index.addressing(standard, provision)) {
      if (made.template || made.kind === undefined || LOOKING.has(made.kind) || isRetired(made)) continue;
      for (const field of ["author", "owner"])
        for (const person of listOf(made, field))
          yield {
            person,
            reason: `${field === "author" ? "wrote" : "owns"} ${made.id ?? nameOf(made) ?? "a document"}, which answers ${provision}`,
            at: { record: made, field },
          };
    }
  }
}

/** Work of which a table of responsibilities says who does it, and which was audited: by its kind, or as it names a system that was. */
function* duties(audit: RecordFacts, index: AimsIndex, { standards }: AimsConfig): Generator<Stake> {
  const named = new Set(namedIn(audit, "provisions", standards).map((r) => `${r.standard}:${r.provision}`));
  const audited = standards.flatMap((standard) =>
    assessable(standard).filter(({ id }) =>
      lineage({ standard, provision: id }).some((r) => named.has(`${r.standard}:${r.provision}`)),
    ),
  );
  const kinds = new Set(audited.flatMap((p) => natureOf(p.standard, p.id).operates.map(({ kind }) => kind)));
  const systems = new Set(listOf(audit, "systems").map((id) => id.toLowerCase()));
  for (const { who, does, activity, kind, path, section } of dutiesIn(index)) {
    const own = kind !== undefined && !LOOKING.has(kind) && kinds.has(kind);
    if (!own && !findIds(activity.what).some(({ id }) => systems.has(id.toLowerCase()))) continue;
    yield {
      person: who,
      reason: `${does} "${activity.what}", which was audited`,
      at: { path, ...(section === undefined ? undefined : { section }) },
    };
  }
}

function stakeOf(auditor: string, all: Iterable<Stake>, index: AimsIndex): Stake | undefined {
  for (const stake of all) if (samePersonIn(index, auditor, stake.person)) return stake;
  return undefined;
}

/** An internal audit by somebody who answers for what was audited. */
export const auditorAuditsOwnWork = rule({
  id: "auditor-audits-own-work",
  group: "independence",
  severity: "warning",
  summary: "Finds internal audits whose auditor owns, wrote or answers for what was audited.",
  kinds: ["audit"],
  *record({ facts, data }, { index, config }) {
    if (facts.plain.type === "certification" || facts.plain.type === "supplier") return;
    if (facts.plain.status === "cancelled") return;
    const fields = ["lead_auditor", "auditors"] as const;
    for (const field of fields)
      for (const auditor of listOf(facts, field)) {
        if (field === "auditors" && listOf(facts, "lead_auditor").some((lead) => samePersonIn(index, lead, auditor)))
          continue;
        const stake = stakeOf(auditor, [...stakes(facts, index, config()), ...duties(facts, index, config())], index);
        if (stake) {
          yield {
            at: itemSpan(data, field, (text) => text === auditor) ?? placeOf(data, field),
            message: `${auditor} audited this and ${stake.reason}.`,
            help: "Nobody sees the faults of his or her own work. Let somebody else audit this part, and say so; a small organisation can ask another unit, a partner or an outside auditor.",
            related: [{ at: stake.at, message: "Named here." }],
          };
        }
      }
  },
});
