import { provision as findProvision, standard as findStandard } from "../catalog/catalog.ts";
import { type Mapping, mappingsOf } from "../catalog/crosswalks.ts";
import { staleNote } from "../catalog/currency.ts";
import type { CatalogRef, Provision, Standard } from "../catalog/model.ts";
import { escapeMarkdown, paragraphs } from "./markdown.ts";

const MOST_MAPPED = 6;
const MOST_STANDARDS = 5;

const DOCUMENTED = {
  required: "Has to be written down.",
  customary: "Usually written down, though the text does not ask for it.",
  none: "Nothing has to be written down.",
} as const;

/** Kinds of which it makes no sense to say whether they are written down. */
const READING: ReadonlySet<string> = new Set([
  ...[
    "annex",
    "term",
    "role",
    "stage",
    "topic",
    "part",
    "scope",
    "principle",
    "characteristic",
    "characteristic-group",
  ],
  ...["organizational-objective", "risk-source", "risk", "section", "field", "level", "element", "area", "function"],
]);

/** Text on a provision in the order to be read: what it is, what it asks, how it is shown; and what else to read, with whose words these are. */
export interface ProvisionText {
  readonly head: string;
  readonly body: readonly string[];
  readonly links: readonly string[];
  readonly source: string;
}

/**
 * What is known of a provision by the data alone, in sentences of plain Markdown. Undefined for a number the catalogue lacks.
 * @param today ISO date, to say when what is known is due for another look
 */
export function provisionText(standardId: string, number: string, today: string): ProvisionText | undefined {
  const standard = findStandard(standardId);
  const found = findProvision(standardId, number);
  if (!standard || !found) return undefined;
  const shown = [...found.artefacts, ...found.evidence];
  const body = [
    found.asks,
    ...factsOf(found),
    written(standard, found),
    shown.length > 0 ? `Often shown by: ${shown.join("; ")}.` : undefined,
    found.note,
  ];
  return {
    head: headOf(standard, found),
    body: body.filter((line): line is string => line !== undefined && line !== ""),
    links: linksOf(found),
    source: [sourceOf(standard, found), staleNote(standard, today)].filter(Boolean).join(" "),
  };
}

function headOf(standard: Standard, found: Provision): string {
  const number = typeof found.more.number === "string" ? found.more.number : found.id;
  const label = isWord(number) || number === found.title ? "" : `${articleWord(standard, number)}${number} `;
  return `${standard.designation} · ${label}${found.title}`;
}

/** Whether a provision is known by a word made from its title and not by a number. */
const isWord = (id: string): boolean => /^[a-z][a-z]/.test(id);

function articleWord({ citation }: Standard, number: string): string {
  if (citation.roman_annexes && /^[IVX]+(?![a-z])/.test(number)) return "Annex ";
  return citation.articles && /^\d/.test(number) ? "Article " : "";
}

/** Whether something has to be written down; nothing is said of what no text asks for where that could be read as leave under a law. */
function written(standard: Standard, found: Provision): string | undefined {
  if (found.kind === "group" || found.kind === "objective" || found.kind === "annex")
    return "A heading: it holds provisions and asks for nothing itself.";
  if (READING.has(found.kind) || found.asks === "" || (found.documented === "none" && !found.assessable))
    return undefined;
  if (found.kind === "control" && found.documented === "required")
    return "Has to be written down when the statement of applicability includes it.";
  if (standard.certifiable) return DOCUMENTED[found.documented];
  if (found.documented === "none") return undefined;
  return found.documented === "required" && standard.kind !== "regulation"
    ? "Its text calls for something written; whoever follows it writes it down."
    : DOCUMENTED[found.documented];
}

const words = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];

/** Facts beyond the common ones: whom a duty binds and from when, what a term is not, how a characteristic can be measured. */
function factsOf({ more }: Provision): string[] {
  const out: string[] = [];
  const holders = words(more.duty_holders);
  if (holders.length > 0) out.push(`Binds: ${holders.map((w) => w.replaceAll("-", " ")).join(", ")}.`);
  const dates = Array.isArray(more.applies_from) ? (more.applies_from as { date: string; for: string }[]) : [];
  if (dates.length > 0) out.push(`Applies: ${dates.map((d) => `from ${d.date} (${d.for})`).join("; ")}.`);
  if (more.amendment === "deleted") out.push("**Deleted** by the amendment: do not rely on it.");
  else if (typeof more.amendment === "string") out.push(`${capital(more.amendment)} since its first publication.`);
  if (more.contrast !== undefined) out.push(`Not the same: ${words(more.contrast).join("; ")}`.replace(/\.?$/, "."));
  if (more.example_measure !== undefined) out.push(`Could be measured by: ${words(more.example_measure).join("; ")}.`);
  return out;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function linksOf(found: Provision): string[] {
  const mapped = mappingsOf(found.standard, found.id)
    .filter((m) => m.relationship !== "no-relationship" && m.other && orderOf(m) !== undefined)
    .sort((a, b) => (orderOf(a) ?? 0) - (orderOf(b) ?? 0));
  const seen = new Set(mapped.map((m) => `${m.other?.standard}:${m.other?.provision}`));
  const related = found.related
    .filter((r) => !seen.has(`${r.standard}:${r.provision}`))
    .map((r) => nameOf(r, found.standard));
  const lines = related.length > 0 ? [`Related: ${related.join(", ")}.`] : [];
  if (mapped.length === 0) return lines;
  return [...lines, `By crosswalk (where the same evidence may help, not equivalence):`, ...crosswalkLines(mapped)];
}

/** Place of a counterpart in its standard; undefined where it has no catalogue. */
const orderOf = ({ other }: Mapping): number | undefined =>
  other && findProvision(other.standard, other.provision)?.order;

/** A provision's number as it is cited, or its title where it has none. */
function shown({ standard, provision }: CatalogRef): string {
  const title = findProvision(standard, provision)?.title;
  if (isWord(provision) && title !== undefined) return title;
  const s = findStandard(standard);
  return s === undefined ? provision : `${articleWord(s, provision)}${provision}`;
}

function nameOf({ standard, provision }: CatalogRef, own: string): string {
  const number = shown({ standard, provision });
  return standard === own ? number : `${findStandard(standard)?.short ?? standard} ${number}`;
}

/** One line a standard, with titles where there are few. */
function crosswalkLines(mapped: readonly Mapping[]): string[] {
  const byStandard = new Map<string, Mapping[]>();
  for (const m of mapped) {
    const id = m.other?.standard ?? "";
    byStandard.set(id, [...(byStandard.get(id) ?? []), m]);
  }
  return [...byStandard].slice(0, MOST_STANDARDS).map(([id, rows]) => {
    const shown = rows.slice(0, MOST_MAPPED).map((m) => mappedText(m, rows.length <= 2));
    const more = rows.length > MOST_MAPPED ? ` and ${rows.length - MOST_MAPPED} more` : "";
    return `- ${findStandard(id)?.short ?? id}: ${shown.join(", ")}${more}`;
  });
}

function mappedText({ other, reuse, rationale }: Mapping, full: boolean): string {
  if (other === undefined) return "";
  const title = findProvision(other.standard, other.provision)?.title ?? "";
  const number = shown(other);
  if (!full) return number;
  const named = number === title || title === "" ? number : `${number} ${title}`;
  const serves = reuse === undefined || reuse === "none" ? undefined : `reuse: ${reuse}`;
  const said = [serves, rationale?.replace(/\.$/, "")].filter(Boolean).join("; ");
  return said === "" ? named : `${named} (${said})`;
}

function sourceOf(standard: Standard, found: Provision): string {
  if (standard.status === "own") return `A working set of this project (checked ${standard.checked}).`;
  if (found.confidence === "own")
    return `From this project's working set on ${standard.short}; it is not that document's own structure or wording (checked ${standard.checked}).`;
  if (standard.kind === "regulation") {
    const title =
      standard.own_titles?.includes(found.kind) === true
        ? "Title and summary are this project's, to help and"
        : "A summary to help,";
    return `${title} not legal advice (checked ${standard.checked}); only the official text decides.`;
  }
  const draft = standard.status === "draft" ? "A draft, not published. " : "";
  const title = standard.own_titles?.includes(found.kind) === true ? "Title and explanation are this project's" : "";
  const words =
    found.asks === "" ? "Known here by its title alone" : title || "Explained in other words than the original's";
  return `${draft}${words} (checked ${standard.checked}); the published text decides.`;
}

/** The text as Markdown, with what this AIMS makes of the provision before what else to read. */
export function provisionMarkdown(text: ProvisionText, here: string | undefined): string {
  const lines = text.links.filter((l) => l.startsWith("- "));
  const others = text.links.filter((l) => !l.startsWith("- "));
  const list =
    lines.length > 0
      ? `${others.pop() ?? ""}\n\n${lines.map((l) => `- ${escapeMarkdown(l.slice(2))}`).join("\n")}`
      : undefined;
  return paragraphs(`**${text.head}**`, ...text.body, here, ...others, list, `*${text.source}*`);
}
