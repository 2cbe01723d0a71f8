/** A file's text, or why it has none. */
export type Decoded = { readonly text: string } | { readonly reason: string };

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Reads bytes as text: UTF-8, UTF-16 where a byte-order mark says so, else Windows-1252, which old editors write.
 * A byte-order mark is taken off: editors show none, and positions count none.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes) };
  if (bytes.subarray(0, 8192).includes(0)) return { reason: "it looks like a binary file" };
  try {
    return { text: stripBom(utf8.decode(bytes)) };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes) };
  }
}

/** `text` without its byte-order mark. Editors do not show one, and neither do positions. */
export const stripBom = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
