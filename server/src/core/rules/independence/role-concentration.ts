import { type Duty, dutiesIn } from "../../coverage/duties.ts";
import { listOf, realText } from "../../coverage/values.ts";
import type { KindId } from "../../generated/kinds.ts";
import type { Plain, RecordFacts } from "../../records/model.ts";
import { remembering } from "../../text/remember.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import { personKey } from "../../workspace/people.ts";
import { type Anchor, type FileAnchor, rule } from "../rule.ts";
import { isRetired } from "../shared/records.ts";
import { oneOf } from "../shared/words.ts";

/** What people do to each other's work: where it is written and what it is called. Checking parts come first. */
const PARTS: readonly {
  readonly part: string;
  readonly kind: KindId;
  readonly fields: readonly string[];
  readonly checks: boolean;
}[] = [
  { part: "audits", kind: "audit", fields: ["lead_auditor", "auditors"], checks: true },
  { part: "approves policies", kind: "policy", fields: ["approved_by"], checks: true },
  { part: "accepts risks", kind: "risk", fields: ["accepted_by"], checks: true },
  { part: "verifies controls", kind: "control", fields: ["verified_by"], checks: true },
  { part: "owns risks", kind: "risk", fields: ["owner"], checks: false },
  { part: "owns AI systems", kind: "system", fields: ["owner"], checks: false },
  { part: "makes impact assessments", kind: "impact-assessment", fields: ["assessor", "author"], checks: false },
];

/** As many parts in one hand as leave nobody to object. */
const MANY = 4;

const ORDER = PARTS.map(({ part }) => part);
const byPart = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  ORDER.indexOf(a) - ORDER.indexOf(b);

interface Hand {
  readonly name: string;
  readonly parts: Map<string, { readonly at: Anchor | FileAnchor; readonly checks: boolean }>;
}

const namesOf = remembering((text) => listOf({ plain: { text } }, "text"));

/** The names in a field. */
function namesIn(record: RecordFacts, field: string): readonly string[] {
  const value = record.plain[field];
  return typeof value === "string" ? namesOf(value) : listOf(record, field);
}

/** The part that a duty in a table of responsibilities is; policies and risks are decided on by those accountable. */
function partOf({ kind, does }: Duty): { readonly part: string; readonly checks: boolean } | undefined {
  const accountable = does === "is accountable for";
  if (kind === "audit") return accountable ? undefined : { part: "audits", checks: true };
  if (kind === "policy") return accountable ? { part: "approves policies", checks: true } : undefined;
  if (kind === "risk") return accountable ? undefined : { part: "owns risks", checks: false };
  return kind === "impact-assessment" && !accountable ? { part: "makes impact assessments", checks: false } : undefined;
}

function hands(index: AimsIndex): Hand[] {
  const found = new Map<string, Hand>();
  const known = new Map<string, Hand | undefined>();
  const lookUp = (who: string): Hand | undefined => {
    const key = personKey(index, who);
    if (key === undefined) return undefined;
    const hand = found.get(key) ?? { name: who, parts: new Map() };
    found.set(key, hand);
    return hand;
  };
  /** The hand of somebody who does not do this yet. */
  const newTo = (part: string, who: string): Hand | undefined => {
    let hand = known.get(who);
    if (!hand && !known.has(who)) {
      hand = lookUp(who);
      known.set(who, hand);
    }
    return hand?.parts.has(part) ? undefined : hand;
  };
  for (const { part, kind, fields, checks } of PARTS) {
    // Registers repeat few names many times.
    const seen = new Set<Plain>();
    for (const record of index.ofKind(kind)) {
      for (const field of fields) {
        const value = record.plain[field];
        if (value === undefined || seen.has(value)) continue;
        if (record.template || isRetired(record) || record.plain.type === "certification") break;
        seen.add(value);
        for (const name of namesIn(record, field))
          newTo(part, name)?.parts.set(part, { at: { record, field }, checks });
      }
    }
  }
  for (const duty of dutiesIn(index)) {
    const { path, section } = duty;
    const does = partOf(duty);
    const at: FileAnchor = { path, ...(section === undefined ? undefined : { section }) };
    if (does) newTo(does.part, duty.who)?.parts.set(does.part, { at, checks: does.checks });
  }
  return [...found.values()].map(({ name, parts }) => ({ name, parts: new Map([...parts].sort(byPart)) }));
}

const KNOWN =
  /\b(?:segregation|separation) of (?:duties|roles)|\bconcentration of (?:roles|duties|responsibilities)|\b(?:role|duty) concentration|\bkey[- ]person|\bone[- ]person\b|\bsmall (?:team|organi[sz]ation)\b|\bindependen(?:ce|t review)\b/i;

/** A record by which an organisation answers for its small number of hands: a risk that names it, or an audit or review from outside. */
function compensated(index: AimsIndex): boolean {
  const named = index
    .ofKind("risk")
    .some((risk) => ["title", "description"].some((f) => KNOWN.test(realText(risk, f) ?? "")));
  return (
    named ||
    index
      .ofKind("audit")
      .some((audit) =>
        /\b(?:external|outside|independent|partner|contract)\w*/i.test(
          `${realText(audit, "independence") ?? ""} ${realText(audit, "lead_auditor") ?? ""}`,
        ),
      )
  );
}

/** One person who does, checks and decides: advice, since a small organisation may have nobody else. */
export const roleConcentration = rule({
  id: "role-concentration",
  group: "independence",
  severity: "info",
  summary: "Finds people who own the work, decide on it and check it, where nothing makes up for that.",
  *aims(_config, { index }) {
    const full = hands(index).filter(({ parts }) => {
      const kinds = [...parts.values()];
      return parts.size >= MANY && kinds.filter((p) => p.checks).length > 1 && kinds.some((p) => !p.checks);
    });
    if (full.length === 0 || compensated(index)) return;
    for (const { name, parts } of full) {
      const [[, place] = []] = [...parts];
      if (!place) continue;
      yield {
        at: place.at,
        message: `${name} ${oneOf([...parts.keys()], "and")} here.`,
        help: "With so much in one hand nobody is left to object. A small organisation cannot help that, and can make up for it: a risk that names it, an audit by somebody from outside, a second reader for each approval.",
        related: [...parts.values()].slice(1, 6).map(({ at }) => ({ at, message: "Named here too." })),
      };
    }
  },
});
