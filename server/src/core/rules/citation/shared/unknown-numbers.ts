import { hasNumber, type Standard, standard, standardsWith } from "../../../catalog/catalog.ts";
import { resolveCitation } from "../../../catalog/citations.ts";
import type { BlockData, Citation } from "../../../syntax/document.ts";

/** Another standard that has the number, which an unprefixed citation may mean. */
const elsewhere = ({ number }: Citation, s: Standard): Standard | undefined =>
  standardsWith(number, s.id).find((other) => other.citation.number);

/** Whether the citation names an edition that exists and is not the one catalogued. */
const isOtherEdition = ({ edition }: Citation, s: Standard): boolean =>
  edition !== undefined && edition !== s.edition && s.editions?.includes(edition) !== false;

/** A number without a standard that the one meant here does not have. */
export interface Unprefixed {
  readonly citation: Citation;
  readonly s: Standard;
  /** One that has it. */
  readonly other: Standard | undefined;
}
interface Unknown {
  readonly sure: readonly { readonly citation: Citation; readonly s: Standard }[];
  readonly unsure: readonly Unprefixed[];
}

/** The citations of a block that the standard meant does not have. */
export function unknownIn(data: BlockData, inUse: readonly string[]): Unknown {
  const sure: { citation: Citation; s: Standard }[] = [];
  const unsure: Unprefixed[] = [];
  for (const citation of data.citations) {
    const meant = resolveCitation(citation, inUse);
    const s = meant && standard(meant.standard);
    if (!meant || !s || meant.provision || hasNumber(s.id, citation.number) !== false) continue;
    if (isOtherEdition(citation, s)) continue;
    const certain =
      !citation.implied &&
      (citation.standard !== undefined || citation.place === "field" || !/^[A-Z]/i.test(citation.number));
    if (certain) sure.push({ citation, s });
    else unsure.push({ citation, s, other: elsewhere(citation, s) });
  }
  return { sure, unsure };
}
