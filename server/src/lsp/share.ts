import {
  createHost,
  type Host,
  type SharedFile,
  type StoredFile,
  type StoredFound,
  type StoredHead,
  type StoredPart,
  type Unreadable,
  type WorldChange,
} from "../core/analysis.ts";
import { asLines, partsIn } from "../files/index-file.ts";
import { readSourceFile } from "../files/source.ts";
import { readChange } from "../files/walk.ts";
import type { Settings } from "../protocol.ts";
import { type Extents, extentsOf, stampOf, statOf } from "./extents.ts";
import { type Dealt, taking } from "./share-out.ts";
import { turn } from "./slices.ts";

/** What a first reading needs to know; survives being sent to a thread. */
export interface Readable {
  readonly roots: readonly string[];
  readonly settings: Settings;
  readonly today: string;
}

/** What one of those that share a first reading is given to read. */
export interface Given {
  /** What the `aims.yaml`s say, which all have to know. */
  readonly configuration: readonly WorldChange[];
  readonly unread: readonly Unreadable[];
  /** Files that are only known to exist. */
  readonly others: readonly string[];
  readonly dealt: Dealt;
}

/** What files that one has read say to the others. */
export interface Facts {
  /** `file` parts. */
  readonly files: Uint8Array;
  /** Length and hash of each one's text. */
  readonly marks: readonly (readonly [length: number, hash: number])[];
  /** What else was found of files: that one is gone or cannot be read. */
  readonly changes: readonly WorldChange[];
}

/** What was found in files, and what is needed to show it again. */
export interface Shown {
  readonly head: StoredHead;
  readonly shown: Uint8Array;
  readonly stamps: readonly (readonly [path: string, stamp: string])[];
}

/** What else is known of them: what this hung on, and what is known of AIMSs. */
export interface Rest {
  readonly reads: Uint8Array;
  readonly aims: Uint8Array;
}

/** The part that one of several takes in a first reading: it reads its share of the files, is told what the others say, and works out what is found in its own. */
export class Share {
  readonly #host: Host;
  readonly #roots: readonly string[];
  readonly #extents: Extents;
  readonly #own = new Set<string>();
  readonly #stamps: [path: string, stamp: string][] = [];

  constructor({ roots, settings, today }: Readable) {
    this.#roots = roots;
    this.#extents = extentsOf(roots, settings);
    this.#host = createHost({ today, read: (path) => this.#textOf(path) });
    this.#host.apply([
      { type: "severities", rules: settings.rules ?? {} },
      { type: "roots", roots },
    ]);
  }

  #textOf(path: string): string | undefined {
    const change = this.#extents.onDisk(path);
    return change.type === "set" ? change.text : undefined;
  }

  /** Takes in what all have to know, before anything else. */
  begin({ configuration, unread, others }: Given): void {
    this.#host.apply([...configuration, ...unread, ...others.map((path) => ({ type: "exists", path }) as const)]);
  }

  /**
   * Reads files, which are its own from now on; gives some at a time what they say.
   * @param own its number among those that share the reading
   */
  async *read(dealt: Dealt, own: number): AsyncGenerator<Facts> {
    for (const paths of taking(dealt, own)) {
      const changes = paths.map((path) => this.take(path));
      this.#host.apply(changes);
      yield this.#facts(changes);
      // Where one thread is all there is, another one's turn.
      await turn();
    }
  }

  /** Looks at what is on disk of a file, which is its own from now on. */
  take(path: string): WorldChange {
    const stat = statOf(path);
    const stamp = stampOf(path, stat);
    if (stamp !== undefined) this.#stamps.push([path, stamp]);
    this.#own.add(path);
    return readChange(path, { maxBytes: this.#extents.maxBytes }, stat);
  }

  #facts(changes: readonly WorldChange[]): Facts {
    const texts = changes.flatMap((change) => (change.type === "set" ? [change.path] : []));
    const shared = [...this.#host.facts(texts)];
    const files = asLines(shared.map(({ file }) => file));
    const marks = shared.map(({ mark }) => [mark.length, mark.hash] as const);
    return { files, marks, changes: changes.filter(({ type }) => type !== "set") };
  }

  /** What files that were taken in with all others say. */
  say(paths: Iterable<string>): Uint8Array {
    return asLines([...this.#host.facts(paths)].map(({ file }) => file));
  }

  /** Takes in what others say of their files. */
  hear({ files, marks, changes }: Facts): void {
    if (changes.length > 0) this.#host.apply(changes);
    this.#host.takeFacts(withMarks(files, marks));
  }

  /**
   * Works out what is found in its own files; all others have to be known.
   * @param freshness whether rules on whole AIMSs are to run, too
   */
  workOut(freshness: "now" | "settled"): void {
    this.#show(freshness);
    // What results files say may make a rule ask for more of them.
    for (let wanted = this.#host.takeWanted(); wanted.length > 0; wanted = this.#host.takeWanted()) {
      this.#host.apply(wanted.map((path) => readSourceFile(path, this.#roots, this.#extents.maxBytes)));
      this.#show(freshness);
    }
    this.#host.takeChanged(freshness);
  }

  #show(freshness: "now" | "settled"): void {
    for (const path of this.#host.takeChanged(freshness))
      if (this.#own.has(path)) this.#host.snapshot.findingsId(path, freshness);
  }

  /** What rules on whole AIMSs found. */
  found(): readonly StoredFound[] {
    return this.#host.found();
  }

  /** Takes over what they found elsewhere. */
  takeFound(found: readonly StoredFound[]): void {
    this.#host.takeFound(found);
    this.workOut("now");
  }

  /**
   * What one knows of its own files once all is worked out, and no change comes any more.
   * @throws when not all is worked out
   */
  save(): { readonly shown: Shown; readonly rest: () => Rest } {
    const work = this.#host.save(this.#own);
    let next = work.next();
    /** The parts that come next, as long as they are of a kind. */
    const partsOf = (kind: StoredPart["part"]): StoredPart[] => {
      const parts: StoredPart[] = [];
      for (; !next.done && next.value.part === kind; next = work.next()) parts.push(next.value);
      if (next.done && !next.value) throw new Error("what was read could not be saved");
      return parts;
    };
    const [head] = partsOf("head") as StoredHead[];
    if (!head) throw new Error("there is no head");
    return {
      shown: { head, shown: asLines(partsOf("shown")), stamps: this.#stamps },
      rest: () => ({ reads: asLines(partsOf("reads")), aims: asLines(partsOf("aims")) }),
    };
  }
}

function* withMarks(files: Uint8Array, marks: Facts["marks"]): Generator<SharedFile> {
  let i = 0;
  for (const file of partsIn(files)) {
    const [length = 0, hash = 0] = marks[i++] ?? [];
    yield { mark: { length, hash }, file: file as StoredFile };
  }
}
