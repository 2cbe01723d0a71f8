import { readConflicts } from "../syntax/conflicts.ts";
import type { Document, Language } from "../syntax/document.ts";
import { knownBreaks } from "../syntax/lines.ts";
import { readCsvRegister } from "./csv-read.ts";
import { mayHaveMarker } from "./kind-marker.ts";
import { readMarkdown } from "./markdown-read.ts";
import { Memo } from "./memo.ts";
import type { ReadSetting } from "./setting.ts";
import { baseName, type Contents, NOT_GOVERNED, type Source, suppressionsOf } from "./source.ts";
import { isTemplatePath } from "./template.ts";
import { type Steps, toEnd } from "../text/to-end.ts";
import { readPublicText } from "./public-text.ts";
import { readYamlRecords } from "./yaml-read.ts";

/** A file to be read. */
export interface ReadInput {
  readonly path: string;
  readonly text: string;
  /** Whether the file lies in a folder that has an `aims.yaml`. */
  readonly inAims: boolean;
  /** Whether `aims.yaml` names it as public. */
  readonly published?: boolean | undefined;
  /** Catalogue ids of the standards in use. */
  readonly standards: readonly string[];
  /** Whether nothing is kept for the next reading of the file: it is one of many, and nobody works on it. */
  readonly once?: boolean;
}

/**
 * Reads a file: its records, whatever the notation, and its blocks of text. Never throws; a file that is no governance
 * document gives one with `governed: false` and nothing in it.
 * @param previous the same file as read before; what did not change since is taken from it
 */
export const readDocument = (input: ReadInput, previous?: Document): Document =>
  toEnd(readingDocument(input, previous));

/** The same in steps of some milliseconds. Nothing of it counts that is not done to its end. */
export function* readingDocument(input: ReadInput, previous?: Document): Steps<Document> {
  const setting: ReadSetting = { inAims: input.inAims, standards: input.standards };
  const { text, problems } = readConflicts(knownBreaks(input.text));
  const memo = input.once ? Memo.once(setting, text) : Memo.after(previous?.memo, setting, text);
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const language = languageOf(input.path);
  const source: Source = { path: input.path, text, start, setting, memo, problems };
  const read = yield* READERS[language](source);
  const contents = input.published && !read.governed && language === "markdown" ? yield* readPublicText(source) : read;
  return {
    path: input.path,
    language,
    text: input.text,
    setting,
    governed: contents.governed,
    published: input.published ? true : undefined,
    template: contents.template ?? false,
    ownRecord: contents.ownRecord,
    records: contents.records,
    blocks: contents.blocks,
    headings: contents.headings ?? NONE,
    suppressions: contents.suppressions ?? NONE,
    problems: contents.problems ?? NONE,
    about: contents.about ?? NONE,
    memo: input.once ? undefined : memo.settle(),
  };
}

const NONE: readonly never[] = [];

/** What a document would say if its text were this one. */
export function readAgain(document: Document, text: string): Document {
  const { path, published, setting } = document;
  return readDocument({ path, text, published, ...setting }, document);
}

/** The language a file's name says. */
export function languageOf(path: string): Language {
  const ending = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  if (ending === "yaml" || ending === "yml") return "yaml";
  return ending === "csv" || ending === "tsv" ? "csv" : "markdown";
}

const READERS: Readonly<Record<Language, (source: Source) => Steps<Contents>>> = {
  yaml: readYamlFile,
  markdown: readMarkdown,
  csv: readCsvRegister,
};

function* readYamlFile(source: Source): Steps<Contents> {
  const { path, text, start, setting, memo, problems } = source;
  const name = baseName(path);
  const managementSystem = name === "aims";
  if (!managementSystem && !setting.inAims && !mayHaveMarker(text)) return NOT_GOVERNED;
  const hint = managementSystem ? { kind: "management-system" as const, name } : { name };
  const contents = yield* readYamlRecords(text, { start, end: text.length }, hint, setting, memo);
  if (!contents.governed) return NOT_GOVERNED;
  const [own, second] = contents.own;
  return {
    governed: true,
    template: contents.template || isTemplatePath(path),
    ownRecord: second === undefined ? own : undefined,
    records: contents.records,
    blocks: contents.blocks,
    suppressions: suppressionsOf(source, start, text.length),
    problems,
  };
}
