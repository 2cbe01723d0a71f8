import { createHash, randomUUID } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { StoredFinding, StoredHead, StoredPart, StoredShown } from "../core/analysis.ts";
import { Pile } from "./pile.ts";

/** Changes when lines of the file are other than before. */
const FORMAT = 3;
const DIGEST = "sha1";
const DIGEST_LENGTH = 40;
/** At the end of the file stand the digests of its two sections and where the second begins. */
const OFFSET_LENGTH = 16;
const END_LENGTH = 2 * DIGEST_LENGTH + OFFSET_LENGTH;
const CHUNK = 64 * 1024;
/** So much is read at each step, in bytes. */
const READ = 1024 * 1024;
/** Opens what there is for reading, and of a pipe waits for nobody. */
const AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
/** So many files stand in one line. */
const FILES = 200;
/** What a server that was killed left half-written is taken away after this long, in milliseconds. */
const ABANDONED = 10 * 60_000;

/** What the shell has to know to tell what changed on disk since. */
export interface About {
  /** Settings that say what is read. */
  readonly settings: string;
  /** Of each file that was read, what tells whether it changed; absent where that could not be told. */
  readonly stamps: readonly (readonly [path: string, stamp: string])[];
}

/** The first section of an index that was never on disk: parts in their order, as lines of JSON. */
export interface ShownPieces {
  readonly about: About;
  /** The head and what was shown of the files. */
  readonly shown: readonly Uint8Array[];
}

/** All of one. */
export interface IndexPieces extends ShownPieces {
  readonly rest: readonly Uint8Array[];
}

export interface ReadIndex {
  readonly about: About;
  /** Findings of a file are read from their line when they are asked for. */
  readonly shown: readonly (StoredHead | StoredShown)[];
  /**
   * The other parts, read when they are asked for; undefined for a step at which none are ready yet. To be asked for once.
   * @throws when they are not whole
   */
  readonly rest: Iterable<StoredPart | undefined>;
}

/**
 * A file in which one run of the server leaves what it knows of a workspace for the next: lines of JSON in two sections and, at the end, a
 * digest of each. The first is what is needed to show what was shown, and all that is read at a start. Where it is not whole, or not of this
 * build, the file is as good as nothing.
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

  /** Undefined when there is none that can be used. Stays open until the other parts have been read. */
  read(): ReadIndex | undefined {
    let file: number | undefined;
    try {
      file = openSync(this.path, AT_ONCE);
      const { size } = fstatSync(file);
      const end = piece(file, size - END_LENGTH, size).toString("latin1");
      const restAt = Number(end.slice(2 * DIGEST_LENGTH));
      if (restAt > size) return undefined;
      const shown = piece(file, 0, restAt);
      const index = digestOf(shown) === end.slice(0, DIGEST_LENGTH) ? this.#parse(shown) : undefined;
      if (index) {
        const digest = end.slice(DIGEST_LENGTH, 2 * DIGEST_LENGTH);
        const rest = restOf(file, { from: restAt, to: size - END_LENGTH, digest });
        file = undefined;
        return { ...index, rest };
      }
    } catch {
      // What is not there or not whole is as good as nothing.
    } finally {
      if (file !== undefined) closeSync(file);
    }
    return undefined;
  }

  #parse(bytes: Buffer): Omit<ReadIndex, "rest"> | undefined {
    const lines = linesOf(bytes);
    if (textOf(bytes, lines.next().value) !== this.#firstLine()) return undefined;
    const about = JSON.parse(textOf(bytes, lines.next().value)) as About;
    return { about, shown: [...partsOf(bytes, lines)] as ReadIndex["shown"] };
  }

  #firstLine = (): string => JSON.stringify({ format: FORMAT, build: this.#build });

  /**
   * Writes one that is whole; see `write`.
   * @throws when the folder cannot be written to; the file is then as it was
   */
  put({ about, shown, rest }: IndexPieces): void {
    const lines = (function* (): Generator<Chunk, boolean> {
      for (const piece of shown) yield { lines: piece, isRest: false };
      for (const piece of rest) yield { lines: piece, isRest: true };
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
      if (whole) takePlace(unfinished, this.path);
      else rmSync(unfinished, { force: true });
    }
    return whole;
  }

  *#fill(file: number, about: About, chunks: Generator<Chunk, boolean>): Generator<undefined, boolean> {
    const [shown, rest] = [createHash(DIGEST), createHash(DIGEST)];
    let restAt = 0;
    const put = ({ lines, isRest }: Lines): void => {
      (isRest ? rest : shown).update(lines);
      if (!isRest) restAt += lines.length;
      for (let at = 0; at < lines.length; ) at += writeSync(file, lines, at);
    };
    put({ lines: encoder.encode(`${this.#firstLine()}\n${JSON.stringify(about)}\n`), isRest: false });
    for (let next = chunks.next(); ; next = chunks.next()) {
      if (next.done) {
        const offset = String(restAt).padStart(OFFSET_LENGTH);
        if (next.value) writeSync(file, `${shown.digest("hex")}${rest.digest("hex")}${offset}`);
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

/** @throws when it cannot; there is no unfinished file then */
function takePlace(unfinished: string, path: string): void {
  try {
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Lines of parts of one section. */
interface Lines {
  readonly lines: Uint8Array;
  readonly isRest: boolean;
}
/** Undefined for a step at which no lines are ready yet. */
type Chunk = Lines | undefined;

const encoder = new TextEncoder();

/** Parts as lines of JSON, in one piece: many small ones leave memory in pieces. */
export function asLines(parts: readonly StoredPart[]): Uint8Array {
  const chunks = chunksOf(parts.values());
  const pile = new Pile();
  for (let next = chunks.next(); ; next = chunks.next()) {
    if (next.done) return pile.bytes();
    if (next.value) pile.add(next.value.lines);
  }
}

/** Parts as lines of JSON, in chunks. What the generator returns is what `parts` does. */
function* chunksOf<T>(parts: Iterator<StoredPart, T>): Generator<Chunk, T> {
  let chunk = "";
  let isRest = false;
  let files: StoredShown[] = [];
  const take = (): Lines => {
    const lines = encoder.encode(chunk + linesOfFiles(files));
    chunk = "";
    files = [];
    return { lines, isRest };
  };
  for (let next = parts.next(); ; next = parts.next()) {
    const part = next.done ? undefined : next.value;
    const begins = part !== undefined && isRest !== isOfRest(part);
    if (files.length > 0 && (part?.part !== "shown" || files.length === FILES)) yield take();
    if ((part === undefined || begins) && chunk !== "") yield take();
    if (next.done) return next.value;
    if (begins) isRest = !isRest;
    if (next.value.part === "shown") files.push(next.value);
    else chunk += `${JSON.stringify(next.value)}\n`;
    if (chunk.length > CHUNK) yield take();
    else yield undefined;
  }
}

const isOfRest = ({ part }: StoredPart): boolean => part !== "head" && part !== "shown";

/** Of files one line for all, and one for each of them that had findings: the list of these. */
function linesOfFiles(files: readonly StoredShown[]): string {
  if (files.length === 0) return "";
  const listed = files.map(
    ({ path, mark: { length, hash }, findings }): ListedFile =>
      findings ? [path, length, hash, 1] : [path, length, hash],
  );
  const found = files.map(({ findings }) => (findings ? `${JSON.stringify(findings)}\n` : ""));
  return `${JSON.stringify({ part: "files", files: listed } satisfies ListedFiles)}\n${found.join("")}`;
}

/** Files that were read; of those with a 1 follows what was found in them. */
interface ListedFiles {
  readonly part: "files";
  readonly files: readonly ListedFile[];
}
type ListedFile = readonly [path: string, length: number, hash: number, found?: 1];

/** @param rest the pieces of the second section; undefined for a step at which they are not there yet */
export const readPieces = (
  { about, shown }: ShownPieces,
  rest: Iterable<readonly Uint8Array[] | undefined>,
): ReadIndex => ({
  about,
  shown: [...partsOfAll(shown)] as ReadIndex["shown"],
  rest: partsOnceThere(rest),
});

function* partsOnceThere(rest: Iterable<readonly Uint8Array[] | undefined>): Generator<StoredPart | undefined> {
  for (const pieces of rest) {
    if (pieces) yield* partsOfAll(pieces);
    else yield undefined;
  }
}

function* partsOfAll(pieces: readonly Uint8Array[]): Generator<StoredPart> {
  for (const piece of pieces) yield* partsIn(piece);
}

/** Parts from their lines. */
export function partsIn({ buffer, byteOffset, byteLength }: Uint8Array): Generator<StoredPart> {
  const bytes = Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
  return partsOf(bytes, linesOf(bytes));
}

function* partsOf(bytes: Buffer, lines: Generator<Line>): Generator<StoredPart> {
  for (const line of lines) {
    const part = JSON.parse(textOf(bytes, line)) as StoredPart | ListedFiles;
    if (part.part === "files") for (const file of part.files) yield shownOf(bytes, file, lines);
    else yield part;
  }
}

function shownOf(bytes: Buffer, [path, length, hash, found]: ListedFile, lines: Generator<Line>): StoredShown {
  const mark = { length, hash };
  if (!found) return { part: "shown", path, mark };
  const line = lines.next().value;
  return {
    part: "shown",
    path,
    mark,
    get findings() {
      return JSON.parse(textOf(bytes, line)) as StoredFinding[];
    },
  };
}

/** Reads the second section and gives its parts once it is known to be whole; closes the file. */
function* restOf(
  file: number,
  { from, to, digest }: { readonly from: number; readonly to: number; readonly digest: string },
): Generator<StoredPart | undefined> {
  const bytes = Buffer.allocUnsafe(to - from);
  const hash = createHash(DIGEST);
  try {
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(file, bytes, at, Math.min(READ, bytes.length - at), from + at);
      if (read === 0) break;
      hash.update(bytes.subarray(at, at + read));
      at += read;
      yield undefined;
    }
  } finally {
    closeSync(file);
  }
  if (hash.digest("hex") !== digest) throw new Error("it is damaged");
  yield* partsOf(bytes, linesOf(bytes));
}

/** @throws when there is none */
function piece(file: number, from: number, to: number): Buffer {
  const bytes = Buffer.allocUnsafe(to - from);
  for (let at = 0; at < bytes.length; ) {
    const read = readSync(file, bytes, at, bytes.length - at, from + at);
    if (read === 0) throw new Error("the file is too short");
    at += read;
  }
  return bytes;
}

const digestOf = (bytes: Uint8Array): string => createHash(DIGEST).update(bytes).digest("hex");

const NEWLINE = 10;

/** Where a line stands, without its end. */
interface Line {
  readonly start: number;
  readonly end: number;
}

const textOf = (bytes: Buffer, line: Line | undefined): string =>
  line ? bytes.toString("utf8", line.start, line.end) : "";

function* linesOf(bytes: Buffer): Generator<Line, undefined> {
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(NEWLINE, start);
    const end = found < 0 ? bytes.length : found;
    yield { start, end };
    start = end + 1;
  }
}
