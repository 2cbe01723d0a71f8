/** `text` as it stands, on one line, whatever Markdown, HTML, link or icon syntax a document may have put into it. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

/** Lines of Markdown as paragraphs; empty ones left out. */
export const paragraphs = (lines: readonly string[]): string => lines.filter((line) => line !== "").join("\n\n");

/** `text` as a pick list shows it: `$(name)` in a document stays what it is and becomes no icon. */
export const withoutIcons = (text: string): string => text.replaceAll("$(", "\\$(");
