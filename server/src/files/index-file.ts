import { createHash, randomUUID } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { StoredHead, StoredPart, StoredShown } from "../core/analysis.ts";
import { Pile } from "./pile.ts";

/** Changes when lines of the file are other than before. */
const FORMAT = 2;
const DIGEST = "sha1";
const DIGEST_LENGTH = 40;
const CHUNK = 64 * 1024;
/** What a server that was killed left half-written is taken away after this long, in milliseconds. */
const ABANDONED = 10 * 60_000;

/** What the shell has to know to tell what changed on disk since. */
export interface About {
  /** Settings that say what is read. */
  readonly settings: string;
  /** Of each file that was read, what tells whether it changed; absent where that could not be told. */
  readonly stamps: readonly (readonly [path: string, stamp: string])[];
}

/** An index that was never on disk: parts in their order, each a line of JSON. */
export interface IndexPieces {
  readonly about: About;
  /** The head and what was shown of the files. */
  readonly shown: readonly Uint8Array[];
  readonly rest: readonly Uint8Array[];
}

export interface ReadIndex {
  readonly about: About;
  readonly shown: readonly (StoredHead | StoredShown)[];
  /** The other parts, read from their lines when they are asked for. */
  readonly rest: Iterable<StoredPart>;
}

/**
 * A file in which one run of the server leaves what it knows of a workspace for the next: lines of JSON and, at the end, a digest of all
 * of them. Whatever is not whole, or not of this build, is as good as nothing.
 */
export class IndexFile {
  readonly path: string;
  readonly #build: string;

  /**
   * @param folder where it is kept; never in the workspace
   * @param roots the workspace folders it is about
   * @param build what tells this build of the server from all others
   */
  constructor(folder: string, roots: readonly string[], build: string) {
    const name = createHash("sha256")
      .update([...roots].sort().join("\0"))
      .digest("hex")
      .slice(0, 16);
    this.path = join(folder, `index-${name}.jsonl`);
    this.#build = build;
  }

  /** Undefined when there is none that can be used. */
  read(): ReadIndex | undefined {
    try {
      const bytes = readFileSync(this.path);
      const end = bytes.length - DIGEST_LENGTH;
      const body = bytes.subarray(0, Math.max(0, end));
      if (createHash(DIGEST).update(body).digest("hex") !== bytes.toString("latin1", Math.max(0, end)))
        return undefined;
      return this.#parse(body);
    } catch {
      return undefined;
    }
  }

  #parse(body: Buffer): ReadIndex | undefined {
    const lines = linesOf(body, 0);
    const first = lines.next();
    if (first.done || first.value.text !== this.#firstLine()) return undefined;
    const about = JSON.parse(lines.next().value?.text ?? "") as About;
    const shown: (StoredHead | StoredShown)[] = [];
    let from = body.length;
    for (const { text, start } of lines) {
      const part = JSON.parse(text) as StoredPart;
      if (part.part !== "head" && part.part !== "shown") {
        from = start;
        break;
      }
      shown.push(part);
    }
    return { about, shown, rest: partsOf(body, from) };
  }

  #firstLine = (): string => JSON.stringify({ format: FORMAT, build: this.#build });

  /**
   * Writes one that is whole; see `write`.
   * @throws when the folder cannot be written to; the file is then as it was
   */
  put({ about, shown, rest }: IndexPieces): void {
    const lines = (function* () {
      yield* shown;
      yield* rest;
      return true;
    })();
    for (const _ of this.#write(about, lines));
  }

  /**
   * Writes it, a little at each step; it takes the place of the one before only when it is whole. Answers whether it did.
   * @param parts answers false at its end when the parts are not whole
   * @throws when the folder cannot be written to; the file is then as it was
   */
  write(about: About, parts: Generator<StoredPart, boolean>): Generator<undefined, boolean> {
    return this.#write(about, chunksOf(parts));
  }

  *#write(about: About, chunks: Generator<Chunk, boolean>): Generator<undefined, boolean> {
    mkdirSync(dirname(this.path), { recursive: true });
    this.#clear();
    // Of its own for each writing: a thread of this process may be at it, too.
    const unfinished = `${this.path}.${randomUUID()}.part`;
    const file = openSync(unfinished, "w", 0o600);
    let whole = false;
    try {
      whole = yield* this.#fill(file, about, chunks);
    } finally {
      closeSync(file);
      if (whole) renameSync(unfinished, this.path);
      else rmSync(unfinished, { force: true });
    }
    return whole;
  }

  *#fill(file: number, about: About, chunks: Generator<Chunk, boolean>): Generator<undefined, boolean> {
    const hash = createHash(DIGEST);
    const put = (chunk: Uint8Array): void => {
      hash.update(chunk);
      for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
    };
    put(encoder.encode(`${this.#firstLine()}\n${JSON.stringify(about)}\n`));
    for (let next = chunks.next(); ; next = chunks.next()) {
      if (next.done) {
        if (next.value) writeSync(file, hash.digest("hex"));
        return next.value;
      }
      if (next.value) put(next.value);
      yield;
    }
  }

  #clear(): void {
    const prefix = `${basename(this.path)}.`;
    for (const name of readdirSync(dirname(this.path))) {
      const path = join(dirname(this.path), name);
      if (!name.startsWith(prefix) || !name.endsWith(".part")) continue;
      const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > ABANDONED) rmSync(path, { force: true });
    }
  }
}

/** Lines of parts; undefined for a step at which none are ready yet. */
type Chunk = Uint8Array | undefined;

const encoder = new TextEncoder();

/** Parts as lines of JSON, in one piece: many small ones leave memory in pieces. */
export function asLines(parts: readonly StoredPart[]): Uint8Array {
  const chunks = chunksOf(parts.values());
  const pile = new Pile();
  for (let next = chunks.next(); ; next = chunks.next()) {
    if (next.done) return pile.bytes();
    if (next.value) pile.add(next.value);
  }
}

/** Parts as lines of JSON, in chunks. What the generator returns is what `parts` does. */
function* chunksOf<T>(parts: Iterator<StoredPart, T>): Generator<Chunk, T> {
  let chunk = "";
  for (let next = parts.next(); ; next = parts.next()) {
    if (next.done) {
      if (chunk !== "") yield encoder.encode(chunk);
      return next.value;
    }
    chunk += `${JSON.stringify(next.value)}\n`;
    if (chunk.length > CHUNK) {
      yield encoder.encode(chunk);
      chunk = "";
    } else yield undefined;
  }
}

export const readPieces = ({ about, shown, rest }: IndexPieces): ReadIndex => ({
  about,
  shown: [...partsOfAll(shown)] as ReadIndex["shown"],
  rest: partsOfAll(rest),
});

function* partsOfAll(pieces: readonly Uint8Array[]): Generator<StoredPart> {
  for (const piece of pieces) yield* partsIn(piece);
}

/** Parts from their lines. */
export const partsIn = ({ buffer, byteOffset, byteLength }: Uint8Array): Generator<StoredPart> =>
  partsOf(Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength), 0);

function* partsOf(bytes: Buffer, from: number): Generator<StoredPart> {
  for (const { text } of linesOf(bytes, from)) yield JSON.parse(text) as StoredPart;
}

const NEWLINE = 10;

function* linesOf(bytes: Buffer, from: number): Generator<{ readonly text: string; readonly start: number }> {
  for (let start = from; start < bytes.length; ) {
    const found = bytes.indexOf(NEWLINE, start);
    const end = found < 0 ? bytes.length : found;
    yield { text: bytes.toString("utf8", start, end), start };
    start = end + 1;
  }
}
