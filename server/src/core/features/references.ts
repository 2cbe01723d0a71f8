import type { Highlight, Place } from "../analysis-api.ts";
import type { RecordFacts } from "../records/model.ts";
import { samePerson } from "../records/people.ts";
import { touches } from "../text/span.ts";
import type { Position } from "../text/span.ts";
import type { AimsView, FileView } from "../workspace/view.ts";
import { namedAt } from "./named.ts";
import {
  type Among,
  around,
  keyOfId,
  keyOfPerson,
  keyOfProvision,
  naming,
  type Occurrence,
  occurrencesIn,
} from "./occurrences.ts";
import { peopleIn } from "./people.ts";

/** What is asked for: the keys under which it occurs, and the files it can occur in. */
interface Asked {
  readonly keys: ReadonlySet<string>;
  readonly paths: Iterable<string>;
  /** Where in a file it can occur; anywhere where this is left out. */
  among?(path: string): Among;
}

/**
 * Every place at which the record, provision or person named at `at` is named, in path and document order, one file at each step; a step
 * gives nothing while a long file is read.
 * @param declaration whether the places count at which a record of the id is declared
 */
export function* referencesAt(view: FileView, at: Position, declaration: boolean): Generator<Place[]> {
  const asked = askedAt(view, view.lines.offset(at));
  if (!asked) return;
  for (const path of [...new Set(asked.paths)].sort()) {
    for (const _ of view.aims.reading(path)) yield [];
    yield placesIn(view.aims, path, asked, declaration);
  }
}

function placesIn(aims: AimsView, path: string, { keys, among }: Asked, declaration: boolean): Place[] {
  const document = aims.document(path);
  if (!document) return [];
  const { standards } = aims.config();
  const wanted = ({ key, declares }: Occurrence): boolean => keys.has(key) && (declaration || !declares);
  const places = occurrencesIn(document, standards, wanted, among?.(path));
  if (places.length === 0) return [];
  const lines = aims.lines(document);
  return places.map(({ span }) => ({ path, range: lines.range(span) }));
}

/** The places of this document at which what is named at `at` is named; where a record is declared counts as written to. */
export function highlightsAt(view: FileView, at: Position): Highlight[] {
  const keys = keysAt(view, view.lines.offset(at));
  const found = occurrencesIn(view.document, view.aims.config().standards, ({ key }) => keys.has(key));
  return found.map(({ span, declares }) => ({ range: view.lines.range(span), declares }));
}

function askedAt(view: FileView, offset: number): Asked | undefined {
  const { aims } = view;
  const found = [...keysAt(view, offset)];
  const key = found[0];
  if (key === undefined) return undefined;
  const [what, ...rest] = key.split(":");
  if (what === "person") return personAsked(aims, rest.join(":"));
  const keys = new Set(found);
  return what === "id" ? idAsked(aims, keys, rest.join(":")) : { keys, paths: pathsOfProvision(aims, rest) };
}

/** The keys of what is named at an offset: the narrowest occurrence there, else what hover and definition take it for. */
function keysAt(view: FileView, offset: number): ReadonlySet<string> {
  const here = occurrencesIn(
    view.document,
    view.aims.config().standards,
    ({ span }, base) => touches(span, offset - base),
    around(offset),
  );
  const provision = here.find(({ key }) => key.startsWith("provision:"));
  const narrowest = [...here].sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
  const occurrence = provision ?? narrowest;
  if (occurrence) return new Set([occurrence.key]);
  const named = view.document.governed ? namedAt(view, offset) : undefined;
  if (named?.what === "provision") return new Set([keyOfProvision(named.standard, named.provision)]);
  const id = named?.what === "record" ? named.records[0]?.id : undefined;
  return new Set(id === undefined ? [] : [keyOfId(id)]);
}

function idAsked(aims: AimsView, keys: ReadonlySet<string>, id: string): Asked {
  const { index } = aims;
  const records = new Map<string, RecordFacts[]>(index.mentioning(id).map((path) => [path, []]));
  for (const record of [...index.byId(id), ...index.referencesTo(id).map(({ from }) => from)]) {
    const known = records.get(record.path);
    if (known) known.push(record);
    else records.set(record.path, [record]);
  }
  const ordinals = (path: string): number[] => (records.get(path) ?? []).flatMap((one) => aims.ordinal(one) ?? []);
  return { keys, paths: records.keys(), among: (path) => naming(new Set(ordinals(path))) };
}

function* pathsOfProvision({ index }: AimsView, [standard = "", ...rest]: readonly string[]): Generator<string> {
  const provision = rest.join(":");
  for (const record of index.addressing(standard, provision)) yield record.path;
  yield* index.citing(standard, provision);
}

/** A person is found under every spelling that surely names the same one. */
function personAsked({ index }: AimsView, name: string): Asked {
  const spellings = new Map<string, boolean>([[name, true]]);
  const same = (other: string): boolean => {
    let known = spellings.get(other);
    if (known === undefined) {
      known = samePerson(name, other);
      spellings.set(other, known);
    }
    return known;
  };
  // Every name is asked, not the first that fits: all spellings are wanted.
  const paths = index
    .files()
    .flatMap((file) => ([...peopleIn(file).keys()].filter(same).length > 0 ? [file.path] : []));
  const keys = [...spellings].filter(([, is]) => is).map(([spelling]) => keyOfPerson(spelling));
  return { keys: new Set(keys), paths };
}
