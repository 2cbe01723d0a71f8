/** The first 32 bits of the fractional parts of the roots that FIPS 180-4 names: square roots of 8 primes, cube roots of 64. */
const PRIMES = primes(64);
const fraction = (x: number): number => ((x - Math.floor(x)) * 2 ** 32) | 0;
const START = PRIMES.slice(0, 8).map((p) => fraction(Math.sqrt(p)));
const ROUND = PRIMES.map((p) => fraction(Math.cbrt(p)));

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
}

/** SHA-256 (FIPS 180-4) of a text in UTF-8, as 64 hexadecimal digits. The core has no crypto of a platform to ask. */
export function sha256(text: string): string {
  const bytes = padded(utf8(text));
  const state = Int32Array.from(START);
  const w = new Int32Array(64);
  for (let at = 0; at < bytes.length; at += 64) block(bytes, at, state, w);
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

const rotate = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

function block(bytes: Uint8Array, at: number, state: Int32Array, w: Int32Array): void {
  const view = new DataView(bytes.buffer, at, 64);
  for (let i = 0; i < 16; i++) w[i] = view.getInt32(i * 4);
  for (let i = 16; i < 64; i++) {
    const [x, y] = [w[i - 15] as number, w[i - 2] as number];
    const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
    const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
    w[i] = (w[i - 16] as number) + s0 + (w[i - 7] as number) + s1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (ROUND[i] as number) + (w[i] as number)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] as number) + word;
}

/** The message with a one bit, zeros, and its length in bits behind it, a multiple of 64 bytes long. */
function padded(message: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(bytes.length - 4, (message.length * 8) >>> 0);
  return bytes;
}

/** A text as UTF-8; halves of surrogate pairs that stand alone become U+FFFD, as everywhere. */
function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let n = 0;
  for (const char of text) {
    const read = char.codePointAt(0) ?? 0;
    const code = read >= 0xd800 && read <= 0xdfff ? 0xfffd : read;
    if (code < 0x80) bytes[n++] = code;
    else {
      const more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
      bytes[n++] = ([0, 0xc0, 0xe0, 0xf0][more] as number) | (code >> (6 * more));
      for (let i = more - 1; i >= 0; i--) bytes[n++] = 0x80 | ((code >> (6 * i)) & 0x3f);
    }
  }
  return bytes.subarray(0, n);
}
