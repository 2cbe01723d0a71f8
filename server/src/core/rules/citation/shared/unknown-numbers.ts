import { hasNumber, type Standard, standard, standardsWith } from "../../../catalog/catalog.ts";
import { resolveCitation } from "../../../catalog/citations.ts";
import type { BlockData, Citation } from "../../../syntax/document.ts";

/** Another standard that has the number, which an unprefixed citation may mean. */
const elsewhere = ({ number }: Citation, s: Standard): Standard | undefined =>
  standardsWith(number, s.id).find((other) => other.citation.number);

/** Whether the citation names an edition that exists and is not the one catalogued. */
const isOtherEdition = ({ edition }: Citation, s: Standard): boolean =>
  edition !== undefined && edition !== s.edition && s.editions?.includes(edition) !== false;

/** A number that the standard meant does not have. */
interface Unknown {
  readonly citation: Citation;
  readonly s: Standard;
}
/** One without a standard, which may be a number of another. */
export interface Unprefixed extends Unknown {
  /** One that has it. */
  readonly other: Standard | undefined;
}

/** Whether it stands beside the citation which standard is meant, or its form says so. */
const isSure = ({ implied, standard, place, number }: Citation): boolean =>
  !implied && (standard !== undefined || place === "field" || !/^[A-Z]/i.test(number));

/** Those of some citations that the standard meant does not have. */
function lackingOf(citations: readonly Citation[], inUse: readonly string[]): readonly Unknown[] {
  const found: Unknown[] = [];
  for (const citation of citations) {
    const meant = resolveCitation(citation, inUse);
    const s = meant && standard(meant.standard);
    if (!meant || !s || meant.provision || hasNumber(s.id, citation.number) !== false) continue;
    if (!isOtherEdition(citation, s)) found.push({ citation, s });
  }
  return found;
}

/** The citations of a block that the standard surely meant does not have. */
export const surelyUnknownIn = ({ citations }: BlockData, inUse: readonly string[]): readonly Unknown[] =>
  lackingOf(citations.filter(isSure), inUse);

/** Those of which another standard may be meant. */
export const maybeUnknownIn = ({ citations }: BlockData, inUse: readonly string[]): readonly Unprefixed[] =>
  lackingOf(
    citations.filter((citation) => !isSure(citation)),
    inUse,
  ).map(({ citation, s }) => ({ citation, s, other: elsewhere(citation, s) }));
