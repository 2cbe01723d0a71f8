/**
 * A number that is the same for equal texts and, but for one in some 10^15 pairs, another for others: 53 bits, from two 32-bit
 * multiplicative hashes over the UTF-16 units. It tells whether a file still says what it said; it does not withstand anyone who wants two
 * texts to have the same one (`sha256` does).
 */
export function textHash(text: string): number {
  let [a, b] = [0x9e3779b9 ^ text.length, 0x85ebca6b];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (b & 0x1fffff) * 0x100000000 + (a >>> 0);
}
