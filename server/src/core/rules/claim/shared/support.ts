import type { Document } from "../../../syntax/document.ts";

/** Figures with a unit of measurement, or days: what a reader can check. */
const FIGURE = /\b\d+(?:[.,]\d+)?\s{0,2}(?:%|percent|per cent|percentage points)|\b20\d\d-\d\d-\d\d\b|\b0[.,]\d+\b/i;

/** Whether a text gives its reader anything to check: a figure, a day, a link, the id of a record, a cited provision. */
export const bearsEvidence = ({ blocks }: Document): boolean =>
  blocks.some(
    ({ data }) =>
      data.mentions.length > 0 ||
      data.citations.length > 0 ||
      data.links.some(({ kind }) => kind === "markdown") ||
      FIGURE.test(data.text),
  );
