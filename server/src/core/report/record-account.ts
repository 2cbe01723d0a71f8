import type { Finding, RecordAccount, RecordLink, RecordsNamed, ServedProvision } from "../analysis-api.ts";
import { provision as findProvision } from "../catalog/catalog.ts";
import { systemOf, systemText } from "../coverage/systems.ts";
import { nameKey } from "../coverage/values.ts";
import { kindInfo } from "../records/kinds.ts";
import { normalizeId } from "../records/ids.ts";
import type { ProvisionRef, RecordFacts } from "../records/model.ts";
import { distance } from "../records/nearest.ts";
import { plainText, titleOf } from "../records/summary.ts";
import type { Range } from "../text/span.ts";
import type { Tier } from "../tier/data.ts";
import { deriveTier } from "../tier/derive.ts";
import { dutiesOf, rolesTogether } from "../tier/duties.ts";
import { dutyText, rolesText } from "../tier/say.ts";
import { locationOf } from "../workspace/locate.ts";
import { referencesOf } from "../workspace/references.ts";
import type { AimsView } from "../workspace/view.ts";
import { systemRow } from "./system-rows.ts";

const MOST_NEAR = 5;
/** The most edits between an id asked for and one offered in its place. */
const NEAR = 2;

/** What accounts need beside the AIMS: the findings of a file. */
type FindingsOf = (path: string) => readonly Finding[];

/**
 * All that is known of the records a text names by their id, or by their title where no record has that id: one account for each kind of
 * record under the id. Where there is none, ids and titles that look most like it, best first.
 */
export function recordsNamed(all: readonly AimsView[], asked: string, findings: FindingsOf): RecordsNamed {
  const found = all.flatMap((aims) => accountsIn(aims, asked, findings));
  return { found, nearest: found.length > 0 ? [] : nearestTo(all, asked) };
}

function accountsIn(aims: AimsView, asked: string, findings: FindingsOf): RecordAccount[] {
  const byId = aims.index.byId(asked.trim());
  const records = byId.length > 0 ? byId : titled(aims, asked);
  const groups = new Map<string, RecordFacts[]>();
  for (const record of records) {
    const key = `${record.kind} ${record.id ?? record.path}`;
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return [...groups.values()].flatMap((group) => account(aims, group, findings) ?? []);
}

function titled({ index }: AimsView, asked: string): RecordFacts[] {
  const wanted = nameKey(asked);
  if (wanted === "") return [];
  const named = index.files().flatMap(({ records }) => records.filter((r) => nameKey(titleOf(r)) === wanted));
  return named.flatMap((record) => (record.id === undefined ? [record] : index.byId(record.id)));
}

/** Records of one kind and id as one: whatever is asked of it is taken from the one that says most, then from the others. */
function account(aims: AimsView, group: readonly RecordFacts[], findings: FindingsOf): RecordAccount | undefined {
  const size = (record: RecordFacts): number => Object.keys(record.plain).length;
  const records = [...new Set(group)].sort((a, b) => size(b) - size(a));
  const placed = records.flatMap((record) => locationOf(aims, record) ?? []);
  const [first, [location, ...others]] = [records[0], placed];
  if (first === undefined || location === undefined) return undefined;
  const system = systemOf(aims.index, first);
  return {
    what: "record",
    id: first.id ?? "",
    title: titleOf(first),
    kind: first.kind ?? "",
    kindTitle: first.kind === undefined ? "Record" : kindInfo(first.kind).title,
    template: records.every(({ template }) => template),
    location,
    others,
    fields: fieldsOf(records),
    ...(system && {
      system: systemRow(aims, system),
      duties: [
        ...rolesTogether(system).map(rolesText),
        ...dutiesOf(system, deriveTier(system), systemText(system, "tier") as Tier | undefined).map((duty) =>
          dutyText(duty, aims.today().date()),
        ),
      ],
    }),
    names: linksFrom(aims, records),
    namedBy: linksTo(aims, records),
    mentionedIn: mentions(aims, records),
    serves: servedBy(aims, records),
    findings: placed.flatMap(({ path, range }) =>
      findings(path).filter(
        (f) => within(range, f.range) || f.related.some((r) => r.path === path && within(range, r.range)),
      ),
    ),
  };
}

const within = (outer: Range, inner: Range): boolean =>
  !before(inner.start, outer.start) && !before(outer.end, inner.end);
const before = (a: Range["start"], b: Range["start"]): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);

/** Every filled field of the kind in the schema's order, and whatever else is written. */
function fieldsOf(records: readonly RecordFacts[]): RecordAccount["fields"] {
  const kind = records[0]?.kind;
  const known = kind === undefined ? [] : kindInfo(kind).fields;
  const titles = new Map(known.map(({ name, title }) => [name, title]));
  const names = new Set([...titles.keys(), ...records.flatMap(({ plain }) => Object.keys(plain))]);
  return [...names]
    .filter((name) => name !== "aims" && name !== "id" && name !== "satisfies")
    .map((name) => ({
      name,
      title: titles.get(name) ?? name,
      text: records.map(({ plain }) => plainText(plain[name])).find((text) => text !== "") ?? "",
    }))
    .filter(({ text }) => text !== "");
}

function linksFrom(aims: AimsView, records: readonly RecordFacts[]): RecordLink[] {
  const links = records.flatMap((record) =>
    referencesOf(record).map(({ field, id }): RecordLink => {
      const target = aims.index.byId(id)[0];
      return target ? link(aims, target, field) : { id, title: "", kind: "", field, location: undefined };
    }),
  );
  return unique(links);
}

function linksTo(aims: AimsView, records: readonly RecordFacts[]): RecordLink[] {
  const id = records[0]?.id;
  if (id === undefined) return [];
  return unique(aims.index.referencesTo(id).map(({ from, field }) => link(aims, from, field)));
}

function link(aims: AimsView, record: RecordFacts, field: string): RecordLink {
  const kind = record.kind === undefined ? "" : kindInfo(record.kind).title;
  return { id: record.id ?? "", title: titleOf(record), kind, field, location: locationOf(aims, record) };
}

function unique(links: readonly RecordLink[]): RecordLink[] {
  const key = ({ id, title, field, location }: RecordLink): string =>
    JSON.stringify([id === "" ? [title, location] : normalizeId(id), field]);
  return [...new Map([...links].reverse().map((one) => [key(one), one])).values()].reverse();
}

/** Documents that name the id in their text and not in a field made for it, by path. */
function mentions({ index }: AimsView, records: readonly RecordFacts[]): readonly string[] {
  const id = records[0]?.id;
  return id === undefined ? [] : index.mentioning(id);
}

/** Provisions the records count for, in the order of the standards; those they say they answer and do not count for come after. */
function servedBy(aims: AimsView, records: readonly RecordFacts[]): ServedProvision[] {
  const counted = aims.config().standards.flatMap((standard) =>
    aims.coverage.all(standard).flatMap((c): ServedProvision[] => {
      if (c.derived) return [];
      const { provision, title, level } = c;
      return c.evidence
        .filter(({ record }) => records.includes(record))
        .map(({ role, note }) => ({ standard, provision, title, level, role, note }));
    }),
  );
  const key = ({ standard, provision }: ProvisionRef): string => `${standard}:${provision}`;
  const known = new Set(counted.map(key));
  const said = new Map(records.flatMap(({ addresses }) => addresses).map((ref) => [key(ref), ref]));
  const rest = [...said]
    .filter(([name]) => !known.has(name))
    .map(([, ref]): ServedProvision => {
      const title = findProvision(ref.standard, ref.provision)?.title ?? "";
      const level = aims.coverage.of(ref.standard, ref.provision)?.level;
      return { standard: ref.standard, provision: ref.provision, title, level, role: "says", note: "" };
    });
  return [...counted, ...rest];
}

function nearestTo(all: readonly AimsView[], asked: string): string[] {
  const wanted = normalizeId(asked);
  const bound = wanted.length < 4 ? 1 : NEAR;
  const names = new Set(all.flatMap(({ index }) => index.files().flatMap(({ records }) => records.flatMap(namesOf))));
  return [...names]
    .map((name) => ({ name, far: distance(wanted, normalizeId(name), bound) }))
    .filter(({ far }) => far <= bound)
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_NEAR)
    .map(({ name }) => name);
}

const namesOf = (record: RecordFacts): string[] => [record.id ?? "", titleOf(record)].filter((name) => name !== "");
