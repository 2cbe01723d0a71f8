import type { KindId } from "../generated/kinds.ts";
import type { RecordFacts } from "../records/model.ts";
import type { AimsConfig, AimsIndex, FileFacts, Reference } from "./api.ts";
import type { Memo } from "./memo.ts";
import type { Parting } from "./parts.ts";
import type { Fingerprint } from "./fingerprint.ts";
import type { Version } from "./history.ts";
import type { SourceContent } from "./sources.ts";
import { keys, type Tables } from "./tables.ts";

/** Which files and folders exist, whatever AIMS they belong to. */
export interface FileNames {
  has(path: string): boolean;
  named(name: string): readonly string[];
  below(folder: string): readonly string[];
}

/** What else of the workspace can be asked for by path. */
export interface Contents {
  source(path: string): SourceContent | undefined;
  history(path: string): readonly Version[];
}

/** The index as computations see it: every answer is noted in `memo` as read. */
export class TrackedIndex implements AimsIndex {
  readonly root: string;
  readonly folder: string;
  readonly #memo: Memo;
  readonly #tables: Tables;
  readonly #names: FileNames;
  readonly #contents: Contents;
  readonly #fingerprint: (record: RecordFacts) => Fingerprint | undefined;
  readonly #config: () => AimsConfig;
  /** Keys by kind: records ask for all of a kind more often than for anything else. */
  readonly #kinds = new Map<KindId, string>();

  /** The file asked for last, with its key: rules ask for one after another. */
  #file = { path: "", key: keys.file("") };

  constructor(
    root: string,
    folder: string,
    memo: Memo,
    tables: Tables,
    world: { readonly names: FileNames; readonly contents: Contents },
    own: {
      readonly config: () => AimsConfig;
      readonly fingerprint: (record: RecordFacts) => Fingerprint | undefined;
    },
  ) {
    this.root = root;
    this.folder = folder;
    this.#memo = memo;
    this.#tables = tables;
    this.#names = world.names;
    this.#contents = world.contents;
    this.#config = own.config;
    this.#fingerprint = own.fingerprint;
  }

  config(): AimsConfig {
    this.#memo.read(keys.config);
    return this.#config();
  }
  byId(id: string): readonly RecordFacts[] {
    const lower = id.toLowerCase();
    this.#memo.read(keys.id(lower));
    return this.#tables.byId.get(lower);
  }
  ids(): readonly string[] {
    this.#memo.read(keys.ids);
    return this.#tables.ids();
  }
  alike(slipKey: string): readonly string[] {
    this.#memo.read(keys.alike(slipKey));
    return this.#tables.alike(slipKey);
  }
  ofKind(kind: KindId): readonly RecordFacts[] {
    let key = this.#kinds.get(kind);
    if (key === undefined) {
      key = keys.kind(kind);
      this.#kinds.set(kind, key);
    }
    this.#memo.read(key);
    return this.#tables.ofKind.get(kind);
  }
  referencesTo(id: string): readonly Reference[] {
    const lower = id.toLowerCase();
    this.#memo.read(keys.ref(lower));
    return this.#tables.references.get(lower);
  }
  addressing(standard: string, provision: string): readonly RecordFacts[] {
    const name = `${standard}:${provision}`;
    this.#memo.read(keys.addressing(name));
    return this.#tables.addressing.get(name);
  }
  citing(standard: string, provision: string): readonly string[] {
    const name = `${standard}:${provision}`;
    this.#memo.read(keys.citing(name));
    return this.#tables.citing.get(name);
  }
  mentioning(id: string): readonly string[] {
    const lower = id.toLowerCase();
    this.#memo.read(keys.mentioning(lower));
    return this.#tables.mentioning.get(lower);
  }
  part<T extends object>(name: string, key: string, parting: Parting<T>): readonly T[] {
    return this.#memo.part(name, key, parting);
  }
  withMatrix(): readonly FileFacts[] {
    this.#memo.read(keys.matrices);
    return this.#tables.withMatrix.list();
  }
  withHands(): readonly FileFacts[] {
    this.#memo.read(keys.hands);
    return this.#tables.withHands.list();
  }
  file(path: string): FileFacts | undefined {
    if (path !== this.#file.path) this.#file = { path, key: keys.file(path) };
    this.#memo.read(this.#file.key);
    return this.#tables.file(path);
  }
  own(path: string): RecordFacts | undefined {
    this.#memo.read(keys.own(path));
    return this.#tables.file(path)?.own;
  }
  files(): readonly FileFacts[] {
    this.#memo.read(keys.files);
    return this.#tables.files();
  }
  exists(path: string): boolean {
    this.#memo.read(keys.exists(path));
    return this.#names.has(path);
  }
  named(name: string): readonly string[] {
    this.#memo.read(keys.named(name));
    return this.#names.named(name);
  }
  history(path: string): readonly Version[] {
    this.#memo.read(keys.history(path));
    return this.#contents.history(path);
  }
  fingerprint(record: RecordFacts): Fingerprint | undefined {
    this.#memo.read(keys.text(record.path));
    return this.#fingerprint(record);
  }
  source(path: string): SourceContent | undefined {
    this.#memo.read(keys.source(path));
    return this.#contents.source(path);
  }
}
