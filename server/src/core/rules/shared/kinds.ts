import type { KindId } from "../../generated/kinds.ts";
import { kindInfo } from "../../records/kinds.ts";
import type { ProvisionRef } from "../../records/model.ts";

/** The provisions a record of a kind addresses by nature. */
export const demonstrated = (kind: KindId): ProvisionRef[] =>
  kindInfo(kind).demonstrates.map((text) => {
    const colon = text.indexOf(":");
    return { standard: text.slice(0, colon), provision: text.slice(colon + 1) };
  });
