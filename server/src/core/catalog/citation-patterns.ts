import { type Standard, standards } from "./catalog.ts";

/** Regular expressions of the citation scanner, put together from the catalogue's grammars. All are linear: no unbounded repetition stands beside or inside another over the same characters. */
export interface Patterns {
  /** Whatever can begin a citation; global. Groups: name, bare, word, article, family, letter. */
  readonly opener: RegExp;
  /** A standard's name; sticky. */
  readonly name: RegExp;
  readonly byNumber: ReadonlyMap<string, Standard>;
  readonly byName: ReadonlyMap<string, Standard>;
  readonly byFamily: ReadonlyMap<string, Standard>;
}

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** Words of a name may be parted by a space, a no-break space or a hyphen. */
const flexible = (name: string): string => name.split(" ").map(quoted).join("[ \\u00a0-]");

const PUBLISHER = "(?:ISO|IEC|IEEE|CENELEC|CEN|prEN|EN|BS|DIN|ANSI|ITU|ETSI|SAE|NIST)";
const STAGE = "(?:TS|TR|DIS|FDIS|PAS|AWI|CD|SP|Std|AI)";

/** A publisher with a number, `EN ISO/IEC 42001:2023`, known to the catalogue or not. Groups: num, part, year. */
const PUBLISHED =
  `${PUBLISHER}(?:[/ \\u00a0_-]${PUBLISHER}){0,3}(?:[/ \\u00a0-]${STAGE}){0,2}[ \\u00a0_-]?` +
  "(?<num>\\d{3,5})(?:-(?<part>\\d{1,4}))?(?::(?<year>\\d{4}))?(?!\\d)";

const WORD = "(?:sub-?)?clauses?(?![a-z])|cl\\.|annex(?:es)?(?![a-z])|controls?(?![a-z])|sections?(?![a-z])|§{1,2}";

function nameSource(all: readonly Standard[]): string {
  const names = all.flatMap((s) => s.citation.names ?? []).sort((a, b) => b.length - a.length);
  const words = names.length === 0 ? "(?!)" : names.map(flexible).join("|");
  return `(?<![\\w/.])(?:(?<words>${words})(?!\\w)|${PUBLISHED})`;
}

/** `42001` before a colon names its standard too, `42001:A.6.2.4`, and a number too long for a count before a number of clauses, `23894 6.4.3`. */
function bareSource(all: readonly Standard[], letters: string): string {
  const numbers = all.flatMap((s) => s.citation.number ?? []).sort((a, b) => b.length - a.length);
  const long = numbers.filter((n) => n.length > 4);
  return (
    `(?<![\\w/.:,-])(?:(?:${numbers.join("|") || "(?!)"})(?=:\\s?[${letters}\\d])` +
    `|(?:${long.join("|") || "(?!)"})(?=\\s(?:[${letters}]\\.\\d|\\d{1,2}\\.\\d)))`
  );
}

function build(): Patterns {
  const all = standards();
  const families = all.flatMap((s) =>
    [...(s.citation.families ?? []), ...Object.keys(s.citation.family_aliases ?? {})].map((f) => [f, s] as const),
  );
  const letters = [...new Set(all.flatMap((s) => s.citation.annexes ?? []))].sort().join("") || "A";
  const name = nameSource(all);
  const opener = [
    `(?<name>${name})`,
    `(?<bare>${bareSource(all, letters)})`,
    `(?<![\\w.-])(?<word>${WORD})(?=[\\s:*\`(\\[]{0,4}[A-Z§\\d])`,
    "(?<![\\w])(?<article>art(?:icles?|s?\\.|s)?)(?=\\s{0,2}\\d)",
    `(?<![\\w])(?<family>${families.map(([f]) => f).join("|") || "(?!)"})(?=[ -]\\d)`,
    `(?<![\\w/\\\\@#=.+~^%$&-])(?<letter>[${letters}](?=[.\\u2011-]\\d))`,
  ].join("|");
  return {
    // None of them begins inside a word: said once, it is seen at once at most places.
    opener: new RegExp(`(?<!\\w)(?:${opener})`, "gi"),
    name: new RegExp(name, "iy"),
    byNumber: new Map(all.flatMap((s) => (s.citation.number === undefined ? [] : [[s.citation.number, s]]))),
    byName: new Map(all.flatMap((s) => (s.citation.names ?? []).map((n) => [n.toLowerCase(), s]))),
    byFamily: new Map(families),
  };
}

let built: Patterns | undefined;

/** The scanner's patterns, put together on first use. */
export function patterns(): Patterns {
  built ??= build();
  return built;
}
