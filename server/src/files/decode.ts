/** A file's text, or why it has none. */
export type Decoded = { readonly text: string } | { readonly reason: string };

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Reads bytes as text: UTF-8, UTF-16 where a byte-order mark or every other byte being zero says so, else Windows-1252, which old
 * editors write.
 * A byte-order mark is taken off: editors show none, and positions count none.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes) };
  const start = bytes.subarray(0, 8192);
  if (start.includes(0)) {
    const encoding = unmarkedUtf16(start);
    return encoding ? { text: new TextDecoder(encoding).decode(bytes) } : { reason: "it looks like a binary file" };
  }
  try {
    return { text: stripBom(utf8.decode(bytes)) };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes) };
  }
}

/** UTF-16 without a mark, as some exports are: mostly Latin text, so that most characters have a zero byte, all on the same side. */
function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const pairs = bytes.length >> 1;
  let [little, big, controls] = [0, 0, 0];
  for (let i = 0; i < pairs; i++) {
    const [a, b] = [bytes[2 * i] as number, bytes[2 * i + 1] as number];
    if (b === 0) little++;
    if (a === 0) big++;
    const code = a === 0 ? b : a;
    if ((a === 0 || b === 0) && code < 32 && code !== 9 && code !== 10 && code !== 13) controls++;
  }
  if (controls > 0 || bytes.length < 4) return undefined;
  if (big === 0 && little * 4 > pairs * 3) return "utf-16le";
  return little === 0 && big * 4 > pairs * 3 ? "utf-16be" : undefined;
}

/** `text` without its byte-order mark. Editors do not show one, and neither do positions. */
export const stripBom = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
