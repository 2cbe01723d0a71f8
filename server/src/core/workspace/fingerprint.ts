import type { Field, RecordData } from "../records/model.ts";
import type { Document } from "../syntax/document.ts";
import { sha256 } from "../text/sha256.ts";
import type { Span } from "../text/span.ts";

/** What tells one content from another: a digest of all of it, and short ones of its parts, which tell where it differs. */
export interface Fingerprint {
  /** 128 bits of SHA-256 as 32 hexadecimal digits. */
  readonly whole: string;
  readonly parts: readonly FingerprintPart[];
}
export interface FingerprintPart {
  /** Title of the section, empty for what stands before the first; in a record without sections the label of a field. */
  readonly title: string;
  /** 16 bits as 4 hexadecimal digits. */
  readonly digest: string;
}

/** Fields that speak of the approval, or of later reviews, and not of what was approved. */
const APPROVAL: ReadonlySet<string> = new Set([
  "approved_by",
  "approved_on",
  "approved_digest",
  "status",
  "reviewed_by",
  "reviewed_on",
  "reviewed_against",
  "effective",
  "next_review",
]);

/** Documents of more sections are told apart as a whole only. */
const MOST_PARTS = 40;
const FORM = /^v1\.([0-9a-f]{32})(?:\.((?:[0-9a-f]{4}-?)*))?$/;

const made = new WeakMap<Document, Map<number, Fingerprint>>();

/**
 * The fingerprint of a record: of its whole file where it is the document's own, else of the lines it is written in. Fields of the approval
 * are left out. White space, line ends, byte-order mark, marks of emphasis and table lines count for nothing, and characters are
 * composed (NFC), so that the same content has the same fingerprint on every platform and in every layout.
 */
export function fingerprintOf(document: Document, ordinal: number): Fingerprint | undefined {
  const placed = document.records[ordinal];
  if (!placed) return undefined;
  const known = made.get(document) ?? new Map<number, Fingerprint>();
  made.set(document, known);
  let print = known.get(ordinal);
  if (!print) {
    print = makeFingerprint(document, ordinal);
    known.set(ordinal, print);
  }
  return print;
}

function makeFingerprint(document: Document, ordinal: number): Fingerprint {
  const { base = 0, data } = document.records[ordinal] ?? {};
  const own = ordinal === document.ownRecord;
  const within: Span =
    own || !data
      ? { start: 0, end: document.text.length }
      : { start: base + data.span.start, end: base + data.span.end };
  const left = data ? [...data.fields.values(), ...data.duplicates].filter(({ name }) => APPROVAL.has(name)) : [];
  const spans = left.map((field) => spanOf(field, base)).sort((a, b) => a.start - b.start);
  const contentOf = ({ title, span }: Part) => ({ title, content: canonical(textWithout(document.text, span, spans)) });
  const sections = cut(document, own, within).map(contentOf);
  const whole = sha256(sections.map(({ content }) => content).join("\n")).slice(0, 32);
  const parts = sections.length > 1 || !data ? sections : fieldsOf(data, base).map(contentOf);
  return { whole, parts: parts.map(({ title, content }) => ({ title, digest: sha256(content).slice(0, 4) })) };
}

/** A stretch of a document under its name. */
interface Part {
  readonly title: string;
  readonly span: Span;
}

/** The fields of a record that was approved, each under its label; those of the approval itself are no part of that. */
const fieldsOf = ({ fields, duplicates }: RecordData, base: number): Part[] =>
  [...fields.values(), ...duplicates]
    .filter(({ name }) => !APPROVAL.has(name))
    .map((field) => ({ title: field.label, span: spanOf(field, base) }));

function spanOf({ keySpan, value }: Field, base: number): Span {
  return {
    start: base + Math.min(keySpan.start, value.span.start),
    end: base + Math.max(keySpan.end, value.span.end),
  };
}

/** The sections of a Markdown document by its headings of the first two levels. */
function cut(document: Document, own: boolean, within: Span): Part[] {
  const headings = own ? document.headings.filter(({ level }) => level <= 2) : [];
  const starts = headings.map(({ extent, title }) => ({ at: extent.start, title }));
  return [{ at: within.start, title: "" }, ...starts].map(({ at, title }, i, all) => ({
    title,
    span: { start: at, end: i + 1 < all.length ? (all[i + 1]?.at ?? within.end) : within.end },
  }));
}

function textWithout(text: string, span: Span, holes: readonly Span[]): string {
  let out = "";
  let at = span.start;
  for (const hole of holes) {
    if (hole.end <= at || hole.start >= span.end) continue;
    out += text.slice(at, Math.max(at, hole.start));
    at = Math.max(at, hole.end);
  }
  return out + text.slice(at, Math.max(at, span.end));
}

/** Words and figures alone, one line a line with any; what only lays them out is one blank. */
const canonical = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/^\ufeff/, "")
    .split(/\r\n?|\n/)
    .map((line) =>
      line
        .replace(/[\s*_|`:"'\u00a0]+/g, " ")
        .replace(/(?:^|\s)(?:[·•]|[-=]{2,})(?=\s|$)/g, " ")
        .replace(/^\s*-(?=\s|$)/, " ")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((line) => line !== "")
    .join("\n");

/** A fingerprint as it stands in a document: `v1.`, the digest, and those of the sections or fields. */
export function writeFingerprint({ whole, parts }: Fingerprint): string {
  const short = parts.length > 1 && parts.length <= MOST_PARTS;
  return `v1.${whole}${short ? `.${parts.map(({ digest }) => digest).join("-")}` : ""}`;
}

/** How a content differs from the one that a written fingerprint is of. */
export type Difference =
  | { readonly same: true }
  /** `changed`: titles of parts that are new or other than they were (empty for the beginning); `gone`: how many are no more. Undefined where that is not known. */
  | { readonly same: false; readonly changed?: readonly string[]; readonly gone?: number };

/** Holds a fingerprint against a written one; undefined where that is none of ours. */
export function compareFingerprint(now: Fingerprint, written: string): Difference | undefined {
  const form = FORM.exec(written.trim());
  if (!form) return undefined;
  if (form[1] === now.whole) return { same: true };
  if (!form[2]) return { same: false };
  const left = form[2].split("-");
  const changed = now.parts.filter(({ digest }) => {
    const at = left.indexOf(digest);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const gone = Math.max(0, left.length - changed.length);
  return { same: false, changed: changed.map(({ title }) => title), gone };
}

const MOST_NAMED = 4;

/** What is other than it was, in a few words; empty where that is not known. */
export function differenceText(difference: Difference): string {
  if (difference.same || !difference.changed) return "";
  const names = difference.changed.map((title) =>
    title === "" ? "what stands before the first heading" : `"${title.slice(0, 60)}"`,
  );
  const gone = difference.gone ? [`${difference.gone} part${difference.gone === 1 ? "" : "s"} taken out`] : [];
  const more = names.length > MOST_NAMED ? [`${names.length - MOST_NAMED} more`] : [];
  return [...names.slice(0, MOST_NAMED), ...more, ...gone].join(", ");
}
