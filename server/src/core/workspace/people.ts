import { comparable, namesSomebody, readPerson, samePerson } from "../records/people.ts";
import type { Plain, RecordFacts } from "../records/model.ts";
import type { AimsIndex, FileFacts } from "./api.ts";

/** Who holds which post, and who is known by full name. */
interface Directory {
  /** Holder by post; undefined where a post has several. */
  readonly holders: ReadonlyMap<string, string | undefined>;
  /** Full name by initial and surname (`j doe`); undefined where it fits several people. */
  readonly initials: ReadonlyMap<string, string | undefined>;
  /** Keys of texts already looked up. */
  readonly keys: Map<string, string>;
}

/** People as the records of one state of the index name them. */
const directories = new WeakMap<
  readonly RecordFacts[],
  { readonly management: Plain | undefined; readonly hands: readonly FileFacts[]; readonly made: Directory }
>();

const texts = (value: Plain | undefined): string[] =>
  (Array.isArray(value) ? (value as readonly Plain[]) : [value ?? null]).flatMap((item) => {
    if (typeof item === "string") return item.trim() === "" ? [] : [item];
    if (!item || typeof item !== "object" || Array.isArray(item)) return [];
    const { name, role } = item as { readonly [key: string]: Plain };
    if (typeof name !== "string") return [];
    return [typeof role === "string" ? `${name} (${role})` : name];
  });

function put(map: Map<string, string | undefined>, key: string, name: string): void {
  if (key === "") return;
  const known = map.get(key);
  if (!map.has(key)) map.set(key, name);
  else if (known === undefined || comparable(known) !== comparable(name)) map.set(key, undefined);
}

function directoryOf(index: AimsIndex): Directory {
  const roles = index.ofKind("role");
  const management = index.config().plain.top_management;
  const hands = index.withHands();
  const kept = directories.get(roles);
  if (kept && kept.management === management && kept.hands === hands) return kept.made;
  const holders = new Map<string, string | undefined>();
  const initials = new Map<string, string | undefined>();
  const know = (name: string): void => {
    const words = comparable(name).split(" ");
    if (words.length > 1) put(initials, `${words[0]?.[0]} ${words.at(-1)}`, name);
  };
  const add = (post: string | undefined, text: string): void => {
    if (!namesSomebody(text)) return;
    const { name, role } = readPerson(text);
    for (const title of [post, role]) if (title !== undefined) put(holders, comparable(title), name);
    know(name);
  };
  for (const { plain, template } of roles) {
    const held = template ? [] : texts(plain.holder);
    for (const text of held) add(typeof plain.title === "string" ? plain.title : undefined, text);
  }
  for (const text of texts(management)) add(undefined, text);
  const said = new Map<string, string | undefined>();
  for (const { hands: of } of hands) {
    for (const { post, name } of of?.holdings ?? []) put(said, comparable(post), name);
    for (const name of of?.people ?? []) know(name);
  }
  // What a role record says goes before what other documents say in passing.
  for (const [post, name] of said) if (!holders.has(post)) holders.set(post, name);
  const made: Directory = { holders, initials, keys: new Map() };
  directories.set(roles, { management, hands, made });
  return made;
}

/**
 * The person meant by a text: for a post the one person a `role` record or `top_management` gives it, else the one whom headers, signature
 * tables and tables of responsibilities call so; for an initial with a surname the one known person of that name; else the text itself.
 */
export function personNamed(index: AimsIndex, text: string): string {
  if (!namesSomebody(text)) return text;
  const { name, role } = readPerson(text);
  const key = comparable(name);
  const directory = directoryOf(index);
  const holder = role === undefined ? directory.holders.get(key) : undefined;
  if (holder !== undefined) return holder;
  const initial = /^(\p{L}) (?:\p{L} )?(\p{L}{2,})$/u.exec(key);
  return (initial && directory.initials.get(`${initial[1]} ${initial[2]}`)) ?? text;
}

/** Whether two texts surely name the same person by the records of the AIMS; false in doubt, and for bodies of several people. */
export function samePersonIn(index: AimsIndex, a: string, b: string): boolean {
  if (samePerson(a, b)) return true;
  if (!namesSomebody(a) || !namesSomebody(b)) return false;
  const [p, q] = [personNamed(index, a), personNamed(index, b)];
  return (p !== a || q !== b) && samePerson(p, q);
}

/** A person as one key for all ways in which the AIMS names him or her; undefined for bodies of several people and for nobody. */
export function personKey(index: AimsIndex, text: string): string | undefined {
  const { keys } = directoryOf(index);
  if (!keys.has(text)) keys.set(text, namesSomebody(text) ? comparable(readPerson(personNamed(index, text)).name) : "");
  return keys.get(text) || undefined;
}
