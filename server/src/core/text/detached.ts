/** `text` as a string of its own. A part cut from a string keeps the whole in memory, and the whole may be a file's version long gone. */
export function detached(text: string): string {
  const joined = `${text}\n`;
  joined.charCodeAt(text.length);
  return joined.slice(0, -1);
}
