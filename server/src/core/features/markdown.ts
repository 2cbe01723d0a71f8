/** Helpers for Markdown that quotes documents: what a document says must never become a link, an image, HTML or a command. */

const LONGEST = 400;

/** `text` cut at `limit` characters, on one line. */
export function oneLine(text: string, limit = LONGEST): string {
  const cut = text.length > limit * 2 ? text.slice(0, limit * 2) : text;
  // A single space, as there are most, is left alone.
  const line = cut.replace(/[^\S ]\s*| \s+/g, " ").trim();
  return line.length > limit ? `${line.slice(0, limit - 1).trimEnd()}…` : line;
}

/** Text from a document as plain words within a line of Markdown. */
export function escapeMarkdown(text: string, limit = LONGEST): string {
  return oneLine(text, limit)
    .replace(/[\\`*_{}[\]<>#|~&@$^]/g, "\\$&")
    .replace(/:(?=\/)/g, "\\:")
    .replace(/\b(www)\./gi, "$1\\.");
}

/** Text from a document as inline code, on one line. */
export function inlineCode(text: string, limit = LONGEST): string {
  const line = oneLine(text, limit);
  if (line === "") return "";
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Paragraphs joined with a blank line; empty ones left out. */
export const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== "").join("\n\n");

/** What Markdown made of the parts above says to a reader who is shown it as it is: without emphasis, code marks and escapes. */
export function plainText(markdown: string): string {
  let out = "";
  for (let i = 0; i < markdown.length; ) {
    const char = markdown.charAt(i);
    if (char === "`") {
      const code = codeAt(markdown, i);
      out += code.text;
      i = code.end;
    } else if (char === "\\") {
      out += markdown.charAt(i + 1);
      i += 2;
    } else {
      if (char !== "*") out += char;
      i++;
    }
  }
  return out;
}

/** The inline code that starts at `start`, as `inlineCode` writes it, and where it ends. */
function codeAt(markdown: string, start: number): { readonly text: string; readonly end: number } {
  let open = start;
  while (markdown.charAt(open) === "`") open++;
  const fence = markdown.slice(start, open);
  const close = markdown.indexOf(fence, open);
  if (close < 0) return { text: fence, end: open };
  const text = markdown.slice(open, close);
  const padded = text.startsWith(" `") || text.endsWith("` ");
  return { text: padded ? text.slice(1, -1) : text, end: close + fence.length };
}
