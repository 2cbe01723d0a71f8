/** What ends a block of HTML: a blank line, or a line on which this matches. */
export type HtmlEnd = "blank" | RegExp;

const BLOCK_TAG =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[ \t>]|\/>|$)/i;
const RAW_TAG = /^<(?:script|pre|style|textarea)(?=[ \t>]|$)/i;
const RAW_END = /<\/(?:script|pre|style|textarea)>/i;
const ANY_OPEN =
  /^<[a-z][a-z0-9-]*(?:[ \t]+[a-z_:][\w:.-]*(?:[ \t]*=[ \t]*(?:[^ \t"'=<>`]+|'[^']*'|"[^"]*"))?)*[ \t]*\/?>[ \t]*$/i;
const ANY_CLOSE = /^<\/[a-z][a-z0-9-]*[ \t]*>[ \t]*$/i;

/** What ends the HTML block that starts with this line (its indentation taken off); undefined where none starts. */
export function htmlBlockEnd(rest: string, inParagraph: boolean): HtmlEnd | undefined {
  if (rest.startsWith("<!--")) return /-->/;
  if (RAW_TAG.test(rest)) return RAW_END;
  if (rest.startsWith("<?")) return /\?>/;
  if (rest.startsWith("<![CDATA[")) return /\]\]>/;
  if (/^<![a-z]/i.test(rest)) return />/;
  if (BLOCK_TAG.test(rest)) return "blank";
  if (!inParagraph && (ANY_OPEN.test(rest) || ANY_CLOSE.test(rest))) return "blank";
  return undefined;
}

/** Text without HTML comments; one that is not closed runs to the end. */
export function withoutComments(text: string): string {
  const [first = "", ...rest] = text.split("<!--");
  const after = rest.map((piece) => {
    const end = piece.indexOf("-->");
    return end < 0 ? "" : piece.slice(end + 3);
  });
  return [first, ...after].join(" ");
}
