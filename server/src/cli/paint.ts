/** Terminal colours, or none. */
export type Paint = (style: Style, text: string) => string;
export type Style = "red" | "yellow" | "blue" | "green" | "dim" | "bold" | "underline";

const CODES: Record<Style, [number, number]> = {
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  green: [32, 39],
  dim: [2, 22],
  bold: [1, 22],
  underline: [4, 24],
};

/** A painter that colours when `color` holds. */
export const painter =
  (color: boolean): Paint =>
  (style, text) =>
    color ? `\u001b[${CODES[style][0]}m${text}\u001b[${CODES[style][1]}m` : text;

/** Text from a document without control characters, which could steer a terminal. */
export const plainText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");

/** A line for standard error: file names and reasons in it steer no terminal either. */
export const complaint = (text: string): string => `aims: ${plainText(text)}\n`;

/** A value as JSON. Control characters that JSON leaves as they are, and those that turn the direction of text, are escaped. */
export const jsonText = (value: unknown): string => {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
};

/** `text` broken into lines of at most `width` characters, each after the first with `indent` before it. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.join(`\n${indent}`);
}

/** Text two columns in, in lines of at most so many columns; the lines after a list's mark two further in. */
export const indented = (text: string, columns: number): string =>
  `  ${wrap(plainText(text), columns, text.startsWith("- ") ? "    " : "  ")}`;
