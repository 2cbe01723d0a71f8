/** `text` as it stands, on one line, whatever Markdown, HTML, link or icon syntax a document may have put into it. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

/** Lines of Markdown as paragraphs; empty ones left out. */
export const paragraphs = (lines: readonly string[]): string => lines.filter((line) => line !== "").join("\n\n");
