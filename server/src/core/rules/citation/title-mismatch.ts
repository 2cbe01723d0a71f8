import { type Provision, provision, provisions, provisionsByTitle, titleKey } from "../../catalog/catalog.ts";
import type { RecordData } from "../../records/model.ts";
import type { BlockData } from "../../syntax/document.ts";
import type { Span } from "../../text/span.ts";
import { type Fix, NONE, type RawFinding, rule } from "../rule.ts";
import { isVerbatim } from "../shared/values.ts";
import { quoted } from "../shared/words.ts";

/** Words too common in titles to tell one from another. */
const COMMON = new Set(["ai", "system", "management", "use", "process"]);
/** Share of words in common from which a title is taken for another's. */
const ALIKE = 0.75;

const wordsOf = (title: string): Set<string> =>
  new Set(
    titleKey(title)
      .split(" ")
      .filter((word) => word !== "" && !COMMON.has(word)),
  );

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}

const isCitable = (p: Provision): boolean => p.kind === "clause" || p.kind === "control" || p.kind === "group";

const within = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`);

/** A title that has all its telling words in common with another provision's, or nearly all and none with the cited one's. */
function alike(cited: Provision, title: string): Provision | undefined {
  const words = wordsOf(title);
  if (words.size < 2) return undefined;
  const needed = shared(words, wordsOf(cited.title)) > 0 ? 1 : ALIKE;
  return provisions(cited.standard)
    .filter(isCitable)
    .find((p) => {
      const own = wordsOf(p.title);
      return own.size > 1 && shared(words, own) / Math.max(words.size, own.size) >= needed;
    });
}

/** Whether two titles have much in common, as those of a clause and of the control on the same matter do. */
function isNear(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const both = shared(x, y);
  return both / Math.max(1, x.size + y.size - both) >= 0.4;
}

/** The provision a title belongs to, when that is beyond doubt another than the cited one; a part of it and what holds it are no other. */
function otherThan(cited: Provision, title: string): Provision | undefined {
  if (titleKey(cited.title) === titleKey(title)) return undefined;
  const titled = provisionsByTitle(cited.standard, title);
  if (titled.some((p) => within(p.id, cited.id) || within(cited.id, p.id))) return undefined;
  const same = (p: Provision): boolean => /^[A-Z]/.test(p.id) === /^[A-Z]/.test(cited.id);
  const found = titled.length > 0 ? (titled.find(same) ?? titled[0]) : alike(cited, title);
  if (found && !same(found) && isNear(cited.title, title)) return undefined;
  return found && !within(found.id, cited.id) && !within(cited.id, found.id) ? found : undefined;
}

interface Written {
  readonly number: string;
  readonly title: string;
  readonly numberSpan: Span | undefined;
  readonly titleSpan: Span;
  /** Whether the title stands letter by letter, so that it can be replaced. */
  readonly verbatim: boolean;
}

function findingOf(cited: Provision, other: Provision, w: Written): RawFinding {
  const fixes: Fix[] = [];
  if (w.verbatim) {
    fixes.push({
      title: `Replace the title with "${cited.title}"`,
      changes: [{ op: "replace", span: w.titleSpan, newText: cited.title }],
    });
  }
  if (w.numberSpan) {
    fixes.push({
      title: `Replace the number with "${other.id}"`,
      changes: [{ op: "replace", span: w.numberSpan, newText: other.id }],
    });
  }
  return {
    at: w.titleSpan,
    message: `${quoted(w.title)} is the title of ${other.id}; ${cited.id} is "${cited.title}".`,
    help: "One of the two is wrong, and a reader cannot tell which. Correct the number or the title.",
    fixes,
  };
}

/** Records whose number and title are fields of their own; in tables the reader puts the two together. */
const APART = new Set<RecordData["notation"]>(["yaml", "yaml-item", "csv-row", "heading"]);

function beside({ citations, text }: BlockData): readonly RawFinding[] {
  let found: RawFinding[] | undefined;
  for (const { title, provision: cited, place, number, numberSpan } of citations) {
    if (!title || !cited || (place !== "field" && !isBeside(text, numberSpan, title.span))) continue;
    const other = otherThan(cited, title.text);
    if (!other) continue;
    const verbatim = title.span.end - title.span.start === title.text.length;
    found ??= [];
    found.push(findingOf(cited, other, { number, numberSpan, title: title.text, titleSpan: title.span, verbatim }));
  }
  return found ?? NONE;
}

/** Numbers that stand beside another provision's title. */
export const titleMismatch = rule({
  id: "title-mismatch",
  group: "citation",
  severity: "error",
  summary: "Finds numbers and titles that belong to different provisions.",
  blocksWith: "doubts",
  block: ({ data }) => beside(data),
  kinds: ["control"],
  *record({ data }, ctx) {
    const title = data.fields.get("title")?.value;
    const number = data.fields.get("control")?.value;
    if (!APART.has(data.notation)) return;
    if (title?.type !== "scalar" || number?.type !== "scalar") return;
    const cited = provision(ctx.config().standards[0] ?? "iso-42001", number.text);
    const other = cited && otherThan(cited, title.text);
    if (!cited || !other) return;
    yield findingOf(cited, other, {
      number: number.text,
      title: title.text,
      numberSpan: isVerbatim(number) ? number.span : undefined,
      titleSpan: title.span,
      verbatim: isVerbatim(title),
    });
  },
});

/** In prose a title follows its number at once; across a table's line it may be anything. */
const isBeside = (text: string, number: Span, title: Span): boolean =>
  title.start >= number.end && !text.slice(number.end, title.start).includes("|");
