import type { KindId } from "../generated/kinds.ts";
import { kindInfo } from "../records/kinds.ts";
import type { AimsView } from "../workspace/view.ts";

const NUMBERED = /^(.+?)-(?:(\d{4})-)?(\d{1,9})$/;

interface Series {
  readonly prefix: string;
  /** The year in `AUD-2026-01`. */
  readonly year: string;
  count: number;
  highest: number;
  width: number;
}

/**
 * The next free id of a kind, in the form most ids of that kind have here (`RISK-004`, `AUD-2026-02`); where there are none, in
 * the kind's usual form, numbered from 1.
 */
export const nextId = (aims: AimsView, kind: KindId): string => idsFrom(aims, kind, 1)[0] as string;

/** The next free ids of a kind, as many as asked for; see `nextId`. */
export function idsFrom(aims: AimsView, kind: KindId, count: number): string[] {
  const year = aims.today().date().slice(0, 4);
  const series = seriesOf(aims, kind);
  const main = [...series.values()].sort((a, b) => b.count - a.count || Number(b.year) - Number(a.year))[0];
  const prefix = main?.prefix ?? kindInfo(kind).idPrefixes[0] ?? kind.toUpperCase();
  const dated = main !== undefined && main.year !== "";
  const current = dated ? series.get(`${prefix}-${year}`) : main;
  const stem = dated ? `${prefix}-${year}` : prefix;
  let number = (current?.highest ?? 0) + 1;
  const write = (): string => `${stem}-${String(number).padStart(main?.width ?? 3, "0")}`;
  const ids: string[] = [];
  for (; ids.length < count; number++) if (aims.index.byId(write()).length === 0) ids.push(write());
  return ids;
}

function seriesOf(aims: AimsView, kind: KindId): Map<string, Series> {
  const found = new Map<string, Series>();
  for (const { id } of aims.index.ofKind(kind)) {
    const match = id === undefined ? null : NUMBERED.exec(id);
    if (!match) continue;
    const [, prefix = "", year = "", number = ""] = match;
    const key = year === "" ? prefix : `${prefix}-${year}`;
    const series = found.get(key) ?? { prefix, year, count: 0, highest: 0, width: number.length };
    series.count++;
    series.highest = Math.max(series.highest, Number(number));
    series.width = Math.max(series.width, number.length);
    found.set(key, series);
  }
  return found;
}
