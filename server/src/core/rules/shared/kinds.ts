import { type Provision, provision as findProvision } from "../../catalog/catalog.ts";
import type { KindId } from "../../generated/kinds.ts";
import { kindInfo } from "../../records/kinds.ts";
import type { ProvisionRef } from "../../records/model.ts";

/** The provisions a record of a kind addresses by nature. */
export const demonstrated = (kind: KindId): ProvisionRef[] =>
  kindInfo(kind).demonstrates.map((text) => {
    const colon = text.indexOf(":");
    return { standard: text.slice(0, colon), provision: text.slice(colon + 1) };
  });

/** `6.1.2 (AI risk assessment)`; a bare "General" is given the title of what it is general to. */
export function provisionLabel(p: Provision): string {
  const parent = p.title === "General" && p.parent !== undefined ? findProvision(p.standard, p.parent) : undefined;
  return `${p.id} (${parent ? `${parent.title}, general` : p.title})`;
}
