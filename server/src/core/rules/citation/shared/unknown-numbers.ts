import { hasNumber, type Standard, standard, standardsWith } from "../../../catalog/catalog.ts";
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

const NOTHING: readonly never[] = [];

/** The citations of a block that the standard meant does not have: where that is sure, or where it is not. */
function lackingOf({ citations }: BlockData, sure: boolean): readonly Unknown[] {
  let found: Unknown[] | undefined;
  for (const citation of citations) {
    if (citation.provision !== undefined || citation.meant === undefined || isSure(citation) !== sure) continue;
    const s = standard(citation.meant);
    if (!s || hasNumber(s.id, citation.number) !== false || isOtherEdition(citation, s)) continue;
    found ??= [];
    found.push({ citation, s });
  }
  return found ?? NOTHING;
}

/** The citations of a block that the standard surely meant does not have. */
export const surelyUnknownIn = (data: BlockData): readonly Unknown[] => lackingOf(data, true);

/** What the citations of a block say that only its whole document can settle. */
interface Cited {
  /** The standards that stand beside them. */
  readonly standards: readonly string[];
  /** Those that the standard meant does not have and of which another one may be meant. */
  readonly unsure: readonly Unprefixed[];
}

/** Undefined where that is nothing. One reading for all rules that ask, as it is made of every block. */
export function citedIn(data: BlockData): Cited | undefined {
  let named: string[] | undefined;
  let unknown = false;
  for (const { standard: id, provision } of data.citations) {
    if (provision === undefined) unknown = true;
    if (id === undefined || named?.includes(id)) continue;
    named ??= [];
    named.push(id);
  }
  const lacking = unknown ? lackingOf(data, false) : NOTHING;
  if (named === undefined && lacking.length === 0) return undefined;
  const unsure = lacking.map(({ citation, s }) => ({ citation, s, other: elsewhere(citation, s) }));
  return { standards: named ?? NOTHING, unsure };
}
