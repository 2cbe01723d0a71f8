import type { Entry } from "../records/model.ts";
import type { Span } from "../text/span.ts";
import type { Problem } from "./document.ts";

interface Explanation {
  readonly message: string;
  readonly help: string;
}

/** What the YAML library's error codes mean to a person who writes a document. */
const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  BAD_ALIAS: {
    message: "A value that starts with `*` refers to an anchor, and there is no anchor of this name.",
    help: "Put the value in quotes if the asterisk is meant as text.",
  },
  ALIAS_PROPS: {
    message: "An alias (`*name`) cannot have an anchor or a tag of its own.",
    help: "Leave only the alias, or put the value in quotes.",
  },
  BAD_DQ_ESCAPE: {
    message: "This backslash sequence is not one that double quotes know.",
    help: 'Write "\\\\" for a backslash, or use single quotes.',
  },
  BAD_INDENT: {
    message: "The indentation does not fit the lines above, or a bracket is not closed.",
    help: "Line the entry up with its neighbours with spaces, and close every [ and {.",
  },
  BAD_SCALAR_START: {
    message: "A value cannot start with this character unless it is in quotes.",
    help: "Put the value in quotes.",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "There is a second `key:` where one value is expected.",
    help: "Put the value in quotes if the colon belongs to it; otherwise start a new, deeper line.",
  },
  BLOCK_IN_FLOW: {
    message: "A list with dashes cannot stand inside brackets.",
    help: "Separate the items with commas, or take the brackets away.",
  },
  MISSING_CHAR: {
    message: "Something is not finished here.",
    help: "Close the quotes or brackets, or add the missing `:`.",
  },
  MULTILINE_IMPLICIT_KEY: {
    message: "This line is neither a `key: value` nor part of the value above.",
    help: "Add a colon and a value, or indent the line under its key.",
  },
  MULTIPLE_DOCS: { message: "A second document starts here.", help: "Remove the line of dashes." },
  TAB_AS_INDENT: { message: "YAML does not take tabs as indentation.", help: "Indent with spaces." },
  UNEXPECTED_TOKEN: {
    message: "This does not fit what stands before it.",
    help: "Put the value in quotes if it holds a colon, a quote or a bracket, and line the entry up with its neighbours.",
  },
};
const UNKNOWN: Explanation = {
  message: "This is not YAML that can be read.",
  help: "Check quotes, brackets and indentation.",
};

const JINJA: Explanation = {
  message: "The template expression is not valid YAML as it stands.",
  help: "Put the whole value in quotes, or fill the template before it is used as a document.",
};

/** The library's error, said plainly, at the place that is wrong. `pos` is the library's own half-open range in `text`. */
export function explainYamlError(text: string, code: string, pos: readonly [number, number]): Problem {
  const at = Math.max(0, Math.min(pos[0], text.length));
  const line = lineAround(text, at);
  if (code === "TAB_AS_INDENT") return tabProblem(text, at);
  const jinja = jinjaIn(text, line);
  if (jinja) return { code: "invalid-syntax", span: jinja, ...JINJA };
  const { message, help } = code === "MISSING_CHAR" ? missing(text, at) : (EXPLANATIONS[code] ?? UNKNOWN);
  return { code: "invalid-syntax", span: wordAt(text, at, line), message, help };
}

/** What is said of a key that stands a second time in one mapping. */
export function duplicateKeyProblem(entry: Entry): Problem {
  return {
    code: "duplicate-field",
    span: entry.keySpan,
    message: `"${entry.key}" stands here a second time; only the first counts.`,
    help: "Remove one of the two, or merge their values.",
  };
}

/** What is said of a `*name` that refers to nothing. */
export const unknownAliasProblem = (span: Span): Problem => ({
  code: "invalid-syntax",
  span,
  ...(EXPLANATIONS.BAD_ALIAS as Explanation),
});

/** A line of a document that is neither a key nor belongs to one. */
export const strayLineProblem = (span: Span): Problem => ({
  code: "invalid-syntax",
  span,
  ...(EXPLANATIONS.MULTILINE_IMPLICIT_KEY as Explanation),
});

function missing(text: string, at: number): Explanation {
  const before = text.slice(0, at);
  const tail = before.slice(before.lastIndexOf("\n") + 1);
  if (/^[^:]*$/.test(tail) && /^\s*[\w-]+\s*$/.test(lineText(text, at)))
    return EXPLANATIONS.MULTILINE_IMPLICIT_KEY as Explanation;
  const rest = text.slice(Math.max(0, at - 1));
  if (at >= text.length || rest.trim() === "") {
    return { message: "A quote or bracket that was opened is not closed.", help: "Add the closing quote or bracket." };
  }
  return EXPLANATIONS.MISSING_CHAR as Explanation;
}

function tabProblem(text: string, at: number): Problem {
  let start = at;
  while (start > 0 && isBlank(text.charCodeAt(start - 1))) start--;
  let end = at;
  while (end < text.length && isBlank(text.charCodeAt(end))) end++;
  const newText = text.slice(start, end).replaceAll("\t", "  ");
  const { message, help } = EXPLANATIONS.TAB_AS_INDENT as Explanation;
  const span = { start, end };
  return {
    code: "invalid-syntax",
    span,
    message,
    help,
    fix: { title: "Replace the tabs with spaces", edits: [{ span, newText }] },
  };
}

const isBlank = (code: number) => code === 32 || code === 9;

function lineAround(text: string, at: number): Span {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const next = text.indexOf("\n", at);
  let end = next < 0 ? text.length : next;
  if (end > start && text.charCodeAt(end - 1) === 13) end--;
  return { start, end };
}

const lineText = (text: string, at: number) => {
  const { start, end } = lineAround(text, at);
  return text.slice(start, end);
};

/** The `{{ … }}` or `{% … %}` on a line, if there is one. */
function jinjaIn(text: string, line: Span): Span | undefined {
  const source = text.slice(line.start, line.end);
  const open = source.search(/\{[{%]/);
  if (open < 0) return undefined;
  const close = Math.max(source.lastIndexOf("}}"), source.lastIndexOf("%}"));
  return { start: line.start + open, end: line.start + (close > open ? close + 2 : source.length) };
}

/** The word at `at`; where the line is blank there, the nearest text before it. */
function wordAt(text: string, at: number, line: Span): Span {
  let start = Math.min(at, line.end);
  let end = start;
  while (end < line.end && !isBlank(text.charCodeAt(end))) end++;
  if (end > start) return { start, end };
  while (start > 0 && /\s/.test(text.charAt(start - 1))) start--;
  end = start;
  while (start > 0 && !/\s/.test(text.charAt(start - 1))) start--;
  return end > start ? { start, end } : { start: at, end: Math.min(at + 1, text.length) };
}
