import { KINDS } from "./registry.ts";

/** A record id found in prose; offsets into the text given. */
export interface FoundId {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** First parts of things that are written like record ids and are none: standards, NIST control families, techniques. */
const FOREIGN = new Set(
  (
    "ISO IEC IEEE EN PREN CEN DIN BS NIST SP TR TS RFC CVE CWE CAPEC OWASP SOC PCI HIPAA GDPR UTF SHA MD AES RSA TLS SSL HTTP " +
    "GPT BERT LLAMA CLAUDE GEMINI T RTX GTX A100 H100 COVID FY WP ART ANNEX CELEX ECLI OJ DOI ISBN ISSN UNESCO OECD UK US EU " +
    "AC AT AU CA CM CP IA IR MA MP PE PL PM PS PT RA SA SC SI SR F1 TOP WCAG ISO42001 ANSI ETSI ITU UTC GMT X"
  ).split(" "),
);

/** Prefixes of one letter name ids in tables but are too common in prose. */
const PROSE_PREFIXES = [...new Set(KINDS.flatMap((k) => k.idPrefixes))].filter((p) => p.length > 1);

const SHAPE = /^[A-Z][A-Z0-9]{0,15}(?:-[A-Z0-9]{1,16}){0,4}-\d{1,6}[A-Z]?$/;
const LONGEST_ID = 64;

/** Whether the whole text has the shape of a record id: `RISK-001`, `AUD-2026-01`, `LUM-RISK-001`. */
export function looksLikeId(text: string): boolean {
  if (text.length > LONGEST_ID || !SHAPE.test(text)) return false;
  return !FOREIGN.has(text.slice(0, text.indexOf("-")));
}

const IN_PROSE = new RegExp(
  `(?<![\\w./:#@-])(?:${PROSE_PREFIXES.sort((a, b) => b.length - a.length)
    .map((p) => p.replace(/-/g, "\\-"))
    .join("|")})(?:-[A-Z][A-Z0-9]{0,15}){0,3}(?:-\\d{1,6}[A-Z]?){1,3}(?![\\w/-]|\\.[\\w])`,
  "g",
);

/** Record ids in prose, by the known prefixes: never `IA-2` (NIST SP 800-53) or `ISO-42001`. */
export function findIds(text: string): readonly FoundId[] {
  if (!/-\d/.test(text)) return NONE;
  const found: FoundId[] = [];
  IN_PROSE.lastIndex = 0;
  for (let m = IN_PROSE.exec(text); m !== null; m = IN_PROSE.exec(text))
    found.push({ id: m[0], start: m.index, end: m.index + m[0].length });
  return found;
}

const NONE: readonly never[] = [];

/** Whether a reference with this id is read as it; an odd one can hold another, as `AI-1<br>` does. */
export const canBeNamed = (id: string): boolean => findIds(id).every((found) => found.id === id);

/** The id in the form in which ids are compared: letter case, spaces and kinds of hyphen aside. */
export function normalizeId(id: string): string {
  return id
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .trim()
    .toUpperCase();
}
