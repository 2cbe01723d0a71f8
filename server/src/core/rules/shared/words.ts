const LONGEST = 60;

/** Text of a document as a message shows it: on one line, in quotes, shortened in the middle when long. */
export function quoted(text: string): string {
  const line = text.slice(0, 400).replace(/\s+/g, " ").trim();
  const shown = line.length > LONGEST ? `${line.slice(0, LONGEST - 16)}…${line.slice(-12)}` : line;
  return `"${shown}"`;
}

/** `a`, `a or b`, `a, b or c`. */
export function oneOf(words: readonly string[], joint = "or"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${joint} ${words[words.length - 1]}`;
}

/** `an id`, `a risk`. */
export const withArticle = (noun: string): string => `${/^[aeio]/i.test(noun) ? "an" : "a"} ${noun}`;

/** A kind's title within a sentence: `risk`, `AI system`. */
export const kindNoun = (title: string): string =>
  /^[A-Z][A-Z]/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
