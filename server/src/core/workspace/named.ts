import type { Provision } from "../catalog/catalog.ts";
import type { ProvisionRef } from "../records/model.ts";
import type { Block, BlockData } from "../syntax/document.ts";
import { inOrder } from "../text/in-order.ts";
import { once } from "../text/once.ts";
import { changedStretch } from "../text/stretch.ts";

/** Things with the number of blocks that name each. */
class Counted<T> {
  readonly #known = new Map<string, { readonly item: T; blocks: number }>();
  #list: readonly T[] | undefined;

  add(key: string, item: T): void {
    const known = this.#known.get(key);
    if (known) known.blocks++;
    else {
      this.#known.set(key, { item, blocks: 1 });
      this.#list = undefined;
    }
  }

  remove(key: string): void {
    const known = this.#known.get(key);
    if (!known || --known.blocks > 0) return;
    this.#known.delete(key);
    this.#list = undefined;
  }

  /** Each once, sorted by key; the same list as long as the same things are named. */
  list(): readonly T[] {
    this.#list ??= [...this.#known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { item }]) => item);
    return this.#list;
  }
}

/** Targets of links such as `[[RISK-001]]` that can be ids and no paths. */
const ID_LIKE = /^[\w-]+$/;

const NOTHING: readonly never[] = [];

/** The ids that a block names, in small letters, each once. */
function mentionsIn({ mentions, links }: BlockData): Iterable<string> {
  if (mentions.length === 0 && links.length === 0) return NOTHING;
  const found = new Set<string>();
  for (const { id } of mentions) found.add(id.toLowerCase());
  for (const { target } of links) if (ID_LIKE.test(target)) found.add(target.toLowerCase());
  return found;
}

/** Adds the provisions that a block cites. */
function addCites({ citations }: BlockData, to: Set<Provision>): void {
  for (const { provision, implied } of citations) if (provision && !implied) to.add(provision);
}

/** The provisions that a block cites, each once. */
function citesIn(data: BlockData): Iterable<Provision> {
  if (data.citations.length === 0) return NOTHING;
  const found = new Set<Provision>();
  addCites(data, found);
  return found;
}

/** A provision that is cited, under its key. */
interface Cite {
  readonly key: string;
  readonly ref: ProvisionRef;
}

const citeOf = once(
  ({ standard, id }: Provision): Cite => ({ key: `${standard}:${id}`, ref: { standard, provision: id } }),
);

const refsTo = (cited: ReadonlySet<Provision>): readonly ProvisionRef[] =>
  inOrder([...cited].map(citeOf), (a, b) => (a.key < b.key ? -1 : 1)).map(({ ref }) => ref);

/** What some blocks name outside of typed references: provisions cited, and ids in small letters, each once and sorted. */
export function namedIn(blocks: readonly Block[]): Pick<Named, "cites" | "mentions"> {
  let cites: Set<Provision> | undefined;
  let mentions: Set<string> | undefined;
  for (const { data } of blocks) {
    if (data.citations.length > 0) {
      cites ??= new Set();
      addCites(data, cites);
    }
    if (data.mentions.length === 0 && data.links.length === 0) continue;
    mentions ??= new Set();
    for (const id of mentionsIn(data)) mentions.add(id);
  }
  return {
    cites: cites ? refsTo(cites) : NOTHING,
    mentions: mentions ? inOrder([...mentions], (a, b) => (a < b ? -1 : 1)) : NOTHING,
  };
}

/** What the blocks of a file name outside of typed references. After an edit only the blocks that changed are looked at. */
export class Named {
  readonly #cites = new Counted<ProvisionRef>();
  readonly #mentions = new Counted<string>();
  #blocks: readonly Block[] = [];

  /** Provisions cited (resolved ones only), each once. */
  get cites(): readonly ProvisionRef[] {
    return this.#cites.list();
  }

  /** Ids named, each once, in small letters, sorted. */
  get mentions(): readonly string[] {
    return this.#mentions.list();
  }

  /** The file has these blocks now. */
  move(blocks: readonly Block[]): void {
    const before = this.#blocks;
    this.#blocks = blocks;
    const stretch = changedStretch(before, blocks);
    for (const { data } of blocks.slice(stretch.start, stretch.after)) {
      for (const provision of citesIn(data)) {
        const { key, ref } = citeOf(provision);
        this.#cites.add(key, ref);
      }
      for (const id of mentionsIn(data)) this.#mentions.add(id, id);
    }
    for (const { data } of before.slice(stretch.start, stretch.before)) {
      for (const provision of citesIn(data)) this.#cites.remove(citeOf(provision).key);
      for (const id of mentionsIn(data)) this.#mentions.remove(id);
    }
  }
}
