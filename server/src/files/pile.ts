/** What a `SharedArrayBuffer` that can grow has and the types of an older language do not know. */
interface Growing extends SharedArrayBuffer {
  grow(length: number): void;
}
type MakeGrowing = new (length: number, options: { readonly maxByteLength: number }) => Growing;

/** No pile is larger, in bytes; the room for it is taken only as it is filled. */
const MOST = 2 ** 30;
/** By so much a pile grows at least, in bytes. */
const STEP = 2 ** 20;

/**
 * Bytes that are put together from many pieces. They lie in memory that is the system's again as soon as nobody needs them: of what is
 * allocated in large pieces instead, the C library keeps tens of megabytes for another time. A thread that is sent them shares them.
 */
export class Pile {
  readonly #buffer = new (SharedArrayBuffer as unknown as MakeGrowing)(0, { maxByteLength: MOST });
  #length = 0;

  /** @throws when the pile grows too large */
  add(bytes: Uint8Array): void {
    const length = this.#length + bytes.length;
    if (length > this.#buffer.byteLength) this.#buffer.grow(Math.min(MOST, Math.max(length, this.#length + STEP)));
    new Uint8Array(this.#buffer, this.#length, bytes.length).set(bytes);
    this.#length = length;
  }

  /** All that was added; nothing is to be added any more. */
  bytes(): Uint8Array {
    return new Uint8Array(this.#buffer, 0, this.#length);
  }
}
