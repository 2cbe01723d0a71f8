/** `text` as a string of its own. A part cut from a string keeps the whole in memory, and the whole may be a file's version long gone. */
export const detached = (text: string): string => [text.slice(0, 1), text.slice(1)].join("");
